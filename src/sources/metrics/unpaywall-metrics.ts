import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { doiOf } from '../../publications/metrics/work-id.ts';
import { looseObject, nullish, type output, string } from '../../text/schema.ts';
import type { MetricSource } from './metric-source.ts';
import { openAccessOf } from './open-access.ts';

const work = looseObject({
	oa_status: nullish(string()),
	best_oa_location: nullish(looseObject({ url: nullish(string()) })),
});

/** Unpaywall, which knows no citations. */
export const unpaywallMetrics: MetricSource = {
	address: 'unpaywall',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: work,
	askedFor: doiOf,
	read({ oa_status, best_oa_location }: output<typeof work>, id: string): Metrics | null {
		const openAccess = openAccessOf(oa_status, best_oa_location?.url, id);
		return openAccess && { citations: null, openAccess };
	},
};
