import { describe, expect, it } from 'vitest';
import { closestWord, editDistance } from '../../src/text/closest-word.ts';

const keys = ['title', 'sections', 'sort', 'number', 'group-by', 'where'];

describe('closestWord', () => {
	it.each([
		['titel', 'title'],
		['Title', 'title'],
		['section', 'sections'],
		['sotr', 'sort'],
		['groupby', 'group-by'],
		['nubmer', 'number'],
	])('corrects %s to %s', (word, meant) => expect(closestWord(word, keys)).toBe(meant));

	it.each(['colour', 'srt-of', 'x', ''])('finds nothing close to %s', (word) =>
		expect(closestWord(word, keys)).toBeNull(),
	);

	it('prefers the first of equals', () => {
		expect(closestWord('bat', ['cat', 'hat'])).toBe('cat');
	});
});

describe('editDistance', () => {
	it('counts a swap of adjacent letters as one edit', () => {
		expect(editDistance('title', 'titel')).toBe(1);
		expect(editDistance('title', 'tilte')).toBe(1);
		expect(editDistance('title', 'title')).toBe(0);
		expect(editDistance('abcd', 'badc')).toBeGreaterThan(2);
	});
});
