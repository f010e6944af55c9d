import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { describeWith } from '../tools.ts';
import { buildRecord, contentsOf, letters } from './record.ts';
import { compile, textOf } from './tex.ts';

const preambles = {
	pdflatex: '\\usepackage[T1]{fontenc}\\usepackage{lmodern}',
	xelatex: '\\usepackage{fontspec}',
	lualatex: '\\usepackage{fontspec}',
};
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-tex-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext').each(Object.entries(preambles))(
	'%s',
	(engine, fonts) => {
		const result = buildRecord();
		writeFileSync(join(folder, 'publications.tex'), contentsOf(result, 'out/publications.tex'));

		it.each([
			['with hyperref', '\\usepackage{hyperref}'],
			['without any package', ''],
		])('compiles the record %s, and every title can be read in the PDF', (_, packages) => {
			const name = `${engine}-${packages ? 'hyperref' : 'bare'}`;
			const language = '\\usepackage[english]{babel}';
			const document = `\\documentclass{article}${fonts}${packages && language}${packages}\\pagestyle{empty}\\begin{document}\\input{publications}\\end{document}\n`;
			writeFileSync(join(folder, `${name}.tex`), document);
			const compiled = compile(engine, name, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);

			const read = letters(textOf(name, folder));
			const missing = result.publications
				.map(({ title }) => letters(plainText(title)))
				.filter((title) => !read.includes(title));
			expect(missing).toEqual([]);
		});
	},
	120_000,
);
