import { cpSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/build.ts';
import { loadProject } from '../../src/project/project.ts';
import { type LabWork, labMembers, makeLab } from './make-lab.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const lab = makeLab();
/** The works that lists show as an item of their own. */
const shown = lab.works.filter(({ isMerged }) => !isMerged);

let result: BuildResult;
const pages = new Map<string, string>();

beforeAll(() => {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bibfolio-test-')));
	cpSync(join(here, 'tidal'), folder, { recursive: true });
	const project = loadProject(null, folder, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');
	result = build(project);
	for (const { path, contents } of result.outputs) pages.set(path.replace(/^out\//, ''), contents);
}, 60_000);

/** An output; fails if there is none. */
const page = (path: string) => pages.get(path) ?? expect.fail(`no output ${path}`);
const htmlPages = () => [...pages].filter(([path]) => path.endsWith('.html'));
const keysIn = (html: string) => [...html.matchAll(/ data-key="([^"]*)"/g)].map(([, key]) => key).sort();
const keysOf = (works: readonly LabWork[]) => works.map(({ key }) => key).sort();
const headingOf = (html: string) => /<h1[^>]*>(.*)<\/h1>/.exec(html)?.[1];
const idsOfPeople = labMembers.map(({ id }) => id);

describe('the made department', () => {
	it('consists of the files that are committed', () => {
		expect(readFileSync(join(here, 'tidal/department.bib'), 'utf8')).toBe(lab.bib);
		expect(readFileSync(join(here, 'tidal/people.csv'), 'utf8')).toBe(lab.csv);
	});

	it('has 60 people and 150 works', () => {
		expect(new Set(idsOfPeople).size).toBe(60);
		expect(new Set(lab.works.map(({ key }) => key)).size).toBe(150);
	});

	it('builds with no other problems than those that it contains', () => {
		const codes = new Set(result.diagnostics.map(({ code, severity }) => `${severity} ${code}`));
		expect([...codes].sort()).toMatchInlineSnapshot(`
			[
			  "warning output/character",
			]
		`);
		expect(result.stops).toBe(null);
	});
});

describe('the pages of people', () => {
	const folderOf = (id: string) => {
		const isFormer = labMembers.find((person) => person.id === id)?.spells.some(({ role }) => role === 'alumni');
		return isFormer ? 'alumni' : 'people';
	};

	it('exist for each person', () => {
		for (const folder of ['people', 'alumni']) {
			const expected = idsOfPeople.filter((id) => folderOf(id) === folder).map((id) => `${folder}/${id}.html`);
			expect([...pages.keys()].filter((path) => path.startsWith(`${folder}/`)).sort()).toEqual(expected.sort());
		}
	});

	it.each(idsOfPeople)('contain all works of %s, each with a mark of this person', (id) => {
		const html = page(`${folderOf(id)}/${id}.html`);
		expect(keysIn(html)).toEqual(keysOf(shown.filter(({ members }) => members.includes(id))));
		const entries = html.split(/(?=<li class="bibfolio-item)/).slice(1);
		expect(entries.filter((entry) => entry.split('bibfolio-mark-owner').length !== 2)).toEqual([]);
	});

	it.each(labMembers)('name $id in their titles', ({ id, name }) => {
		const [family, given] = name.replaceAll("'", '’').split(', ');
		const html = page(`${folderOf(id)}/${id}.html`);
		expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toContain(`${given} ${family}`);
		expect(headingOf(html)).toBe(`${given} ${family}`);
	});
});

describe('the pages of', () => {
	const fileName = (value: string) => value.toLowerCase().replaceAll(' ', '-');
	const values = (read: (work: LabWork) => readonly string[]) => [...new Set(shown.flatMap(read))];

	it.each(values(({ year }) => (year === null ? [] : [String(year)])))('the year %s contain its works', (year) => {
		expect(keysIn(page(`years/${year}.html`))).toEqual(keysOf(shown.filter((work) => String(work.year) === year)));
	});

	it.each(values(({ projects }) => projects))('the project "%s" contain its works', (project) => {
		const html = page(`projects/${fileName(project)}.html`);
		expect(keysIn(html)).toEqual(keysOf(shown.filter(({ projects }) => projects.includes(project))));
		expect(headingOf(html)).toBe(`Project ${project}`);
	});

	it.each(['waves', 'sediment'])('the group "%s" contain the works of its members', (group) => {
		const isIn = (id: string) =>
			labMembers.some((person) => person.id === id && person.spells.some(({ groups }) => groups.includes(group)));
		expect(keysIn(page(`groups/${group}.html`))).toEqual(keysOf(shown.filter(({ members }) => members.some(isIn))));
	});

	it.each(values(({ keywords }) => keywords))('the keyword "%s" contain its works', (keyword) => {
		const html = page(`keywords/${fileName(keyword)}.html`);
		expect(keysIn(html)).toEqual(keysOf(shown.filter(({ keywords }) => keywords.includes(keyword))));
		expect(headingOf(html)).toBe(`Works on ${keyword}`);
	});
});

describe('all works', () => {
	it('are on the first page, in the data file and in the feed', () => {
		const { works } = JSON.parse(page('all.json')) as { works: readonly { key: string }[] };
		expect(works.map(({ key }) => key).sort()).toEqual(keysOf(shown));
		expect(keysIn(page('index.html'))).toEqual(keysOf(shown));
		expect(page('feed.xml').match(/<entry>/g)?.length).toBeGreaterThan(10);
	});
});

describe('the report', () => {
	it('counts the works of each person', () => {
		const counted = page('report/per-person.csv')
			.trim()
			.split(/\r?\n/)
			.slice(1)
			.map((row) => row.split(','))
			.flatMap(([, name = '', works = '']) => (name ? [`${name}: ${works}`] : []));
		const expected = labMembers.flatMap(({ id, name }) => {
			const works = shown.filter(({ members }) => members.includes(id)).length;
			const [family, given] = name.replaceAll("'", '’').split(', ');
			return works > 0 ? [`${given} ${family}: ${works}`] : [];
		});
		expect(counted.sort()).toEqual(expected.sort());
	});
});

/** The keys of the works of a list, sorted. */
const listed = (id: string) =>
	(result.lists.find(({ spec }) => spec.id === id) ?? expect.fail(`no list ${id}`)).items
		.map(({ publication }) => publication.key)
		.sort();

describe('a list', () => {
	const groupsOf = (id: string) =>
		labMembers.find((person) => person.id === id)?.spells.flatMap(({ groups }) => groups) ?? [];

	it('has the works of people from both groups', () => {
		const isJoint = ({ members }: LabWork) =>
			members.some(
				(one) =>
					groupsOf(one).includes('waves') &&
					members.some((other) => other !== one && groupsOf(other).includes('sediment')),
			);
		expect(listed('joint')).toEqual(keysOf(shown.filter(isJoint)));
	});

	it('has only works of several people in their time as members', () => {
		const dated = shown.filter(({ year }) => year !== null);
		const isMember = (id: string, year: number) =>
			labMembers
				.find((person) => person.id === id)
				?.spells.some(({ role, from, to }) => role !== 'alumni' && from <= year && year <= (to ?? 9999));
		const isOfMembers = ({ members, year }: LabWork) =>
			new Set(members.filter((id) => isMember(id, Number(year)))).size >= 2;
		const keys = new Set(dated.map(({ key }) => key));
		expect(listed('members').filter((key) => keys.has(key))).toEqual(keysOf(dated.filter(isOfMembers)));
	});

	it('repeats works under each keyword, with the same number', () => {
		const html = page('by-keyword.html');
		const items = [...html.matchAll(/<li class="bibfolio-item[^>]* value="(\d+)" data-key="([^"]*)"/g)];
		const numbers = new Map(items.map(([, number, key]) => [key, number]));
		expect(items.filter(([, number, key]) => numbers.get(key) !== number)).toEqual([]);
		expect(numbers.size).toBe(shown.length);
		const repeated = shown.reduce((sum, { keywords }) => sum + Math.max(1, new Set(keywords).size), 0);
		expect(items.length).toBe(repeated);
	});
});

describe('the numbers of a report', () => {
	const cells = (path: string) =>
		page(path)
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => line.split(','));

	it('are those of each year', () => {
		const years = cells('report/per-year.csv').filter(([year]) => /^\d/.test(year ?? ''));
		for (const [year, all, ...kinds] of years) {
			expect(Number(all)).toBe(shown.filter((work) => String(work.year) === year).length);
			expect(kinds.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(all));
		}
		expect(years).toHaveLength(new Set(shown.flatMap(({ year }) => year ?? [])).size);
	});

	it('are in the figures, too', () => {
		for (const name of ['per-year', 'co-authors'])
			expect(page(`report/${name}.svg`)).toContain(`${shown.length} publications`);
	});
});

/** The folder that relative addresses on a page start from. */
function folderOf(path: string, html: string): string {
	const [, base = ''] = /<base href="([^"]*)"/.exec(html) ?? [];
	return posix.dirname(posix.join(posix.dirname(path), base, base === '' ? 'page' : ''));
}

describe('links', () => {
	it('from page to page lead to an output, and to an item on it', () => {
		const broken = htmlPages().flatMap(([path, html]) =>
			[...html.replace(/<template[\s\S]*?<\/template>|<base [^>]*>/g, '').matchAll(/ href="([^"]*)"/g)].flatMap(
				([, address = '']) => {
					if (/^(?:[a-z]+:|\/\/)/.test(address)) return [];
					const [file = '', anchor = ''] = address.split('#').map(decodeURIComponent);
					const target = file === '' ? html : pages.get(posix.join(folderOf(path, html), file));
					const isBroken = target === undefined || (anchor !== '' && !target.includes(` id="${anchor}"`));
					return isBroken ? [`${path}: ${address}`] : [];
				},
			),
		);
		expect(broken).toEqual([]);
	});
});

/** A page without its styles and scripts, which other tests read. */
const text = (html: string) => html.replace(/<(style|script|template)\b[^>]*>[\s\S]*?<\/\1>/g, '<$1></$1>');

describe('a reader', () => {
	it.each(['people.html', 'alumni/novak-2.html', 'years/2002.html'])('finds %s as it should be', async (path) => {
		const html = text(page(path)).replace(/(http-equiv="Content-Security-Policy" content)="[^"]*"/, '$1=""');
		await expect(html).toMatchFileSnapshot(`expected/${path}`);
	});

	it.each([
		'joint.md',
		// A changed name; one name for two people, told apart by ORCID iDs, and by dates; other scripts.
		...[
			'cv/okonkwo.md',
			'cv/li-wei-1.md',
			'cv/li-wei-2.md',
			'cv/novak-1.md',
			'cv/novak-2.md',
			'cv/yamada.md',
			'cv/haddad.md',
		],
		...['projects/estuary-watch.tex', 'by-person.md', 'current.md', 'members.md'],
		...['report/people.md', 'report/keywords.md', 'report/per-person.csv', 'report/per-year.tex'],
		...['report/per-year.svg', 'report/co-authors.svg'],
	])('finds %s as it should be', async (path) => {
		await expect(page(path)).toMatchFileSnapshot(`expected/${path}`);
	});
});
