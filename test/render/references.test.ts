import { describe, expect, it } from 'vitest';
import { source } from '../../src/diagnostics/source.ts';
import { html } from '../../src/formats/html/html.ts';
import { formats } from '../../src/formats/index.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { group } from '../../src/lists/group.ts';
import type { ListSpec, PublicationList } from '../../src/lists/list.ts';
import { defaultList } from '../../src/lists/list-defaults.ts';
import { highlight } from '../../src/people/highlight.ts';
import { normalize } from '../../src/publications/normalize.ts';
import { loadCslStyle } from '../../src/render/csl-styles/csl-style.ts';
import type { RenderedFile } from '../../src/render/documents/document-parts.ts';
import { unknownPlace } from '../../src/render/documents/place.ts';
import type { Environment } from '../../src/render/engine/environment.ts';
import { loadTemplates } from '../../src/render/engine/templates.ts';
import { renderFiles } from '../../src/render/render.ts';
import { makeEntries } from '../../src/render/views/entries.ts';
import { listView } from '../../src/render/views/list-view.ts';
import { folderWith } from '../folder.ts';
import { locale, rendered } from './library.ts';
import { entriesContext, listContext } from './view-contexts.ts';

const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };

const cited = `
@article{e24, author = {Einstein, Albert}, title = {Quanten}, journal = {J}, year = 1924, ids = {old24}}
@article{e25, author = {Einstein, Albert and Bose, S. N.}, title = {Quanten 2}, journal = {J}, year = 1925}
@article{three, author = {One, A. and Two, B. and Three, C.}, title = {Three}, journal = {J}, year = 1926}`;

function listOf(bib: string, spec: Partial<ListSpec> = {}): PublicationList {
	const library = readLibrary([source('a.bib', bib)], () => {});
	const publications = normalize(library, reading, () => {});
	const people = { people: [], peopleSelectors: new Map() };
	return group(
		{ ...defaultList, id: 'papers', ...spec },
		highlight(publications, people, () => {}),
		() => {},
	);
}

const style = `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><text variable="title"/><text variable="note" prefix=": "/></layout></bibliography>
</style>`;

const linked = { ...listContext, references: { prefix: '#', toPage: false } };

type Target = NonNullable<Parameters<typeof rendered>[2]>;

/** The links to ids in the rendered list of a work with a note and the cited works, as 'address words'. */
function links(note: string, format: string, target: Target = {}, others = cited, spec: Partial<ListSpec> = {}) {
	const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {${note}}}\n${others}`, spec);
	const written = rendered(list, format, { options: { bibtex: false, anchors: false }, ...target }) ?? '';
	return [...written.matchAll(/<a href="([^"]*#[^"]+)">([^<]*)<\/a>/g)].map(([, href, words]) => `${href} ${words}`);
}

function filesOf(list: PublicationList, name: string, nearPage: string | null): readonly RenderedFile[] {
	const fail = ({ message }: { message: string }) => expect.fail(message);
	const format = formats[name] ?? expect.fail('no format');
	const target = { format, locale: locale(), headingLevel: 2, title: null, options: {} };
	const context = { templates: loadTemplates(null, fail), links: [], privateFields: [] };
	const place = { ...unknownPlace, nearPage };
	return renderFiles(list, { ...target, frontMatter: null, lists: [list], place }, context, fail) ?? [];
}

describe('a reference to a cited work', () => {
	it.each([
		['See \\cite{e24}.', ['#bibfolio-papers-e24 Einstein 1924']],
		['\\cite{e24, e25}', ['#bibfolio-papers-e24 Einstein 1924', '#bibfolio-papers-e25 Einstein and Bose 1925']],
		['\\citep[see][p.~3]{e24}', ['#bibfolio-papers-e24 Einstein 1924']],
		['\\citet{e24} or \\citetitle{e25}', ['#bibfolio-papers-e24 Einstein (1924)', '#bibfolio-papers-e25 Quanten 2']],
		['Einstein~\\cite{e24}', ['#bibfolio-papers-e24 (1924)']],
		['\\emph{See \\cite{e24}}', ['#bibfolio-papers-e24 Einstein 1924']],
		['\\cite{old24}', ['#bibfolio-papers-e24 Einstein 1924']],
		['\\cite{citing}', ['#bibfolio-papers-citing C 2000']],
		['\\cite{missing}, \\cite{constructor}, \\cite{__proto__}', []],
		['\\href{https://example.org/#x}{see \\cite{e24}}', ['https://example.org/#x see Einstein 1924']],
		['$a_{\\cite{e24}}$ and \\texttt{\\cite{e24}}', []],
	])('in %s is a link to its item', (note, expected) => {
		expect(links(note, 'html')).toEqual(expected);
	});

	it('leads to the short id on a whole page', () => {
		expect(links('\\cite{e24}', 'html-page')).toContain('#e24 Einstein 1924');
	});

	it.each(['a:b/c', "o'neil", 'größe', 'x%41', 'a_b~c', 'constructor', '__proto__', 'toString'])(
		'leads to a work with the key %s',
		(key) => {
			const other = `@misc{${key}, author = {Odd, O.}, title = {Odd}, year = 1999}`;
			const [link = ''] = links(`\\cite{${key}}`, 'html', {}, other);
			expect(link).toMatch(/^#bibfolio-papers-\S+ Odd 1999$/);
			const id = link.slice(1).split(' ')[0];
			const list = listOf(`@misc{citing, title = {C}, year = 2000}\n${other}`);
			expect(rendered(list, 'html', { options: { bibtex: false } })).toMatch(new RegExp(` id="${id}" value="\\d"`));
		},
	);

	it('is text if the list does not show the work', () => {
		const sort = [{ key: 'date', descending: true }];
		expect(links('\\cite{e24} \\cite{three}', 'html', {}, cited, { limit: 2, sort })).toEqual([
			'#bibfolio-papers-three One et al. 1926',
		]);
	});

	it('leads to the work that is shown for several versions', () => {
		const versions = `
