import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { defaultNameStyle } from '../../../src/lists/list-defaults.ts';
import { parseDate } from '../../../src/publications/dates/entry-dates.ts';
import { loadLocale } from '../../../src/render/load-locale.ts';
import type { Locale } from '../../../src/render/locale.ts';
import { formatDate } from '../../../src/render/views/format-date.ts';
import { folderWith } from '../../folder.ts';
import { listOf, locale, rendered } from '../library.ts';

/** A language with a few terms; the others are in English. Its tag has a private part, so that no built-in locale has it. */
function language(tag: string, yaml: string): Locale {
	const file = `${tag}-x-test`;
	const folder = join(folderWith({ [`templates/locales/${file}.yaml`]: yaml }), 'templates');
	const locale = loadLocale(file, {}, folder, () => {});
	if (!locale) throw new Error(`No locale ${file}`);
	return locale;
}

describe('the word before a text', () => {
	test.each([
		['es', 'and: { other: y, "before i, hi": e, "before hia, hie, hio, hiu": y }', 'Iglesias M', ' e '],
		['es', 'and: { other: y, "before i, hi": e, "before hia, hie, hio, hiu": y }', 'Íñiguez M', ' e '],
		['es', 'and: { other: y, "before i, hi": e, "before hia, hie, hio, hiu": y }', 'Hierro J', ' y '],
		['es', 'and: { other: y, "before i, hi": e, "before hia, hie, hio, hiu": y }', 'Pérez A', ' y '],
		['it', 'and: { other: e, "before e": ed }', 'Eco U', ' ed '],
		['it', 'and: { other: e, "before e": ed }', 'Rossi M', ' e '],
		['ar', 'and: و\nand-between: " {and}"', 'علي محمد', ' و'],
		['en', 'and: and', 'Eco U', ' and '],
	])('in %s with %j before %s is "%s"', (tag, yaml, name, word) => {
		expect(language(tag, yaml).and('and', name)).toBe(word);
	});

	it('is the one with the longest beginning in phrases, too', () => {
		const yaml = 'accessed: { other: "consultato il {date}", "before 8, 11": "consultato l’{date}" }';
		const italian = language('it', yaml);
		expect(italian.phrase('accessed', { date: '11 maggio 2020' })).toBe('consultato l’11 maggio 2020');
		expect(italian.phrase('accessed', { date: '5 maggio 2020' })).toBe('consultato il 5 maggio 2020');
	});
});

describe('ordinal numbers', () => {
	const edition = (tag: string, yaml: string, number: number) => {
		const locale = language(tag, yaml);
		return locale.phrase('edition', locale.ordinal(number));
	};
	const catalan =
		'ordinal: { masculine: { one: "{number}r", two: "{number}n", few: "{number}t", other: "{number}è" }, feminine: "{number}a" }\n';
	test.each([
		[
			'es',
			'ordinal: { masculine: "{number}.º", feminine: "{number}.ª" }\nedition: "{ordinal.feminine} ed."',
			2,
			'2.ª ed.',
		],
		['ca', `${catalan}edition: "{ordinal.feminine} ed."`, 3, '3a ed.'],
		['ca', `${catalan}edition: "{ordinal.masculine} vol."`, 3, '3r vol.'],
		['ca', `${catalan}edition: "{ordinal.masculine} vol."`, 5, '5è vol.'],
		['nl', 'ordinal: "{number}e"\nedition: "{ordinal} druk"', 2, '2e druk'],
		['sv', 'ordinal: { one: "{number}:a", other: "{number}:e" }\nedition: "{ordinal} upplagan"', 2, '2:a upplagan'],
		['sv', 'ordinal: { one: "{number}:a", other: "{number}:e" }\nedition: "{ordinal} upplagan"', 11, '11:e upplagan'],
		['fi', 'ordinal: "{number}."\nedition: "{ordinal} painos"', 2, '2. painos'],
		[
			'el',
			'ordinal: { masculine: "{number}ος", feminine: "{number}η", neuter: "{number}ο" }\nedition: "{ordinal.feminine} έκδοση"',
			2,
			'2η έκδοση',
		],
		['tr', 'ordinal: "{number}."\nedition: "{ordinal} baskı"', 2, '2. baskı'],
		['zh-CN', 'ordinal: 第{number}\nedition: "{ordinal}版"', 2, '第2版'],
		['ko', 'ordinal: 제{number}\nedition: "{ordinal}판"', 2, '제2판'],
		['he', 'edition: מהדורה {number}', 2, 'מהדורה 2'],
		['pl', 'edition: wyd. {roman}', 21, 'wyd. XXI'],
	])('in %s with %j: the edition %i is %s', (tag, yaml, number, words) => {
		expect(edition(tag, yaml, number)).toBe(words);
	});
});

