import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { directionOf, scriptOf } from '../../src/render/language/scripts.ts';
import { fixture, listOf, locale, person, rendered } from '../render/library.ts';
import { describeWith } from '../tools.ts';
import { letters } from './record.ts';
import { compile, textOf } from './tex.ts';

const folder = mkdtempSync(join(tmpdir(), 'bibfolio-languages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tags = Object.keys(builtInTemplates.files).flatMap((name) => /^locales\/(.+)\.yaml$/.exec(name)?.[1] ?? []);

/** A few works, one of them in the language itself, so that all languages compile in a minute. */
const shown = /^(?:lindqvist2024|lindqvist2025|alembert2023|lindqvist2020|talk2023)$/;
const works = listOf(fixture('many-languages.bib'), {}, [person('Lindqvist, Ada')]);

function documentIn(tag: string): string {
	const language = tag.split('-')[0];
	const own = works.items.find(({ publication }) => publication.languages[0]?.split('-')[0] === language);
	const kept = (key: string) => shown.test(key) || key === own?.publication.key;
	const sections = works.sections
		.map((section) => ({ ...section, items: section.items.filter(({ publication }) => kept(publication.key)) }))
		.filter(({ items }) => items.length);
	const list = { ...works, sections, items: works.items.filter(({ publication }) => kept(publication.key)) };
	return rendered(list, 'latex-document', { locale: locale(tag) }, {}, () => {}) ?? '';
}

describeWith(
	'pdflatex',
	'xelatex',
	'lualatex',
	'pdftotext',
)('a document of its own', () => {
	describe.each(tags)('in the language %s', (tag) => {
		const document = documentIn(tag);
		const isPlain = scriptOf(tag) === 'Latn';
		const engine = directionOf(tag) === 'rtl' ? 'lualatex' : isPlain ? 'pdflatex' : 'xelatex';

		it(`compiles with ${engine} without warnings, and has its headings`, () => {
			writeFileSync(join(folder, `${tag}.tex`), document);
			const compiled = compile(engine, tag, folder);
			expect(compiled.ok, compiled.output).toBe(true);
			expect(compiled.flaws).toEqual([]);
			if (directionOf(tag) === 'rtl') return;
			const read = letters(textOf(tag, folder));
			for (const term of ['section-journal', 'section-conference', 'section-book'])
				expect(read).toContain(letters(locale(tag).term(term) ?? ''));
		});
	});

	it.each(tags.filter((tag) => /^(?:Cyrl|Grek)$/.test(scriptOf(tag))))(
		'in the language %s compiles with pdflatex, too',
		(tag) => {
			writeFileSync(join(folder, `${tag}-p.tex`), documentIn(tag));
			expect(compile('pdflatex', `${tag}-p`, folder)).toMatchObject({ ok: true, flaws: [] });
		},
	);
});
