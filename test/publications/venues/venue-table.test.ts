import { describe, expect, it } from 'vitest';
import { tableRow } from '../../../src/publications/venues/venue-table.ts';
import type { VenueRow } from '../../../src/publications/venues/venues.ts';

const empty: VenueRow = {
	...{ match: [], issn: [], years: null, kind: null, name: null, short: null, rank: null, quartile: null },
	...{ colour: null, url: null },
};

const table: VenueRow[] = [
	{ ...empty, match: ['International Conference on Machine Learning'], years: { from: 2015, to: 2019 }, rank: 'A' },
	{ ...empty, match: ['International Conference on Machine Learning'], years: { from: 2020, to: null }, rank: 'A*' },
	{ ...empty, match: ['*Machine Learning*'], rank: 'B' },
	{ ...empty, match: ['Neural Information Processing Systems (was NIPS)', 'NeurIPS'], rank: 'A+' },
	{ ...empty, match: ['Gadgets & Widgets'], issn: ['1234567X'], rank: 'Q' },
	{ ...empty, match: ['IEEE Access'], rank: 'C' },
	{ ...empty, match: ['The Ångström Letters'], rank: 'D' },
	{ ...empty, match: ['/^workshop on/'], rank: 'W' },
];

function rankOf(name: string, year: number | null = 2020, issn: string[] = []) {
	return tableRow(table, { names: [name], issn, year })?.rank ?? null;
}

describe('tableRow', () => {
	it.each([
		['International Conference on Machine Learning', 'A*'],
		['international conference on machine learning.', 'A*'],
		['International Conference on Machine Learning (ICML)', 'A*'],
		['Proceedings of the 37th International Conference on Machine Learning', 'A*'],
		['Proceedings of the Thirty-seventh International Conference on Machine Learning', 'A*'],
		['Proc. of the 37th Annual International Conference on Machine Learning', 'A*'],
		['2020 International Conference on Machine Learning', 'A*'],
		['International Conference on Machine Learning 2020', 'A*'],
		['Journal of Machine Learning Research', 'B'],
		['Neural Information Processing Systems', 'A+'],
		['Advances in Neural Systems (NeurIPS)', 'A+'],
		["Conference (NeurIPS'20)", 'A+'],
		['Gadgets and Widgets', 'Q'],
		['IEEE', null],
		['Angstrom letters', 'D'],
		['Workshop on Gadgets', 'W'],
		['Access', null],
		['constructor', null],
	])('finds %s', (name, rank) => expect(rankOf(name)).toBe(rank));

	it('takes the row of the year of the work', () => {
		const name = 'International Conference on Machine Learning';
		expect([2014, 2015, 2019, 2020, 2030, null].map((year) => rankOf(name, year))).toEqual([
			...['B', 'A', 'A', 'A*', 'A*', 'A*'],
		]);
	});

	it('prefers the number to the name', () => {
		expect(rankOf('IEEE Access', 2020, ['1234-567x'])).toBe('Q');
	});

	it('prefers the most specific name', () => {
		const names = ['IEEE Access', 'Gadgets & Widgets'];
		expect(tableRow(table, { names, issn: [], year: 2020 })?.rank).toBe('C');
	});

	it('takes the same time for a table of all journals', () => {
		const large = Array.from({ length: 30_000 }, (_, index) => ({
			...empty,
			match: [`Journal ${index} of X`],
			rank: `${index}`,
		}));
		for (let index = 0; index < 30_000; index++)
			expect(tableRow(large, { names: [`The Journal ${index} of X`], issn: [], year: 2020 })?.rank).toBe(`${index}`);
	});
});
