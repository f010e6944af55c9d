import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import type { PublicationList } from '../../src/lists/list.ts';
import { listOf, locale, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';
import { buildRecord, letters } from './record.ts';
import { type Compiled, compile, linksOf, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-document-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [list] = buildRecord().lists;
if (!list) throw new Error('the record has no list');
const owner = 'Lapuschkin & Söhne';

/** A list that is owned by others. */
function ownedBy(name: string, list: PublicationList): PublicationList {
	return { ...list, highlights: { ...list.highlights, owners: [person(name)] } };
}

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext').each([
	['pdflatex', 'en', 'yes'],
	['xelatex', 'de', 'no'],
	['lualatex', 'de', 'yes'],
] as const)(
	'the record as a document of its own in %s',
	(engine, language, tagged) => {
		const name = `${engine}-${language}`;
		const document =
			rendered(ownedBy(`{${owner}}`, list), 'latex-document', { locale: locale(language), title: 'Works' }) ?? '';
		let compiled: Compiled;
		beforeAll(() => {
			writeFileSync(join(folder, `${name}.tex`), document);
			compiled = compile(engine, name, folder, 2);
		}, 120_000);

		it('compiles without warnings', () => {
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
		});

		it('shows every title, number and link', () => {
			const text = textOf(name, folder);
			const read = letters(text);
			expect(
				list.items
					.map(({ publication }) => letters(plainText(publication.title)))
					.filter((title) => !read.includes(title)),
			).toEqual([]);
			const counted = text.match(/^[\f ]*\d+\./gm) ?? [];
			expect(counted).toHaveLength(list.items.filter(({ number }) => number !== null).length);
			const links = linksOf(name, folder);
			const written = [...document.matchAll(/\\bibfoliolink\{((?:[^{}\\]|\\.)+)\}/g)].map(([, url = '']) =>
				url.replace(/\\/g, ''),
			);
			expect(written.length).toBeGreaterThan(10);
			expect(written.filter((url) => !links.has(url))).toEqual([]);
		});

		it('has metadata and a language, and is tagged if the engine supports it', () => {
			const { output } = run('pdfinfo', [`${name}.pdf`], folder);
			expect(output).toMatch(/^Title: +Publications$/m);
			expect(output).toMatch(/^Author: +Lapuschkin & Söhne$/m);
			expect(output).toMatch(new RegExp(`^Tagged: +${tagged}$`, 'm'));
		});
	},
	120_000,
);

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext').each([
	['pdflatex', ['Nguyễn', 'Bērziņš', 'Chebyshyov']],
	['xelatex', ['Nguyễn', 'Bērziņš', 'Чебышёв']],
	['lualatex', ['Nguyễn', 'Bērziņš', 'Чебышёв']],
])(
	'headings of other alphabets in %s',
	(engine, shown) => {
		it('appear in the PDF and in its bookmarks', () => {
			const titles = ['Nguyễn ọ̀rọ̀', 'Bērziņš', 'Чебышёв', '素粒子'];
			const entries = titles.map((topic, at) => `@book{b${at}, title = {A}, topic = {${topic}}, year = {2020}}`);
			const grouped = listOf(entries.join('\n'), { groupBy: ['topic'] as never });
			const name = `headings-${engine}`;
			const owned = ownedBy('Țepeș, Ānna', grouped);
			const document = rendered(owned, 'latex-document', { title: 'Công trình' }, {}, () => {});
			writeFileSync(join(folder, `${name}.tex`), document ?? '');
			const compiled = compile(engine, name, folder, 2);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
			const text = textOf(name, folder).normalize();
			expect(shown.filter((word) => !text.includes(word))).toEqual([]);
			const data = run('pdfinfo', [`${name}.pdf`], folder).output.normalize();
			expect(data).toMatch(/^Author: +Ānna Țepeș$/m);
			const bookmarks = [...readFileSync(join(folder, `${name}.aux`), 'utf8').matchAll(/writefile\{toc\}/g)];
			expect(bookmarks).toHaveLength(titles.length);
		});
	},
	120_000,
);
