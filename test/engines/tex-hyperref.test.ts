import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { letters } from './record.ts';
import { compile, enginesWithFonts, linksOf, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-hyperref-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list =
	rendered(
		listOf(`@article{a, author = {Weber, Marie}, title = {Żółć in $\\text{time}\\in\\mathbb{R}$ of \\O{}re},
	journal = {Nature}, year = {2020}, url = {https://example.org/a_b?c=1&d=2#e%20f}, doi = {10.1000/(x)_y}}`),
		'latex',
	) ?? '';
const links = ['https://doi.org/10.1000/(x)_y', 'https://example.org/a_b?c=1&d=2#e%20f'];
writeFileSync(join(folder, 'publications.tex'), list);
writeFileSync(join(folder, 'looks.tex'), list.slice(0, list.indexOf('\\bibfolioheading{2}')));

/** A document's preamble and body, and whether its links are links. */
type Host = readonly [host: string, preamble: string, body: string, linked: boolean];
const input = '\\input{publications}';
const hosts: readonly Host[] = [
	['loaded after the looks, amsmath too', '\\input{looks}\\usepackage{amsmath,amssymb,hyperref}', input, true],
	['loaded after a list for the beginning', `\\AtBeginDocument{${input}}\\usepackage[colorlinks]{hyperref}`, 'x', true],
	[
		'loaded after a command that holds the list, set in a box',
		`\\newcommand{\\publications}{${input}}\\newsavebox{\\saved}\\usepackage{hyperref}`,
		'\\begin{lrbox}{\\saved}\\begin{minipage}{\\textwidth}\\publications\\end{minipage}\\end{lrbox}\\noindent\\usebox{\\saved}',
		true,
	],
	['with hidden links', '\\PassOptionsToPackage{hidelinks}{hyperref}\\usepackage{url,hyperref}', input, true],
	['only for links', '\\usepackage[implicit=false]{hyperref}', input, true],
	['in a draft', '\\usepackage[draft]{hyperref}', input, false],
	['switched off', '\\usepackage{hyperref}', `\\begin{NoHyper}${input}\\end{NoHyper}`, false],
	['never loaded, but url', '\\PassOptionsToPackage{hidelinks}{hyperref}\\usepackage{url}', input, false],
];

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext', 'pdfinfo').each(enginesWithFonts)(
	'hyperref in %s',
	(engine, fonts) => {
		it.each(hosts)('%s', (host, preamble, body, linked) => {
			const name = `${engine}-${hosts.findIndex(([one]) => one === host)}`;
			const document = `\\documentclass{article}${fonts}\\pagestyle{empty}${preamble}\\begin{document}${body}\\end{document}\n`;
			writeFileSync(join(folder, `${name}.tex`), document);
			const compiled = compile(engine, name, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
			expect([...linksOf(name, folder)].sort()).toEqual(linked ? links : []);
			expect(letters(textOf(name, folder, '-raw'))).toContain(letters('Żółć in time∈R of Øre'));
		});
	},
	60_000,
);
