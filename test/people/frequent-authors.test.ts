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

it('takes umlauts and what stands for them as the same', () => {
	expect(frequent('Höhne, Marina', 'Hoehne, M.', 'H{\\"o}hne, Marina', 'Samek, W.', 'Samek, W.')).toBe(
		'Marina Höhne 3',
	);
});

it('tells two people of one family apart, and gives the initials to the more frequent', () => {
	expect(frequent('Müller, Klaus-Robert', 'Müller, Klaus', 'Müller, Karin', 'Müller, K.')).toBe(
		'Klaus-Robert Müller 3',
	);
});

it('counts a name once in a work', () => {
	expect(frequent('Wang, Y. and Wang, Y. and Wang, Y.', 'Samek, W.', 'Samek, W.')).toBe('W. Samek 2');
});

it('takes the first of equals', () => {
	expect(frequent('Samek, W. and Binder, A.', 'Binder, A. and Samek, W.')).toBe('W. Samek 2');
});

it('leaves out bodies and the anonymous, and finds nobody where nobody is', () => {
	expect(frequent('{Fraunhofer HHI}', '{Fraunhofer HHI}', 'Samek, W.')).toBe('W. Samek 1');
	expect(frequent('Anonymous', 'Anonymous', 'Samek, W.')).toBe('W. Samek 1');
	expect(frequent('{Fraunhofer HHI}')).toBeNull();
	expect(mostFrequentAuthor([])).toBeNull();
});

function frequent(...authors: readonly string[]): string | null {
	const found = mostFrequentAuthor(authors.map((author) => work('article', { author })));
	return found && `${found.name.given} ${found.name.family} ${found.count}`;
}

it('gives all authors, those of most works first', () => {
	const works = ['Samek, W.', 'Lovelace, Ada and Samek, Wojciech', 'Babbage, C.'].map((author) =>
		work('article', { author }),
	);
	expect(frequentAuthors(works).map(({ name, count }) => [name.family, count])).toEqual([
		['Samek', 2],
		['Lovelace', 1],
		['Babbage', 1],
	]);
});
