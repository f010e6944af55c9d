import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress } from '../../../src/library/syntax/tokens.ts';

describe('compress', () => {
	it('replaces each run of whitespace by a space and trims the ends, for any text', () => {
		const text = fc.string({
			unit: fc.constantFrom(' ', '\n', '\t', '\r', '\f', '\v', '\0', 'a', '{', 'ü', '\u00a0', 'ł'),
		});
		fc.assert(
			fc.property(text, (value) => {
				const words = value.split(/[\t\n\v\f\r \0]+/).filter((word) => word !== '');
				expect(compress(value)).toBe(words.join(' '));
			}),
		);
	});
});
