import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from '../../src/lists/compare-words.ts';

const collator = new Intl.Collator('en', { numeric: true });

describe('compareWords', () => {
	it('agrees with the collator', () => {
		const character = fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom('a', 'b', 'z', ' ') },
			{ weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
			fc.constantFrom('A', '0', '1', '9', '-', "'", '\u0001', 'é', 'ß', '\u0301', '\u030a', 'ж', '中'),
		);
		const text = fc.array(character, { maxLength: 6 }).map((characters) => characters.join(''));
		fc.assert(
			fc.property(text, text, text, (start, one, other) => {
				const [left, right] = [start + one, start + other];
				expect(Math.sign(compareWords(left, right))).toBe(collator.compare(left, right));
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		['Volume 9', 'Volume 10'],
		['a', 'ab'],
		['a b', 'ab'],
		['a', 'á'],
		['á', 'b'],
	])('orders %s before %s', (one, other) => {
		expect(compareWords(one, other)).toBeLessThan(0);
		expect(compareWords(other, one)).toBeGreaterThan(0);
	});
});
