import type { Report } from '../../diagnostics/diagnostic.ts';
import { normalizeDoi } from '../../publications/identifiers/doi.ts';
import { array, looseObject, nullish, string } from '../../text/schema.ts';
import { askSource, sourceFailure } from '../ask-source.ts';
import type { Client } from '../http/client.ts';

const datacite = {
	address: 'datacite',
	accept: 'application/vnd.api+json',
	language: 'JSON',
	parse: JSON.parse,
	schema: looseObject({
		data: looseObject({
			attributes: looseObject({
				relatedIdentifiers: nullish(
					array(
						looseObject({
							relationType: nullish(string()),
							relatedIdentifier: nullish(string()),
							relatedIdentifierType: nullish(string()),
						}),
					),
				),
			}),
		}),
	}),
} as const;

/** Relations of a preprint to its publication (DataCite Metadata Schema 4.6, appendix 1). arXiv uses the first one. */
const publicationRelations = /^(?:IsVersionOf|IsVariantFormOf|IsPreviousVersionOf)$/;

/**
 * The DOIs that DataCite relates to a preprint as its publication. DOIs of the same registrant are its own versions. Empty,
 * perhaps with `lookup/unavailable` reported, if DataCite has no record.
 */
export async function dataciteVersions(doi: string, client: Client, report: Report): Promise<readonly string[]> {
	const answer = await askSource(datacite, client.addressOf('datacite', doi), client);
	if (answer.kind === 'unavailable') report(sourceFailure(`ask DataCite for the published version of ${doi}`, answer));
	if (answer.kind !== 'found') return [];
	const related = answer.value?.data.attributes.relatedIdentifiers ?? [];
	return related.flatMap(({ relationType, relatedIdentifier, relatedIdentifierType }) => {
		if (!publicationRelations.test(relationType ?? '') || !/^doi$/i.test(relatedIdentifierType ?? '')) return [];
		const version = normalizeDoi(relatedIdentifier ?? '');
		return version && registrantOf(version) !== registrantOf(doi) ? [version] : [];
	});
}

function registrantOf(doi: string): string {
	return doi.split('/')[0] ?? '';
}
