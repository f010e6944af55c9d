import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locale } from '../library.ts';
import { drawn } from './drawing.ts';
import { coAuthors, perPerson, perVenue, perYear, row, statistics, table, term } from './made-statistics.ts';

describe('figures', () => {
	// These files are also the pictures of docs/figures.md.
	it.each(Object.entries(statistics))('draw %s as recorded', async (show, statistic) => {
		await expect(drawn(show, statistic)).toMatchFileSnapshot(`../../../docs/images/figure-${show}.svg`);
	});

	it.each(Object.entries(statistics))('draw %s with German words, on a narrow screen', async (show, statistic) => {
		const svg = drawn(show, statistic, { locale: locale('de'), options: { width: 320, parts: false, top: 5 } });
		await expect(svg).toMatchFileSnapshot(`golden/${show}.de.svg`);
	});

	it('begin on the right in Hebrew, apart from the axis of years', async () => {
		const svg = drawn('per-venue', perVenue, { locale: locale('he'), options: { width: 320 } });
		const { root } = parseXml(svg);
		const title = allOf(root, 'text')[0]?.attributes;
		expect(title).toMatchObject({ x: '304', 'text-anchor': 'end' });
		const ends = allOf(root, 'rect').flatMap(({ attributes: { class: name = '', x, width } }) =>
			name.startsWith('bibfolio-figure-part') && Number(width) > 12 ? [Number(x) + Number(width)] : [],
		);
		expect(new Set(ends.map(Math.round)).size).toBe(1);
		const years = (tag: string) =>
			drawn('per-year', perYear, { locale: locale(tag) }).match(/<rect class="[^"]*part-1"[^>]*>/g);
		expect(years('he')?.at(-1)).toBe(years('en')?.at(-1));
	});

	it('are well-formed, with a text alternative, and without scripts or addresses, whatever the names are', () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.constantFrom(
				'</title><script>alert(1)</script>',
				']]>',
				'\u0000\u0007\ufffe\ud800',
				'{{title}}',
				'"\'&amp;<!--',
			),
		);
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 1, maxLength: 8 }), (names) => {
				const tables = names.map((name, index) => row(name, index + 1));
				const { nodes, links } = coAuthors(names.length);
				const named = nodes.map((node, index) => ({
					...node,
					label: { title: names[index] ?? '', term: null, part: null },
				}));
				for (const svg of [
					drawn('per-venue', table('venue', { rows: tables, totals: [100] })),
					drawn('co-authors', { form: 'network', nodes: named, links, omitted: 0 }),
				]) {
					const { root } = parseXml(svg.replace(/<style>[\s\S]*?<\/style>/, ''));
					expect(childrenOf(root, 'title')[0]?.text).not.toBe('');
					expect(childrenOf(root, 'desc')[0]?.text).not.toBe('');
					expect(svg).not.toMatch(/<(?:script|foreignObject|image|a)\b|\son\w+=|href=/i);
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('keep all texts inside their width', () => {
		for (const [show, statistic] of Object.entries(statistics)) {
			for (const width of [240, 520, 1000]) {
				const { root } = parseXml(drawn(show, statistic, { options: { width } }));
				for (const { attributes } of allOf(root, 'text')) {
					expect(Number(attributes['x'])).toBeGreaterThanOrEqual(0);
					expect(Number(attributes['x'])).toBeLessThanOrEqual(width);
					expect(Number(attributes['y'])).toBeLessThanOrEqual(Number(root?.attributes['height']));
				}
			}
		}
	});

	it('omit the title with title: false', () => {
		const svg = drawn('per-year', perYear, { options: { title: false } });
		expect(svg).not.toContain('bibfolio-figure-title"');
		expect(svg).toContain('<title id="bibfolio-publications-per-year-title">Publications per year</title>');
	});

	it('show a list without works', () => {
		const svg = drawn('per-year', { ...perYear, rows: [] });
		expect(parseXml(svg).root?.name).toBe('svg');
		expect(drawn('co-authors', coAuthors(0))).toContain('</svg>');
	});
});

