import type { Report } from '../../diagnostics/diagnostic.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';
import { array, looseObject, nullish, string } from '../../text/schema.ts';
import { askSource, sourceFailure } from '../ask-source.ts';
import type { Client } from '../http/client.ts';

const biorxiv = {
	address: 'biorxiv',
	accept: 'application/json',
	language: 'JSON',
	// Outside its own DOIs, the service has sent empty answers.
	parse: (text: string) => (text.trim() === '' ? {} : JSON.parse(text)),
	/** `collection` has the versions of the preprint, the oldest first. */
	schema: looseObject({
		collection: nullish(
			array(looseObject({ doi: nullish(string()), type: nullish(string()), published: nullish(string()) })),
		),
	}),
} as const;

/** What bioRxiv or medRxiv knows about a preprint. */
export interface BiorxivDetails {
	/** The DOI of the published version; null if there is none. */
	readonly published: string | null;
	readonly isWithdrawn: boolean;
}

/** The servers that share DOIs. */
const servers = ['biorxiv', 'medrxiv'] as const;

/** The details of a preprint by its DOI. Null if both servers do not know it, or after a report of `lookup/unavailable`. */
export async function biorxivDetails(doi: string, client: Client, report: Report): Promise<BiorxivDetails | null> {
	for (const server of servers) {
		const answer = await askSource(biorxiv, client.addressOf('biorxiv', `${server}/${doi}`), client);
		if (answer.kind === 'unavailable') {
			report(sourceFailure(`ask bioRxiv for the published version of ${doi}`, answer));
			return null;
		}
		const versions = answer.kind === 'found' ? (answer.value?.collection ?? []) : [];
		const last = versions.findLast((version) => version.doi?.toLowerCase() === doi.toLowerCase());
		if (last)
			return { published: normalizeDoi(last.published ?? ''), isWithdrawn: /^withdrawn/i.test(last.type ?? '') };
	}
	return null;
}
