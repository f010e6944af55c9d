import { describe, expect, it } from 'vitest';
import { type ArrangementData, groupWorks, orderOf } from '../../../../src/browser/page/search/arrange-works.ts';

const work = (kind: string, year: string | null) => ({ values: { kind: [kind], year: year === null ? [] : [year] } });
/** Two articles and a talk with a year, a forthcoming article and an undated talk. */
const works = [
	work('talk', '2020'),
	work('journal', null),
	work('journal', '2021'),
	work('talk', null),
	work('journal', '2020'),
];
const data: ArrangementData = {
	kinds: [
		['journal', 'Journal Articles'],
		['talk', 'Talks'],
	],
	orders: { newest: [1, 2, 0, 4, 3], oldest: [0, 4, 2, 1, 3], title: [4, 3, 2, 1, 0], author: [0, 1, 2, 3, 4] },
	forthcoming: [1],
};
const words = { forthcoming: 'Forthcoming', undated: 'Undated' };
const arranged = (group: 'year' | 'kind' | 'none', sort: '' | 'newest' | 'oldest' | 'title' = '') =>
	groupWorks(works, { group, sort }, data, words).map(({ heading, positions }) => [heading, positions]);

describe('groups of works', () => {
	it('are years newest first, with forthcoming works before and undated ones after them', () => {
		expect(arranged('year')).toEqual([
			['Forthcoming', [1]],
			['2021', [2]],
			['2020', [0, 4]],
			['Undated', [3]],
		]);
	});

	it('are years oldest first if the works are, with forthcoming works after them', () => {
		expect(arranged('year', 'oldest')).toEqual([
			['2020', [0, 4]],
			['2021', [2]],
			['Forthcoming', [1]],
			['Undated', [3]],
		]);
	});

	it('are kinds in the order of sections, with their works in the chosen order', () => {
		expect(arranged('kind', 'title')).toEqual([
			['Journal Articles', [4, 2, 1]],
			['Talks', [3, 0]],
		]);
	});

	it('are one group without a heading if no groups are chosen', () => {
		expect(arranged('none', 'newest')).toEqual([['', [1, 2, 0, 4, 3]]]);
	});

	it('contain each work once', () => {
		for (const group of ['year', 'kind', 'none'] as const) {
			const groups = groupWorks(works, { group, sort: '' }, data, words);
			expect(groups.flatMap(({ positions }) => positions).sort()).toEqual([0, 1, 2, 3, 4]);
		}
	});
});

it('keeps the order of the list unless another one is chosen', () => {
	expect(orderOf({ group: '', sort: '' }, works, data)).toEqual([0, 1, 2, 3, 4]);
	expect(orderOf({ group: '', sort: 'title' }, works, data)).toEqual([4, 3, 2, 1, 0]);
});
