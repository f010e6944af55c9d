import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';

const library = `
@article{a1, title={One}, author={Lovelace, Ada and Babbage, Charles}, journal={Notes}, year={2020}, keywords={C++, Logic}, project={Engine}}
@inproceedings{a2, title={Two}, author={Babbage, Charles}, booktitle={Machines}, year={2021}, keywords={C\\#, 深層学習, logic}}
@misc{a3, title={Three}, author={Hopper, Grace}, keywords={AC/DC, AC-DC}}
@misc{a4, title={Four}, author={Hopper, Grace}, year={1999}, hidden={true}, keywords={secret}}
`;
const people = `
people:
  - { name: "Lovelace, Ada", id: ada, role: member, groups: [math] }
  - { name: "Babbage, Charles", id: charles, role: member }
  - { name: "Hopper, Grace", id: grace, role: alumni }
  - { name: "Newman, Nora", id: nora, role: member }
`;

/** Builds a project with these outputs. Throws if that fails. */
async function built(outputs: string, files: Readonly<Record<string, string>> = {}, more = '') {
	const root = folderWith({
		'lab.bib': library,
		'bibfolio.yaml': `library: lab.bib\n${people}${more}outputs:\n${outputs}`,
		...files,
	});
	const { code, err, out } = await run(root, ['build']);
	if (code !== 0) throw new Error(err);
	const read = (path: string) => readFileSync(join(root, path), 'utf8');
	const names = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : []);
	return { root, read, names, err, out };
}

describe('one output for each', () => {
	it.each([
		['person', ['ada', 'charles', 'grace', 'nora']],
		['year', ['2020', '2021', 'undated']],
		['decade', ['2020-2029', 'undated']],
		['keyword', ['c-plus-plus', 'c-sharp', 'logic', '深層学習', 'ac-dc', expect.stringMatching(/^ac-dc-[0-9a-f]{8}$/)]],
		['venue', ['machines', 'notes']],
		['kind', ['conference', 'journal', 'other']],
		['project', ['engine']],
	])('%s has a file for each value of the works that are shown', async (key, ids) => {
		const { names } = await built(`  - { path: "x/{id}.txt", for-each: ${key}, list: all }\n`);
		const found = names('x').map((name) => name.replace(/\.txt$/, ''));
		expect(found).toHaveLength(ids.length);
		expect(found).toEqual(expect.arrayContaining(ids));
	});

	it('person selects people by conditions on people', async () => {
		const row = (where: string) =>
			`  - { path: "${where}/{id}.txt", for-each: person, where: "${where}", list: all }\n`;
		const conditions = ['role=member', 'group=math', 'role=member not group=math', 'person=grace or group=math'];
		const { names } = await built(conditions.map(row).join(''));
		expect(conditions.map(names)).toEqual([
			...[['ada.txt', 'charles.txt', 'nora.txt'], ['ada.txt']],
			...[
				['charles.txt', 'nora.txt'],
				['ada.txt', 'grace.txt'],
			],
		]);
	});

	it('another key selects the works in the files', async () => {
		const { read, names } = await built(
			'  - { path: "all/{year}.txt", for-each: year }\n  - { path: "some/{year}.txt", for-each: year, where: keyword=C++ }\n',
		);
		expect([names('all'), names('some')]).toEqual([['2020.txt', '2021.txt', 'undated.txt'], ['2020.txt']]);
		expect(read('some/2020.txt')).toContain('One');
	});

	it('contains the works of its part only', async () => {
		const { read } = await built('  - { path: "{id}.txt", for-each: person, list: all }\n');
		expect(['One', 'Two', 'Three'].filter((title) => read('charles.txt').includes(title))).toEqual(['One', 'Two']);
	});
});

