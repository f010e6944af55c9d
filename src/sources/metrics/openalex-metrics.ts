import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { doiOf } from '../../publications/metrics/work-id.ts';
import { looseObject, nullish, type output, string } from '../../text/schema.ts';
import { count } from './citation-count.ts';
import type { MetricSource } from './metric-source.ts';
import { openAccessOf } from './open-access.ts';

const work = looseObject({
	cited_by_count: count,
	open_access: nullish(looseObject({ oa_status: nullish(string()), oa_url: nullish(string()) })),
});

/** OpenAlex (docs.openalex.org). The answer may have the DOI of another version, because OpenAlex merges versions of a work. */
export const openAlexMetrics: MetricSource = {
	address: 'openalex-work',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: work,
	askedFor: doiOf,
	read: ({ cited_by_count, open_access }: output<typeof work>, id: string): Metrics => ({
		citations: cited_by_count,
		openAccess: openAccessOf(open_access?.oa_status, open_access?.oa_url, id),
	}),
};
