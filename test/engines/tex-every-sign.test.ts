import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainText } from '../../src/latex/plain-text.ts';
import { richText } from '../../src/latex/rich-text.ts';
import { listOf, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { run } from './engine.ts';
import { hostileEntries } from './hostile.ts';
import { quotedTitle } from './quoted-title.ts';
import { signs } from './signs.ts';
import { type Compiled, compile, linksOf, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-signs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const languages = listOf(readFileSync(new URL('fixtures/languages.bib', import.meta.url), 'utf8'));
const list = listOf(
	[
		...signs.map(({ bib }) => bib),
		readFileSync(new URL('fixtures/languages.bib', import.meta.url), 'utf8'),
		hostileEntries({ scripts: false }),
	].join('\n'),
);
writeFileSync(join(folder, 'publications.tex'), rendered(list, 'latex', {}, {}, () => {}) ?? '');
const whole = rendered(list, 'latex-document', {}, {}, () => {}) ?? '';

/** A text as it is read, regardless of line breaks. */
function legible(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}+/gu, '')
		.replace(/\s+/g, ' ');
}

/** As a .bib means it: `'` and `` ` `` are quotation marks; without what a line break or a direction changes. */
function tight(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replaceAll('∼', '~')
		.replace(/[‘’`]/g, "'")
		.replace(/[“”]/g, '"');
}

function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/** The words of a work that a reader looks for: of its title, venue and authors' family names. */
function wordsOf({ publication }: (typeof languages.items)[number]): string[] {
	const names = publication.contributors.author?.names ?? [];
	return [
		plainText(publication.title),
		plainText(publication.containerTitle ?? []),
		...names.map(({ family, literal }) => literal ?? family),
	].flatMap((text) => text.split(' '));
}

/** What pdflatex shows of words in other scripts where a document loads no encoding for them. */
const transliterated: Readonly<Record<string, readonly string[]>> = {
	greek: ['Παπαδ', 'ψυχης', 'σώµατ', 'Eλληνική'],
	russian: ['Chebyshyov', 'Lyapunov', 'Ob odnom obyome', 'Zhurnal vychislitelnoy matematiki'],
	ukrainian: ['Yizhakevich', 'Yefremov', 'Pro novi', 'Visnik Akademiyi'],
	serbian: ['Djordjevic', 'Dzadzic', 'O cirilitsi', 'Glasnik'],
	hebrew: ['[hebrew]'],
	arabic: ['[arabic]'],
	chinese: ['[han]'],
	japanese: ['[han]'],
	korean: ['[hangul]'],
};
/** What xelatex and lualatex show where this machine has no font. */
const fontless: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	[
		['chinese', 'zh', '[han]'],
		['japanese', 'ja', '[han]'],
		['korean', 'ko', '[hangul]'],
	].flatMap(([key = '', tag, instead = '']) =>
		run('fc-list', [`:lang=${tag}`], folder).output.trim() ? [] : [[key, [instead]]],
	),
);

const preambles = {
	pdflatex: '\\usepackage[T1]{fontenc}\\usepackage{lmodern}',
	xelatex: '\\usepackage{fontspec}',
	lualatex: '\\usepackage{fontspec}',
};

describeWith('pdflatex', 'xelatex', 'lualatex', 'pdftotext', 'pdfinfo').each(
	Object.entries(preambles).flatMap(([engine, fonts]) => [
		[
			engine,
			'the list in an article',
			`\\documentclass{article}${fonts}\\usepackage{hyperref}\\pagestyle{empty}
\\begin{document}\\input{publications}\\end{document}\n`,
		] as const,
		[engine, 'the document', whole] as const,
	]),
)(
	'every sign and language in %s, %s',
	(engine, kind, document) => {
		const name = `${engine}-${kind.length}`;
		let compiled: Compiled;
		let text = '';
		let read = '';
		beforeAll(() => {
			writeFileSync(join(folder, `${name}.tex`), document);
			compiled = compile(engine, name, folder);
			text = legible(textOf(name, folder, '-raw'));
			read = tight(text);
		}, 120_000);

		it('compiles without warnings', () => {
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
		});

		it('shows each character in title, name, venue and note, and all 300 authors', () => {
			const wanted = signs.flatMap((sign) => [
				quotedTitle(richText(sign.title)).slice(1, -1),
				sign.names,
				sign.venue,
				sign.note,
			]);
			expect(wanted.filter((text) => !read.includes(tight(text)))).toEqual([]);
			expect(new Set(read.match(/Author[a-j]+(?=A)/g)).size).toBe(300);
		});

		it('links to each address and DOI exactly', () => {
			const links = new Set([...linksOf(name, folder)].map(decoded));
			const wanted = signs.flatMap(({ url, doi }) => [url, `https://doi.org/${doi}`]);
			expect(wanted.filter((url) => !links.has(url))).toEqual([]);
		});

		it.each(languages.items.map((item) => [item.publication.key, item] as const))('shows %s', (key, item) => {
			const wanted = (engine === 'pdflatex' ? transliterated : fontless)[key] ?? wordsOf(item);
			// Of LuaTeX's letters from right to left, pdftotext reads each by itself.
			const apart = engine === 'lualatex' && ['hebrew', 'arabic'].includes(key);
			const lost = wanted.filter((word) => !(apart ? read.includes(tight(word)) : text.includes(legible(word))));
			expect(lost).toEqual([]);
		});
	},
	120_000,
);
