import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastAtMost } from '../../src/text/last-at-most.ts';

test('finds what findLastIndex finds', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(20)), fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
			const sorted = numbers.toSorted((one, other) => one - other);
			expect(lastAtMost(sorted, (number) => number, limit)).toBe(sorted.findLastIndex((number) => number <= limit));
		}),
	);
});
