import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import type { SortKey } from '../../src/lists/list.ts';
import { sortPublications } from '../../src/lists/sort.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { anySort, anyWorks } from './arbitrary.ts';
import { work } from './sample-publication.ts';

describe('works are sorted by', () => {
	it('year, newest first, with what is forthcoming before and what has no date behind', () => {
		const works = [
			work('article', { title: '2019', date: '2019' }),
			work('article', { title: 'undated' }),
			work('article', { title: '2022', date: '2022' }),
			work('article', { title: 'forthcoming', pubstate: 'inpress' }),
		];
		expect(titles(works, '-year')).toEqual(['forthcoming', '2022', '2019', 'undated']);
		expect(titles(works, 'year')).toEqual(['2019', '2022', 'forthcoming', 'undated']);
	});

	it('status, nearest to the desk first', () => {
		const works = ['published', 'inpress', 'submitted', 'accepted'].map((pubstate) =>
			work('article', { title: pubstate, date: '2022', pubstate }),
		);
		expect(titles(works, '-year', 'status')).toEqual(['submitted', 'accepted', 'inpress', 'published']);
	});

	it('day, and a talk by the day it was held', () => {
		const works = [
			work('talk', { title: 'July', eventdate: '2020-07-02' }),
			work('article', { title: 'November', date: '2020-11-12' }),
			work('talk', { title: 'Late July', eventdate: '2020-07-21' }),
		];
		expect(titles(works, '-date')).toEqual(['November', 'Late July', 'July']);
	});

	it('title, numbers by their value and case set aside', () => {
		const works = ['Part 10', 'part 9', 'Änderung', 'Zebra', 'apple'].map((title) => work('article', { title }));
		expect(titles(works, 'title')).toEqual(['Änderung', 'apple', 'part 9', 'Part 10', 'Zebra']);
	});

	it('sorttitle where the entry has one', () => {
		const works = [work('article', { title: 'The Zoo', sorttitle: 'Zoo' }), work('article', { title: 'Trees' })];
		expect(titles(works, 'title')).toEqual(['Trees', 'The Zoo']);
	});

	it('author: family names first, then given names', () => {
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

	it('venue kind in the order of the table, and venue name', () => {
		const works = [
			work('inproceedings', { title: 'ICPR', booktitle: 'Proceedings of ICPR' }),
			work('article', { title: 'PR', journal: 'Pattern Recognition' }),
			work('article', { title: 'NC', journal: 'Nature Communications' }),
		];
		expect(titles(works, 'venue', 'venue-name')).toEqual(['NC', 'PR', 'ICPR']);
	});

	it('rank, A* before A', () => {
		const works = ['B', 'A', 'A*', 'C', 'Q1'].map((rank) => {
			const paper = work('article', { title: rank });
			return { ...paper, venue: { ...paper.venue, rank } };
		});
		expect(titles([work('article', { title: 'none' }), ...works], 'rank')).toEqual(['A*', 'A', 'B', 'C', 'Q1', 'none']);
	});

	it('any field, numbers by their value; works without it come last either way', () => {
		const works = ['10', '9', ''].map((priority) =>
			work('article', { title: priority || 'none', ...(priority && { priority }) }),
		);
		expect(titles(works, 'priority')).toEqual(['9', '10', 'none']);
		expect(titles(works, '-priority')).toEqual(['10', '9', 'none']);
	});

	it('the order of the file, or that turned round', () => {
		const works = ['first', 'second', 'third'].map((title) => work('article', { title }));
		expect(titles(works)).toEqual(['first', 'second', 'third']);
		expect(titles(works, 'added')).toEqual(['first', 'second', 'third']);
		expect(titles(works, '-added')).toEqual(['third', 'second', 'first']);
	});
});

it('sorting keeps every work, is the same when done again, and leaves equals as they were', () => {
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
