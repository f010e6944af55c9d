import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { fixture, listOf, locale, rendered } from './library.ts';

const library = fixture('every-type.bib');
/** Omits what is shown below an entry, which other tests cover. */
const options = { bibtex: false };

describe('every entry type of BibLaTeX, and entries with few fields', () => {
	test.each(['markdown', 'html', 'latex'])('in %s', async (format) => {
		const text = rendered(listOf(library), format, { options });
		await expect(text).toMatchFileSnapshot(`golden/every-type${formats[format]?.extension}`);
	});

	test.each(['en', 'de'])('begin with the title in %s', async (tag) => {
		const html = rendered(listOf(library), 'html', { locale: locale(tag), options, look: 'title' }) ?? '';
		await expect(html).toMatchFileSnapshot(`golden/every-type.title.${tag}.html`);
	});

	test('are rendered in German, with addresses', async () => {
		const text = rendered(listOf(library), 'markdown', { locale: locale('de'), options: { links: 'addresses' } });
		await expect(text).toMatchFileSnapshot('golden/every-type.de.md');
	});

	test.each([
		['en', 'record'],
		['de', 'record'],
		['en', 'title'],
		['de', 'title'],
	])('read well in %s, look %s: no stop twice, no empty brackets, no blank before a stop', (tag, look) => {
		const html = rendered(listOf(library), 'html', { locale: locale(tag), options, look }) ?? '';
		const lines = html.split(/<\/div>|<\/li>|<\/h\d>/).map((line) => line.replace(/<[^<>]*>/g, '').trim());
		for (const line of lines) {
			expect(line).not.toMatch(/[.,:;]{2}|\.[”“]\.|\s[.,;:)]|\(\s|\(\)|\s{2}|^[.,;:]|[,:;]$/);
			expect(line).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
		}
	});

	test.each(['record', 'title'])('lose no name, title, year or page in look %s', (look) => {
		const html = (rendered(listOf(library), 'html', { options, look }) ?? '').replace(/<[^<>]*>/g, '');
		const marksRemoved = (words: string) => words.replace(/[“”‘’]/g, '');
		for (const [, field = '', value = ''] of library.matchAll(/^\s*(\w+)\s*= \{([^{}\\]*)\},$/gm)) {
			if (
				!/^(?:title|subtitle|booktitle|journaltitle|issuetitle|maintitle|pages|eid|edition|version|volumes|note)$/.test(
					field,
				)
			)
				continue;
			// Quotation marks in quoted titles alternate.
			expect(marksRemoved(html), `${field} = ${value}`).toContain(marksRemoved(value.replaceAll('--', '–')));
		}
	});

	test('contain the same words in each look, apart from those around them', () => {
		const words = (look: string) => {
			const html = rendered(listOf(library), 'html', { options, look }) ?? '';
			const items = [...html.matchAll(/data-key="([^"]*)">(.*?)<\/li>/gs)];
			return items.map(([, key, item = '']) => [key, wordsOf(item)] as const);
		};
		const byTitle = new Map(words('title'));
		for (const [key, shown] of words('record'))
			expect([key, shown.filter((word) => !byTitle.get(key)?.includes(word))]).toEqual([key, []]);
	});
});

/** The words and numbers of an entry. The looks differ in 'In', in the form of days and in labels that repeat the title's address. */
function wordsOf(item: string): readonly string[] {
	const words = item.replace(/<a class="bibfolio-link.*?<\/a>/g, '').replace(/<[^<>]*>/g, ' ');
	return (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
		(word) => !['in', 'ed', 'eds'].includes(word) && !/^\d\d$/.test(word),
	);
}
