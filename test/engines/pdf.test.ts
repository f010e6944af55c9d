import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findTexEngine } from '../../src/output/pdf/tex-engines.ts';
import { typeset } from '../../src/output/pdf/typeset.ts';
import { bibfolio } from '../cli/run.ts';
import { listOf, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';

const bib =
	'@article{a, author = {Weber, Marie}, title = {On $O(n^2)$ and 100\\% of it}, journal = {Nature}, year = {2020}, url = {https://example.org/a_b}}\n';
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-made-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(
	'pdflatex',
	'xelatex',
	'lualatex',
)('build --pdf', () => {
	const document = rendered(listOf(bib, {}, [person('Weber, Marie')]), 'latex-document') ?? '';

	it.each(['pdflatex', 'xelatex', 'lualatex'])(
		'makes the same bytes again with %s, in another folder',
		(name) => {
			const made = [1, 2].map(() => typeset({ name, program: name }, document, 1_600_000_000).pdf);
			expect(made[0]?.subarray(0, 5).toString()).toBe('%PDF-');
			expect(made[0]?.equals(made[1] as Buffer)).toBe(true);
		},
		120_000,
	);

	it('reads and writes no other files and runs no programs', () => {
		const engine = findTexEngine('nothing');
		if (!engine) throw new Error('no engine');
		const secret = join(folder, 'secret.txt');
		writeFileSync(secret, 'secret');
		const hostile = (line: string) => `\\documentclass{article}\\begin{document}x ${line}\\end{document}\n`;
		expect(typeset(engine, hostile(`\\input{${secret}}`), 0).pdf).toBe(null);
		expect(typeset(engine, hostile(`\\newwrite\\w\\immediate\\openout\\w=${folder}/written.tex`), 0).pdf).toBe(null);
		typeset(engine, hostile(`\\immediate\\write18{touch ${folder}/ran}`), 0);
		expect(() => readFileSync(join(folder, 'ran'))).toThrow();
	}, 60_000);

	it('reports the line of a TeX error and keeps the old PDF', () => {
		writeFileSync(join(folder, 'papers.bib'), bib.replace('100\\%', '$\\nosuchthing$'));
		writeFileSync(join(folder, 'cv.pdf'), 'old');
		const { code, err } = bibfolio(folder, ['papers.bib', '--pdf', '--out', 'cv.pdf']);
		expect(code).toBe(1);
		expect(err).toMatch(
			/cv\.tex:\d+:1: error: Cannot create cv\.pdf: \w+ failed: Undefined control sequence \\nosuchthing/,
		);
		expect(readFileSync(join(folder, 'cv.pdf'), 'utf8')).toBe('old');
	}, 60_000);

	it('reports an unchanged PDF on the second run', () => {
		writeFileSync(join(folder, 'good.bib'), bib);
		expect(bibfolio(folder, ['good.bib', '--pdf', '--out', 'good.pdf']).out).toContain('Wrote good.pdf (1 work)');
		expect(bibfolio(folder, ['good.bib', '--pdf', '--out', 'good.pdf']).out).toContain('Unchanged: good.tex, good.pdf');
	}, 60_000);
});
