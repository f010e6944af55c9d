import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { latexUrl } from '../../src/latex/write-latex.ts';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { hostileEntries, hostileTitles, titles } from './hostile.ts';
import { letters } from './record.ts';
import { compile, linksOf, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const harmless = { scripts: false };
const latin = listOf(hostileTitles(titles.filter(({ latin }) => latin)) + hostileEntries(harmless));
const all = listOf(hostileTitles() + hostileEntries(harmless));
writeFileSync(join(folder, 'latin.tex'), rendered(latin, 'latex') ?? '');
writeFileSync(join(folder, 'all.tex'), rendered(all, 'latex', {}, {}, () => {}) ?? '');

const fonts = '\\usepackage[T1]{fontenc}\\usepackage{lmodern}';
/** What babel's German does: `"` is a command. */
const german = '\\catcode34=13 \\def"#1{\\errmessage{a quotation mark for babel}}';

describeWith(
	'pdflatex',
	'xelatex',
	'lualatex',
	'pdftotext',
)(
	'LaTeX of a library that means harm',
	() => {
		it.each([
			[
				'pdflatex',
				'with hyperref, where a quotation mark is a command',
				'latin',
				fonts,
				'\\usepackage{hyperref}',
				german,
			],
			[
				'pdflatex',
				'twice, in two columns, without any package',
				'all',
				fonts,
				'\\PassOptionsToClass{twocolumn,landscape}{article}',
				'\\input{all}',
			],
			[
				'lualatex',
				'beside amsmath and hyperref',
				'latin',
				'\\usepackage{fontspec}',
				'\\usepackage{amsmath,amssymb,hyperref}',
				'',
			],
			['xelatex', 'in every script', 'all', '\\usepackage{fontspec}', '\\usepackage{hyperref}', ''],
		])('compiles in %s %s', (engine, _, file, font, packages, before) => {
			const options = packages.startsWith('\\PassOptions') ? [packages, ''] : ['', packages];
			const document = `${options[0]}\\documentclass{article}${font}${options[1]}\n\\begin{document}\n${before}\\input{${file}}\n\\end{document}\n`;
			const name = `${engine}-${file}-${before.length}`;
			writeFileSync(join(folder, `${name}.tex`), document);
			const compiled = compile(engine, name, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);

			const read = letters(textOf(name, folder, '-raw'));
			// Letters that are drawn of two signs cannot be read back.
			const missing = latin.items
				.filter(({ publication: { key, title } }) => key.startsWith('hostile') && !/[ħŧ]/.test(plainText(title)))
				.map(({ publication }) => letters(plainText(publication.title)))
				.filter((title) => !read.includes(title));
			expect(missing).toEqual([]);
			if (packages.includes('hyperref')) {
				const urls = linksOf(name, folder);
				for (const { publication } of latin.items)
					for (const { url } of publication.links) expect(urls).toContain(latexUrl(url).replace(/\\/g, ''));
			}
		});
	},
	120_000,
);
