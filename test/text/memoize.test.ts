import { expect, it } from 'vitest';
import { detached, memoize } from '../../src/text/memoize.ts';

it('computes a value once per text until the cache is full', () => {
	const computed: string[] = [];
	const value = memoize((text) => ({ text: computed.push(text) }), 2);
	const first = value('a');
	expect(value('a')).toBe(first);
	expect(value('b')).not.toBe(first);
	expect(value('a')).toBe(first);
	value('c');
	expect(value('a')).not.toBe(first);
	expect(computed).toEqual(['a', 'b', 'c', 'a']);
});

it('detaches texts without changing them', () => {
	for (const text of ['', 'Müller', 'Nguyễn, Johanna Maria', '😀 and a lone \ud83d surrogate'])
		expect(detached(text)).toBe(text);
});
