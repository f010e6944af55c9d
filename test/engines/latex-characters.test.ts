import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { finish } from '../../src/formats/finish-file.ts';
import { latex, unsupportedCharacters } from '../../src/formats/latex/latex.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';

/** Blocks of Unicode where the table of characters has rows. */
const blocks: readonly (readonly [number, number])[] = [
	[0x20, 0x7e],
	[0xa0, 0x24f],
	[0x2b0, 0x2ff],
	[0x370, 0x3ff],
	[0x1e00, 0x1eff],
	[0x2000, 0x209f],
	[0x20a0, 0x20c0],
	[0x2100, 0x22ff],
	[0x2300, 0x23ff],
	[0x25a0, 0x26ff],
	[0x27c0, 0x27ff],
	[0x2a00, 0x2aff],
	[0xfb00, 0xfb06],
];
const fonts = { pdflatex: '\\usepackage[T1]{fontenc}\\usepackage{lmodern}', xelatex: '', lualatex: '' };
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-characters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const characters = blocks
	.flatMap(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
	)
	.filter((character) => /\P{Cn}/u.test(character) && unsupportedCharacters(character).length === 0);

describeWith(
	'pdflatex',
	'xelatex',
	'lualatex',
)('every character of the table', () => {
	it.each(Object.entries(fonts))(
		'is printed by %s without a package',
		(engine, preamble) => {
			// LuaTeX reports missing characters when a page is finished.
			const end = engine === 'lualatex' ? '\\newpage' : '\\par';
			const lines = characters.map(
				(character) => `\\typeout{@@${character.codePointAt(0)?.toString(16)}}x${latex.text(character)}y${end}\n`,
			);
			const body = finish(latex, lines.join(''));
			const document = `\\documentclass{article}${preamble}\\begin{document}\n${body}\\end{document}\n`;
			writeFileSync(join(folder, `${engine}.tex`), document);
			run(engine, ['-interaction=nonstopmode', `${engine}.tex`], folder);
			const log = readFileSync(join(folder, `${engine}.log`), 'utf8');
			const told = log.split(/^@@(?=[0-9a-f]+$)/m).slice(1);
			expect(told).toHaveLength(characters.length);
			const failed = told.filter((part) => /^! |Missing character|unavailable in encoding/m.test(part));
			expect(failed.map((part) => part.slice(0, 120))).toEqual([]);
		},
		120_000,
	);
});
