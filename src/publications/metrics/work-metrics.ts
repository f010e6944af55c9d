import { memoize } from '../../text/memoize.ts';
import type { Identifiers } from '../identifiers/identifiers.ts';
import { type AccessState, type MetricName, metricLabels } from './metric-names.ts';
import type { Snapshot } from './metric-snapshot.ts';
import { arxivIn, workId } from './work-id.ts';

/** The metrics of a work, from the file with metrics of the project. */
export interface WorkMetrics {
	/** Citation counts, in the order in which the project prefers their sources; the first one is shown. */
	readonly citations: readonly CitationCount[];
	/** Whether it can be read for free; null if unknown. */
	readonly openAccess: WorkAccess | null;
}

/** How often a work was cited, as a service counts. */
export interface CitationCount extends Origin {
	readonly count: number;
}

/** How a work can be read. */
export interface WorkAccess extends Origin {
	readonly state: AccessState;
	/** The address of a free copy; null for a closed work. */
	readonly url: string | null;
}

/** Who said something about a work, and when. */
export interface Origin {
	/** The name of the service for people: 'OpenAlex'. */
	readonly source: string;
	/** ISO date. */
	readonly date: string;
}

/** The metrics with which works are read. */
export interface MetricTable {
	readonly snapshot: Snapshot;
	/** The sources to show, in order of preference. */
	readonly sources: readonly MetricName[];
}

/** The metrics of the work with these identifiers; null if there are none. */
export function metricsOf({ snapshot, sources }: MetricTable, identifiers: Identifiers): WorkMetrics | null {
	const id = workId(identifiers);
	const record = id === null ? undefined : snapshot.works.get(id);
	if (id === null || record === undefined) return null;
	const citations: CitationCount[] = [];
	let openAccess: WorkAccess | null = null;
	for (const name of sources) {
		const said = record.get(name);
		if (!said) continue;
		const origin = { source: metricLabels[name], date: said.date };
		if (said.citations !== null) citations.push({ count: said.citations, ...origin });
		if (openAccess !== null || said.openAccess === null) continue;
		const { state, url } = said.openAccess;
		openAccess = { state, url: state === 'closed' ? null : (url ?? usualAddress(id)), ...origin };
	}
	return citations.length === 0 && openAccess === null ? null : { citations, openAccess };
}

/** The address of the DOI, or of the page at arXiv, to which it leads. */
const usualAddress = memoize((id) => {
	const arxiv = arxivIn(id);
	return arxiv === null ? `https://doi.org/${encodeURI(id)}` : `https://arxiv.org/abs/${arxiv}`;
});

/** True for a work that can be read for free, as far as is known. */
export function isOpen(access: WorkAccess | null): access is WorkAccess {
	return access !== null && access.state !== 'closed';
}
