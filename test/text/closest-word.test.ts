import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/text/closest-word.ts';

const keys = ['title', 'sections', 'sort', 'number', 'group-by', 'where'];

describe('the nearest word', () => {
	it.each([
		['titel', 'title'],
		['Title', 'title'],
		['section', 'sections'],
		['sotr', 'sort'],
		['groupby', 'group-by'],
		['nubmer', 'number'],
	])('to %s is %s', (word, meant) => expect(nearest(word, keys)).toBe(meant));

	it.each(['colour', 'srt-of', 'x', ''])('to %s is none', (word) => expect(nearest(word, keys)).toBeNull());

	it('is the first of equals', () => {
		expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
	});
});

it('a swap of neighbours is one slip', () => {
	expect(editDistance('title', 'titel')).toBe(1);
	expect(editDistance('title', 'tilte')).toBe(1);
	expect(editDistance('title', 'title')).toBe(0);
	expect(editDistance('abcd', 'badc')).toBeGreaterThan(2);
});