describe('placeholders', () => {
	it('are filled in the path, the title, front matter and options, once', async () => {
		const { read } = await built(
			`  - path: "{id}/{name}-{value}.md"
    for-each: person
    where: person=ada
    title: "Works by {name} ({id})"
    front-matter: { author: "{name}", nested: [{ id: "{id}" }], raw: "{{ page.id }} {city}" }
`,
			{},
		);
		const text = read('ada/ada-lovelace-ada.md');
		expect(text).toContain('title: Works by Ada Lovelace (ada)\nauthor: Ada Lovelace\n');
		expect(text).toContain('- id: ada\n');
		expect(text).toContain('"{{ page.id }} {city}"');
	});

	it('of terms are words of the language of the output', async () => {
		const title = 'title: { en: "All: {name}", de: "Alle: {value}" }';
		const { read } = await built(
			`  - { path: "{id}.md", for-each: kind, ${title} }\n  - { path: "{id}.de.md", for-each: kind, locale: de, ${title} }\n  - { path: "{year}.txt", for-each: year }\n`,
		);
		expect(read('journal.md')).toContain('## All: Journal Articles');
		expect(read('journal.de.md')).toContain('## Alle: Zeitschriftenartikel');
		expect(read('undated.txt')).toContain('Undated\n=======');
	});

	it('of a decade give its first year', async () => {
		const { read } = await built('  - { path: "{year}s.md", for-each: decade, title: "The {year}s ({value})" }\n');
		expect(read('2020s.md')).toContain('## The 2020s (2020–2029)');
	});
});

describe('the parts of repeated outputs', () => {
	it('link to the page and feed of the same part, and are in the sitemap', async () => {
		const { read } = await built(
			`  - { path: site/index.html, list: all }
  - { path: "site/people/{id}.html", for-each: person, list: all }
  - { path: "site/people/{id}.xml", format: atom, for-each: person, list: all }
  - { path: "site/topics/{id}/index.html", for-each: keyword, list: all }
  - { path: site/sitemap.xml, format: sitemap, list: all }
`,
			{},
			'site: { url: "https://lab.example/", folder: site }\n',
		);
		expect(read('site/people/ada.html')).toContain('href="ada.xml"');
		expect(read('site/people/ada.html')).toContain('rel="canonical" href="https://lab.example/people/ada.html"');
		expect(read('site/people/ada.xml')).toContain('href="https://lab.example/people/ada.html"');
		const id = (person: string) => /<id>(.*?)<\/id>/.exec(read(`site/people/${person}.xml`))?.[1];
		expect(id('ada')).not.toBe(id('grace'));
		expect(read('site/index.html')).not.toContain('href="people/ada.xml"');
		const sitemap = read('site/sitemap.xml');
		for (const address of ['', 'people/nora.html', 'topics/c-plus-plus/', `topics/${encodeURIComponent('深層学習')}/`])
			expect(sitemap).toContain(`<loc>https://lab.example/${address}</loc>`);
	});

	it('say that a person has no works yet, in the language and format of the output', async () => {
		const formats = ['html', 'de.html', 'md', 'tex', 'txt', 'typ'];
		const { read, err } = await built(
			formats
				.map((format) => {
					const locale = format.startsWith('de') ? ', locale: de' : '';
					return `  - { path: "{id}.${format}", for-each: person, list: all${locale} }\n`;
				})
				.join(''),
		);
		for (const format of formats)
			expect(read(`nora.${format}`)).toContain(
				format === 'de.html' ? 'Noch keine Veröffentlichungen.' : 'No publications yet.',
			);
		expect(read('ada.md')).not.toContain('No publications yet.');
		expect(err).not.toContain('list/empty');
	});

	it('are not among the lists of an embedding, which has its own part in each folder', async () => {
		const { names } = await built(
			'  - { path: all, format: embed, list: all }\n  - { path: "{id}", format: embed, for-each: person, list: all }\n',
		);
		expect(names('all').filter((name) => name.endsWith('.html'))).toEqual(['all.html', 'publications.html']);
		expect(names('ada').filter((name) => name.endsWith('.html'))).toEqual(['all-person-ada.html']);
	});

	it('keep their ids when other works and people are added', async () => {
		const row = '  - { path: "{id}.txt", for-each: keyword }\n';
		const before = await built(row);
		const after = await built(row, { 'lab.bib': `@misc{a0, title={Zero}, keywords={Abacus, Zeta}}${library}` });
		expect(after.names('.')).toEqual(expect.arrayContaining(before.names('.')));
	});
});