@article{published, author = {Curie, Marie}, title = {Radium and Its Compounds}, journal = {J}, year = 1911, doi = {10.1/x}}
@article{preprint, author = {Curie, Marie}, title = {Radium and Its Compounds}, year = 1910, eprint = {1910.00001}, eprinttype = {arxiv}}`;
		expect(links('\\cite{preprint} \\cite{published}', 'html', {}, versions)).toEqual([
			'#bibfolio-papers-published Curie 1910',
			'#bibfolio-papers-published Curie 1911',
		]);
	});

	it('is text in other formats', () => {
		const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {See \\cite{e25}.}}\n${cited}`);
		for (const format of ['markdown', 'latex', 'text', 'typst']) {
			const written = rendered(list, format) ?? '';
			expect(written).toContain('See Einstein and Bose 1925');
			expect(written).not.toMatch(/bibfolio-?reference|#e25/);
		}
		const { works } = JSON.parse(rendered(list, 'json') ?? '');
		const work = works.find(({ key }: { key: string }) => key === 'citing');
		expect(work.note).toBe('See Einstein and Bose 1925.');
		expect(work.csl.note).toBe('See Einstein and Bose 1925.');
		expect(work.bibtex).toContain('See \\cite{e25}.');
		expect(work.html).not.toContain('href="#');
		expect(work.html).toContain('See Einstein and Bose 1925');
	});

	it.each(['$a_{\\cite{e24}}$', '\\url{https://example.org/\\cite{e24}}', '\\verb|\\cite{e24}|'])(
		'is plain in %s, where no link is possible',
		(note) => {
			const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {See ${note}.}}\n${cited}`);
			const written = rendered(list, 'html', { options: { bibtex: false, anchors: false } });
			expect(written).not.toMatch(/bibfolio-?reference|href="#/);
		},
	);

	it('is a link in the note of a CSL style', () => {
		const folder = folderWith({ 'test.csl': style });
		const loaded = loadCslStyle('test.csl', locale('de'), { root: folder, readable: null }, ({ message }) =>
			expect.fail(message),
		);
		const context = { styles: { 'test.csl': loaded } };
		const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {See \\cite{e25}}}\n${cited}`, {
			style: 'test.csl',
		});
		const target = { locale: locale('de'), options: { bibtex: false, coins: false } };
		expect(rendered(list, 'html', target, context)).toContain(
			'C: See <a href="#bibfolio-papers-e25">Einstein und Bose 1925</a>.',
		);
		expect(rendered(list, 'markdown', target, context)).toContain('C: See Einstein und Bose 1925.');
	});

	it('does not change the entries of other works, which lists share', () => {
		const bib = `@misc{citing, title = {C}, year = 2000, note = {\\cite{e24}}}\n${cited}`;
		const library = readLibrary([source('a.bib', bib)], () => {});
		const publications = highlight(
			normalize(library, reading, () => {}),
			{ people: [], peopleSelectors: new Map() },
			() => {},
		);
		const environment: Environment = { format: html, render: () => '' };
		const entriesIn = (id: string) => {
			const list = group({ ...defaultList, id }, publications, () => {});
			const view = listView(list, { ...linked, entries: makeEntries(environment, entriesContext) });
			const items = view.sections.flatMap((section) => section.items);
			return new Map(items.map((item) => [item.key, item.entry]));
		};
		const [first, again, other] = [entriesIn('a'), entriesIn('a'), entriesIn('b')];
		for (const [key, entry] of first) {
			expect(again.get(key)).toBe(entry);
			expect(other.get(key) === entry).toBe(key !== 'citing');
		}
	});

	it('is text in titles, which templates may link', () => {
		const list = listOf(`@misc{citing, title = {On \\cite{e25}}, year = 2000}\n${cited}`);
		const written = rendered(list, 'html', { options: { bibtex: false, anchors: false } });
		expect(written).toContain('On Einstein and Bose 1925');
		expect(written).not.toContain('href="#');
	});

	it('is in the language of the list', () => {
		const german = { locale: locale('de') };
		expect(links('\\cite{e25}, \\cite{three}', 'html', german)).toEqual([
			'#bibfolio-papers-e25 Einstein und Bose 1925',
			`#bibfolio-papers-three One ${locale('de').term('et-al')} 1926`,
		]);
		const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {See \\cite{e25}.}}\n${cited}`);
		expect(rendered(list, 'markdown', german)).toContain('See Einstein und Bose 1925');
	});

	it('leads from a feed to the page of the list, if its address is known', () => {
		const feed = (page: string | null) => {
			const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {\\cite{e24}}}\n${cited}`);
			return rendered(list, 'atom', { place: { ...unknownPlace, page } });
		};
		expect(feed('https://example.org/papers.html')).toContain('https://example.org/papers.html#e24&quot;');
		expect(feed(null)).not.toContain('#e24');
	});

	it.each(['embed', 'works'])('leads from the files of %s to the page of the list', (format) => {
		const list = listOf(`@misc{citing, title = {C}, year = 2000, note = {\\cite{e24}}}\n${cited}`);
		const files = (nearPage: string | null) => filesOf(list, format, nearPage);
		expect(files('../papers.html').some(({ contents }) => /href=\\?"#e24\\?".{1,6}Einstein/.test(contents))).toBe(true);
		expect(files(null).some(({ contents }) => contents.includes('#e24'))).toBe(false);
	});
});
