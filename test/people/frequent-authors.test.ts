import { expect, it } from 'vitest';
import { frequentAuthors, mostFrequentAuthor } from '../../src/people/frequent-authors.ts';
import { work } from '../lists/sample-publication.ts';

it('counts every spelling of an author', () => {
	expect(
		frequent(
			'Lapuschkin, Sebastian and Samek, W.',
			'S. Lapuschkin and Samek, Wojciech',
			'Samek, Wojciech',
			'Lapuschkin, S.',
			'Sebastian Lapuschkin',
		),
	).toBe('Sebastian Lapuschkin 4');
});

it('treats ö and oe as the same', () => {
	expect(frequent('Höhne, Marina', 'Hoehne, M.', 'H{\\"o}hne, Marina', 'Samek, W.', 'Samek, W.')).toBe(
		'Marina Höhne 3',
	);
});

it('separates people with one family name, and counts initials for the more frequent', () => {
	expect(frequent('Müller, Klaus-Robert', 'Müller, Klaus', 'Müller, Karin', 'Müller, K.')).toBe(
		'Klaus-Robert Müller 3',
	);
});

it('counts a name once per publication', () => {
	expect(frequent('Wang, Y. and Wang, Y. and Wang, Y.', 'Samek, W.', 'Samek, W.')).toBe('W. Samek 2');
});

it('prefers the first author in a tie', () => {
	expect(frequent('Samek, W. and Binder, A.', 'Binder, A. and Samek, W.')).toBe('W. Samek 2');
});

it('skips organizations and anonymous authors', () => {
	expect(frequent('{Fraunhofer HHI}', '{Fraunhofer HHI}', 'Samek, W.')).toBe('W. Samek 1');
	expect(frequent('Anonymous', 'Anonymous', 'Samek, W.')).toBe('W. Samek 1');
	expect(frequent('{Fraunhofer HHI}')).toBeNull();
	expect(mostFrequentAuthor([])).toBeNull();
});

function frequent(...authors: readonly string[]): string | null {
	const found = mostFrequentAuthor(authors.map((author) => work('article', { author })));
	return found && `${found.name.given} ${found.name.family} ${found.count}`;
}

it('returns all authors, the most frequent first', () => {
	const works = ['Samek, W.', 'Lovelace, Ada and Samek, Wojciech', 'Babbage, C.'].map((author) =>
		work('article', { author }),
	);
	expect(frequentAuthors(works).map(({ name, count }) => [name.family, count])).toEqual([
		['Samek', 2],
		['Lovelace', 1],
		['Babbage', 1],
	]);
});