describe('the list of all works', () => {
	it('needs no configuration', async () => {
		const { read } = await built(
			'  - { path: all.txt, list: all }\n  - { path: old.txt }\n',
			{},
			'lists: { old: { where: year<=2020 } }\n',
		);
		expect(
			['One', 'Two', 'Three'].map((title) => [read('all.txt'), read('old.txt')].map((text) => text.includes(title))),
		).toEqual([
			[true, true],
			[true, false],
			[true, false],
		]);
	});

	it('is a list of that id if there is one', async () => {
		const { read } = await built('  - { path: all.txt, list: all }\n', {}, 'lists: { all: { where: year=2021 } }\n');
		expect(read('all.txt')).not.toContain('One');
	});
});

describe('parts without a value', () => {
	const problems = async (outputs: string, more = '') => (await built(outputs, {}, more)).err;

	it('are reported with the nearest word', async () => {
		expect(await problems('  - { path: "{id}.md", for-each: keywrd }\n')).toMatch(
			/bibfolio\.yaml:9:34: warning: Unknown field "keywrd" in for-each of \{id\}\.md[\s\S]*Did you mean "keyword"\?/,
		);
		expect(await problems('  - { path: "{id}.md", for-each: projekt }\n')).toContain('Did you mean "project"?');
		expect(await problems('  - { path: "{id}.md", for-each: person, where: role=collaborator }\n')).toContain(
			'info: No person matches the condition of {id}.md',
		);
		expect(await problems('  - { path: "{id}.md", for-each: series }\n')).toContain(
			'No work of list "publications" has a series for {id}.md',
		);
	});
});

it('reports an unknown role or group of people', async () => {
	const outputs = '  - { path: "{id}.md", for-each: person, where: role=membre }\n';
	const root = folderWith({ 'lab.bib': library, 'bibfolio.yaml': `library: lab.bib\n${people}outputs:\n${outputs}` });
	const { code, err } = await run(root, ['build']);
	expect([code, err]).toEqual([2, expect.stringContaining('error: Unknown role "membre" [people/unknown]')]);
	expect(err).toContain('Did you mean "member"?');
});

describe('two outputs at one place', () => {
	const conflict = async (outputs: string, more = '') => {
		const root = folderWith({
			'lab.bib': library,
			'bibfolio.yaml': `library: lab.bib\n${more || people}outputs:\n${outputs}`,
		});
		const { code, err } = await run(root, ['build']);
		return { code, err, files: readdirSync(root).sort() };
	};

	it.each([
		['a configured file', '  - { path: ada.txt }\n  - { path: "{id}.txt", for-each: person, list: all }\n', 'ada.txt'],
		['one that differs in case', '  - { path: ADA.txt }\n  - { path: "{id}.txt", for-each: person }\n', 'ada.txt'],
		[
			'another repeated output',
			'  - { path: "{id}.txt", for-each: person }\n  - { path: "./{value}.txt", for-each: person, list: all }\n',
			'./ada.txt',
		],
	])('with %s are reported, and nothing is written', async (_, outputs, path) => {
		const { code, err, files } = await conflict(outputs);
		expect([code, err]).toEqual([2, expect.stringContaining(`error: Duplicate output path ${path} [config/invalid]`)]);
		expect(err).toContain('The other output is here');
		expect(files).toEqual(['bibfolio.yaml', 'lab.bib']);
	});

	it('are reported for people of one name', async () => {
		const twins = 'people:\n  - { name: "Li, Wei", id: wei1 }\n  - { name: "Li, Wei", id: wei2 }\n';
		const { code, err } = await conflict('  - { path: "{name}.txt", for-each: person }\n', twins);
		expect([code, err]).toEqual([2, expect.stringContaining('Use {id}, which is unique, in the path')]);
		expect((await conflict('  - { path: "{id}.txt", for-each: person }\n', twins)).code).toBe(0);
	});
});
