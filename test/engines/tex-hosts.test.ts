import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { describeWith } from '../tools.ts';
import { buildRecord, contentsOf, letters } from './record.ts';
import { compile, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-hosts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const docs = readFileSync(new URL('../../docs/latex.md', import.meta.url), 'utf8');
/** The example of docs/latex.md that restyles a list. */
const restyled = (/## Another look[\s\S]*?```latex\n([\s\S]*?)```/.exec(docs)?.[1] ?? '').replace('cv/', '');

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext').each([
	['pdflatex', '\\usepackage[T1]{fontenc}\\usepackage{lmodern}'],
	['xelatex', ''],
	['lualatex', '\\usepackage{fontspec}'],
])('the record in somebody else’s document, by %s', (engine, fonts) => {
	const result = buildRecord();
	writeFileSync(join(folder, 'publications.tex'), contentsOf(result, 'out/publications.tex'));

	it.each([
		['scrartcl', `\\documentclass{scrartcl}${fonts}\\usepackage{hyperref}`, '\\input{publications}'],
		['columns', `\\documentclass[landscape,twocolumn]{article}${fonts}\\usepackage{geometry}`, '\\input{publications}'],
		[
			'small',
			`\\documentclass{article}${fonts}\\usepackage[margin=20mm]{geometry}\\usepackage{multicol}`,
			'\\small\\begin{multicols}{2}\\input{publications}\\end{multicols}',
		],
		['restyled', `\\documentclass{article}${fonts}`, restyled],
	])(
		'compiles without a flaw and loses no title: %s',
		(host, preamble, body) => {
			const name = `${host}-${engine}`;
			writeFileSync(
				join(folder, `${name}.tex`),
				`${preamble}\\pagestyle{empty}\n\\begin{document}\n${body}\n\\end{document}\n`,
			);
			const compiled = compile(engine, name, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
			const read = letters(textOf(name, folder, '-raw'));
			expect(
				result.publications.map(({ title }) => letters(plainText(title))).filter((title) => !read.includes(title)),
			).toEqual([]);
		},
		60_000,
	);
});
