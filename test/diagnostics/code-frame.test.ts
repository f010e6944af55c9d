import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import { type Span, source } from '../../src/diagnostics/source.ts';

describe('codeFrame', () => {
	it('shows two lines on each side and marks the position', () => {
		const text = [
			'@article{lamarr1942,',
			'  author = {Lamarr, Hedy},',
			'  yaer = 1942,',
			'  number = 1,',
			'}',
			'',
		].join('\n');
		expect(codeFrame(find(text, 'yaer'))).toBe(
			[
				'  1 | @article{lamarr1942,',
				'  2 |   author = {Lamarr, Hedy},',
				'> 3 |   yaer = 1942,',
				'    |   ^^^^',
				'  4 |   number = 1,',
				'  5 | }',
			].join('\n'),
		);
	});

	it('marks only the first line of a longer span', () => {
		expect(codeFrame(find('@book{a,\n title = {\n}}', '@book{a,\n title = {\n}}'))).toBe(
			['> 1 | @book{a,', '    | ^^^^^^^^', '  2 |  title = {', '  3 | }}'].join('\n'),
		);
	});

	it('marks an empty span, also at the end of a file, with one caret', () => {
		const file = source('a.bib', 'x\n');
		expect(codeFrame({ source: file, start: 2, end: 2 })).toBe(['  1 | x', '> 2 |', '    | ^'].join('\n'));
	});

	it('treats CRLF and CR as line ends', () => {
		expect(codeFrame(find('a\r\nb\rc', 'b'))).toBe(['  1 | a', '> 2 | b', '    | ^', '  3 | c'].join('\n'));
	});

	it('keeps tabs, so that the marker is aligned for any tab width', () => {
		expect(codeFrame(find('\ta =\tb', 'b'))).toBe(['> 1 | \ta =\tb', '    | \t   \t^'].join('\n'));
	});

	it('counts two columns for wide characters and none for combining marks', () => {
		expect(codeFrame(find('{東京 e\u0301 x}', 'x'))).toBe(['> 1 | {東京 e\u0301 x}', '    |         ^'].join('\n'));
		expect(codeFrame(find('{😀 x}', 'x'))).toBe(['> 1 | {😀 x}', '    |     ^'].join('\n'));
		expect(codeFrame(find('{東京 x}', '東京'))).toBe(['> 1 | {東京 x}', '    |  ^^^^'].join('\n'));
	});

	it('makes control characters and bidirectional overrides visible', () => {
		expect(codeFrame(find('{\u001b[2J\u202e\u0000 x}', 'x'))).toBe(
			['> 1 | {␛[2J<U+202E>␀ x}', '    |                ^'].join('\n'),
		);
	});

	it('shows only a window of a very long line', () => {
		const frame = codeFrame(find(`${'a'.repeat(500_000)}HERE${'b'.repeat(500_000)}\n${'c'.repeat(1000)}`, 'HERE'));
		expect(frame).toBe(
			[
				`> 1 | …${'a'.repeat(30)}HERE${'b'.repeat(66)}…`,
				`    | ${' '.repeat(31)}^^^^`,
				`  2 | ${'c'.repeat(100)}…`,
			].join('\n'),
		);
	});

	it('never splits a surrogate pair', () => {
		for (let shift = 0; shift < 4; shift++) {
			const frame = codeFrame(find(`${'x'.repeat(shift)}${'😀'.repeat(300)}HERE${'😀'.repeat(300)}`, 'HERE'));
			expect(() => encodeURIComponent(frame)).not.toThrow();
			expect(frame).toContain('HERE');
		}
	});

	it('keeps private-use characters of the input', () => {
		expect(codeFrame(find('{\ue000\uf8ff x}', 'x'))).toBe(['> 1 | {\ue000\uf8ff x}', '    |     ^'].join('\n'));
	});

	it('counts lines in the file when the span is in an entry', () => {
		const file = source('a.bib', '% head\n\n@misc{a, title = {A}}');
		const entry = { path: 'a.bib', text: file.text.slice(8), origin: { source: file, offset: 8 } };
		expect(codeFrame({ source: entry, start: 6, end: 7 })).toBe(
			['  1 | % head', '  2 |', '> 3 | @misc{a, title = {A}}', '    |       ^'].join('\n'),
		);
	});
});

function find(text: string, words: string): Span {
	const start = text.indexOf(words);
	return { source: source('a.bib', text), start, end: start + words.length };
}
