import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { source } from '../../../src/diagnostics/source.ts';
import { accessStates, metricNames } from '../../../src/publications/metrics/metric-names.ts';
import type { Snapshot, WorkRecord } from '../../../src/publications/metrics/metric-snapshot.ts';
import { readSnapshot } from '../../../src/publications/metrics/read-snapshot.ts';
import { writeSnapshot } from '../../../src/publications/metrics/write-snapshot.ts';

const date = fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-30');
const count = fc.integer({ min: 0, max: 100_000 });
const url = fc.constantFrom(null, 'https://example.org/a.pdf', 'https://europepmc.org/articles/PMC1?x=1&y=2');
const access = fc.oneof(
	fc.constant({ state: 'closed', url: null } as const),
	fc.record({ state: fc.constantFrom(...accessStates.filter((state) => state !== 'closed')), url }),
);
const metrics = fc.oneof(
	fc.record({ citations: count, openAccess: fc.constant(null), date }),
	fc.record({ citations: fc.option(count), openAccess: access, date }),
);
/** Also names that all objects inherit, and characters that JSON escapes. */
const id = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'arxiv:2206.03208', 'arxiv:hep-th/9711200', '10.1/a"b\\c\u2028'),
	fc.stringMatching(/^10\.\d{4}\/[a-z0-9.()-]{1,12}$/),
);
const record: fc.Arbitrary<WorkRecord> = fc
	.uniqueArray(fc.tuple(fc.constantFrom(...metricNames), metrics), { selector: ([name]) => name, minLength: 1 })
	.map((entries) => new Map(entries));
const snapshot: fc.Arbitrary<Snapshot> = fc
	.tuple(
		fc.array(date, { minLength: metricNames.length, maxLength: metricNames.length }),
		fc.array(fc.tuple(id, record)),
	)
	.map(([dates, works]) => ({
		sources: new Map(metricNames.map((name, index) => [name, dates[index] ?? ''])),
		works: new Map(works),
	}));

function read(text: string, path = 'metrics.json') {
	const { snapshot, problems } = readSnapshot(source(path, text));
	return { snapshot, problems: problems.map(({ code, message, span }) => [code, message, span?.start]) };
}

