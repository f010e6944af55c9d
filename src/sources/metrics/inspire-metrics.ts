import type { Metrics } from '../../publications/metrics/metric-snapshot.ts';
import { arxivIn } from '../../publications/metrics/work-id.ts';
import { array, looseObject, nullish, type output, string } from '../../text/schema.ts';
import { count } from './citation-count.ts';
import type { MetricSource } from './metric-source.ts';

const identifiers = nullish(array(looseObject({ value: string() })));
const literature = looseObject({ citation_count: nullish(count), dois: identifiers, arxiv_eprints: identifiers });
const answer = looseObject({ hits: looseObject({ hits: array(looseObject({ metadata: literature })) }) });

/** INSPIRE. Its address is a search, which can find other works, so a result must have the identifier. */
export const inspireMetrics: MetricSource = {
	address: 'inspire-work',
	accept: 'application/json',
	language: 'JSON',
	parse: JSON.parse,
	schema: answer,
	askedFor(id) {
		const arxiv = arxivIn(id);
		return arxiv === null ? `doi:${id}` : `arxiv:${arxiv}`;
	},
	read({ hits }: output<typeof answer>, id: string): Metrics | null {
		const found = hits.hits.find(({ metadata }) => hasId(metadata, id))?.metadata;
		return found?.citation_count == null ? null : { citations: found.citation_count, openAccess: null };
	},
};

function hasId({ dois, arxiv_eprints }: output<typeof literature>, id: string): boolean {
	const arxiv = arxivIn(id);
	const values = (arxiv === null ? dois : arxiv_eprints) ?? [];
	return values.some(({ value }) => value.toLowerCase() === (arxiv ?? id));
}
