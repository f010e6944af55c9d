import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanFolder } from '../../../../src/cli/survey/folder.ts';
import { jekyllScholar } from '../../../../src/cli/survey/moving/jekyll-scholar.ts';
import { folderWith } from '../../../folder.ts';

const library = '@book{a, title = {A}}';
const moved = (scholar: string, files: Readonly<Record<string, string>> = {}, hasStyles = false) => {
	const all = { '_config.yml': scholar, '_bibliography/papers.bib': library, '_bibliography/a.bib': library, ...files };
	return jekyllScholar(scanFolder(folderWith(all)), { hasStyles, userLanguage: null });
};
const configured = (lines: string, files: Readonly<Record<string, string>> = {}, hasStyles = false) =>
	moved(`exclude: [bibfolio.yaml]\nscholar:\n${lines.replace(/^/gm, '  ')}\n`, files, hasStyles) ??
	expect.fail('no settings');
const listOf = (lines: string, files: Readonly<Record<string, string>> = {}, hasStyles = false) =>
	configured(lines, files, hasStyles).lists.map(({ value }) => value)[0];

describe('the settings of jekyll-scholar', () => {
	it('name the library', () => {
		const librariesOf = (lines: string) => configured(lines).library;
		expect(librariesOf('bibliography: papers.bib')).toEqual(['_bibliography/papers.bib']);
		expect(librariesOf('source: ./_bibliography/\nbibliography: papers')).toEqual(['_bibliography/papers.bib']);
		expect(librariesOf('source: /_bibliography')).toEqual(['_bibliography/a.bib']);
		expect(librariesOf('bibliography: "*.bib"')).toEqual(['_bibliography/*.bib']);
		expect(librariesOf('source: elsewhere')).toEqual([]);
	});

	it.each([
		['last_name: [Lapuschkin, Bach]\nfirst_name: [S., Sebastian]', 'Lapuschkin, Sebastian', ['Bach, Sebastian']],
		['last_name: Noether\nfirst_name: "Emmy, E."', 'Noether, Emmy', []],
		['last_name: [Noether]\nfirst_name: [Emmy, E., Emmy Amalie, Amalie]', 'Noether, Emmy Amalie', ['Noether, Amalie']],
		['last_name: [Noether]\nfirst_name: [E.]', 'Noether, E.', []],
		['last_name: [Noether]', 'Noether', []],
		['style: apa', null, []],
	])('name the owner: %j', (lines, owner, aliases) => expect(configured(lines)).toMatchObject({ owner, aliases }));

	it('may be the defaults', () => {
		expect(moved('plugins: [jekyll/scholar]', { '_bibliography/references.bib': library })?.library).toEqual([
			'_bibliography/references.bib',
		]);
	});

	it.each([['title: ['], [''], ['scholar: apa']])('may be missing: %j', (config) => expect(moved(config)).toBe(null));

	it.each([
		['group_by: none', { 'group-by': [], sort: [] }],
		['group_by: year\ngroup_order: descending', { 'group-by': 'year', sort: ['-year'] }],
		['group_by: year', { 'group-by': 'year', sort: ['year'] }],
		['sort_by: year,month\norder: descending', { 'group-by': [], sort: ['-year', '-date'] }],
		['sort_by: author, year\norder: ascending,descending', { 'group-by': [], sort: ['author', '-year'] }],
		['group_by: "type, year"\ngroup_order: desc', { 'group-by': ['venue', 'year'], sort: ['-year'] }],
		['query: "@article[year>=2003]"', { where: 'type=@article year>=2003', 'group-by': [], sort: [] }],
		['bibliography_template: bib', { 'group-by': [], sort: [], number: 'none' }],
	])('arrange the list: %j', (lines, list) => expect(listOf(lines)).toEqual(list));

	it('become sections if they order types', () => {
		const lines = 'group_by: type,year\ntype_order: [article, thesis]\ntype_names: { article: Papers }';
		expect(listOf(lines.replace('[article, thesis]', 'article,thesis'))).toEqual({
			sections: [
				{ title: 'Papers', where: { type: ['@article'] }, 'group-by': ['year'] },
				{ title: 'Theses', where: { type: ['@thesis', '@phdthesis', '@mastersthesis'] }, 'group-by': ['year'] },
			],
			sort: ['year'],
		});
	});

	it('keep a CSL style that can be used, and say how to install others', () => {
		expect(listOf('style: apa', {}, true)).toHaveProperty('style', 'apa');
		expect(listOf('style: ./_bibliography/nature.csl', { '_bibliography/nature.csl': '' }, true)).toHaveProperty(
			'style',
			'_bibliography/nature.csl',
		);
		for (const [style, hasStyles] of [
			['apa', false],
			['ieee', true],
		] as const) {
			expect(listOf(`style: ${style}`, {}, hasStyles)).not.toHaveProperty('style');
			expect(configured(`style: ${style}`, {}, hasStyles).notes).toEqual([expect.stringContaining(`style: ${style}`)]);
		}
	});

	it('are not read from invalid YAML, which is reported', () => {
		expect(moved('scholar:\n  style: apa\n  style: mla\n')).toMatchObject({
			library: [],
			notes: [expect.stringContaining('Cannot read the settings in _config.yml: ')],
		});
	});

	it('say what has no counterpart', () => {
		const site = 'scholar: { repository: papers, bibtex_filters: [latex, upcase] }\nenable_publication_badges: true\n';
		const notes = moved(`${site}enable_publication_thumbnails: false\n`)?.notes.join('\n');
		for (const key of [
			'exclude',
			'repository',
			'bibtex_filters',
			'enable_publication_badges',
			'enable_publication_thumbnails',
		])
			expect(notes).toContain(key);
	});
});

