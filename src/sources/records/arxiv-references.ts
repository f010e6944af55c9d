import type { Report } from '../../diagnostics/diagnostic.ts';
import { askSource, sourceFailure } from '../ask-source.ts';
import type { Client } from '../http/client.ts';
import { type ArxivReference, atomForm, referencesFromAtom } from './arxiv-atom.ts';

const arxiv = { ...atomForm, address: 'arxiv', accept: 'application/atom+xml' } as const;

/** Ids in one request; arXiv waits 3 seconds between two. */
const maxIds = 100;

/**
 * What arXiv knows about the publications of preprints, by their ids without versions. Unknown ids are missing; so are
 * those of a request that fails, which is reported as `lookup/unavailable`.
 */
export async function arxivReferences(
	ids: readonly string[],
	client: Client,
	report: Report,
): Promise<ReadonlyMap<string, ArxivReference>> {
	const references = new Map<string, ArxivReference>();
	for (let first = 0; first < ids.length; first += maxIds) {
		const part = ids.slice(first, first + maxIds);
		const address = new URL(client.addressOf('arxiv', part.join(',')));
		address.searchParams.set('max_results', String(part.length));
		const answer = await askSource(arxiv, address.href, client);
		if (answer.kind === 'unavailable') report(sourceFailure('ask arXiv for published versions', answer));
		if (answer.kind !== 'found' || answer.value === null) continue;
		for (const reference of referencesFromAtom(answer.value)) references.set(reference.id, reference);
	}
	return references;
}
