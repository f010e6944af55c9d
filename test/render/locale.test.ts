import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { closestTag } from '../../src/render/language/scripts.ts';
import { loadLocale } from '../../src/render/load-locale.ts';
import { folderWith } from '../folder.ts';

function load(tag: string, words: Record<string, string> = {}, files: Record<string, string> | null = null) {
	const diagnostics: Diagnostic[] = [];
	let folder: string | null = null;
	if (files) {
		folder = mkdtempSync(join(tmpdir(), 'bibfolio-locale-'));
		mkdirSync(join(folder, 'locales'));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'locales', name), text);
	}
	return { locale: loadLocale(tag, words, folder, (problem) => diagnostics.push(problem)), diagnostics };
}

test('a locale has terms, months, seasons and quotation marks', () => {
	const { locale } = load('de');
	expect(locale).toMatchObject({
		tag: 'de',
		quotes: [
			['„', '“'],
			['‚', '‘'],
		],
	});
	expect(locale?.month(3)(null)).toBe('März');
	expect([21, 22, 23, 24].map((season) => locale?.season(season)(null))).toEqual([
		'Frühjahr',
		'Sommer',
		'Herbst',
		'Winter',
	]);
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
	expect(load('en').locale?.ordinal(number).ordinal(null)).toBe(text);
});

test('a region without a file uses the locale of its language', () => {
	expect(load('de-AT').locale?.term('and')).toBe('und');
	expect(load('de-AT').locale?.tag).toBe('de-AT');
	expect(load('de_AT').locale).toMatchObject({ tag: 'de-AT' });
});

test('words replace terms, and an unknown term is reported with the closest one', () => {
	const { locale, diagnostics } = load('en', {
		and: '&',
		'mark-alumni': 'alumni',
		'section-software': 'Code',
		'et-all': 'u. a.',
	});
	expect(locale?.term('and')).toBe('&');
	expect(locale?.term('section-software')).toBe('Code');
	expect(diagnostics).toMatchObject([{ code: 'locale/unknown', hint: expect.stringContaining('"et-al"') }]);
});

test('a file of the project overrides the built-in one', () => {
	const { locale, diagnostics } = load('en', {}, { 'en.yaml': 'and: plus\nmy-word: mine\n' });
	expect(diagnostics).toEqual([]);
	expect([locale?.term('and'), locale?.term('my-word'), locale?.term('in')]).toEqual([
		'plus',
		'mine',
		'In: {container}',
	]);
});

test('a language of the project is completed in English, and its missing terms are reported once', () => {
	const { locale, diagnostics } = load('eo', {}, { 'eo.yaml': 'and: et\nin: Dans\n' });
	expect([locale?.term('and'), locale?.term('edition')]).toEqual(['et', '{ordinal} edition']);
	expect(diagnostics).toMatchObject([{ code: 'locale/incomplete', message: expect.stringContaining('month-01') }]);
});

test('an unknown language is reported with the closest one', () => {
	expect(load('dde')).toMatchObject({
		locale: null,
		diagnostics: [{ code: 'locale/unknown', hint: expect.stringContaining('"de"') }],
	});
	expect(load('../en').locale).toBeNull();
});

test('a term that is not text is reported with its position', () => {
	const { diagnostics } = load('en', {}, { 'en.yaml': 'and: [a, b]\n' });
	expect(diagnostics).toMatchObject([{ code: 'config/invalid', span: { start: 5 } }]);
});

test('equal locales are the same object', () => {
	expect(load('en').locale).toBe(load('en').locale);
	expect(load('en', { and: '&' }).locale).not.toBe(load('en').locale);
});

test('the file of a region contains only what differs from its language', () => {
	const { locale, diagnostics } = load('de-AT', {}, { 'de-AT.yaml': 'month-01: Jänner\n' });
	expect(diagnostics).toEqual([]);
	expect([locale?.month(1)(null), locale?.month(2)(null), locale?.tag]).toEqual(['Jänner', 'Februar', 'de-AT']);
});

test('an unreadable locale file is reported', () => {
	const folder = mkdtempSync(join(tmpdir(), 'bibfolio-locale-'));
	mkdirSync(join(folder, 'locales/eo.yaml'), { recursive: true });
	const diagnostics: Diagnostic[] = [];
	expect(loadLocale('eo', {}, folder, (problem) => diagnostics.push(problem))).toBe(null);
	expect(diagnostics.map(({ code }) => code)).toEqual(['file/unreadable']);
});

test('an error in a locale file is reported with its path in the project', () => {
	const root = folderWith({ 'templates/locales/eo.yaml': 'and: [\n' });
	const diagnostics: Diagnostic[] = [];
	loadLocale('eo', {}, join(root, 'templates'), (problem) => diagnostics.push(problem), { root, readable: null });
	expect(diagnostics.map(({ span }) => span?.source.path)).toEqual(['templates/locales/eo.yaml']);
});

test.each([
	['no', ['nb', 'en'], 'nb'],
	['zh', ['en', 'zh-CN', 'zh-TW'], 'zh-CN'],
	['zh-HK', ['en', 'zh-CN', 'zh-TW'], 'zh-TW'],
	['zh_TW', ['zh-CN'], null],
	['pt-BR', ['pt', 'pt-BR'], 'pt-BR'],
	['xx', ['en', 'de'], null],
])('the tag %s means, among %j, %s', (tag, tags, wanted) => {
	expect(closestTag(tag, tags)).toBe(wanted);
});
