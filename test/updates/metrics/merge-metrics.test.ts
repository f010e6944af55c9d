import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MetricName, metricNames } from '../../../src/publications/metrics/metric-names.ts';
import { emptySnapshot, type Metrics, type Snapshot } from '../../../src/publications/metrics/metric-snapshot.ts';
import { writeSnapshot } from '../../../src/publications/metrics/write-snapshot.ts';
import { changesOf } from '../../../src/updates/metrics/changes-of.ts';
import { mergeMetrics } from '../../../src/updates/metrics/merge-metrics.ts';

const ids = ['10.1/a', '10.1/b', '10.1/c', 'arxiv:2206.03208'];
const metrics: fc.Arbitrary<Metrics> = fc.record({ citations: fc.nat(500), openAccess: fc.constant(null) });
const answers = fc
	.uniqueArray(fc.tuple(fc.constantFrom(...ids), metrics), { selector: ([id]) => id })
	.map((entries) => new Map(entries));
const collected = fc.uniqueArray(
	fc.record({ name: fc.constantFrom(...metricNames), known: answers, unknown: fc.nat(3) }),
	{ selector: ({ name }) => name },
);
const keep = () => true;

function from(name: MetricName, known: Readonly<Record<string, number>>, unknown = 0) {
	const entries = Object.entries(known).map(([id, citations]) => [id, { citations, openAccess: null }] as const);
	return { name, known: new Map(entries), unknown };
}

function counts({ works }: Snapshot) {
	return Object.fromEntries(
		[...works].map(([id, record]) => [id, [...record.values()].map(({ citations, date }) => `${citations} ${date}`)]),
	);
}

describe('Merging answers into a snapshot', () => {
	it('changes no byte if the same answers come again on the same day', () => {
		fc.assert(
			fc.property(collected, collected, (first, second) => {
				const before = mergeMetrics(mergeMetrics(emptySnapshot, first, '2026-10-31', keep), second, '2026-11-30', keep);
				const after = mergeMetrics(before, second, '2026-11-30', keep);
				expect(writeSnapshot(after)).toBe(writeSnapshot(before));
			}),
		);
	});

	it('never loses a number, and dates each one with the day of its answer', () => {
		fc.assert(
			fc.property(collected, collected, (first, second) => {
				const before = mergeMetrics(emptySnapshot, first, '2026-10-31', keep);
				const { works } = mergeMetrics(before, second, '2026-11-30', keep);
				for (const [id, record] of before.works)
					for (const [name, old] of record) {
						const answer = second.find((each) => each.name === name)?.known.get(id);
						const expected = answer ? { ...answer, date: '2026-11-30' } : old;
						expect(works.get(id)?.get(name)).toEqual(expected);
					}
			}),
		);
	});

	it('keeps the numbers of a source that did not answer, and the date of the source', () => {
		const before = mergeMetrics(emptySnapshot, [from('openalex', { '10.1/a': 4 })], '2026-10-31', keep);
		const after = mergeMetrics(before, [from('openalex', {}), from('crossref', { '10.1/a': 3 })], '2026-11-30', keep);
		expect(counts(after)).toEqual({ '10.1/a': ['4 2026-10-31', '3 2026-11-30'] });
		expect([...after.sources]).toEqual([
			['openalex', '2026-10-31'],
			['crossref', '2026-11-30'],
		]);
	});

	it('keeps the number of a work that became unknown, with its date', () => {
		const before = mergeMetrics(emptySnapshot, [from('openalex', { '10.1/a': 4, '10.1/b': 2 })], '2026-10-31', keep);
		const after = mergeMetrics(before, [from('openalex', { '10.1/b': 3 }, 1)], '2026-11-30', keep);
		expect(counts(after)).toEqual({ '10.1/a': ['4 2026-10-31'], '10.1/b': ['3 2026-11-30'] });
		expect(writeSnapshot(after)).toContain('"10.1/a": {"openalex":4,"dates":{"openalex":"2026-10-31"}}');
	});

	it('drops works that are not in the library any more', () => {
		const before = mergeMetrics(emptySnapshot, [from('openalex', { '10.1/a': 4, '10.1/b': 2 })], '2026-10-31', keep);
		const after = mergeMetrics(before, [], '2026-11-30', (id) => id === '10.1/b');
		expect([...after.works.keys()]).toEqual(['10.1/b']);
	});
});

describe('The changes between two snapshots', () => {
	it('are works with other numbers, but not with another date only', () => {
		const before = mergeMetrics(emptySnapshot, [from('openalex', { '10.1/a': 4, '10.1/b': 2 })], '2026-10-31', keep);
		const answers = [from('openalex', { '10.1/a': 4, '10.1/b': 5, '10.1/c': 0 })];
		const after = mergeMetrics(before, answers, '2026-11-30', keep);
		const count = (citations: number) => ({ citations, openAccess: null });
		expect(changesOf({ before, after })).toEqual([
			{ id: '10.1/b', sources: { openalex: { before: count(2), after: count(5) } } },
			{ id: '10.1/c', sources: { openalex: { before: null, after: count(0) } } },
		]);
	});
});
