import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';
import { buildRecord, contentsOf, letters } from './record.ts';
import { compile, flawsOf, linksOf, standInForIcons, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-recipes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const docs = readFileSync(new URL('../../docs/latex.md', import.meta.url), 'utf8');
const result = buildRecord();
const titles = result.publications.map(({ title }) => letters(plainText(title)));
const headings = ['Journal Articles', 'Talks & Lectures', 'Awards'];
writeFileSync(join(folder, 'publications.tex'), contentsOf(result, 'out/publications.tex'));
for (const standIn of ['awesome-cv.cls', 'altacv.cls'])
	copyFileSync(fileURLToPath(new URL(`fixtures/${standIn}`, import.meta.url)), join(folder, standIn));
standInForIcons(folder);

/** The whole document that docs/latex.md has under a heading. */
function recipe(heading: string): string {
	const [, section = ''] = docs.split(`\n### ${heading}\n`);
	const found = /^\n```latex\n([\s\S]*?)```/.exec(section)?.[1];
	if (!found) throw new Error(`no recipe for ${heading}`);
	return found;
}

/** What of the record is wanting in a PDF. */
function wanting(name: string, at: string): string[] {
	const read = letters(textOf(name, at, '-raw'));
	// AltaCV's sections are in capitals.
	const shouted = read.toLowerCase();
	return [
		...titles.filter((title) => !read.includes(title)),
		...headings.filter((heading) => !shouted.includes(letters(heading).toLowerCase())),
		...['https://github.com/albermax/innvestigate'].filter((url) => !linksOf(name, at).has(url)),
	];
}

const engines = ['pdflatex', 'xelatex', 'lualatex'];
describeWith(
	...engines,
	'latexmk',
	'pdftotext',
	'pdfinfo',
	'moderncv.cls',
	'paracol.sty',
)(
	'a document of docs/latex.md shows the whole record',
	() => {
		it.each([
			['moderncv', engines],
			['Awesome-CV', ['xelatex', 'lualatex']],
			['AltaCV', engines],
		])('in %s, or what stands in for it', (heading, compilers) => {
			for (const engine of compilers) {
				const name = `${heading}-${engine}`;
				writeFileSync(join(folder, `${name}.tex`), recipe(heading));
				const compiled = compile(engine, name, folder);
				expect(compiled.ok, compiled.output).toBe(true);
				expect([name, ...compiled.flaws]).toEqual([name]);
				expect(wanting(name, folder)).toEqual([]);
			}
		});

		it.each([
			['-pdf', (document: string) => document],
			['-pdfxe', withFontspec],
			['-pdflua', withFontspec],
		])('by latexmk %s, as Overleaf runs it', (option, adapted) => {
			const at = join(folder, `overleaf${option}`);
			mkdirSync(at);
			copyFileSync(join(folder, 'publications.tex'), join(at, 'publications.tex'));
			writeFileSync(join(at, 'main.tex'), adapted(recipe('Overleaf')));
			const { ok, output } = run('latexmk', ['-norc', option, '-interaction=nonstopmode', 'main.tex'], at);
			expect(ok, output.slice(-2000)).toBe(true);
			expect(flawsOf('main', at)).toEqual([]);
			expect(wanting('main', at)).toEqual([]);
		});
	},
	120_000,
);

function withFontspec(document: string): string {
	return document.replace(/\\usepackage\[T1\]\{fontenc\}\n\\usepackage\{lmodern\}/, '\\usepackage{fontspec}');
}
