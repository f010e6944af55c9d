import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { tables } from '../../src/statistics/statistics.ts';
import { fixture, listOf, locale, person, rendered } from './library.ts';

const people = [
	person('Lovelace, Ada', { id: 'ada', role: 'member' }),
	person('Somerville, Mary', { id: 'mary', role: 'student' }),
	person('Babbage, Charles', { id: 'charles', role: 'member', to: '1840' }),
	person('Faraday, Michael', { id: 'michael', role: 'member' }),
];
const list = listOf(fixture('group.bib'), {}, people);
const pages = new Map([
	['person ada', 'people/ada.html'],
	['year ||1843', 'years/1843.html'],
]);
const otherPages = { people: new Map(), parts: pages, up: null, previous: null, next: null, root: '' };
const table = (show: string, format: string, more = {}) => rendered(list, format, { show, otherPages, ...more }) ?? '';

describe('tables', () => {
	it.each([
		['per-year', 'html', 'html'],
		['per-person', 'html', 'html'],
		['people', 'html', 'html'],
		['per-year', 'markdown', 'md'],
		['per-venue', 'markdown', 'md'],
		['per-person', 'latex', 'tex'],
		['per-venue', 'latex', 'tex'],
		['per-venue', 'text', 'txt'],
		['per-person', 'typst', 'typ'],
		['co-authors', 'json', 'json'],
		['per-person', 'csv', 'csv'],
	])('show %s in %s', async (show, format, ending) => {
		await expect(table(show, format)).toMatchFileSnapshot(`golden/table.${show}.${ending}`);
	});

	it('exist in German', () => {
		expect(table('per-year', 'text', { locale: locale('de') })).toContain(
			'Jahr           Alle  Zeitschriften  Konferenzen',
		);
	});

	it('have their title on a whole page, without the tools of lists', () => {
		const page = table('per-year', 'html-page');
		expect(page).toContain('<h1>Publications per year</h1>');
		expect(page).not.toMatch(/<script|<caption|class="bibfolio-(?:data|search)|script-src/);
	});

	it('have the configured title, or none', () => {
		expect(table('per-year', 'markdown', { listTitle: { en: 'Output', de: 'Ertrag' } })).toMatch(
			/^\*\*Output\*\*\n\n\|/,
		);
		expect(table('per-year', 'markdown', { listTitle: '' })).toMatch(/^\| Year/);
		expect(table('people', 'html', { listTitle: '' })).toContain('<h2 class="bibfolio-heading">Members</h2>');
	});

	it('have their title in front matter, not above the table', () => {
		const frontMatter = { values: {}, language: 'yaml' } as const;
		expect(table('per-year', 'markdown', { frontMatter })).toMatch(
			/^---\ntitle: Publications per year\n---\n\n\| Year/,
		);
	});

	it('have captions where the flavour has them', () => {
		const format = formats['markdown']?.flavours?.['pandoc'];
		expect(table('per-year', 'markdown', { format })).toMatch(/\|\n\n: Publications per year\n$/);
	});

	it('name the part of the works', () => {
		const part = { key: 'year', value: '||1843', id: '1843', name: '1843', isTerm: false };
		const year = listOf(fixture('group.bib'), { part }, people);
		expect(rendered(year, 'markdown', { show: 'per-kind' })).toContain('**Publications by type – 1843**');
	});

	it('escape the names of rows', () => {
		const hostile = listOf('@misc{a, author = {A}, keywords = {a < b | y \\& \\_z\\#}}');
		expect(rendered(hostile, 'html', { show: 'keywords' })).toContain('a &lt; b | y &amp; _z#');
		expect(rendered(hostile, 'markdown', { show: 'keywords' })).toMatch(/^\| [^|]* y [^|]* \| 1 \|$/m);
		expect(rendered(hostile, 'latex', { show: 'keywords' })).toMatch(/y \\& \\_z\\#\} & 1\\\\/);
		expect(rendered(hostile, 'csv', { show: 'keywords' })).toContain('a < b | y & _z#,1');
	});

	it('are written for a list without works', () => {
		const empty = listOf('');
		for (const show of Object.keys(tables))
			for (const { name, shows = [] } of Object.values(formats))
				if (shows.includes(show)) expect(rendered(empty, name, { show })).not.toBe(null);
	});
});

describe('a list as CSV', () => {
	it('has a row for each work', () => {
		expect(rendered(list, 'csv')?.split('\n').slice(0, 2)).toEqual([
			'key,number,kind,status,authors,title,venue,rank,year,date,volume,issue,pages,publisher,doi,url,links,keywords,notices',
			'lovelace1844,1,journal,in-press,Ada Lovelace,Soon,Scientific Memoirs,,,,,,,,,,,,',
		]);
		expect(rendered(list, 'csv')?.trim().split('\n')).toHaveLength(5);
	});
});