describe('dates', () => {
	test.each([
		[
			'pl',
			'month-05: { nominative: maj, genitive: maja }\ndate-day: "{day} {month.genitive} {year}"',
			'2020-05-03',
			'3 maja 2020',
		],
		['pl', 'month-05: { nominative: maj, genitive: maja }\ndate-month: "{month} {year}"', '2020-05', 'maj 2020'],
		[
			'ca',
			'month-04: { nominative: abril, genitive: d’abril }\ndate-day: "{day} {month.genitive} de {year}"',
			'2020-04-03',
			'3 d’abril de 2020',
		],
		[
			'ca',
			'month-05: { nominative: maig, genitive: de maig }\ndate-day: "{day} {month.genitive} de {year}"',
			'2020-05-03',
			'3 de maig de 2020',
		],
		['hu', 'month-05: május\ndate-day: "{year}. {month} {day}."', '2020-05-03', '2020. május 3.'],
		[
			'it',
			'month-05: maggio\ndate-day: { 1: "1º {month} {year}", other: "{day} {month} {year}" }',
			'2020-05-01',
			'1º maggio 2020',
		],
		[
			'zh-CN',
			'month-05: 5月\ndate-day: "{year}年{month}{day}日"\ndate-range-days: "{year}年{month}{start}–{end}日"',
			'2020-05-03/2020-05-05',
			'2020年5月3–5日',
		],
		[
			'fr',
			'and: et\nmonth-05: mai\ndate-day: { 1: "{day}er {month} {year}", other: "{day} {month} {year}" }',
			'2020-05-01/03/05',
			'1er, 3 et 5 mai 2020',
		],
		['ru', 'date-century: "{roman} век"', '20XX', 'XXI век'],
		['sv', 'date-century: "{year}-talet"', '20XX', '2000-talet'],
		['hu', 'date-decade: { other: "{year}-as évek", "after 10, 40, 000": "{year}-es évek" }', '196X', '1960-as évek'],
		['hu', 'date-decade: { other: "{year}-as évek", "after 10, 40, 000": "{year}-es évek" }', '194X', '1940-es évek'],
		[
			'hu',
			'date-decade: { other: "{year}-as évek", "after 00": "x {year}", "after 000": "{year}-es évek" }',
			'200X',
			'2000-es évek',
		],
		[
			'cs',
			'month-05: { nominative: květen, genitive: května }\ndate-open-end: od {start.genitive}',
			'2020-05/..',
			'od května 2020',
		],
		[
			'cs',
			'season-01: { nominative: jaro, genitive: jara }\ndate-open-start: do {end.genitive}',
			'../2020-21',
			'do jara 2020',
		],
		['cs', 'date-open-end: od {start.genitive}', '2020/..', 'od 2020'],
		[
			'hr',
			'month-05: { nominative: svibanj, genitive: svibnja }\ndate-month: "{month} {year}."\ndate-circa: oko {date.genitive}',
			'2020-05~',
			'oko svibnja 2020.',
		],
		[
			'hr',
			'month-05: svibnja\ndate-month: "{month} {year}."\ndate-open-end: od {start}.',
			'2020-05/..',
			'od svibnja 2020.',
		],
		['hr', 'date-open-end: od {start}.', '2020/..', 'od 2020.'],
		['pl', 'date-decade: lata {year}–{end}', '199X', 'lata 1990–1999'],
		['fr', 'date-century: { 1: "{roman}er siècle", other: "{roman}e siècle" }', '19XX', 'XXe siècle'],
	])('in %s with %j: %s is %s', (tag, yaml, written, words) => {
		const date = parseDate(written);
		expect(formatDate(date, language(tag, yaml), 'text')).toBe(words);
	});
});

