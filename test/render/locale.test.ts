import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';
import { loadLocale } from '../../src/render/locale.ts';
import { folderWith } from '../folder.ts';

function load(tag: string, words: Record<string, string> = {}, own: Record<string, string> | null = null) {
	const found: Diagnostic[] = [];
	let folder: string | null = null;
	if (own) {
		folder = mkdtempSync(join(tmpdir(), 'bibfolio-locale-'));
		mkdirSync(join(folder, 'locales'));
		for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, 'locales', name), text);
	}
	return { locale: loadLocale(tag, words, folder, (d) => found.push(d)), found };
}

const built = Object.keys(builtInTemplates.files).flatMap((name) => /^locales\/(.+)\.yaml$/.exec(name)?.[1] ?? []);

test.each(built)('%s is complete and knows no term that English does not', (tag) => {
	const { locale, found } = load(tag);
	expect(found).toEqual([]);
	const ends = /^ordinal-\d\d$/;
	const inEnglish = load('en').locale;
	const english = inEnglish?.terms.filter((name) => !ends.test(name)).sort();
	expect(locale?.terms.filter((name) => !ends.test(name)).sort()).toEqual(english);
	for (const name of english ?? []) {
		const slots = (word: string | null | undefined) => new Set(word?.match(/\{\w+\}/g));
		expect([name, slots(locale?.term(name))]).toEqual([name, slots(inEnglish?.term(name))]);
		if (!/^mark-(owner|highlight)$/.test(name)) expect([name, locale?.term(name)]).not.toEqual([name, '']);
	}
});

test('gives words, months, seasons and quotation marks', () => {
	const { locale } = load('de');
	expect(locale).toMatchObject({
		tag: 'de',
		quotes: [
			['„', '“'],
			['‚', '‘'],
		],
	});
	expect(locale?.months).toHaveLength(12);
	expect(locale?.months[2]).toBe('März');
	expect(locale?.seasons).toEqual(['Frühjahr', 'Sommer', 'Herbst', 'Winter']);
	expect(locale?.term('and')).toBe('und');
	expect(locale?.term('nothing')).toBeNull();
	expect(locale?.phrase('date-day', { day: 3, month: 'Mai', year: 2020 })).toBe('3. Mai 2020');
});

test.each([
	[1, '1st'],
	[2, '2nd'],
	[3, '3rd'],
	[4, '4th'],
	[11, '11th'],
	[12, '12th'],
	[13, '13th'],
	[21, '21st'],
	[111, '111th'],
	[122, '122nd'],
])('ordinal %i is %s in English', (number, text) => {
	expect(load('en').locale?.ordinal(number)).toBe(text);
});

test('a region without a file of its own speaks its language', () => {
	expect(load('de-AT').locale?.term('and')).toBe('und');
	expect(load('de-AT').locale?.tag).toBe('de-AT');
	expect(load('de_AT').locale).toMatchObject({ tag: 'de-AT' });
});

test('words are reworded, and a word that does not exist is reported with the nearest', () => {
	const { locale, found } = load('en', {
		and: '&',
		'mark-alumni': 'alumni',
		'section-software': 'Code',
		'et-all': 'u. a.',
	});
	expect(locale?.term('and')).toBe('&');
	expect(locale?.term('section-software')).toBe('Code');
	expect(found).toMatchObject([{ code: 'locale/unknown', hint: expect.stringContaining('“et-al”') }]);
});

test("a project's own file stands over the built-in one", () => {
	const { locale, found } = load('en', {}, { 'en.yaml': 'and: plus\nmy-word: mine\n' });
	expect(found).toEqual([]);
	expect([locale?.term('and'), locale?.term('my-word'), locale?.term('in')]).toEqual(['plus', 'mine', 'In']);
});

test('a language of its own is completed in English, and what it lacks is reported once', () => {
	const { locale, found } = load('fr', {}, { 'fr.yaml': 'and: et\nin: Dans\n' });
	expect([locale?.term('and'), locale?.term('edition')]).toEqual(['et', '{ordinal} edition']);
	expect(found).toMatchObject([{ code: 'locale/incomplete', message: expect.stringContaining('month-01') }]);
});

test('an unknown language is reported with the nearest', () => {
	expect(load('dde')).toMatchObject({
		locale: null,
		found: [{ code: 'locale/unknown', hint: expect.stringContaining('“de”') }],
	});
	expect(load('../en').locale).toBeNull();
});

test('what is no word is reported with its place', () => {
	const { found } = load('en', {}, { 'en.yaml': 'and: [a, b]\n' });
	expect(found).toMatchObject([{ code: 'config/invalid', span: { start: 5 } }]);
});

test('the same words give the same object', () => {
	expect(load('en').locale).toBe(load('en').locale);
	expect(load('en', { and: '&' }).locale).not.toBe(load('en').locale);
});

test('a region says what differs from its language', () => {
	const { locale, found } = load('de-AT', {}, { 'de-AT.yaml': 'month-01: Jänner\n' });
	expect(found).toEqual([]);
	expect([locale?.months.slice(0, 2), locale?.tag]).toEqual([['Jänner', 'Februar'], 'de-AT']);
});

test('a locale file that cannot be read is reported, not thrown', () => {
	const folder = mkdtempSync(join(tmpdir(), 'bibfolio-locale-'));
	mkdirSync(join(folder, 'locales/fr.yaml'), { recursive: true });
	const found: Diagnostic[] = [];
	expect(loadLocale('fr', {}, folder, (d) => found.push(d))).toBe(null);
	expect(found.map(({ code }) => code)).toEqual(['file/unreadable']);
});

test('what is wrong in a project’s own file is said with its path in the project', () => {
	const root = folderWith({ 'templates/locales/fr.yaml': 'and: [\n' });
	const found: Diagnostic[] = [];
	loadLocale('fr', {}, join(root, 'templates'), (one) => found.push(one), root);
	expect(found.map(({ span }) => span?.source.path)).toEqual(['templates/locales/fr.yaml']);
});
