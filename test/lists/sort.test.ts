import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import type { SortKey } from '../../src/lists/list.ts';
import { sortPublications } from '../../src/lists/sort.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { anySort, anyWorks } from './arbitrary.ts';
import { work } from './sample-publication.ts';

describe('sorting', () => {
	it('by year puts forthcoming before and undated after dated publications', () => {
		const works = [
			work('article', { title: '2019', date: '2019' }),
			work('article', { title: 'undated' }),
			work('article', { title: '2022', date: '2022' }),
			work('article', { title: 'forthcoming', pubstate: 'inpress' }),
		];
		expect(titles(works, '-year')).toEqual(['forthcoming', '2022', '2019', 'undated']);
		expect(titles(works, 'year')).toEqual(['2019', '2022', 'forthcoming', 'undated']);
	});

	it('by status starts with submitted', () => {
		const works = ['published', 'inpress', 'submitted', 'accepted'].map((pubstate) =>
			work('article', { title: pubstate, date: '2022', pubstate }),
		);
		expect(titles(works, '-year', 'status')).toEqual(['submitted', 'accepted', 'inpress', 'published']);
	});

	it('by date uses the event date of talks', () => {
		const works = [
			work('talk', { title: 'July', eventdate: '2020-07-02' }),
			work('article', { title: 'November', date: '2020-11-12' }),
			work('talk', { title: 'Late July', eventdate: '2020-07-21' }),
		];
		expect(titles(works, '-date')).toEqual(['November', 'Late July', 'July']);
	});

	it('by date puts works without a year last, whatever words their date has', () => {
		const works = ['n.d.', '2020', 'in press', ''].map((year) => work('article', { title: year || 'none', year }));
		expect(titles(works, '-date')).toEqual(['in press', '2020', 'n.d.', 'none']);
		expect(titles(works, 'date')).toEqual(['2020', 'in press', 'n.d.', 'none']);
	});

	it('by title compares numbers by value and ignores case', () => {
		const works = ['Part 10', 'part 9', 'Änderung', 'Zebra', 'apple'].map((title) => work('article', { title }));
		expect(titles(works, 'title')).toEqual(['Änderung', 'apple', 'part 9', 'Part 10', 'Zebra']);
	});

	it('by title uses sorttitle', () => {
		const works = [work('article', { title: 'The Zoo', sorttitle: 'Zoo' }), work('article', { title: 'Trees' })];
		expect(titles(works, 'title')).toEqual(['Trees', 'The Zoo']);
	});

	it('by author compares family names, then given names', () => {
		const works = [
			'Samek, W. and Bach, S.',
			'Bach, S. and Samek, W.',
			'Bach, S.',
			'Berg, Jan van der',
			'{Fraunhofer HHI}',
		].map((author) => work('article', { title: author, author }));
		expect(titles(works, 'author')).toEqual([
			'Bach, S.',
			'Bach, S. and Samek, W.',
			'Berg, Jan van der',
			'Fraunhofer HHI',
			'Samek, W. and Bach, S.',
		]);
	});

	it('by venue uses the order of venue kinds, then the venue name', () => {
		const works = [
			work('inproceedings', { title: 'ICPR', booktitle: 'Proceedings of ICPR' }),
			work('article', { title: 'PR', journal: 'Pattern Recognition' }),
			work('article', { title: 'NC', journal: 'Nature Communications' }),
		];
		expect(titles(works, 'venue', 'venue-name')).toEqual(['NC', 'PR', 'ICPR']);
	});

	it('by quartile puts works without one last', () => {
		const works = ['Q3', null, 'Q1', 'Q2'].map((quartile) => {
			const paper = work('article', { title: quartile ?? 'none' });
			return { ...paper, venue: { ...paper.venue, quartile } };
		});
		expect(titles(works, 'quartile')).toEqual(['Q1', 'Q2', 'Q3', 'none']);
		expect(titles(works, '-quartile')).toEqual(['Q3', 'Q2', 'Q1', 'none']);
	});

	it('by rank puts A* before A', () => {
		const works = ['B', 'A', 'A*', 'C', 'Q1'].map((rank) => {
			const paper = work('article', { title: rank });
			return { ...paper, venue: { ...paper.venue, rank } };
		});
		expect(titles([work('article', { title: 'none' }), ...works], 'rank')).toEqual(['A*', 'A', 'B', 'C', 'Q1', 'none']);
	});

	it('by any field compares numbers by value, and puts missing values last in both directions', () => {
		const works = ['10', '9', ''].map((priority) =>
			work('article', { title: priority || 'none', ...(priority && { priority }) }),
		);
		expect(titles(works, 'priority')).toEqual(['9', '10', 'none']);
		expect(titles(works, '-priority')).toEqual(['10', '9', 'none']);
	});

	it('by added uses the file order, or its reverse', () => {
		const works = ['first', 'second', 'third'].map((title) => work('article', { title }));
		expect(titles(works)).toEqual(['first', 'second', 'third']);
		expect(titles(works, 'added')).toEqual(['first', 'second', 'third']);
		expect(titles(works, '-added')).toEqual(['third', 'second', 'first']);
	});
});

it('sorting keeps every publication, is idempotent and stable', () => {
	fc.assert(
		fc.property(anyWorks, anySort, (works, keys) => {
			const once = sortPublications(works, keys);
			expect(new Set(once)).toEqual(new Set(works));
			expect(once).toHaveLength(works.length);
			if (!keys.some(({ key }) => key === 'added')) expect(sortPublications(once, keys)).toEqual(once);
			const doubled = sortPublications(
				works.flatMap((each) => [each, { ...each, key: `${each.key}` }]),
				keys.filter(({ key }) => key !== 'added'),
			);
			for (const each of works)
				expect(doubled.indexOf(each)).toBeLessThan(
					doubled.findIndex((other) => other !== each && other.entry === each.entry),
				);
		}),
	);
});

function titles(works: readonly Publication[], ...keys: readonly string[]): string[] {
	const sort = keys.map(
		(key): SortKey => ({
			key: key.replace('-', (dash, at) => (at === 0 ? '' : dash)),
			descending: key.startsWith('-'),
		}),
	);
	return sortPublications(works, sort).map(({ title }) => plainText(title));
}