describe('the tags of jekyll-scholar', () => {
	const page = (tags: string) => ({ '_pages/a.md': `---\ntitle: a\n---\n${tags}\n` });

	it('share a list if their options mean the same, and the list of all works is the first', () => {
		const tags =
			'{% bibliography -q @book %}{% bibliography --group_by none %}{% bibliography -q @* %}{%bibliography%}';
		const { lists, replacements } = configured('bibliography: papers.bib', page(tags));
		expect(lists.map(({ id }) => id)).toEqual(['publications', 'book']);
		expect(replacements.map(({ list }) => list)).toEqual(['publications', 'publications', 'publications', 'book']);
	});

	it('become the lines that show the list, with their whitespace control', () => {
		const lines = ['<link rel="stylesheet" href="a.css">', '', '{% include publications.html %}'];
		const write = (files: Readonly<Record<string, string>>) =>
			configured('bibliography: papers.bib', files).replacements[0]?.write(lines);
		expect(write(page('{%- bibliography -%}'))).toBe(`${lines[0]}\n\n{%- include publications.html -%}`);
		expect(write({ '_includes/a.html': 'a\r\n{% bibliography %}\r\n' })).toBe(`${lines[0]}\r\n${lines[2]}`);
	});

	it('follow the settings of their page', () => {
		const text = '---\nscholar:\n  bibliography: a.bib\n  group_by: none\n---\n{% bibliography %}';
		const files = { '_pages/a.md': text, '_pages/b.md': '---\n---\n{% bibliography %}' };
		const { library, lists } = configured('bibliography: papers.bib\ngroup_by: year', files);
		expect(library).toEqual(['_bibliography/papers.bib', '_bibliography/a.bib']);
		expect(lists.map(({ value }) => [value.where, value['group-by']])).toEqual([
			['library=a.bib', []],
			['library=papers.bib', 'year'],
		]);
	});

	it('of several libraries select the file', () => {
		const tags = '{% bibliography -f papers -q @book[year=2020||selected=true] %}{% bibliography -f a %}';
		const { library, lists } = configured('bibliography: papers.bib', page(tags));
		expect(library).toEqual(['_bibliography/papers.bib', '_bibliography/a.bib']);
		expect(lists.map(({ value }) => value.where)).toEqual([
			'library=a.bib',
			'library=papers.bib (type=@book (year=2020 or selected))',
		]);
	});

	it.each([
		['{% bibliography --cited %}', 'it lists the works that the page cites'],
		['{% bibliography -f nothere %}', 'there is no library "nothere"'],
		['{% bibliography -q {{section.bibquery}}[year=2020] %}', 'Liquid decides'],
		['{% bibliography -q @*[a~=(b)] %}', 'the regular expression "(b)" has no counterpart'],
	])('stay if they cannot be translated: %s', (tag, reason) => {
		const { replacements, notes, lists } = configured('bibliography: papers.bib', page(tag));
		expect([replacements, lists.length]).toEqual([[], 1]);
		expect(notes).toEqual([expect.stringContaining(`_pages/a.md:4 yourself: ${reason}`)]);
	});

	it('report options without a counterpart', () => {
		const { notes } = configured('bibliography: papers.bib', page('{% bibliography --template bib2 --offset 3 %}'));
		expect(notes).toEqual([expect.stringContaining('--offset'), expect.stringContaining('--template')]);
	});
});

describe('an al-folio site', () => {
	const folder = scanFolder(fileURLToPath(new URL('fixtures/al-folio', import.meta.url)));
	const site = jekyllScholar(folder, { hasStyles: false, userLanguage: null });

	it('names the folders of files in its layout', () => {
		expect(site?.settings.find(({ key }) => key === 'files')?.value).toEqual([
			{ fields: 'preview', folder: 'assets/img/publication_preview', url: '/emmy/assets/img/publication_preview/' },
			{ fields: ['pdf', 'supp', 'poster', 'slides'], folder: 'assets/pdf', url: '/emmy/assets/pdf/' },
			{ fields: 'html', folder: 'assets/html', url: '/emmy/assets/html/' },
		]);
	});

	it('may leave the layout to its theme', () => {
		const files = { 'assets/pdf/a.pdf': '' };
		const { settings } = configured('bibliography_template: bib', files);
		expect(settings.find(({ key }) => key === 'files')?.value).toEqual([
			{ fields: ['pdf', 'supp', 'poster', 'slides'], folder: 'assets/pdf' },
		]);
	});

	it('colours venues', () => {
		expect(site?.settings.find(({ key }) => key === 'venues')?.value).toEqual([
			{ match: 'Math. Ann.', short: 'Math. Ann.', colour: '#00369f', url: 'https://link.springer.com/journal/208' },
			{ match: 'Gött', short: 'Gött', colour: '#aa0000' },
		]);
	});

	it('limits the authors and hides fields', () => {
		const settings = Object.fromEntries(site?.settings.map(({ key, value }) => [key, value]) ?? []);
		expect(settings).toMatchObject({
			names: { 'name-as-sort-order': 'none', 'initialize-with': null, 'et-al-min': 4, 'et-al-use-first': 3 },
			'private-fields': [
				'default',
				'abstract',
				'arxiv',
				'html',
				'pdf',
				'supp',
				'blog',
				'code',
				'poster',
				'slides',
				'website',
			],
		});
		expect(site?.orcid).toBe('0000-0002-1825-0097');
	});
});
