import { describe, expect, it } from 'vitest';
import { candidates } from '../../../src/cli/survey/candidates.ts';
import { work } from '../../lists/sample-publication.ts';

const worksOf = (...authors: readonly string[]) => authors.map((author) => work('article', { author }));
const shown = (...authors: readonly string[]) =>
	candidates(worksOf(...authors), null).map(({ name, count, aliases }) => [name, count, ...aliases].join(' | '));
const times = (count: number, author: string) => Array.from({ length: count }, () => author);

describe('whose library it may be', () => {
	it('are the most frequent authors', () => {
		expect(shown('Lovelace, Ada and Babbage, C.', 'A. Lovelace', 'van der Berg, Anna')).toEqual([
			'Lovelace, Ada | 2',
			'Babbage, C. | 1',
			'van der Berg, Anna | 1',
		]);
	});

	it('knows a birth name: who fills the gaps is the same person', () => {
		const works = [
			...times(5, 'Lapuschkin, S. and Samek, W.'),
			...times(4, 'Bach, Sebastian'),
			'Samek, W. and Bach, S.',
		];
		expect(shown(...works)[0]).toBe('Lapuschkin, S. | 10 | Bach, Sebastian');
	});

	it('calls a person by the name they bear now', () => {
		const works = [
			...Array.from({ length: 7 }, () => work('article', { author: 'Bach, S.', date: '2015' })),
			...Array.from({ length: 3 }, () => work('article', { author: 'Lapuschkin, S.', date: '2020' })),
		];
		const [first, ...others] = candidates(works, null);
		expect([first?.name, first?.aliases, others]).toEqual(['Lapuschkin, S.', ['Bach, S.'], []]);
	});

	it.each([
		['another given name', 'Bach, Johann'],
		['a work together', 'Bach, S. and Lapuschkin, S.'],
	])('takes no other name for theirs: %s', (_, other) => {
		const [first] = candidates(worksOf(...times(6, 'Lapuschkin, S.'), ...times(3, 'Bach, S.'), other), null);
		expect(first?.aliases).toEqual([]);
	});

	it('puts whom the site names first, as the library writes them', () => {
		const scholar = { library: null, owner: 'Babbage, Charles', aliases: ['Herschel, Charles'] };
		const [first] = candidates(worksOf(...times(3, 'Lovelace, Ada'), 'Babbage, C.'), scholar);
		expect(first).toEqual({ name: 'Babbage, C.', count: 1, orcid: null, aliases: ['Herschel, Charles'] });
		expect(candidates([], scholar)[0]?.name).toBe('Babbage, Charles');
	});
});
