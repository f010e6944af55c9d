import { expect, test } from 'vitest';
import { freeNames } from '../../src/text/free-names.ts';

test('adds the first free ending', () => {
	const taken = new Set(['a', 'a-3']);
	const free = freeNames((name) => taken.has(name));
	const take = (name: string) => {
		const result = free(name);
		taken.add(result);
		return result;
	};
	expect(['a', 'a', 'b', 'b', 'a'].map(take)).toEqual(['a-2', 'a-4', 'b', 'b-2', 'a-5']);
});

test('asks about each ending once', () => {
	let questions = 0;
	const taken = new Set<string>();
	const free = freeNames((name) => {
		questions++;
		return taken.has(name);
	});
	for (let i = 0; i < 1000; i++) taken.add(free('a'));
	expect(questions).toBeLessThan(2001);
});
