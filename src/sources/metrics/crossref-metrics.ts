import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { arxivIn } from '../../publications/metrics/work-id.ts';
import { looseObject, type output } from '../../text/schema.ts';
import { count } from './citation-count.ts';
import type { MetricSource } from './metric-source.ts';

const answer = looseObject({ message: looseObject({ 'is-referenced-by-count': count }) });

/** Crossref, which has no works of arXiv: DataCite registers their DOIs. */
export const crossrefMetrics: MetricSource = {
	address: 'crossref',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: answer,
	askedFor: (id) => (arxivIn(id) === null ? id : null),
	read: ({ message }: output<typeof answer>): Metrics => ({
		citations: message['is-referenced-by-count'],
		openAccess: null,
	}),
};
