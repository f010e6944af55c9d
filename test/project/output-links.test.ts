import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const bib = `@article{a, author={Weber, Anna and Okafor, Chidi}, title={First}, journal={J}, year=2019, doi={10.1/a}}
@article{b, author={Weber, Anna and Jones, Bob}, title={Second}, journal={J}, year=2020, note={See \\cite{a}}}
@article{c, author={Okafor, Chidi}, title={Third}, journal={J}, year=2021}`;
const people = `people:
  - { name: "Weber, Anna", id: weber, role: owner, url: "https://weber.example/" }
  - { name: "Okafor, Chidi", id: ökafor, role: member, from: 2020, url: "https://okafor.example/" }
  - { name: "Jones, Bob", id: jones, role: none, url: "https://jones.example/" }
lists: { all: { title: All }, anna: { owner: "Weber, A." } }
`;
const everyone = 'for-each: person, where: "role=owner or role=member"';
const site = 'site: { url: https://lab.example/x/, folder: . }\n';

/** The contents of the outputs by path. */
function filesOf(outputs: readonly string[], more = ''): ReadonlyMap<string, string> {
	const rows = outputs.map((output) => `  - { ${output} }\n`).join('');
	const configuration = `library: papers.bib\n${more}${people}outputs:\n${rows}`;
	const root = folderWith({ 'papers.bib': bib, 'bibfolio.yaml': configuration, 'README.md': readme, 'own.html': own });
	const project = loadProject(null, root, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');
	const { outputs: files, diagnostics } = build(project);
	expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
	return new Map(files.map(({ path, contents }) => [path, contents]));
}

const readme = '<!-- bibfolio:list -->\n<!-- /bibfolio:list -->\n';
const own = `<html><body>\n${readme}</body></html>\n`;

/** Where the links of HTML, Markdown and LaTeX lead whose text begins with a name. */
const links = [
	/<a href="(?<url>[^"#]*)">(?<name>Weber|Okafor|Jones)/g,
	/\[\**(?<name>Weber|Okafor|Jones)[^\]]*\]\((?<url>[^)]*)\)/g,
	/\\bibfoliolink\{(?<url>[^}]*)\}\{(?<name>Weber|Okafor|Jones)/g,
];

function namesIn(contents = ''): Readonly<Record<string, string>> {
	return Object.fromEntries(
		links.flatMap((pattern) =>
			[...contents.matchAll(pattern)].map(({ groups }) => [groups?.['name'], groups?.['url']]),
		),
	);
}

const jones = { Jones: 'https://jones.example/' };

describe('names', () => {
	const pages = [
		'path: publications.html, list: all',
		`path: "people/{id}.html", list: all, ${everyone}`,
		'path: "years/{year}.html", list: all, for-each: year',
	];

	it('lead to the pages of people, except on their own page', () => {
		const files = filesOf(pages);
		const okafor = `people/${encodeURIComponent('ökafor')}.html`;
		expect(namesIn(files.get('publications.html'))).toEqual({ Weber: 'people/weber.html', Okafor: okafor, ...jones });
		expect(namesIn(files.get('people/weber.html'))).toEqual({ Okafor: posix.basename(okafor), ...jones });
		expect(namesIn(files.get('people/ökafor.html'))).toEqual({ Weber: 'weber.html' });
		expect(namesIn(files.get('years/2019.html'))).toEqual({ Weber: '../people/weber.html', Okafor: `../${okafor}` });
	});

	it('lead to the page in the same language, and to another one only if there is none', () => {
		const files = filesOf([
			'path: en.html, list: all',
			'path: de.html, list: all, locale: de',
			'path: "en/{id}.html", list: all, for-each: person, where: "role=owner"',
			`path: "de/{id}.html", list: all, ${everyone}, locale: de`,
		]);
		expect(namesIn(files.get('en.html'))).toMatchObject({ Weber: 'en/weber.html', Okafor: 'de/%C3%B6kafor.html' });
		expect(namesIn(files.get('de.html'))).toMatchObject({ Weber: 'de/weber.html' });
	});

	it('lead to the page of a list with an owner', () => {
		const files = filesOf(['path: publications.html, list: all', 'path: anna/papers.html, list: anna']);
		expect(namesIn(files.get('publications.html'))['Weber']).toBe('anna/papers.html');
		expect(namesIn(files.get('anna/papers.html'))['Weber']).toBe(undefined);
	});

	const others = [
		'path: publications.md, list: all',
		'path: README.md, list: all, region: list',
		'path: own.html, list: all, region: list',
		'path: parts/fragment.html, list: all, format: html',
		'path: all.tex, list: all',
		'path: feeds/feed.xml, list: all',
		'path: embed/, list: all, format: embed',
		'path: sub/works/, list: all, format: works',
	];

	it('lead from files that may be read anywhere to absolute addresses, or nowhere', () => {
		const person = 'https://lab.example/x/people/weber.html';
		const near = filesOf([...pages, ...others]);
		const absolute = filesOf([...pages, ...others], site);
		const weberIn = (files: ReadonlyMap<string, string>, path: string) =>
			namesIn(files.get(path)?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))['Weber'];
		expect(weberIn(near, 'publications.md')).toBe(undefined);
		expect(weberIn(absolute, 'publications.md')).toBe(person);
		expect(weberIn(absolute, 'README.md')).toBe(person);
		expect(weberIn(absolute, 'own.html')).toBe('people/weber.html');
		expect(weberIn(near, 'parts/fragment.html')).toBe('../people/weber.html');
		expect(weberIn(absolute, 'parts/fragment.html')).toBe(person);
		expect(weberIn(near, 'all.tex')).toBe(undefined);
		expect(weberIn(absolute, 'all.tex')).toBe(person);
		expect(weberIn(near, 'feeds/feed.xml')).toBe(undefined);
		expect(weberIn(absolute, 'feeds/feed.xml')).toBe(person);
		// The base of these is the page of the list.
		expect(weberIn(absolute, 'embed/all.html')).toBe('people/weber.html');
		expect(absolute.get('sub/works/a.html')).toContain('<a href="people/weber.html">Anna Weber</a>');
	});

	it('lead from Markdown to Markdown', () => {
		const files = filesOf([...pages, ...others, `path: "notes/{id}.md", list: all, ${everyone}`], site);
		expect(namesIn(files.get('README.md'))['Weber']).toBe('notes/weber.md');
		expect(namesIn(files.get('notes/ökafor.md'))).toEqual({ Weber: 'weber.md' });
	});
});