describe('columns of years', () => {
	it('have a place for every year, and none for works without a year, which a note names', () => {
		const svg = drawn('per-year', perYear);
		const years = labelsOf(svg).filter((label) => /^20\d\d$/.test(label));
		expect(years).toEqual(['2010', '2012', '2014', '2016', '2018', '2020', '2022', '2024']);
		expect(svg).toMatch(/>Undated: 2 \(/);
		const centre = (year: number) => columnX(svg, year);
		expect(centre(2014) - centre(2012)).toBeCloseTo(2 * (centre(2011) - centre(2010)), 0);
	});

	it('have the same height together as the numbers of their parts', () => {
		const { root } = parseXml(drawn('per-year', perYear));
		const columns = allOf(root, 'g').filter((group) => childrenOf(group, 'title').length > 0);
		const scale = columns.map((column) => {
			const [, works = ''] = /^\d+: (\d+)/.exec(childrenOf(column, 'title')[0]?.text ?? '') ?? [];
			const height = childrenOf(column, 'rect').reduce((sum, { attributes }) => sum + Number(attributes['height']), 0);
			return height / Number(works);
		});
		expect(scale).toHaveLength(15);
		for (const each of scale) expect(each).toBeCloseTo(scale[0] ?? 0, 1);
	});

	it.each([1, 2, 5, 40, 60, 150])('of %i years have labels that do not collide', (count) => {
		const rows = Array.from({ length: count }, (_, index) => row(String(2025 - index), 1 + (index % 30)));
		for (const width of [240, 520, 1000]) {
			const svg = drawn('per-year', table('year', { rows, totals: [100] }), { options: { width } });
			const places = [...svg.matchAll(/x="([\d.]+)" y="[\d.]+">(?:19|20|18)\d\d</g)].map(([, x]) => Number(x));
			expect(places.length).toBeGreaterThan(0);
			const sorted = places.sort((one, other) => one - other);
			for (const [index, x] of sorted.entries())
				if (index > 0) expect(x - (sorted[index - 1] ?? 0)).toBeGreaterThan(36);
		}
	});

	it('replace a long time without works by a break', () => {
		const svg = drawn('per-year', table('year', { rows: [row('1905', 2), row('2020', 1)], totals: [3] }));
		expect(svg).toContain('>…</text>');
	});
});

describe('bars', () => {
	it('combine all further rows, and works without a value, in notes', () => {
		const svg = drawn('per-venue', perVenue, { options: { top: 3 } });
		expect(labelsOf(svg).filter((label) => /^Others|^Without/.test(label)).length).toBeGreaterThan(0);
		const { rows } = perVenue;
		const further = rows.slice(3, -1).reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
		expect(svg).toContain(`>Others (24): ${further}</text>`);
		expect(descriptionOf(svg)).toContain(`Others (24): ${further}`);
	});

	it('say how many rows are not shown if their numbers may not be added', () => {
		const svg = drawn('per-person', perPerson, { options: { top: 1 } });
		expect(svg).toContain('>3 more not shown</text>');
		expect(descriptionOf(svg)).toContain('3 more not shown');
	});

	it('contain the full name of a shortened label', () => {
		const svg = drawn('per-venue', perVenue);
		expect(svg).toContain(
			'<title>Proceedings of the National Academy of Sciences of the United States of America: 30</title>',
		);
		expect(labelsOf(svg).some((label) => label.endsWith('…'))).toBe(true);
	});

	it('name the group of rows with the same label', () => {
		const institute = (kind: string) => ({ ...row('Institute', 2), group: term(kind) });
		const svg = drawn(
			'per-venue',
			table('venue', { rows: [institute('report'), institute('thesis'), row('Other', 1)] }),
		);
		expect(labelsOf(svg)).toEqual(expect.arrayContaining(['Institute (Reports)', 'Institute (Theses)', 'Other']));
	});

	it('name the years of rows with the same label and group', () => {
		const novak = (first: number, last: number) => ({
			...{ ...row('Jana Novak', 2), group: term('role-alumni'), years: { first, last } },
		});
		const svg = drawn('per-person', table('person', { rows: [novak(2004, 2008), novak(2015, 2015)] }));
		expect(labelsOf(svg)).toEqual(expect.arrayContaining(['Jana Novak (2004–2008)', 'Jana Novak (2015)']));
	});

	it('are not divided by numbers that are no parts of them', () => {
		const overlapping = table('person', {
			columns: ['publications', 'first-author', 'last-author'].map(term),
			rows: [row('A', 3, 2, 2)],
		});
		const svg = drawn('per-person', overlapping);
		expect(svg).not.toContain('bibfolio-figure-part-2"');
		expect(svg).toContain('<title>A: 3</title>');
	});
});

describe('networks', () => {
	it('show the owner in bold, and tell members, former members and others apart by their shapes', () => {
		const svg = drawn('co-authors', coAuthors(30));
		expect(svg).toMatch(/bibfolio-figure-strong"[^>]*>Emmy Noether</);
		for (const shape of ['owner', 'member', 'former'])
			expect(svg).toContain(`<circle class="bibfolio-figure-${shape}"`);
		expect(svg).toContain('<path class="bibfolio-figure-outside"');
	});

	it('show at most 100 people, and say so', () => {
		const svg = drawn('co-authors', { ...coAuthors(110), omitted: 20 });
		expect(svg.match(/<g transform="translate\([^)]*\)"><title>/g)).toHaveLength(100);
		expect(svg).toContain('100 of 130 people');
		expect(descriptionOf(svg)).toContain('100 of 130 people');
	});

	it('show the strongest of many lines, at least one for each person, and say so', () => {
		const { nodes } = coAuthors(40);
		const links = nodes.flatMap((_, target) =>
			nodes.slice(0, target).map((_, source) => ({ source, target, works: 1 + ((source * target) % 9) })),
		);
		const svg = drawn('co-authors', { form: 'network', nodes, links, omitted: 0 });
		const lines = [...svg.matchAll(/<line [^>]*><title>(.+?) – (.+?): (\d+)</g)];
		expect(lines.length).toBeLessThanOrEqual(4 * 40);
		expect(svg).toContain(`>${lines.length} of ${links.length} pairs`);
		expect(new Set(lines.flatMap(([, one, other]) => [one, other])).size).toBe(40);
	});

	it('have no labels that overlap', () => {
		for (const count of [3, 30, 100]) {
			const { root } = parseXml(drawn('co-authors', coAuthors(count)));
			const texts = allOf(root, 'text').filter(({ attributes }) => /figure-over/.test(attributes['class'] ?? ''));
			expect(texts.length).toBeGreaterThan(0.8 * count);
			const boxes = texts.map(boxOf);
			for (const [index, one] of boxes.entries())
				for (const other of boxes.slice(index + 1)) {
					const apart = one.right <= other.left || other.right <= one.left || Math.abs(one.y - other.y) >= 12;
					expect(apart, `${one.text} and ${other.text}`).toBe(true);
				}
		}
	});
});

/** The place of a text in a narrow font, whose letters have half the width of their height. */
function boxOf(element: XmlElement) {
	const { x, y, 'text-anchor': anchor = 'start' } = element.attributes;
	const width = element.text.length * 6.5;
	const left = Number(x) - { start: 0, middle: width / 2, end: width }[anchor as 'start'];
	return { left, right: left + width, y: Number(y), text: element.text };
}

function labelsOf(svg: string): string[] {
	return allOf(parseXml(svg).root, 'text').map(({ text }) => text);
}

function descriptionOf(svg: string): string {
	return childrenOf(parseXml(svg).root, 'desc')[0]?.text ?? '';
}

/** The left edge of the column of a year. */
function columnX(svg: string, year: number): number {
	return Number(new RegExp(`<title>${year}: [^<]*</title>\\s*<rect [^>]*x="([\\d.]+)"`).exec(svg)?.[1]);
}

function childrenOf(parent: XmlElement | null, name: string): XmlElement[] {
	return (parent?.children ?? []).filter((child): child is XmlElement => 'name' in child && child.name === name);
}

function allOf(parent: XmlElement | null, name: string): XmlElement[] {
	const children = (parent?.children ?? []).filter((child): child is XmlElement => 'name' in child);
	return children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}
