import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coAuthorNetwork } from '../../src/statistics/co-author-network.ts';
import type { Table } from '../../src/statistics/statistic.ts';
import { tables } from '../../src/statistics/statistics.ts';
import { anyWorks } from '../lists/arbitrary.ts';
import { person } from '../people/sample-person.ts';
import { listOf, words } from './sample-list.ts';

const people = [
	person('Lapuschkin, Sebastian', { role: 'owner' }),
	person('Samek, Wojciech', { role: 'member', to: '2019' }),
	person('Weber, L.', { role: 'student' }),
];
const anyList = fc
	.record({ works: anyWorks, repeat: fc.boolean(), groupBy: fc.subarray(['keyword', 'person', 'year']) })
	.map(({ works, repeat, groupBy }) => ({ works, list: listOf(works, people, { repeat, groupBy }) }));
const sumOf = ({ rows }: Table, column: number) => rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);

it('has totals that are the sums of the rows and the number of works', () => {
	fc.assert(
		fc.property(anyList, ({ works, list }) => {
			for (const count of Object.values(tables)) {
				const table = count(list);
				if (table.totals === null) continue;
				expect(table.totals).toEqual(table.columns.map((_, column) => sumOf(table, column)));
				expect(table.totals[0]).toBe(works.length);
			}
		}),
		{ numRuns: 50 },
	);
});

it('has a value for each column, at most the number of works, and each row once', () => {
	fc.assert(
		fc.property(anyList, ({ works, list }) => {
			for (const count of Object.values(tables)) {
				const { rows, columns, groupTerm } = count(list);
				for (const { values, group } of rows) {
					expect(values).toHaveLength(columns.length);
					expect(Math.max(...values)).toBeLessThanOrEqual(works.length);
					expect(group === null).toBe(groupTerm === null);
				}
				const names = rows.map(({ label, group }) => `${group && words(group)} ${words(label)}`);
				expect(new Set(names).size).toBe(names.length);
			}
		}),
		{ numRuns: 50 },
	);
});

it('counts first and last authorships among the works of a person, none twice', () => {
	fc.assert(
		fc.property(anyList, ({ list }) => {
			for (const { values } of tables['per-person']?.(list).rows ?? []) {
				const [works = 0, first = 0, last = 0] = values;
				expect(first + last).toBeLessThanOrEqual(works);
			}
		}),
		{ numRuns: 50 },
	);
});

it('has the same numbers for a pair from both sides, and in the network', () => {
	fc.assert(
		fc.property(anyList, ({ list }) => {
			const rows = tables['joint-works']?.(list).rows ?? [];
			const pairs = new Map(rows.map(({ label, group, values }) => [`${group?.title} ${label.title}`, values[0]]));
			for (const { label, group, values } of rows) expect(pairs.get(`${label.title} ${group?.title}`)).toBe(values[0]);
			const { nodes, links } = coAuthorNetwork(list);
			const nameAt = (index: number) => nodes[index]?.label.title;
			for (const { source, target, works } of links) {
				if (nodes[source]?.role === null || nodes[target]?.role === null) continue;
				expect(pairs.get(`${nameAt(source)} ${nameAt(target)}`)).toBe(works);
			}
		}),
		{ numRuns: 50 },
	);
});
