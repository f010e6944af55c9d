import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameStyle } from '../../../src/lists/list.ts';
import { defaultNameStyle } from '../../../src/lists/list-defaults.ts';
import type { Mark } from '../../../src/people/person.ts';
import type { Name, NameList } from '../../../src/publications/names/name.ts';
import { parseNames } from '../../../src/publications/names/read-names.ts';
import { loadLocale } from '../../../src/render/load-locale.ts';
import type { Locale } from '../../../src/render/locale.ts';
import { noPages } from '../../../src/render/views/name-links.ts';
import { type NameToken, nameTokens } from '../../../src/render/views/name-tokens.ts';
import { person } from '../../people/sample-person.ts';

const locale = (tag: string): Locale => {
	const locale = loadLocale(tag, {}, null, () => {});
	if (!locale) throw new Error(`no locale ${tag}`);
	return locale;
};
const english = locale('en');

const six =
	'Achtibat, Reduan and Dreyer, Maximilian and Eisenbraun, Ilona and Bosse, Sebastian and Lapuschkin, Sebastian and Samek, Wojciech';
const owner: Mark = { kind: 'owner', person: null };

function marksOn(list: NameList, places: readonly number[]): Map<Name, readonly Mark[]> {
	return new Map(list.names.filter((_, at) => places.includes(at + 1)).map((name) => [name, [owner]]));
}

function view(
	value: string,
	style: Partial<NameStyle> = {},
	marked: readonly number[] = [],
	words = english,
): readonly NameToken[] {
	const list = parseNames(value);
	return nameTokens(list, { ...defaultNameStyle, ...style }, marksOn(list, marked), words, noPages);
}

it('hides a person without a mark like other names', () => {
	const list = parseNames(six);
	const none: Mark = { kind: 'none', person: person('Bosse, Sebastian', { role: 'none' }) };
	const tokens = nameTokens(
		list,
		{ ...defaultNameStyle, etAlMin: 3 },
		new Map([[list.names[3] as Name, [none]]]),
		english,
		noPages,
	);
	expect(tokens.map(({ text }) => text).join('')).toBe('Achtibat R et al.');
});

const plain = (...parameters: Parameters<typeof view>) =>
	view(...parameters)
		.map(({ text }) => text)
		.join('');

describe('the default style', () => {
	it.each([
		['Müller, Klaus-Robert and Höhne, Marina M.-C. and Goh, Gary S. W.', 'Müller K-R, Höhne M M-C and Goh G S W'],
		['Anders, CJ and Raberger, AM', 'Anders C J and Raberger A M'],
		['Ludwig van Beethoven', 'van Beethoven L'],
		['King, Jr., Martin Luther', 'King M L Jr.'],
		['{World Health Organization}', 'World Health Organization'],
		['Plato', 'Plato'],
		['毛 泽东 and 김 철수', '毛泽东 and 김철수'],
		['כהן, משה and לוי, ש.', 'משה כהן and ש. לוי'],
		['العلي, أحمد', 'أحمد العلي'],
		['García, Mª José', 'García M J'],
	])('%s', (value, expected) => {
		expect(plain(value)).toBe(expected);
	});
});

