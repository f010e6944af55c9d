import { describe, expect, it } from 'vitest';
import { type MetricName, metricNames } from '../../../src/publications/metrics/metric-names.ts';
import { createClient } from '../../../src/sources/http/client.ts';
import { askMetrics } from '../../../src/sources/metrics/ask-metrics.ts';
import { metricSources } from '../../../src/sources/metrics/metric-sources.ts';
import { badServices, text } from '../behaviours.mjs';
import { type Route, sourceServer } from '../server.ts';

async function ask(name: MetricName, id: string, route: Route, timeout = 10_000) {
	const server = await sourceServer({ '/*': route });
	const source = metricSources[name];
	const client = createClient({
		addresses: { [source.address]: `${server.url}/${name}/{}` },
		timeout,
		userAgent: 'bibfolio/1.2.3',
		mailto: 'ada@example.org',
		environment: {},
		wait: async () => {},
	});
	const answer = await askMetrics(source, id, source.askedFor(id) ?? '', client);
	return { answer, path: decodeURIComponent(server.asked[0]?.path ?? '').replace(`/${name}/`, '') };
}

function matching(reason: string | RegExp): unknown {
	return typeof reason === 'string' ? expect.stringContaining(reason) : expect.stringMatching(reason);
}

const elife = '10.7554/elife.01567';
const sici = '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2';

describe('A recorded answer', () => {
	it.each([
		['openalex', elife, 'openalex/work-journal-article-elife-metrics', [45, 'gold', null]],
		['openalex', '10.1007/978-3-662-46370-3_13', 'openalex/work-book-chapter-metrics', [1, 'closed', null]],
		['openalex', sici, 'openalex/work-doi-sici-metrics', [130, 'closed', null]],
		['crossref', elife, 'crossref/work-journal-article-elife-metrics', [36]],
		['opencitations', '10.1108/jd-12-2013-0166', 'opencitations/index-v2-citation-count', [34]],
		['semantic-scholar', 'arxiv:2312.07559', 'semanticscholar/paper-by-doi-arxiv-metrics', [111]],
		['semantic-scholar', '10.1038/s42256-024-00832-8', 'semanticscholar/paper-by-doi-full-metrics', [500]],
		['semantic-scholar', '10.1023/a:1007154515475', 'semanticscholar/paper-by-doi-old-metrics', [7]],
		['inspire', '10.1016/j.nima.2025.170763', 'inspire/literature-erratum-metrics', [2]],
		['inspire', 'arxiv:2504.03462', 'inspire/literature-erratum-metrics', [2]],
		['inspire', '10.17771/pucrio.acad.68381', 'inspire/literature-search-metrics', [0]],
		[
			'unpaywall',
			'10.1038/nature12373',
			'unpaywall/doi-2026-metrics',
			[null, 'bronze', 'https://www.nature.com/articles/nature12373.pdf'],
		],
		[
			'unpaywall',
			'10.1038/nature12373',
			'unpaywall/doi-2021-full-metrics',
			[null, 'green', 'https://dash.harvard.edu/bitstream/1/12285462/1/Nanometer-Scale%20Thermometry.pdf'],
		],
		['unpaywall', '10.1007/s40278-023-41815-2', 'unpaywall/doi-closed-metrics', [null, 'closed', null]],
		['unpaywall', '10.1016/j.xgen.2025.100814', 'unpaywall/doi-gold-metrics', [null, 'gold', null]],
	] as const)('of %s about %s (%s)', async (name, id, file, expected) => {
		const { answer } = await ask(name, id, `recorded/${file}.json`);
		const [citations, state, url = null] = expected as readonly [number | null, string?, (string | null)?];
		const openAccess = state === undefined ? null : { state, url };
		expect(answer).toEqual({ kind: 'known', metrics: { citations, openAccess } });
	});

	it.each([
		['openalex', 'openalex/work-select-gold'],
		['openalex', 'openalex/work-select-closed'],
	] as const)('of %s without citations is not usable (%s)', async (name, file) => {
		const { answer } = await ask(name, elife, `recorded/${file}.json`);
		expect(answer).toMatchObject({
			kind: 'unavailable',
			reason: 'sent an unexpected answer, in which "cited_by_count" is missing',
		});
	});
});

describe('A source is asked for a work', () => {
	it.each([
		['openalex', sici, `${sici}?mailto=ada@example.org`],
		['openalex', 'arxiv:2206.03208', '10.48550/arxiv.2206.03208?mailto=ada@example.org'],
		['crossref', sici, sici],
		['semantic-scholar', elife, `DOI:${elife}`],
		['semantic-scholar', 'arxiv:hep-th/9711200', 'ARXIV:hep-th/9711200'],
		['inspire', elife, `doi:${elife}`],
		['inspire', 'arxiv:2206.03208', 'arxiv:2206.03208'],
		['opencitations', elife, elife],
		['unpaywall', elife, `${elife}?email=ada@example.org`],
	] as const)('%s for %s', async (name, id, path) => {
		expect((await ask(name, id, text('{}'))).path).toBe(path);
	});

	it('except Crossref for works of arXiv, which it does not have', () => {
		expect(metricSources.crossref.askedFor('arxiv:2206.03208')).toBeNull();
	});
});

describe('A source that does not know a work', () => {
	it.each([
		['opencitations', '[]'],
		['inspire', '{"hits":{"hits":[],"total":0}}'],
		['inspire', '{"hits":{"hits":[{"metadata":{"citation_count":7,"dois":[{"value":"10.1/other"}]}}]}}'],
		['inspire', '{"hits":{"hits":[{"metadata":{"citation_count":7}}]}}'],
		['semantic-scholar', '{"paperId":"x","citationCount":null}'],
		['semantic-scholar', 'null'],
		['unpaywall', '{"doi":"10.7554/elife.01567","oa_status":null}'],
		['unpaywall', '{"doi":"10.7554/elife.01567","oa_status":"platinum"}'],
	] as const)('%s: %s', async (name, body) => {
		expect((await ask(name, elife, text(body))).answer).toEqual({ kind: 'unknown' });
	});
});

describe.each(metricNames)('%s as a bad service', (name) => {
	it.each(badServices)('$name', async ({ name: kind, behaviour, reason }) => {
		const { answer } = await ask(name, elife, behaviour, /hanging|slow/.test(kind) ? 200 : 10_000);
		if (reason === 'unknown') expect(answer.kind).toBe('unknown');
		else expect(answer).toMatchObject({ kind: 'unavailable', reason: matching(reason) });
	});

	it.each([
		'{"cited_by_count":-1,"citationCount":-1,"message":{"is-referenced-by-count":-1},"hits":[],"oa_status":5}',
		'[{"count":"-1"}]',
		'[{"count":5}]',
		'{"error":"x"}',
		'5',
		'"x"',
	])('does not pass %s on', async (body) => {
		expect((await ask(name, elife, text(body))).answer.kind).not.toBe('known');
	});
});
