import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { doiOf } from '../../publications/metrics/work-id.ts';
import { array, looseObject, type output, regex, string } from '../../text/schema.ts';
import type { MetricSource } from './metric-source.ts';

const answer = array(looseObject({ count: string().check(regex(/^\d{1,9}$/)) }));

/** OpenCitations (index v2), which sends numbers as text, and an empty list for a DOI that it does not know. */
export const openCitationsMetrics: MetricSource = {
	address: 'opencitations',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: answer,
	askedFor: doiOf,
	read: ([first]: output<typeof answer>): Metrics | null =>
		first ? { citations: Number(first.count), openAccess: null } : null,
};
