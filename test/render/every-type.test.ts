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

	test('are rendered in German, with addresses', async () => {
		const text = rendered(listOf(library), 'markdown', { locale: locale('de'), options: { links: 'addresses' } });
		await expect(text).toMatchFileSnapshot('golden/every-type.de.md');
	});

	test.each(['en', 'de'])('read well in %s: no stop twice, no empty brackets, no blank before a stop', (tag) => {
		const html = rendered(listOf(library), 'html', { locale: locale(tag), options }) ?? '';
		const lines = html.split(/<\/div>|<\/li>|<\/h\d>/).map((line) => line.replace(/<[^<>]*>/g, '').trim());
		for (const line of lines) {
			expect(line).not.toMatch(/[.,:;]{2}|\.[”“]\.|\s[.,;:)]|\(\s|\(\)|\s{2}|^[.,;:]|[,:;]$/);
			expect(line).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
		}
	});

	test('lose no name, title, year or page', () => {
		const html = (rendered(listOf(library), 'html', { options }) ?? '').replace(/<[^<>]*>/g, '');
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
});
