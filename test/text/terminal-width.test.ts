import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened, widthOf } from '../../src/text/terminal-width.ts';

it.each([
	['The Reader’s Uncertainty · arXiv', 27, 'The Reader’s Uncertainty ·…'],
	['The Reader’s Uncertainty · arXiv', 32, 'The Reader’s Uncertainty · arXiv'],
	['数学のノート', 5, '数学…'],
	['Notes on it', 6, 'Notes…'],
])('shortens “%s” to %i columns', (text, limit, expected) => {
	expect(shortened(text, limit)).toBe(expected);
});

it('never exceeds the limit, and keeps what fits', () => {
	const words = fc.array(fc.constantFrom('a', '’', ' ', '数', 'é', '😀', '·', '—', 'ﬁ', '"', '\u0301'), {
		maxLength: 30,
	});
	fc.assert(
		fc.property(words, fc.integer({ min: 1, max: 20 }), (letters, limit) => {
			const text = letters.join('');
			const result = shortened(text, limit);
			expect(widthOf(result)).toBeLessThanOrEqual(limit);
			if (widthOf(text) <= limit) expect(result).toBe(text);
		}),
	);
});
