import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	emptyState,
	groupNames,
	isFiltering,
	type ListState,
	readHash,
	searchTermsOf,
	sortNames,
	writeHash,
} from '../../../../src/browser/page/search/search-query.ts';

const words = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
const states: fc.Arbitrary<ListState> = fc.record({
	q: words,
	kind: words,
	year: words,
	keyword: words,
	person: words,
	group: fc.constantFrom('' as const, ...groupNames),
	sort: fc.constantFrom('' as const, ...sortNames),
});

it('reads from the hash of a URL the state that was written to it', () => {
	fc.assert(
		fc.property(states, (state) => {
			expect(readHash(writeHash(state), 'publications')).toEqual(state);
			expect(readHash(writeHash(state, 'talks'), 'talks')).toEqual(state);
		}),
	);
});

it('names the list only if the page has several, and only for a state', () => {
	expect(writeHash(emptyState)).toBe('');
	expect(writeHash(emptyState, 'talks')).toBe('');
	expect(writeHash({ ...emptyState, q: 'tides', sort: 'title' })).toBe('#q=tides&sort=title');
	expect(writeHash({ ...emptyState, q: 'tides' }, 'talks')).toBe('#q=tides&list=talks');
});

it('ignores links to elements, and the state of another list', () => {
	expect(readHash('#weber2022', 'publications')).toBe(null);
	expect(readHash('#q=tides&list=talks', 'publications')).toBe(null);
	expect(readHash('', 'publications')).toEqual(emptyState);
});

it('ignores unknown groups and orders', () => {
	expect(readHash('#group=constructor&sort=__proto__&q=x', 'publications')).toEqual({ ...emptyState, q: 'x' });
});

it('distinguishes a query from groups and order, which hide nothing', () => {
	expect(isFiltering({ ...emptyState, q: '  ' })).toBe(false);
	expect(isFiltering({ ...emptyState, year: '2020' })).toBe(true);
});

it.each([
	['Tides  sea', ['tides', 'sea']],
	['“The Tides” Götter', ['the tides', 'gotter']],
	['"open phrase', ['open phrase']],
	['""', []],
])('splits %j into terms', (query, terms) => {
	expect(searchTermsOf(query)).toEqual(terms);
});
