import { describe, expect, test } from 'vitest';
import { venueOf } from '../../src/publications/venues/venues.ts';
import { listOf, locale, rendered } from './library.ts';

const html = (bib: string) => rendered(listOf(bib), 'html', { options: { bibtex: false } }) ?? '';

test('right-to-left text keeps its order in a left-to-right list', () => {
	const text = html('@article{a, author={כהן, דוד}, title={שלום: A (1)}, journal={ספר}, volume={3}, year=2021}');
	expect(text).toContain('<bdi>דוד כהן</bdi></span> (<span class="bibfolio-date dt-published">2021</span>).');
	expect(text).toContain('<span class="bibfolio-title p-name" dir="rtl">“שלום: A (1)”</span>.');
	expect(text).toContain('<em class="bibfolio-container p-publication" dir="rtl">ספר</em> 3');
});

test('left-to-right text in a right-to-left list is unchanged', () => {
	const text = html('@article{a, author={Cohen, D.}, title={On שלום}, journal={Book}, year=2021}');
	expect(text).not.toMatch(/dir=|<bdi>/);
});

describe('in a list from right to left', () => {
	const work = (title: string, more = '') =>
		`@article{a, author={Cohen, D.}, title={${title}}, journal={ספר}, volume=3, pages={14--27}, year=2021${more}}`;
	const hebrew = (bib: string, options: Record<string, boolean | string> = {}) =>
		rendered(listOf(bib), 'html', { locale: locale('he'), options }) ?? '';

	test('works in Latin letters go from left to right, with English words', () => {
		const text = hebrew(work('Survey'), { bibtex: false });
		expect(text).toContain('data-key="a" dir="ltr"');
		expect(text).toContain('In: <em class="bibfolio-container p-publication">ספר</em> 3:');
	});

	test('a title with Latin words goes from right to left', () => {
		expect(hebrew(work('BERT בעברית'), { bibtex: false })).toContain('data-key="a">');
	});

	test('words in another script from right to left are those of the language', () => {
		expect(hebrew(work('دراسة'), { bibtex: false })).toContain('”دراسة”');
	});

	test('volume and pages are two numbers', () => {
		expect(hebrew(work('סקירה'), { bibtex: false })).toContain('3\u200f:');
	});

	test('abstracts and BibTeX have their own direction', () => {
		const text = hebrew(work('סקירה', ', abstract={We review.}'));
		expect(text).toContain('<p class="bibfolio-abstract" dir="auto">We review.</p>');
		expect(text).toContain('<pre class="bibfolio-bibtex" dir="ltr"');
	});

	test('a table is mirrored', () => {
		const table = rendered(listOf(work('סקירה')), 'html', { locale: locale('he'), show: 'per-year' });
		expect(table).toMatch(/<section class="bibfolio bibfolio-statistic"[^>]* lang="he" dir="rtl"/);
	});
});

test('Hebrew abbreviations have geresh and gershayim', () => {
	const text = html(`@article{a, author={לוי, ש' and ג'ינג'י, צ"ל}, title={פרופ' ל'צה"ל': "שלום"}, journal={'עולם'}}`);
	expect(text).toContain('ש׳ לוי');
	expect(text).toContain('ג׳ינג׳י');
	expect(text).toContain('פרופ׳');
	expect(text).toContain('צה״ל');
	expect(text).toContain('‘שלום’');
	expect(text).toContain('“עולם”');
});

test('a venue has its colour without a style attribute', () => {
	const list = listOf('@article{a, title={A}, journal={Nature}}');
	const [item] = list.items;
	if (!item) throw new Error('no item');
	const row = {
		match: ['Nature'],
		kind: null,
		name: null,
		short: 'Nat',
		rank: null,
		quartile: null,
		issn: [],
		years: null,
		colour: '#b03060',
		url: null,
	};
	const venue = venueOf(item.publication.entry, item.publication.type, [row]);
	const coloured = { ...item, publication: { ...item.publication, venue } };
	const sections = list.sections.map((section) => ({ ...section, items: [coloured] }));
	const text = rendered({ ...list, sections, items: [coloured] }, 'html') ?? '';
	expect(text).toMatch(/<svg class="bibfolio-dot" [^>]*><circle [^>]*fill="#b03060" \/><\/svg>/);
	expect(text).not.toContain('style=');
});
