import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFile, position, source } from '../../src/diagnostics/source.ts';

describe('position', () => {
	it.each([
		[0, 1, 1],
		[1, 1, 2],
		[2, 2, 1],
		[4, 3, 1],
		[5, 4, 1],
		[6, 4, 2],
		[8, 4, 4],
	])('of offset %i is %i:%i with mixed line ends', (offset, line, column) => {
		expect(position(source('a.bib', 'a\n\r\n\rb😀'), offset)).toEqual({ line, column });
	});

	it('matches the number of line breaks before the offset', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', ' ')), fc.nat(60), (parts, at) => {
				const text = parts.join('');
				const offset = Math.min(at, text.length);
				const lines = text.slice(0, offset).split('\n');
				expect(position(source('a.bib', text), offset)).toEqual({
					line: lines.length,
					column: (lines.at(-1)?.length ?? 0) + 1,
				});
			}),
		);
	});
});

describe('inFile', () => {
	it('uses the current origin of a block', () => {
		const file = source('a.bib', '0123456789');
		const block = { path: 'a.bib', text: '3456', origin: { source: file, offset: 3 } };
		expect(inFile({ source: block, start: 1, end: 3 })).toEqual({ source: file, start: 4, end: 6 });
		block.origin = { source: file, offset: 0 };
		expect(inFile({ source: block, start: 1, end: 3 })).toEqual({ source: file, start: 1, end: 3 });
	});
});