/** The addresses of the links above and below a list. */
function navigationIn(contents = ''): readonly string[] {
	return [...contents.matchAll(/<nav class="bibfolio-(?:back|neighbours)".*?<\/nav>/gs)].flatMap(([nav]) =>
		[...nav.matchAll(/<a(?: rel="(\w+)")? href="([^"]*)">(?:<span>\w+<\/span> )?([^<]*)/g)].map(
			([, rel = 'up', url, title]) => [rel, url, title].join(' '),
		),
	);
}

describe('the page of a part', () => {
	it('leads to the page of the whole list and to its neighbours in time', () => {
		const files = filesOf([
			'path: index.html, list: anna',
			'path: lists/all.html, list: all',
			'path: "{year}/index.html", list: all, for-each: year, title: "Works {year}"',
			`path: "people/{id}.html", list: all, ${everyone}`,
		]);
		expect(navigationIn(files.get('lists/all.html'))).toEqual([]);
		const up = 'up ../lists/all.html All';
		expect(navigationIn(files.get('2019/index.html'))).toEqual([up, 'next ../2020/index.html 2020']);
		expect(navigationIn(files.get('2020/index.html'))).toEqual([
			...[up, 'prev ../2019/index.html 2019', 'next ../2021/index.html 2021'],
		]);
		expect(navigationIn(files.get('people/weber.html'))).toEqual([up]);
		expect(navigationIn(files.get('index.html'))).toEqual(['up lists/all.html All']);
	});

	it('has a table that leads to the whole list, too', () => {
		const files = filesOf(['path: all.html, list: all', 'path: index/people.html, format: html-page, show: people']);
		expect(navigationIn(files.get('index/people.html'))).toEqual(['up ../all.html All']);
		expect(files.get('index/people.html')).toMatch(/<style>.*\.bibfolio-back\b/s);
		expect(navigationIn(files.get('all.html'))).toEqual([]);
	});

	it('leads nowhere if there is no other page', () => {
		expect(navigationIn(filesOf(['path: index.html, list: anna']).get('index.html'))).toEqual([]);
	});
});

test('every relative link of every output leads to an output', () => {
	const folder = fc.constantFrom('', 'a/', 'a/b/', 'ä ö/', 'c/');
	const name = fc.constantFrom('{id}', '{id}/index', 'p-{id}');
	const layout = fc.record({ list: folder, people: folder, file: name, years: folder, site: fc.boolean() });
	fc.assert(
		fc.property(layout, ({ list, people, file, years, site: hasSite }) => {
			const files = filesOf(
				[
					`path: "${list}list.html", list: all`,
					`path: "${list}list.md", list: all`,
					`path: "${people}people/${file}.html", list: all, ${everyone}`,
					`path: "${years}people/${file}.md", list: all, ${everyone}`,
					`path: "${years}years/{year}.html", list: all, for-each: year`,
					`path: "${years}works/", list: all, format: works`,
					`path: "${list}embed/", list: all, format: embed`,
				],
				hasSite ? site : '',
			);
			let count = 0;
			for (const [path, contents] of files) {
				const base = /<base href="([^"]*)"/.exec(contents)?.[1] ?? '';
				const pattern = path.endsWith('.md')
					? /\]\(()(?!https?:)([^)]*)\)/g
					: /<(a|link) [^>]*href="(?!https?:|#|data:)([^"]*)"/g;
				for (const [, , url = ''] of path.endsWith('.js') ? [] : contents.matchAll(pattern)) {
					const target = new URL(url, new URL(base, new URL(encodeURI(path), 'https://files.example/')));
					count++;
					expect([...files.keys()], `${url} in ${path}`).toContain(decodeURIComponent(target.pathname).slice(1));
				}
			}
			expect(count).toBeGreaterThan(20);
		}),
		{ numRuns: 12 },
	);
});
