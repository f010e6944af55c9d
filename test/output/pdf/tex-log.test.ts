import { describe, expect, it } from 'vitest';
import { firstFailure, missingCharacters } from '../../../src/output/pdf/tex-log.ts';

describe('the first error of a TeX log', () => {
	it.each([
		[
			'a missing package',
			"./document.tex:7: LaTeX Error: File `moderncv.cls' not found.\n",
			"File `moderncv.cls' not found",
			7,
			'tlmgr install moderncv',
		],
		[
			'an undefined command',
			'./document.tex:12: Undefined control sequence.\nl.12 On \\LRP\n           in\n',
			'Undefined control sequence \\LRP',
			12,
			'macros',
		],
		[
			'a character',
			'./document.tex:3: LaTeX Error: Unicode character П (U+041F)\n               not set up for use with LaTeX.\n',
			'Unicode character П (U+041F)',
			3,
			'xelatex',
		],
		[
			'a formula',
			'! Missing $ inserted.\n<inserted text>\n                $\nl.31 a_b\n',
			'Missing $ inserted',
			31,
			'formula',
		],
		['another error', '! Emergency stop.\n', 'Emergency stop', null, 'by hand'],
	])('with %s', (_, log, message, line, hint) => {
		const failure = firstFailure(`This is pdfTeX\n(./document.tex\n${log}`);
		expect(failure).toMatchObject({ message, line });
		expect(failure?.hint).toContain(hint);
	});

	it('is null if TeX succeeded', () => {
		expect(firstFailure('This is pdfTeX\nOverfull \\hbox (3.1pt too wide)\n')).toBe(null);
	});

	it('lists each missing character once', () => {
		const line = 'Missing character: There is no 中 in font lmroman10!\n';
		expect(missingCharacters(`${line}x\n${line}${line.replace('中', '文')}`)).toEqual(['中', '文']);
	});
});
