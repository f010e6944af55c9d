import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seek } from '../../src/latex/seek.ts';

const letters = fc.string({ unit: fc.constantFrom('a', '{', '}', 'é', '日', '\n') });

describe('seek', () => {
	it('finds what a loop over the characters finds', () => {
		const pattern = /[{}]/g;
		fc.assert(
			fc.property(letters, fc.nat(20), (text, from) => {
				const found = [...text].findIndex((sign, at) => at >= from && '{}'.includes(sign));
				expect(seek(pattern, text, from)).toBe(found);
			}),
		);
	});
});
