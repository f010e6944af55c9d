import { expect, it } from 'vitest';
import { worksPerYear } from '../../src/statistics/works-per-year.ts';
import { work } from '../lists/sample-publication.ts';
import { linesOf, listOf, words } from './sample-list.ts';

const article = (date: string, more = {}) => work('article', { date, journal: 'Annalen', ...more });
const talk = (date: string) => work('talk', { date });

it('counts the works of each year by kind, newest first', () => {
	const table = worksPerYear(listOf([article('1843'), article('1842'), talk('1843-05')]));
	expect(table.columns.map(words)).toEqual(['all', 'journal', 'talk']);
	expect(linesOf(table)).toEqual(['1843 2 1 1', '1842 1 1 0']);
	expect(table.totals).toEqual([3, 2, 1]);
});

it('has no columns of kinds if there is only one', () => {
	const table = worksPerYear(listOf([article('1843'), article('1842')]));
	expect(table.columns.map(words)).toEqual(['all']);
});

it('has the direction of the list', () => {
	const sort = [{ key: 'year', descending: false }];
	expect(linesOf(worksPerYear(listOf([article('1843'), article('1842')], [], { sort })))).toEqual(['1842 1', '1843 1']);
});

it('has rows for forthcoming and undated works', () => {
	const works = [article('1843'), article('', { pubstate: 'inpress' }), article('')];
	expect(linesOf(worksPerYear(listOf(works)))).toEqual(['forthcoming 1', '1843 1', 'undated 1']);
});

it('skips hidden works, and counts merged versions once', () => {
	const preprint = { title: 'On computable numbers', author: 'Turing, Alan', eprint: '3605.1234', eprinttype: 'arxiv' };
	const published = {
		title: 'On computable numbers',
		author: 'Turing, Alan',
		journal: 'Proceedings',
		eprint: '3605.1234',
	};
	const works = [
		work('online', { ...preprint, date: '1936' }),
		work('article', { ...published, eprinttype: 'arxiv', date: '1937' }),
		article('1937', { hidden: 'true' }),
	];
	expect(linesOf(worksPerYear(listOf(works)))).toEqual(['1937 1']);
});

it('leads to the parts of for-each', () => {
	const [row] = worksPerYear(listOf([article('1843')])).rows;
	expect(row?.label.part).toEqual({ key: 'year', value: '||1843' });
});
