import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bibfolio } from '../cli/run.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';
import { compile, enginesWithFonts, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-looks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const docs = readFileSync(new URL('../../docs/latex.md', import.meta.url), 'utf8');
/** The looks that docs/latex.md has a table of, with the number of their arguments. */
const looks = new Map(
	[...(/## Another look[\s\S]*?\n\n(\| command[\s\S]*?)\n\n/.exec(docs)?.[1] ?? '').matchAll(/^\| (`\\.*?) \|/gm)]
		.flatMap(([, cell = '']) => [...cell.matchAll(/`\\bibfolio(\w+)((?:\{[^{}]*\})*)`/g)])
		.map(([, name = '', places = '']) => [name, places.match(/\{/g)?.length ?? 0] as const),
);

const bib = `@article{bell, title = {Pulsars}, journal = {Nature}, volume = {217}, pages = {709--713}, year = {1968},
	author = {Bell Burnell, Jocelyn and Hewish, Antony and Member, Sam}, author+an = {2=equal; 3=member},
	url = {https://example.org/pulsars}, award = {Best Find}, note = {With a foreword}}
@unpublished{talk, author = {Curie, Marie}, author+an = {1=highlight}, title = {Radium}, eventtitle = {Solvay Conference}, year = {1911},
	retracted = {1912}}
`;
/** The words that each look is given. */
const words: Readonly<Record<string, string>> = {
	heading: 'Journal Articles',
	remark: 'Peer reviewed',
	legend: '* equal contribution group member',
	item: '1.',
	label: '1.',
	authors: 'Bell Burnell J, Hewish A* and Member S (1968).',
	work: '“Pulsars”.',
	source: 'In: Nature 217:709–713. https://example.org/pulsars Best Find. With a foreword',
	title: '“Pulsars”',
	venue: 'Solvay Conference',
	container: 'Nature',
	retraction: 'Retracted 1912',
	note: 'With a foreword',
	award: 'Best Find',
	links: 'https://example.org/pulsars',
	link: 'https://example.org/pulsars',
	mark: 'Member S',
	markowner: 'Bell Burnell J',
	markhighlight: 'Curie M',
	symbol: '*',
};
/** What changes more than the words it is given; each tried in a way of its own. */
const others = { list: '\\let\\makelabel\\bibfoliolabel\\ttfamily', break: '(break)' };

writeFileSync(join(folder, 'papers.bib'), bib);
writeFileSync(
	join(folder, 'bibfolio.yaml'),
	`library: papers.bib
people:
  - { name: "Bell Burnell, Jocelyn", role: owner }
lists:
  all:
    sections: [{ title: Journal Articles, note: Peer reviewed, where: { venue: [journal, talk] } }]
outputs:
  - { path: publications.tex, list: all, format: latex }
`,
);

/** Of what these do, something must stay. */
const around: Readonly<Record<string, (text: string) => string>> = {
	heading: (text) => `\\par${text}\\par`,
	legend: (text) => `\\par${text}\\par`,
	item: (text) => `\\item[${text}]`,
	mark: (text) => `\\ifcsname bibfoliomark#1\\endcsname\\csname bibfoliomark#1\\endcsname{#2}\\else${text}\\fi`,
};

/** Each look between brackets with its name and a number: `(title1:`“Pulsars”`:title1)`. */
function restyled(command: string, number: number): string {
	return [...looks]
		.filter(([name]) => name in words)
		.map(([name, count]) => {
			const text = `(${name}${number}:#${count}:${name}${number})`;
			return `\\${command}{\\bibfolio${name}}[${count}]{${around[name]?.(text) ?? text}}\n`;
		})
		.join('');
}

const tight = (text: string) => text.replace(/\s+/g, '');

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext', 'pdffonts').each(enginesWithFonts)(
	'every look in %s',
	(engine, fonts) => {
		let read = '';
		beforeAll(() => {
			const built = bibfolio(folder, ['build']);
			expect(built.code, built.err).toBe(0);
			const document = `\\documentclass{article}${fonts}\\usepackage[paperwidth=60cm,textwidth=55cm]{geometry}\\pagestyle{empty}\\hyphenpenalty10000 \\begin{document}
${restyled('newcommand', 1)}\\input{publications}
${restyled('renewcommand', 2)}\\renewcommand{\\bibfoliobreak}{${others.break}}\\input{publications}
\\renewcommand{\\bibfoliolist}{${others.list}}\\input{publications}\\end{document}\n`;
			writeFileSync(join(folder, `${engine}.tex`), document);
			const compiled = compile(engine, engine, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			read = tight(textOf(engine, folder, '-raw'));
		}, 120_000);

		it('is documented in docs/latex.md', () => {
			expect([...looks.keys()].sort()).toEqual([...Object.keys(words), ...Object.keys(others)].sort());
		});

		it.each(Object.entries(words))('can be changed before a list and between two lists: %s', (name, wanted) => {
			for (const number of [1, 2]) {
				const found = [...read.matchAll(new RegExp(`\\(${name}${number}:(.*?):${name}${number}\\)`, 'g'))].map(
					([, text = '']) => text.replace(/\(\w+\d:|:\w+\d\)|\(break\)/g, ''),
				);
				expect(found).toContain(tight(wanted));
			}
		});

		it('can be changed between the lines of a work and in the whole list', () => {
			expect(read).toContain(':authors2)(break)(work2:');
			expect(run('pdffonts', [`${engine}.pdf`], folder).output).toMatch(/mono|cmtt|lmtt/i);
		});
	},
	120_000,
);
