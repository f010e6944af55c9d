import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';

const works = `
@misc{a1, title={One}, author={Lovelace, Ada}, keywords={Logic}}
@misc{a2, title={Two}, author={Babbage, Charles}, keywords={Engines}}
`;
const person = (id: string, name: string) => `  - { name: "${name}", id: ${id} }\n`;
const ada = person('ada', 'Lovelace, Ada');
const charles = person('charles', 'Babbage, Charles');

const project = (people: string, outputs: string) => `library: lab.bib\npeople:\n${people}outputs:\n${outputs}`;

/** A folder in which a project with both people was built; `leave` builds it again without Charles. */
async function lab(outputs: string, files: Readonly<Record<string, string>> = {}) {
	const root = folderWith({ 'lab.bib': works, 'bibfolio.yaml': project(ada + charles, outputs), ...files });
	const first = await run(root, ['build']);
	if (first.code !== 0) throw new Error(first.err);
	return {
		root,
		names: () =>
			readdirSync(root, { recursive: true, encoding: 'utf8' })
				.map((path) => path.replaceAll('\\', '/'))
				.sort(),
		read: (path: string) => readFileSync(join(root, path), 'utf8'),
		write: (path: string, text: string) => writeFileSync(join(root, path), text),
		build: (...words: string[]) => run(root, ['build', ...words]),
		async leave() {
			writeFileSync(join(root, 'bibfolio.yaml'), project(ada, outputs));
			return run(root, ['build']);
		},
	};
}

const row = (path: string, more = '') => `  - { path: "${path}", for-each: person, list: all${more} }\n`;

describe('files of parts that no longer exist', () => {
	it.each([
		['html', ''],
		['html', ', format: html, front-matter: true'],
		['md', ', front-matter: { nav: true }'],
		['mdx', ', front-matter: true, front-matter-as: toml'],
		['qmd', ', format: html'],
		['qmd', ''],
		['tex', ''],
		['tex', ', format: latex-document'],
		['typ', ''],
		['xml', ', format: atom'],
		['json', ''],
		['md', ', flavour: vitepress'],
	])('are removed as .%s with "%s"', async (extension, more) => {
		const { leave, names } = await lab(row(`people/{id}.${extension}`, more));
		expect(names()).toContain(`people/charles.${extension}`);
		expect((await leave()).out).toContain(`Removed people/charles.${extension}`);
		expect(names()).not.toContain(`people/charles.${extension}`);
		expect(names()).toContain(`people/ada.${extension}`);
	});

	it('have a mark that keeps JSON valid', async () => {
		const { read } = await lab(row('people/{id}.json'));
		const data = JSON.parse(read('people/charles.json'));
		expect(data).toMatchObject({ count: 1, generator: 'Bibfolio for-each person of all: {id}.json' });
	});

	it('are removed with their folders', async () => {
		const { leave, names } = await lab(
			row('people/{id}/index.html') +
				row('people/{id}/works', ', format: works') +
				row('embed/{id}', ', format: embed'),
		);
		expect(names()).toEqual(expect.arrayContaining(['people/charles/works/a2.html', 'embed/charles/bibfolio.js']));
		await leave();
		expect(names().filter((path) => path.includes('charles'))).toEqual([]);
		expect(names()).toEqual(expect.arrayContaining(['people/ada/works/a1.html', 'embed/ada/bibfolio.js']));
	});

	it('stay in a folder with other files', async () => {
		const { leave, names, write } = await lab(row('people/{id}/index.html'));
		write('people/charles/photo.txt', 'mine');
		await leave();
		expect(names().filter((path) => path.includes('charles'))).toEqual(['people/charles', 'people/charles/photo.txt']);
	});

	it('are reported by --check, which removes nothing', async () => {
		const { build, names, write } = await lab(row('{id}.md'));
		write('lab.bib', works);
		write('bibfolio.yaml', project(ada, row('{id}.md')));
		const { code, err } = await build('--check');
		expect([code, err]).toEqual([1, expect.stringContaining('Obsolete file charles.md')]);
		expect(names()).toContain('charles.md');
	});

	it('are those of values, too', async () => {
		const { build, names, write } = await lab('  - { path: "k/{id}.html", for-each: keyword }\n');
		write('lab.bib', works.replace('Engines', 'Logic'));
		await build();
		expect(names().filter((path) => path.startsWith('k/'))).toEqual(['k/logic.html']);
	});

	it('stay if the user changed their last lines, in other places, and as text, which has no mark', async () => {
		const { leave, names, read, write } = await lab(row('people/{id}.md') + row('people/{id}.txt'));
		write('people/mine.md', 'mine');
		write('copy.md', read('people/charles.md'));
		write('people/charles.md', read('people/charles.md').replace(/<!--.*-->/, ''));
		await leave();
		expect(names()).toEqual(
			expect.arrayContaining(['copy.md', 'people/charles.md', 'people/charles.txt', 'people/mine.md']),
		);
	});

	it('are not those of another repeated output, also if that is not built', async () => {
		const rows =
			row('{id}.html') + row('{id}.de.html', ', locale: de') + row('{id}.x.html').replace('list: all', 'list: other');
		const lists = 'lists: { publications: {}, other: {} }\n';
		const { build, names, write } = await lab(row('{id}.html'));
		write('bibfolio.yaml', lists + project(ada + charles, rows));
		await build();
		const before = names();
		expect(before.filter((path) => path.endsWith('.html'))).toHaveLength(6);
		write('bibfolio.yaml', lists + project(ada, rows));
		await build('--list', 'all');
		expect(names()).toEqual(before.filter((path) => !['charles.html', 'charles.de.html'].includes(path)));
	});

	it('stay while the library or the configuration is broken', async () => {
		const { build, names, write } = await lab(row('{id}.md'));
		write('lab.bib', '');
		expect((await build()).code).toBe(1);
		write('lab.bib', works);
		write('bibfolio.yaml', `${project(ada, row('{id}.md'))}locale: xx\n`);
		expect((await build()).code).toBe(2);
		expect(names()).toContain('charles.md');
	});

	it('are removed in the folder of --out', async () => {
		const { build, names, write } = await lab(row('people/{id}.md'));
		await build('--out', 'site');
		write('bibfolio.yaml', project(ada, row('people/{id}.md')));
		await build('--out', 'site');
		expect(names()).toEqual(expect.arrayContaining(['site/ada.md', 'people/charles.md']));
		expect(names()).not.toContain('site/charles.md');
	});

	it('are never looked for through links', async () => {
		const { root, leave, read } = await lab(row('people/{id}/index.md'));
		mkdirSync(join(root, 'other'));
		writeFileSync(join(root, 'other/index.md'), read('people/charles/index.md'));
		symlinkSync('../other', join(root, 'people/linked'));
		await leave();
		expect(existsSync(join(root, 'other/index.md'))).toBe(true);
	});
});

