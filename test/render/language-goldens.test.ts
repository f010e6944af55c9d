import { describe, expect, it } from 'vitest';
import { defaultNameStyle } from '../../src/lists/list-defaults.ts';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { formsOf } from '../../src/render/language/term-forms.ts';
import type { Locale, Slots } from '../../src/render/locale.ts';
import { buildRecord } from '../engines/record.ts';
import { sample } from '../tools.ts';
import { fixture, listOf, locale, person, rendered } from './library.ts';

const tags = Object.keys(builtInTemplates.files).flatMap((name) => /^locales\/(.+)\.yaml$/.exec(name)?.[1] ?? []);

const people = [
	person('Lindqvist, Ada'),
	person('Łoś, Adam', { role: 'student' }),
	person('Ahmed, Yusuf', { role: 'alumni' }),
];
const names = { ...defaultNameStyle, etAlMin: 7, etAlUseFirst: 2, etAlKeepMarked: 'position' as const };
const works = listOf(fixture('many-languages.bib'), { names }, people);
const [record] = buildRecord().lists;

/** The numbers for which the words of a count are shown. */
const counts = [1, 2, 3, 5, 11, 21, 1234];

// One file for each language, to be read from top to bottom by a person who knows it.
describe.each(sample(tags, 6))('the golden file of %s', (tag) => {
	const language = locale(tag);

	it('contains works of all kinds, tables, the record and all words', async () => {
		if (!record) throw new Error('the record has no list');
		const markdown = (list: typeof works, more = {}) =>
			rendered(list, 'markdown', { locale: language, options: { links: 'none', bibtex: false }, ...more }) ?? '';
		const parts = [
			`# ${tag}`,
			markdown(works),
			...['per-year', 'per-person', 'people'].map((show) => markdown(works, { show })),
			'# Words',
			wordsOf(language),
			'# Record',
			markdown(record),
		];
		const file = parts.map((part) => `${part.trim()}\n`).join('\n');
		await expect(file).toMatchFileSnapshot(`golden/languages/${tag}.md`);
	});
});

/** Each term with its words, as a table: those of a count for several numbers, and every other form by its name. */
function wordsOf(language: Locale): string {
	const rows = language.terms.map((name) => `| ${name} | ${shown(name, language).replaceAll('|', '\\|')} |`);
	return ['| term | words |', '| --- | --- |', ...rows].join('\n');
}

function shown(name: string, language: Locale): string {
	const forms = formsOf(name, language.forms(name) ?? '');
	const slots = forms.flatMap(([, words]) => [...words.matchAll(/\{([\w-]+)/g)].map(([, slot = '']) => slot));
	if (slots.includes('number') || slots.includes('ordinal')) {
		const written = counts.map((number) => language.phrase(name, { ...language.ordinal(number), number, ...examples }));
		return [...new Set(written)].join(' · ');
	}
	if (forms.length === 1)
		return code(language.phrase(name, { ...examples, month: language.month(5), season: language.season(21) }));
	return forms.map(([path, words]) => `${path.slice(name.length + 1)}: ${code(words)}`).join(' · ');
}

/** Values for slots that do not count. */
const examples: Slots = { found: 5, total: 21, year: 2020, day: 3 };

/** Words in code if there are spaces at their ends, which Markdown does not show. */
function code(words: string): string {
	return /^\s|\s$|^$/.test(words) ? `\`${words}\`` : words;
}
