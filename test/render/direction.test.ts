import { expect, test } from 'vitest';
import { venueOf } from '../../src/publications/venues/venues.ts';
import { listOf, rendered } from './library.ts';

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
