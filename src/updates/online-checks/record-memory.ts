import { workOf } from '../../editing/plan-additions.ts';
import { fieldOf } from '../../publications/entry-fields.ts';
import { arxivOfDoi, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import type { Reading } from '../../publications/normalize.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Client } from '../../sources/http/client.ts';
import { askedOnce } from '../../sources/records/asked-once.ts';
import { type Attempt, askSources } from '../../sources/records/look-up.ts';
import type { LookupSource, WorkRecord } from '../../sources/records/lookup-sources.ts';
import { type Reference, referenceIn } from '../../sources/records/reference.ts';
import type { HostFailure } from './online-check.ts';

/** What services answer about an identifier. */
export type RecordOutcome =
	| {
			readonly kind: 'found';
			readonly record: WorkRecord;
			readonly recorded: Publication;
			readonly service: string;
	  }
	/** The identifier exists, but its record does not say what the work is. */
	| { readonly kind: 'empty' }
	| { readonly kind: 'unknown'; readonly hosts: readonly string[] }
	| { readonly kind: 'failed'; readonly failure: HostFailure };

/** The records of works. Each identifier is asked for once. */
export interface RecordMemory {
	recordOf(reference: Reference): Promise<RecordOutcome>;
}

/** The order of the sources: Crossref first, because only its own answers have retractions and corrections. */
const sourceNames: readonly LookupSource['name'][] = ['crossref', 'doi', 'datacite', 'arxiv', 'pubmed', 'pmc'];

/** Creates a memory. */
export function createRecordMemory(client: Client, reading: Reading): RecordMemory {
	return { recordOf: askedOnce((reference) => askFor(reference, client, reading)) };
}

async function askFor(reference: Reference, client: Client, reading: Reading): Promise<RecordOutcome> {
	const { found, attempts } = await askSources(reference, sourceNames, client);
	if (found) {
		const { record, source } = found;
		const service = record.item?.['source'] === 'Crossref' ? 'Crossref' : (serviceNames[source.name] ?? source.name);
		return { kind: 'found', record, recorded: workOf(record.draft, reading), service };
	}
	const failure = failureIn(attempts);
	if (failure) return { kind: 'failed', failure };
	// For an unknown id, arXiv sends a feed without entries.
	if (reference.kind !== 'arxiv' && attempts.some(({ answer }) => answer.kind === 'found')) return { kind: 'empty' };
	return { kind: 'unknown', hosts: [...new Set(attempts.map(({ host }) => host))] };
}

const serviceNames: Readonly<Partial<Record<LookupSource['name'], string>>> = {
	crossref: 'Crossref',
	doi: 'doi.org',
	datacite: 'DataCite',
	arxiv: 'arXiv',
	pubmed: 'PubMed',
	pmc: 'PubMed Central',
};

/** The failure that explains why nothing is known: that of the network, else the first one. */
function failureIn(attempts: readonly Attempt[]): HostFailure | null {
	const failures = attempts.flatMap(({ host, answer }) => (answer.kind === 'unavailable' ? [{ ...answer, host }] : []));
	const failure = failures.find(({ offline }) => offline) ?? failures[0];
	return failure ?? null;
}

/**
 * The identifier to ask about: the work's own DOI, else its arXiv id, PubMed id or PMC id. A DOI of arXiv is an arXiv id. Null
 * without one, and for one that the entry inherits from the book it is in.
 */
export function referenceOf({ entry, identifiers }: Publication): Reference | null {
	const { doi, arxiv, pmid, pmcid } = identifiers;
	if (doi && !fieldOf(entry, 'doi')?.inheritedFrom) {
		const fromArxiv = arxivOfDoi(doi);
		return fromArxiv ? { kind: 'arxiv', id: withoutVersion(fromArxiv) } : { kind: 'doi', id: doi };
	}
	if (arxiv) return { kind: 'arxiv', id: arxiv };
	return (pmid && referenceIn(`PMID:${pmid}`)) || (pmcid && referenceIn(pmcid)) || null;
}
