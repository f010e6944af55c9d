import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { arxivIn } from '../../publications/metrics/work-id.ts';
import { looseObject, nullish, type output } from '../../text/schema.ts';
import { count } from './citation-count.ts';
import type { MetricSource } from './metric-source.ts';

const paper = looseObject({ citationCount: nullish(count) });

/** Semantic Scholar. Its state of access is not read: it calls works of arXiv closed. */
export const semanticScholarMetrics: MetricSource = {
	address: 'semantic-scholar-work',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: paper,
	askedFor(id) {
		const arxiv = arxivIn(id);
		return arxiv === null ? `DOI:${id}` : `ARXIV:${arxiv}`;
	},
	read: ({ citationCount = null }: output<typeof paper>): Metrics | null =>
		citationCount === null ? null : { citations: citationCount, openAccess: null },
};
