import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawBlock } from '../../../src/formats/markdown/raw-block.ts';

describe('a raw block', () => {
	it('contains HTML between fences', () => {
		expect(rawBlock('<p>a</p>\n')).toBe('```{=html}\n<p>a</p>\n```\n');
	});

	it('is never closed by its contents', () => {
		const html = fc.stringMatching(/^[`a\n]*$/);
		fc.assert(
			fc.property(html, (text) => {
				const [opening = '', ...rest] = rawBlock(text).trimEnd().split('\n');
				const fence = opening.replace('{=html}', '');
				expect(rest.filter((line) => line.startsWith(fence))).toEqual([fence]);
				expect(rest.at(-1)).toBe(fence);
			}),
		);
	});
});
