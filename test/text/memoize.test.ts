import { expect, it } from 'vitest';
import { detached, memoize } from '../../src/text/memoize.ts';

it('makes a value once for equal texts, and anew after so many others', () => {
	const made: string[] = [];
	const value = memoize((text) => ({ text: made.push(text) }), 2);
	const first = value('a');
	expect(value('a')).toBe(first);
	expect(value('b')).not.toBe(first);
	expect(value('a')).toBe(first);
	value('c');
	expect(value('a')).not.toBe(first);
	expect(made).toEqual(['a', 'b', 'c', 'a']);
});

it('detaches every text as it is', () => {
	for (const text of ['', 'Müller', 'Nguyễn, Johanna Maria', '😀 and a lone \ud83d surrogate'])
		expect(detached(text)).toBe(text);
});