describe('The file with metrics', () => {
	it('reads what was written', () => {
		fc.assert(
			fc.property(snapshot, (written) => {
				expect(read(writeSnapshot(written))).toEqual({ snapshot: written, problems: [] });
			}),
		);
	});

	it('is the same whatever the order of works and sources', () => {
		fc.assert(
			fc.property(snapshot, ({ sources, works }) => {
				const reversed = {
					sources: new Map([...sources].reverse()),
					works: new Map([...works].reverse().map(([id, record]) => [id, new Map([...record].reverse())])),
				};
				expect(writeSnapshot(reversed)).toBe(writeSnapshot({ sources, works }));
			}),
		);
	});

	it('has one line for each work, and changes only the line of a work that changed', () => {
		fc.assert(
			fc.property(snapshot, id, record, (before, changedId, changed) => {
				const after = { ...before, works: new Map([...before.works, [changedId, changed]]) };
				const [old, current] = [before, after].map((each) => writeSnapshot(each).replace(/,$/gm, '').split('\n'));
				const [oldLines, lines] = [new Set(old), new Set(current)];
				const isEmpty = before.works.size === 0;
				expect([...lines].filter((line) => !oldLines.has(line)).length).toBeLessThanOrEqual(isEmpty ? 3 : 1);
				expect([...oldLines].filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('is sorted, short and dated', () => {
		const day = '2026-11-30';
		const file = writeSnapshot({
			sources: new Map([
				['openalex', day],
				['crossref', day],
			]),
			works: new Map([
				['arxiv:1706.03762', new Map([['openalex', { citations: 9, openAccess: null, date: '2026-10-31' }]])],
				[
					'10.7554/elife.01567',
					new Map([
						['openalex', { citations: 45, openAccess: { state: 'gold', url: null }, date: day }],
						['crossref', { citations: 36, openAccess: null, date: day }],
						['unpaywall', { citations: null, openAccess: { state: 'green', url: 'https://a.org/b' }, date: day }],
					]),
				],
			]),
		});
		expect(file).toBe(
			`{
	"version": 1,
	"sources": {
		"crossref": "2026-11-30",
		"openalex": "2026-11-30"
	},
	"works": {
		"10.7554/elife.01567": {"crossref":36,"openalex":[45,"gold"],"unpaywall":[null,"green","https://a.org/b"],"dates":{"unpaywall":"2026-11-30"}},
		"arxiv:1706.03762": {"openalex":9,"dates":{"openalex":"2026-10-31"}}
	}
}
`,
		);
	});

	it('needs less than 1 MB for 10,000 works', () => {
		const works = Array.from({ length: 10_000 }, (_, index): [string, WorkRecord] => {
			const openAccess =
				index % 2
					? ({ state: 'closed', url: null } as const)
					: ({ state: 'green', url: index % 4 ? null : `https://europepmc.org/articles/pmc${index}000` } as const);
			return [
				`10.1016/j.patcog.2016.11.${String(index).padStart(5, '0')}`,
				new Map([
					['openalex', { citations: index, openAccess, date: '2026-11-30' }],
					['crossref', { citations: index, openAccess: null, date: '2026-11-30' }],
				]),
			];
		});
		const sources = new Map([['openalex', '2026-11-30'] as const, ['crossref', '2026-11-30'] as const]);
		expect(writeSnapshot({ sources, works: new Map(works) }).length).toBeLessThan(1_000_000);
	});
});

describe('A file with metrics that is broken', () => {
	const head = '{"version":1,"sources":{"openalex":"2026-11-30"},"works":{';

	it.each([
		['is empty', '', 0],
		['is cut off', `${head}"10.1/a": {"openalex":4`, 81],
		['is not JSON', 'citations: 4', 0],
		['lacks a comma', `${head}"10.1/a": {"openalex":4} "10.1/b": {}}}`, 83],
		['contains a word', `${head}${'"10.1/a": {"openalex":4},\n'.repeat(9)}"10.1/b": x}}`, 302],
		['has a merge conflict', `${head}\n<<<<<<< HEAD\n`, 59],
	])('%s: is reported with its place', (_, text, start) => {
		expect(read(text)).toEqual({
			snapshot: null,
			problems: [['metrics/invalid', 'metrics.json is not valid JSON', start]],
		});
	});

	it.each([
		['another JSON file', '{"hits": []}'],
		['a list', '[]'],
		['null', 'null'],
		['a later version', '{"version":2,"sources":{},"works":{}}'],
		['a date of another form', '{"version":1,"sources":{"openalex":"today"},"works":{}}'],
		['a list of works', '{"version":1,"sources":{},"works":[]}'],
	])('%s is not read', (_, text) => {
		expect(read(text).problems).toEqual([
			['metrics/invalid', 'metrics.json is not a file with metrics of version 1', 0],
		]);
	});

	it.each([
		['a text', '"45"'],
		['a negative number', '{"openalex":-1}'],
		['a fraction', '{"openalex":1.5}'],
		['a huge number', '{"openalex":1e300}'],
		['a number as text', '{"openalex":"45"}'],
		['an unknown state', '{"openalex":[45,"golden"]}'],
		['a long list', '{"openalex":[45,"gold","https://a.org","x"]}'],
		['a number without a date', '{"crossref":45}'],
		['a wrong date', '{"openalex":45,"dates":{"openalex":"2026-13-01"}}'],
		['null', 'null'],
	])('skips a work with %s, and keeps the others', (_, written) => {
		const { snapshot, problems } = read(`${head}"10.1/a": ${written}, "10.1/B": {"openalex":3}}}`);
		expect([...(snapshot?.works.keys() ?? [])]).toEqual(['10.1/b']);
		expect(problems).toEqual([['metrics/invalid', 'Invalid metrics of 10.1/a', head.length]]);
	});

	it('ignores keys that it does not know', () => {
		const { snapshot, problems } = read(`${head}"10.1/a":{"openalex":3,"scopus":{"n":4}}},"more":1}`);
		expect([...(snapshot?.works.get('10.1/a')?.keys() ?? [])]).toEqual(['openalex']);
		expect(problems).toEqual([]);
	});

	it('reads no address that is not of the web', () => {
		const { snapshot } = read(`${head}"10.1/a":{"openalex":[3,"gold","javascript:alert(1)"]}}}`);
		expect(snapshot?.works.get('10.1/a')?.get('openalex')?.openAccess).toEqual({ state: 'gold', url: null });
	});

	it('reports only the first of many works', () => {
		const works = Array.from({ length: 1000 }, (_, index) => `"10.1/${index}":0`).join(',');
		const { problems } = read(`${head}${works}}}`);
		expect(problems).toHaveLength(11);
		expect(problems.at(-1)?.[1]).toBe('990 more works with invalid metrics in metrics.json');
	});
});
