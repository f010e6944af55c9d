import { describe, expect, it, test } from 'vitest';
import { listOf, locale, person, rendered } from './library.ts';

/** A list in one line, without line breaks of Markdown. */
function written(bib: string, tag: string, format = 'text', people: Parameters<typeof listOf>[2] = []): string {
	const list = listOf(bib, { groupBy: [] }, people);
	return (rendered(list, format, { locale: locale(tag), options: { bibtex: false } }, {}, () => {}) ?? '').replace(
		/\s*\n\s*/g,
		' ',
	);
}

const article = (fields: string) => `@article{a, author={Doe, Ada}, journaltitle={J}, date={2020}, ${fields}}`;

describe('quotations in a title', () => {
	const quoting = '\\enquote{One \\enquote{Two}}';
	test.each([
		['en', 'french', `Le ${quoting}`, '“Le «\u202fOne “Two”\u202f»”'],
		['en', 'german', `Das ${quoting}`, '“Das ‚One „Two“‘”'],
		['de', 'english', `The ${quoting}`, '„The ‘One “Two”’“'],
		['fr', 'russian', quoting, '«\u202f„One «Two»“\u202f»'],
		['en', 'japanese', quoting, '“「One 『Two』」”'],
		['en', 'klingon', quoting, '“‘One “Two”’”'],
		['en', 'english', quoting, '“‘One “Two”’”'],
	])('in a list in %s have the marks of the language %s: %s', (tag, language, title, expected) => {
		expect(written(article(`title={${title}}, langid={${language}}`), tag)).toContain(expected);
	});

	it('begin with the outer marks of the language in italics', () => {
		const book = '@book{a, author={Doe, Ada}, title={Le \\enquote{Discours}}, date={2020}, langid={french}}';
		expect(written(book, 'en')).toContain('Le «\u202fDiscours\u202f».');
	});
});

describe('a title in two languages', () => {
	test.each([
		['titletranslation'],
		['title-translation'],
		['translatedtitle'],
		['trans-title'],
		['usere'],
		['origtitle'],
	])('is shown with the translation of the field %s in brackets', (field) => {
		const bib = article(`title={深層学習}, ${field}={Deep learning}, langid={japanese}`);
		expect(written(bib, 'en')).toContain('“深層学習” [Deep learning].');
		expect(written(bib, 'en', 'latex')).toMatch(/\{深層学習\}.*''\}\} \[Deep learning\]\./);
		for (const format of ['html', 'html-page', 'atom']) expect(written(bib, 'en', format)).toContain('[Deep learning]');
	});

	it('is shown once if both are the same', () => {
		expect(written(article('title={Same}, origtitle={Same}'), 'en')).not.toContain('[');
	});

	it('has the language of the title on the title only', () => {
		const html = written(
			article('title={深層学習}, titletranslation={Deep learning}, langid={japanese}'),
			'en',
			'html',
		);
		expect(html).toMatch(
			/lang="ja"[^>]*>“?深層学習”?<\/span> <span class="bibfolio-translation">\[Deep learning\]<\/span>/,
		);
	});
});

describe('names in two scripts', () => {
	const annotated = article('title={T}').replace(
		'{Doe, Ada}',
		'{山田, 太郎 and Doe, Ada}, author+an:translit={1="Yamada, Tarō"}',
	);
	const withField = article('title={T}, author-original={山田, 太郎 and 佐藤, 花子}').replace(
		'{Doe, Ada}',
		'{Yamada, Tarō and Satō, Hanako}',
	);

	it('begin with the script of the language', () => {
		expect(written(annotated, 'en')).toContain('Yamada T (山田太郎) and Doe A (2020)');
		expect(written(annotated, 'ja')).toContain('山田太郎');
		expect(written(annotated, 'ru')).toContain('山田太郎 (Yamada T)');
		expect(written(withField, 'en')).toContain('Yamada T (山田太郎) and Satō H (佐藤花子) (2020)');
	});

	it('are the same person in both', () => {
		expect(written(annotated, 'en', 'markdown', [person('Yamada, Tarō')])).toContain('**Yamada T (山田太郎)**');
		expect(written(withField, 'en', 'markdown', [person('山田, 太郎')])).toContain('**Yamada T (山田太郎)**');
	});

	it('are not paired if the fields have different numbers of names', () => {
		expect(written(withField.replace(' and Satō, Hanako', ''), 'en')).toContain('Yamada T (2020)');
	});
});