describe('the order of the parts', () => {
	const full = { initializeWith: null, sortSeparator: ', ' };

	it('is family first for all, for the first, or for none', () => {
		const value = 'Ludwig van Beethoven and Martin Luther King Jr. and {World Health Organization}';
		expect(plain(value, full)).toBe('Beethoven, Ludwig van, King, Martin Luther, Jr. and World Health Organization');
		expect(plain(value, { ...full, nameAsSortOrder: 'first' })).toBe(
			'Beethoven, Ludwig van, Martin Luther King Jr. and World Health Organization',
		);
		expect(plain(value, { ...full, nameAsSortOrder: 'none' })).toBe(
			'Ludwig van Beethoven, Martin Luther King Jr. and World Health Organization',
		);
	});

	it('keeps a non-dropping particle with the family name', () => {
		const value = 'prefix=van der, family=Waals, given=Jan, useprefix=true';
		expect(plain(value, full)).toBe('van der Waals, Jan');
		expect(plain(value, { nameAsSortOrder: 'none', initializeWith: '. ' })).toBe('J. van der Waals');
	});

	it('keeps particles first if the separator has no comma', () => {
		expect(plain('Juana Inés de la Cruz and Jan van der Meer')).toBe('de la Cruz J I and van der Meer J');
	});

	it('has no space after a particle that ends in an apostrophe or a hyphen', () => {
		expect(plain("prefix=d', family=Arc, given=Jeanne, useprefix=true", full)).toBe('d’Arc, Jeanne');
	});

	it('has typographic apostrophes', () => {
		expect(plain("O'Connor, Flannery and {Int'l Union} and Smith, Robert 'Bob' and Hu, Ta'ziyah", full)).toBe(
			'O’Connor, Flannery, Int’l Union, Smith, Robert ‘Bob’ and Hu, Ta’ziyah',
		);
	});

	it('is family first in full for East Asian names in every style', () => {
		expect(plain('毛 泽东', { nameAsSortOrder: 'none', initializeWith: '.' })).toBe('毛泽东');
	});

	it('uses the initials of the entry', () => {
		expect(plain('family=Sartre, given=Jean-Paul, given-i={J-P}')).toBe('Sartre J-P');
		expect(plain('family=Gagarin, given=Yuri, given-i=Yu', { initializeWith: '. ' })).toBe('Gagarin Yu.');
	});
});

describe('the delimiter before the last name', () => {
	const three = 'Ada Lovelace and Grace Hopper and Emmy Noether';
	const two = 'Ada Lovelace and Grace Hopper';

	it.each([
		[two, {}, 'Lovelace A and Hopper G'],
		[three, {}, 'Lovelace A, Hopper G and Noether E'],
		[three, { and: 'symbol' }, 'Lovelace A, Hopper G & Noether E'],
		[three, { and: 'none' }, 'Lovelace A, Hopper G, Noether E'],
		[three, { delimiterPrecedesLast: 'contextual' }, 'Lovelace A, Hopper G, and Noether E'],
		[two, { delimiterPrecedesLast: 'contextual' }, 'Lovelace A and Hopper G'],
		[two, { delimiterPrecedesLast: 'always' }, 'Lovelace A, and Hopper G'],
		[three, { delimiter: '; ', and: 'none' }, 'Lovelace A; Hopper G; Noether E'],
	] as const)('%s %o', (value, style, expected) => {
		expect(plain(value, style)).toBe(expected);
	});

	it('comes from the locale', () => {
		expect(plain(three, {}, [], locale('de'))).toBe('Lovelace A, Hopper G und Noether E');
	});
});