describe('numbers', () => {
	const polish = 'works: { one: "{number} praca", few: "{number} prace", many: "{number} prac" }';
	const arabic =
		'works: { zero: لا أعمال, one: عمل واحد, two: عملان, few: "{number} أعمال", many: "{number} عملًا", other: "{number} عمل" }';
	test.each([
		['pl', polish, 1, '1 praca'],
		['pl', polish, 22, '22 prace'],
		['pl', polish, 12, '12 prac'],
		['ar', arabic, 2, 'عملان'],
		['ar', arabic, 3, '3 أعمال'],
		['ja', 'works: "{number}件"', 1, '1件'],
		['de', 'works: "{number} Arbeiten"', 12345, '12.345 Arbeiten'],
		['hu', 'works: "{number} közlemény"', 3, '3 közlemény'],
	])('in %s with %j: %i works are %s', (tag, yaml, number, words) => {
		expect(language(tag, yaml).phrase('works', { number })).toBe(words);
	});
});

describe('a phrase with names', () => {
	const czech =
		'edited-by: { one: "ed. {names}", other: "eds. {names}" }\ntranslated-by: { one: "přeložil {names}", other: "přeložili {names}" }';
	test.each([
		['editor={Malá, E.}, translator={Nový, J.}', 'Ed. Malá E', 'Přeložil Nový J'],
		[
			'editor={Malá, E. and Nový, J.}, translator={Nový, J. and Malá, E.}',
			'Eds. Malá E a Nový J',
			'Přeložili Nový J a Malá E',
		],
		['editor={Malá, E. and others}, translator={Nový, J. and others}', 'Eds. Malá E et al.', 'Přeložili Nový J et al.'],
	])('is in the plural for several names: %s', (fields, ...phrases) => {
		const list = listOf(`@book{a, author={Dvořák, A.}, title={T}, ${fields}}`);
		const text = rendered(list, 'text', { locale: language('cs', czech) }, {}, () => {});
		for (const phrase of phrases) expect(text).toContain(phrase);
	});
});

describe('the volume', () => {
	const czech = 'volume: { journal: "roč. {number}", other: "sv. {number}" }';
	test.each([
		['@periodical{a, editor={Malá, E.}, title={T}, volume=12, issue=2}', 'Roč. 12'],
		['@article{a, author={Malá, E.}, title={T}, volume=12, number=2}', 'Roč. 12'],
		['@book{a, author={Malá, E.}, title={T}, volume=12}', 'Sv. 12'],
		['@book{a, author={Malá, E.}, title={T}}', null],
	])('of %s is %s', (bib, words) => {
		const text = rendered(listOf(bib), 'text', { locale: language('cs', czech) }, {}, () => {}) ?? '';
		expect(/(?:Roč|Sv)\. ?\d+/.exec(text.replaceAll('\u00a0', ' '))?.[0] ?? null).toBe(words);
	});
});