describe('regions of parts that no longer exist', () => {
	const host = (name: string) => `# ${name}\n\n<!-- bibfolio:works -->\n<!-- /bibfolio:works -->\n\nMore\n`;

	it('keep their markers, with nothing between them', async () => {
		const files = { 'people/ada.md': host('Ada'), 'people/charles.md': host('Charles') };
		const { leave, read } = await lab(row('people/{id}.md', ', region: works'), files);
		expect(read('people/charles.md')).toContain('Two');
		await leave();
		expect(read('people/charles.md').replace(/\n+/g, '\n')).toBe(host('Charles').replace(/\n+/g, '\n'));
		expect(read('people/ada.md')).toContain('One');
	});

	it('keep what the user wrote between markers of the same name', async () => {
		const mine = host('Mine').replace('works -->\n', 'works -->\nMy own text\n');
		const files = { 'people/ada.md': host('Ada'), 'people/charles.md': host('Charles'), 'people/mine.md': mine };
		const { leave, read } = await lab(row('people/{id}.md', ', region: works'), files);
		await leave();
		expect(read('people/mine.md')).toBe(mine);
	});

	it('are emptied in a file with a region for each', async () => {
		const file =
			'<!-- bibfolio:ada -->\n<!-- /bibfolio:ada -->\n\n<!-- bibfolio:charles -->\n<!-- /bibfolio:charles -->\n';
		const { leave, read, build } = await lab(row('people.md', ', region: "{id}"'), { 'people.md': file });
		expect(read('people.md')).toMatch(/bibfolio:ada[\s\S]*One[\s\S]*bibfolio:charles[\s\S]*Two/);
		await leave();
		expect(read('people.md')).toContain('One');
		expect(read('people.md')).not.toContain('Two');
		expect((await build('--check')).code).toBe(0);
	});
});

describe('regions that do not exist', () => {
	const host = '<!-- bibfolio:works -->\n<!-- /bibfolio:works -->\n';

	it('are skipped with a warning, and written once they exist', async () => {
		const { root, read } = await lab(row('people/{id}.md', ', region: works'), { 'people/ada.md': host });
		expect(read('people/ada.md')).toContain('One');
		const { code, err } = await run(root, ['build']);
		expect([code, err]).toEqual([
			0,
			expect.stringContaining('No place for 1 of 2 lists of people/{id}.md#works: people/charles.md#works'),
		]);
		writeFileSync(join(root, 'people/charles.md'), host);
		expect((await run(root, ['build'])).err).toBe('');
		expect(read('people/charles.md')).toContain('Two');
	});

	it('are an error if all are missing', async () => {
		await expect(lab(row('people/{id}.md', ', region: works'))).rejects.toThrow(
			/Cannot read people\/ada\.md: a region needs an existing file/,
		);
	});

	it('may have names in any script', async () => {
		const files = {
			'lab.bib': works.replace('Logic', '深層学習'),
			'topics.html': '<!-- bibfolio:深層学習 --><!-- /bibfolio:深層学習 -->',
		};
		const { read } = await lab('  - { path: topics.html, region: "{id}", for-each: keyword }\n', files);
		expect(read('topics.html')).toContain('One');
	});
});

describe('files of people', () => {
	const people = 'id,name\nada,"Lovelace, Ada"\ncharles,"Babbage, Charles"\n';
	const pages = ['people/ada.html', 'people/charles.html'];
	const csvLab = async () => {
		const configuration = `library: lab.bib\npeople: people.csv\noutputs:\n${row('people/{id}.html')}`;
		const root = folderWith({ 'lab.bib': works, 'people.csv': people, 'bibfolio.yaml': configuration });
		await run(root, ['build']);
		return {
			pages: () => readdirSync(join(root, 'people')).map((name) => `people/${name}`),
			change(text: string) {
				writeFileSync(join(root, 'people.csv'), text);
				return run(root, ['build']);
			},
		};
	};

	it.each([
		['is empty', ''],
		['has headers only', 'id,name\n'],
		['has a wrong header', people.replace('name', 'nmae')],
		['has no header', people.replace('id,name\n', '')],
		['ends in a row', people.slice(0, 20)],
	])('stay if the spreadsheet %s', async (_, text) => {
		const lab = await csvLab();
		expect((await lab.change(text)).code).toBe(1);
		expect(lab.pages()).toEqual(pages);
	});

	it('are removed if the person is no longer in the spreadsheet', async () => {
		const lab = await csvLab();
		expect((await lab.change(people.split('\n').slice(0, 2).join('\n'))).code).toBe(0);
		expect(lab.pages()).toEqual(pages.slice(0, 1));
	});
});
