import { decodeHTML } from 'entities';
import { describe, expect, it, test } from 'vitest';
import { loadCslStyle } from '../../../src/render/csl-styles/csl-style.ts';
import { buildRecord } from '../../engines/record.ts';
import { folderWith } from '../../folder.ts';
import { listOf, locale, person, rendered } from '../library.ts';

/** The parts of a test style: attributes of its elements, and elements of its bibliography. */
interface Style {
	readonly style?: string;
	readonly bibliography?: string;
	readonly name?: string;
	readonly names?: string;
	readonly sort?: string;
	readonly more?: string;
}

const csl = ({
	style = '',
	bibliography = '',
	name = '',
	names = '',
	sort = '',
	more = '',
}: Style) => `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${style}>
<info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation et-al-min="2" et-al-use-first="1"><layout><names variable="author"/></layout></citation>
<bibliography ${bibliography}>${sort}<layout suffix=".">
<names variable="author" ${names}><name ${name}/></names>${more}<text variable="title" prefix=": "/>
</layout></bibliography></style>`;

/** The only entry, as the style formats it in Markdown. */
function written(style: Style, entry: string, marked: readonly string[]): string {
	const folder = folderWith({ 'test.csl': csl(style) });
	const loaded = loadCslStyle('test.csl', locale(), { root: folder, readable: null }, ({ message }) => {
		throw new Error(message);
	});
	const list = listOf(
		entry,
		{ style: 'test.csl', groupBy: [] },
		marked.map((name) => person(name)),
	);
	const [line = ''] = /^.*T\.$/m.exec(rendered(list, 'markdown', {}, { styles: { 'test.csl': loaded } }) ?? '') ?? [];
	return decodeHTML(line)
		.replace(/^\W*1\W*?\. /, '')
		.replaceAll('\\', '');
}

const by = (authors: string, more = '') => `@article{a, author = {${authors}}, title = {T}, year = 2020, ${more}}`;
const eight = by('A, A and B, B and C, C and D, D and E, E and F, F and G, G and H, H');
const cut = 'et-al-min="4" et-al-use-first="2"';