describe('a list', () => {
	const write = (tag: string, yaml: string, bib: string, names = {}) =>
		rendered(
			listOf(bib, { groupBy: [], names: { ...defaultNameStyle, ...names } }),
			'text',
			{ locale: language(tag, yaml) },
			{},
			() => {},
		)?.replace(/\s*\n\s*/g, ' ') ?? '';

	const chinese = [
		'open-quote: { foreign: “, other: “ }',
		'comma: { foreign: ", ", other: ， }',
		'stop: { foreign: ". ", other: 。 }',
		'colon: { foreign: ": ", other: ： }',
		'open-bracket: { foreign: " (", other: （ }',
		'close-bracket: { foreign: ")", other: ） }',
		'list-delimiter: { foreign: ", ", other: ， }',
		'and: { foreign: and, other: 和 }',
		'and-between: { foreign: " {and} ", other: "{and}" }',
		'et-al: { foreign: et al., other: 等 }',
		'before-et-al: { foreign: { 1: " ", other: ", " }, other: "" }',
		'in: { foreign: "In: {container}", other: "载：{container}" }',
	].join('\n');

	it('has full-width punctuation for works in Chinese characters and English one for others', () => {
		const bib = `@article{a, author={王, 明 and 李, 华}, title={综述}, journal={学报}, volume=4, year=2017}
@article{b, author={Smith, A. and Doe, B.}, title={Survey}, journal={Nature}, volume=4, year=2016}`;
		const text = write('zh-CN', chinese, bib);
		expect(text).toContain('王明和李华（2017）。 “综述”。 载：学报 4');
		expect(text).toContain('Smith A and Doe B (2016). “Survey”. In: Nature 4');
	});

	test.each([
		['BERT和GPT的比较', true],
		['C++程序设计', true],
		['DNA', false],
		['On the word 道 in the Laozi', false],
		['2020', true],
	])('treats the title %s as Chinese: %s', (title, isChinese) => {
		const text = write('zh-CN', chinese, `@article{a, author={王, 明}, title={${title}}, journal={J}, year=2017}`);
		expect(text).toMatch(isChinese ? /（2017）/ : /\(2017\)/);
	});

	it.each([
		['{Invited Talk}', 'Invited Talk', 'eingeladener Vortrag'],
		['{Technical report}', 'Technical report', 'Technischer Bericht'],
		['{Evening talk}', 'Evening talk', 'Evening talk'],
	])('translates the kind of work %s, which English keeps as it is written', (type, english, german) => {
		const list = listOf(`@misc{a, author={A, B}, title={T}, type=${type}, year=2017}`, { groupBy: [] });
		expect(rendered(list, 'text')).toContain(english);
		expect(rendered(list, 'text', { locale: locale('de') })?.toLowerCase()).toContain(german.toLowerCase());
	});

	it('has the punctuation for the script of the journal if there is no title', () => {
		const bib = (journal: string) => `@article{a, author={Weber, M.}, journal={${journal}}, year=2017}`;
		expect(write('zh-CN', chinese, bib('Nature'))).toContain('Weber M (2017). ');
		expect(write('zh-CN', chinese, bib('学报'))).toContain('Weber M（2017）。');
	});

	it('has no comma before a full-width bracket', () => {
		const bib = '@talk{a, author={王, 明}, title={综述}, eventtitle={年会}, venue={上海}, type={特邀报告}, year=2017}';
		expect(write('zh-CN', chinese, bib)).toContain('年会，上海（特邀报告）');
	});

	it('has a space instead of a full-width stop after a link', () => {
		const bib =
			'@article{a, author={王, 明}, title={综述}, journal={学报}, year=2017, doi={10.1000/a}, note={获奖}, addendum={勘误}}';
		expect(write('zh-CN', chinese, bib)).toContain('学报。https://doi.org/10.1000/a 获奖。勘误');
	});

	it('has marks of the language around titles of articles, and quotation marks in them', () => {
		const marks =
			'open-title: { foreign: "", article: 〈, other: 《 }\nclose-title: { foreign: "", article: 〉, other: 》 }\n';
		const quotes = 'open-quote: 「\nclose-quote: 」\nopen-inner-quote: 『\nclose-inner-quote: 』';
		const bib = `@article{a, author={王, 明}, title={論\\enquote{道}}, journal={學報}, year=2017}
@article{b, author={Smith, A.}, title={Survey}, journal={Nature}, year=2016}`;
		const text = write('zh-TW', marks + quotes, bib);
		expect(text).toContain('〈論「道」〉. In: 《學報》');
		expect(text).toContain('「Survey」. In: Nature');
	});

	it("has 'et al.' in the language of the names", () => {
		const names = { etAlMin: 2, etAlUseFirst: 1 };
		const bib = (first: string) => `@book{a, author={${first} and Doe, B. and Roe, C.}, title={T}, year=2017}`;
		expect(write('zh-CN', chinese, bib('王, 明'), names)).toContain('王明等');
		expect(write('zh-CN', chinese, bib('Smith, A.'), names)).toContain('Smith A et al.');
		const russian = 'et-al: { foreign: et al., other: и др. }\nbefore-et-al: " "';
		expect(write('ru', russian, bib('Иванов, И.'), names)).toContain('Иванов И и др.');
	});

	it('puts the family name first in names of its language', () => {
		const names = { nameAsSortOrder: 'none', initializeWith: null };
		const bib = (more: string) => `@book{a, author={Kovács, János}, title={T}, year=2017, ${more}}`;
		const hungarian = 'name-order: family given';
		expect(write('hu', hungarian, bib('langid={hungarian}'), names)).toContain('Kovács János');
		expect(write('hu', hungarian, bib('langid={english}'), names)).toContain('János Kovács');
		expect(write('hu', hungarian, bib(''), names)).toContain('János Kovács');
	});

	it('introduces journals in another way than books, if the language does', () => {
		const spanish = 'in: { journal: "{container}", other: "En: {container}" }';
		const bib = `@article{a, title={T}, journal={Revista}, year=2017}
@incollection{b, title={T}, booktitle={Libro}, year=2016}`;
		expect(write('es', spanish, bib)).toContain('(2017). Revista');
		expect(write('es', spanish, bib)).toContain('En: Libro');
		expect(write('es', 'in: "En: {container}"', bib)).toContain('En: Revista');
	});

	it('writes names where the phrase has them', () => {
		const bib = '@book{a, author={A, B}, translator={Tanaka, C.}, title={T}, year=2017}';
		expect(write('tr', 'translated-by: "{names} tarafından çevrildi"', bib)).toContain('Tanaka C tarafından çevrildi');
		expect(
			write('ca', 'translated-by: { other: "trad. de {names}", "before a, e": "trad. d’{names}" }', bib),
		).toContain('Trad. de Tanaka C');
		expect(
			write('ca', 'translated-by: { other: "trad. de {names}", "before a, t": "trad. d’{names}" }', bib),
		).toContain('Trad. d’Tanaka C');
	});

	it('has the plural categories of English in words for other scripts', () => {
		const yaml = [
			'ordinal: { foreign: { one: "{number}st", two: "{number}nd", few: "{number}rd", other: "{number}th" }, other: "{number}" }',
			'edition: { foreign: "{ordinal} edition", other: "الطبعة {ordinal}" }',
		].join('\n');
		const bib = (edition: number) => `@book{a, author={A, B}, title={T}, edition=${edition}, year=2017}`;
		expect(write('ar', yaml, bib(3))).toContain('3rd edition');
		expect(write('ar', yaml, bib(42))).toContain('42nd edition');
	});

	it('begins with a capital letter of its language', () => {
		const bib = '@book{a, author={A, B}, translator={Tanaka, C.}, title={T}, year=2017}';
		expect(write('tr', 'translated-by: ingilizceden çeviren {names}', bib)).toContain('İngilizceden çeviren Tanaka C');
	});

	it('ends a title in French quotation marks with one full stop', () => {
		const yaml = 'open-quote: "«\\u202F"\nclose-quote: "\\u202F»"';
		expect(write('fr', yaml, '@misc{a, title={Fin.}, year=2017}')).toContain('«\u202fFin.\u202f» (2017).');
	});
});

describe('right to left', () => {
	const bib = `@article{a, author={Cohen, D.}, title={Survey}, journal={Nature}, year=2021}
@article{b, author={כהן, ד.}, title={סקירה}, journal={ספר}, year=2020}`;
	const html = (tag: string) =>
		rendered(listOf(bib), 'html', { locale: language(tag, 'and: x'), options: { bibtex: false } }, {}, () => {}) ?? '';

	it('is the direction of a list in Hebrew, in which English works go from left to right', () => {
		expect(html('he')).toMatch(/<section class="bibfolio"[^>]* dir="rtl"/);
		expect(html('he')).toMatch(/data-key="a" dir="ltr"/);
		expect(html('he')).not.toMatch(/data-key="b" dir/);
	});

	it('is not the direction of a list in English', () => {
		expect(html('en')).not.toMatch(/<section[^>]*dir=/);
		expect(html('en')).not.toMatch(/data-key="."[^>]* dir=/);
	});
});