describe('et al.', () => {
	it('replaces "and others"', () => {
		expect(plain('Ada Lovelace and others')).toBe('Lovelace A et al.');
		expect(plain('Ada Lovelace and Grace Hopper and others')).toBe('Lovelace A, Hopper G, et al.');
	});

	it.each([
		[{ etAlMin: 7 }, 'Achtibat R, Dreyer M, Eisenbraun I, Bosse S, Lapuschkin S and Samek W'],
		[{ etAlMin: 6 }, 'Achtibat R et al.'],
		[{ etAlMin: 3, etAlUseFirst: 3 }, 'Achtibat R, Dreyer M, Eisenbraun I, et al.'],
		[{ etAlMin: 3, etAlUseFirst: 2, etAlUseLast: true }, 'Achtibat R, Dreyer M, … Samek W'],
		[
			{ etAlMin: 3, etAlUseFirst: 5, etAlUseLast: true },
			'Achtibat R, Dreyer M, Eisenbraun I, Bosse S, Lapuschkin S, et al.',
		],
		[{ etAlMin: 3, etAlUseFirst: 9 }, 'Achtibat R, Dreyer M, Eisenbraun I, Bosse S, Lapuschkin S and Samek W'],
	])('cuts with %o', (style, expected) => {
		expect(plain(six, style)).toBe(expected);
	});

	it.each([
		[[1], 'Achtibat R et al.', 'Achtibat R et al.'],
		[[2], 'Achtibat R, Dreyer M, et al.', 'Achtibat R et al. (2nd of 6)'],
		[[5], 'Achtibat R, …, Lapuschkin S, et al.', 'Achtibat R et al. (5th of 6)'],
		[[6], 'Achtibat R, … Samek W', 'Achtibat R et al. (6th of 6)'],
		[[3, 5], 'Achtibat R, …, Eisenbraun I, …, Lapuschkin S, et al.', 'Achtibat R et al. (3rd, 5th of 6)'],
		[[5, 6], 'Achtibat R, …, Lapuschkin S and Samek W', 'Achtibat R et al. (5th, 6th of 6)'],
	])('never loses the marked persons %o', (marked, name, position) => {
		const style = { etAlMin: 3, etAlUseFirst: 1 };
		expect(plain(six, { ...style, etAlKeepMarked: 'name' }, marked)).toBe(name);
		expect(plain(six, { ...style, etAlKeepMarked: 'position' }, marked)).toBe(position);
		expect(plain(six, { ...style, etAlKeepMarked: 'none' }, marked)).toBe('Achtibat R et al.');
	});

	it('shows the position in an incomplete list', () => {
		const style = { etAlMin: 3, etAlUseFirst: 1, etAlKeepMarked: 'position' } as const;
		expect(plain(`${six} and others`, style, [4], locale('de'))).toBe('Achtibat R et al. (4. von 6+)');
	});
});

describe('the tokens', () => {
	it('have the marks, position, address and full name of a person', () => {
		const list = parseNames('Müller, Klaus-Robert and Lapuschkin, Sebastian');
		const person = {
			id: 'lapuschkin',
			name: 'Lapuschkin, Sebastian',
			aliases: [],
			orcid: '0000-0002-0762-7258',
			profiles: {},
			url: 'https://example.org/',
			image: null,
			spells: [],
		};
		const marks = new Map([[list.names[1] as Name, [{ kind: 'owner', person }]]]);
		const tokens = nameTokens(list, defaultNameStyle, marks, english, noPages);
		expect(tokens.map(({ kind, text }) => [kind, text])).toEqual([
			['name', 'Müller K-R'],
			['delimiter', ' and '],
			['name', 'Lapuschkin S'],
		]);
		expect(tokens[2]).toMatchObject({
			marks: [{ kind: 'owner' }],
			name: {
				position: 2,
				url: 'https://example.org/',
				orcid: '0000-0002-0762-7258',
				full: 'Sebastian Lapuschkin',
				parts: [
					{ role: 'family', text: 'Lapuschkin' },
					{ role: 'separator', text: ' ' },
					{ role: 'given', text: 'S' },
				],
			},
		});
	});

	it('contain every marked name, and no two delimiters in a row', () => {
		const style = fc.record({
			nameAsSortOrder: fc.constantFrom('all', 'first', 'none'),
			and: fc.constantFrom('text', 'symbol', 'none'),
			delimiterPrecedesLast: fc.constantFrom('never', 'always', 'contextual'),
			etAlMin: fc.constantFrom(null, 2, 4),
			etAlUseFirst: fc.nat(3),
			etAlUseLast: fc.boolean(),
		});
		const places = fc.array(fc.integer({ min: 1, max: 6 }));
		fc.assert(
			fc.property(style, places, fc.boolean(), (each, marked, others) => {
				const tokens = view(six + (others ? ' and others' : ''), each as Partial<NameStyle>, marked);
				const text = tokens.map((token) => token.text).join('');
				const shown = tokens.flatMap(({ name }) => (name ? [name.position] : []));
				expect(shown).toEqual([...new Set(shown)].toSorted());
				expect(shown).toEqual(expect.arrayContaining(marked));
				const cut = others || !text.includes('Samek');
				expect(text.endsWith('et al.')).toBe(cut);
				expect(text).not.toMatch(/ ,|,,| {2}|, and … /);
			}),
		);
	});
});
