import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { describeWith, itWith } from '../tools.ts';
import { run } from './engine.ts';
import { buildRecord, contentsOf, letters } from './record.ts';
import { compile, linksOf, standInForIcons, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-classes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fonts = '\\usepackage[T1]{fontenc}\\usepackage{lmodern}';
const input = '\\input{publications}';
const result = buildRecord();
const titles = result.publications.map(({ title }) => letters(plainText(title)));
const publications = contentsOf(result, 'out/publications.tex');
const addresses = [...publications.matchAll(/\\bibfoliolink\{((?:[^{}\\]|\\.)+)\}/g)].map(([, url = '']) =>
	url.replace(/\\/g, ''),
);
writeFileSync(join(folder, 'publications.tex'), publications);
writeFileSync(join(folder, 'own.bib'), '@book{own, author = {Weber, Marie}, title = {Own Thoughts}, date = {2020}}\n');
standInForIcons(folder);

/** Compiles a document that has the record so many times; the titles and links that are wanting in it. */
function wanting(engine: string, name: string, copies: number, document: string, times = 1): string[] {
	writeFileSync(join(folder, `${name}.tex`), document);
	const compiled = compile(engine, name, folder, times);
	expect(compiled.ok, compiled.output).toBe(true);
	expect(compiled.flaws).toEqual([]);
	const read = letters(textOf(name, folder, '-raw'));
	const links = linksOf(name, folder);
	return [
		...titles.filter((title) => read.split(title).length - 1 < copies * within(title)),
		...addresses.filter((url) => !links.has(url)),
	];
}

/** How many of the record's titles have this one in them: itself, and that of its later version. */
function within(title: string): number {
	return titles.filter((other) => other.includes(title)).length;
}

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext').each(['pdflatex', 'xelatex', 'lualatex'])(
	'the record in %s',
	(engine) => {
		itWith('moderncv.cls')('compiles in moderncv, with links by hyperref', () => {
			const document = `\\documentclass[11pt,a4paper]{moderncv}${engine === 'pdflatex' ? fonts : ''}
\\moderncvstyle{classic}\\moderncvcolor{blue}\\name{Marie}{Weber}\\pagestyle{empty}
\\begin{document}\\makecvtitle\\section{Work}\\cventry{2020}{Degree}{University}{}{}{}${input}\\end{document}\n`;
			expect(wanting(engine, `moderncv-${engine}`, 1, document)).toEqual([]);
		});

		itWith('biblatex.sty')('compiles with biblatex, twice and in a minipage', () => {
			const document = `\\documentclass{article}${engine === 'pdflatex' ? fonts : ''}
\\usepackage[paperheight=120cm,textheight=110cm]{geometry}
\\usepackage[english]{babel}\\usepackage[backend=bibtex]{biblatex}\\addbibresource{own.bib}\\usepackage{hyperref}\\pagestyle{empty}
\\begin{document}\\cite{own}\\printbibliography ${input}${input}\\clearpage
\\noindent\\begin{minipage}[t]{\\textwidth}\\tiny ${input}\\end{minipage}\\end{document}\n`;
			const name = `biblatex-${engine}`;
			writeFileSync(join(folder, `${name}.tex`), document);
			compile(engine, name, folder);
			expect(run('bibtex', [name], folder).output).not.toMatch(/error|warning--/i);
			expect(wanting(engine, name, 3, document, 2)).toEqual([]);
		});
	},
	120_000,
);
