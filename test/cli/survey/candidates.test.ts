import { describe, expect, it } from 'vitest';
import { candidates } from '../../../src/cli/survey/candidates.ts';
import { work } from '../../lists/sample-publication.ts';

const worksOf = (...authors: readonly string[]) => authors.map((author) => work('article', { author }));
const shown = (...authors: readonly string[]) =>
	candidates(worksOf(...authors), null).map(({ name, count, aliases }) => [name, count, ...aliases].join(' | '));
const times = (count: number, author: string) => Array.from({ length: count }, () => author);

describe('the likely owners', () => {
	it('are the most frequent authors', () => {
		expect(shown('Lovelace, Ada and Babbage, C.', 'A. Lovelace', 'van der Berg, Anna')).toEqual([
			'Lovelace, Ada | 2',
			'Babbage, C. | 1',
			'van der Berg, Anna | 1',
		]);
	});

	it('include a former name: two authors without a common work that together wrote all works', () => {
		const works = [
			...times(5, 'Lapuschkin, S. and Samek, W.'),
			...times(4, 'Bach, Sebastian'),
			'Samek, W. and Bach, S.',
		];
		expect(shown(...works)[0]).toBe('Lapuschkin, S. | 10 | Bach, Sebastian');
	});

	it('are named as in their latest works', () => {
		const works = [
			...Array.from({ length: 7 }, () => work('article', { author: 'Bach, S.', date: '2015' })),
			...Array.from({ length: 3 }, () => work('article', { author: 'Lapuschkin, S.', date: '2020' })),
		];
		const [first, ...others] = candidates(works, null);
		expect([first?.name, first?.aliases, others]).toEqual(['Lapuschkin, S.', ['Bach, S.'], []]);
	});

	it.each([
		['another given name', 'Bach, Johann'],
		['a common work', 'Bach, S. and Lapuschkin, S.'],
	])('do not include a former name: %s', (_, other) => {
		const [first] = candidates(worksOf(...times(6, 'Lapuschkin, S.'), ...times(3, 'Bach, S.'), other), null);
		expect(first?.aliases).toEqual([]);
	});

	it('begin with the owner of the site, spelled as in the library', () => {
		const scholar = { owner: 'Babbage, Charles', aliases: ['Herschel, Charles'], orcid: null };
		const [first] = candidates(worksOf(...times(3, 'Lovelace, Ada'), 'Babbage, C.'), scholar);
		expect(first).toEqual({ name: 'Babbage, C.', count: 1, orcid: null, aliases: ['Herschel, Charles'] });
		expect(candidates([], scholar)[0]?.name).toBe('Babbage, Charles');
	});
});
