import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EncodedText, encode } from '../../src/text/encoded.ts';

it('is the text of its parts, whatever they begin with', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
			const text = new EncodedText(texts.map(encode));
			expect(String(text)).toBe(texts.join(''));
			expect(text.size).toBe(Buffer.byteLength(texts.join('')));
		}),
	);
	expect(String(EncodedText.of('\ufeffa'))).toBe('\ufeffa');
});