describe('a marked name that a style would cut', () => {
	it.each<[string, Style]>([
		['at the bibliography', { bibliography: cut }],
		['at the style', { style: cut }],
		['at the names', { name: cut }],
		['at several of these', { style: 'et-al-min="4"', bibliography: 'et-al-use-first="2"' }],
		['at the style, overridden at the names', { style: 'et-al-min="9" et-al-use-first="7"', name: cut }],
	])('follows the names that the style shows, with its et-al rule %s', (_, style) => {
		expect(written(style, eight, ['D, D'])).toBe('A A, B B, …, **D D**, et al.: T.');
		expect(written(style, eight, ['B, B'])).toBe('A A, **B B**, et al.: T.');
		expect(written(style, eight, [])).toBe('A A, B B, et al.: T.');
	});

	test.each<[string, Style, readonly string[], string]>([
		['the next', {}, ['C, C'], 'A A, B B, **C C**, et al.: T.'],
		['the last', {}, ['H, H'], 'A A, B B, …, **H H**: T.'],
		['the last but one', {}, ['G, G'], 'A A, B B, …, **G G**, et al.: T.'],
		['several', {}, ['D, D', 'E, E', 'G, G'], 'A A, B B, …, **D D**, **E E**, …, **G G**, et al.: T.'],
		['after an and', { name: 'and="text"' }, ['H, H'], 'A A, B B, … **H H**: T.'],
		['family first', { name: 'name-as-sort-order="all"' }, ['D, D'], 'A, A, B, B, …, **D, D**, et al.: T.'],
		['other delimiters', { name: 'delimiter="; "' }, ['D, D'], 'A A; B B; …; **D D**; et al.: T.'],
		['family names only', { name: 'form="short"' }, ['D, D'], 'A, B, …, **D**, et al.: T.'],
		[
			'in small capitals',
			{ names: 'font-variant="small-caps"' },
			['D, D'],
			'A A, B B, …, <strong>D D</strong>, et al.: T.',
		],
		[
			'the last name shown as well',
			{ bibliography: 'et-al-min="6" et-al-use-first="2" et-al-use-last="true"' },
			['D, D'],
			'A A, B B, …, **D D**, … H H: T.',
		],
		[
			'a rule for subsequent citations',
			{ bibliography: `${cut} et-al-subsequent-min="2" et-al-subsequent-use-first="1"` },
			['D, D'],
			'A A, B B, …, **D D**, et al.: T.',
		],
		[
			'a sort key with its own rule',
			{ sort: '<sort><key variable="author" names-min="2" names-use-first="1"/></sort>' },
			['D, D'],
			'A A, B B, …, **D D**, et al.: T.',
		],
		[
			'a rule without et-al-use-first',
			{ bibliography: 'et-al-min="4"' },
			['C, C'],
			'A A, B B, **C C**, D D, E E, F F, G G, H H: T.',
		],
	])('is shown: %s', (_, style, marked, expected) => {
		expect(written({ bibliography: cut, ...style }, eight, marked)).toBe(expected);
	});

	it('excludes the period of the list when initials have no period', () => {
		const sorted = 'name-as-sort-order="all" initialize-with="';
		const end = '<text value="."/>';
		const line = (more: string) => written({ name: `${sorted}${more}"`, more: end }, by('Ax, Anna'), ['Ax, Anna']);
		expect(line('')).toBe('**Ax, A**.: T.');
		expect(line('. ')).toMatch(/^\*\*Ax, A\.\*\*/);
	});

	it('may be an organization', () => {
		const entry = by('A, A and {The World Bank} and C, C and {The Big Lab} and E, E');
		expect(written({ bibliography: cut }, entry, ['The Big Lab'])).toBe(
			'A A, The World Bank, …, **The Big Lab**, et al.: T.',
		);
	});

	it('may be an editor, and the list of authors stays cut', () => {
		const entry = by('A, A and B, B and C, C and D, D and E, E', 'editor = {V, V and W, W and X, X and Y, Y and Z, Z}');
		const more = '<names variable="editor" prefix="; "><name/></names>';
		const line = written({ bibliography: cut, more }, entry, ['Y, Y']);
		expect(line).toContain('V V, W W, …, **Y Y**, et al.');
		expect(line).toMatch(/^A A, B B, (?:C C, )?et al\./);
	});

	it('stays hidden when the style does not show its role', () => {
		const entry = by('A, A', 'editor = {V, V and W, W}');
		expect(written({ bibliography: cut }, entry, ['W, W'])).toBe('A A: T.');
	});
});

test.each([
	['A, A and others', 'A A et al.: T.'],
	['A, A and B, B and others', 'A A, B B, et al.: T.'],
	['A, A and B, B and C, C and D, D and others', 'A A, B B, et al.: T.'],
])('"and others" is et al. in a style: %s', (authors, expected) => {
	expect(written({ bibliography: cut, name: 'and="text"' }, by(authors), [])).toBe(expected);
});

describe('the record', () => {
	const { lists } = buildRecord();
	it.each(['apa', 'vancouver', 'harvard1'])('has its owner marked in every work, in %s', (name) => {
		const style = loadCslStyle(name, locale(), { root: '/', readable: null }, () => {});
		const [list] = lists;
		expect(style).not.toBe(null);
		const inStyle = list && { ...list, spec: { ...list.spec, style: name } };
		const html = (inStyle && rendered(inStyle, 'html', {}, { styles: { [name]: style } })) ?? '';
		const marked = new Map(
			html
				.split('<li')
				.map((item) => [/data-key="([^"]*)"/.exec(item)?.[1], item.includes('bibfolio-mark-owner')] as const),
		);
		const owned = list?.items.filter(({ marks }) => [...marks.values()].flat().some(({ kind }) => kind === 'owner'));
		expect(owned).toHaveLength(47);
		expect(owned?.filter(({ publication }) => !marked.get(publication.key))).toEqual([]);
	});
});
