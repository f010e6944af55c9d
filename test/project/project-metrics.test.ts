import { rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

const library = `@article{elife, author = {Hall, Ada}, title = {Plasticity}, journal = {eLife}, date = {2014}, doi = {10.7554/eLife.01567}}
@online{attention, author = {Hall, Ada}, title = {Attention}, date = {2017}, eprint = {1706.03762v7}, eprinttype = {arxiv}}
@book{old, author = {Hall, Ada}, title = {An Old Book}, date = {1950}}
`;
const head = '{"version":1,"sources":{"openalex":"2026-11-30","crossref":"2026-10-31"},"works":{';
const metrics = `${head}
"10.7554/elife.01567": {"crossref":36,"openalex":[1045,"gold"]},
"arxiv:1706.03762": {"crossref":7,"openalex":[0,"green","https://example.org/free.pdf"]}}}`;

/** The problems and outputs of a project that is loaded and built. */
function built(settings: string, file: string | Uint8Array | null = metrics) {
	const folder = folderWith({
		'papers.bib': library,
		'bibfolio.yaml': `library: papers.bib\n${settings}`,
		...(file === null ? {} : { 'metrics.json': file }),
	});
	return { folder, ...builtIn(folder) };
}

function builtIn(folder: string) {
	const problems: Diagnostic[] = [];
	const project = loadProject(null, folder, {}, (problem) => problems.push(problem));
	const result = project && build(project);
	const contents = new Map(result?.outputs.map((output) => [output.path, output.contents]));
	const all = [...problems, ...(result?.diagnostics ?? [])];
	return { project, result, contents, problems: all.map(({ severity, code }) => `${severity} ${code}`) };
}

const list = 'outputs: [{ path: list.html }]\n';
const html = (settings: string, file?: string | Uint8Array | null) =>
	built(settings + list, file).contents.get('list.html') ?? '';

describe('The setting metrics', () => {
	it('is off by default', () => {
		const { contents, problems, result } = built(list);
		expect(contents.get('list.html')).not.toMatch(/cited|<span class="bibfolio-citations/i);
		expect({ problems, files: result?.files }).toEqual({ problems: [], files: ['bibfolio.yaml', 'papers.bib'] });
	});

	it('reads the file with a build, and watches it', () => {
		const { project, result, problems } = built(`metrics: true\n${list}`);
		expect(problems).toEqual([]);
		expect(result?.files).toContain('metrics.json');
		expect(project?.dataFiles).toEqual({ files: ['metrics.json'], patterns: ['metrics.json'] });
	});

	it.each([
		['metrics: true', 'Cited 1,045 times', 'cited 1,045 times (OpenAlex, November 30, 2026)'],
		['metrics: { sources: [crossref, openalex] }', 'Cited 36 times', 'cited 36 times (Crossref, October 31, 2026)'],
		['metrics: { sources: crossref }', 'Cited 7 times', 'cited 7 times (Crossref, October 31, 2026)'],
	])('%s shows the first source: %s', (settings, text, title) => {
		expect(html(`${settings}\n`)).toContain(`<span class="bibfolio-citations" title="${title}">${text}</span>`);
	});

	it('shows no zeros', () => {
		expect(html('metrics: true\n').match(/<span class="bibfolio-citations/g)).toHaveLength(1);
	});

	it('links to the free copy, which is the DOI unless the file has another', () => {
		const written = html('metrics: true\n');
		expect(written).toContain(
			'href="https://doi.org/10.7554/elife.01567" title="Open Access (OpenAlex, November 30, 2026)">Open Access</a>',
		);
		expect(written).toContain('href="https://example.org/free.pdf" title="Open Access');
	});

	it.each([
		['none', false, false],
		['citations', true, false],
		['[open-access]', false, true],
	])('show: %s', (show, citations, access) => {
		const written = html(`metrics: { show: ${show} }\n`);
		expect(written.includes('<span class="bibfolio-citations')).toBe(citations);
		expect(written.includes('bibfolio-link-open-access')).toBe(access);
	});

	it.each([
		'metrics: { sources: [scholar] }',
		'metrics: { show: all }',
		'metrics: metrics.json',
		'metrics: { file: "" }',
	])('refuses %s', (settings) => {
		expect(built(`${settings}\n`).problems).toContain('error config/invalid');
	});
});

describe('A list never breaks because of its metrics', () => {
	const plain = html('');

	it.each([
		['missing', null, 'warning metrics/missing'],
		['empty', '', 'warning metrics/invalid'],
		['cut off', metrics.slice(0, 100), 'warning metrics/invalid'],
		['of a later version', metrics.replace('1', '2'), 'warning metrics/invalid'],
		['another file', '{"visits":[]}', 'warning metrics/invalid'],
		['in conflict', `<<<<<<< HEAD\n${metrics}\n=======\n>>>>>>> main\n`, 'warning metrics/invalid'],
	])('if the file is %s', (_, file, problem) => {
		const { contents, problems, result } = built(`metrics: true\n${list}`, file);
		expect({ problems, stops: result?.stops }).toEqual({ problems: [problem], stops: null });
		expect(contents.get('list.html')).toBe(plain);
	});

	it('if the file is a folder', () => {
		const { folder } = built(`metrics: { file: data }\n${list}`, null);
		rmSync(join(folder, 'metrics.json'), { force: true });
		const { contents, problems } = builtIn(
			folderWith({
				'data/x': '',
				'papers.bib': library,
				'bibfolio.yaml': `library: papers.bib\nmetrics: { file: data }\n${list}`,
			}),
		);
		expect(problems).toEqual(['warning metrics/invalid']);
		expect(contents.get('list.html')).toBe(plain);
	});

	it('if the file has names that all objects inherit, and hostile addresses', () => {
		const hostile = `${head}"__proto__":{"openalex":9},"constructor":{"openalex":9},"10.7554/elife.01567":{"__proto__":{"openalex":4},"toString":5,"openalex":[3,"gold","javascript:alert(1)"]}}}`;
		const { contents, problems } = built(`metrics: true\n${list}`, hostile);
		expect(problems).toEqual([]);
		expect(contents.get('list.html')).toContain('Cited 3 times');
		expect(contents.get('list.html')).not.toContain('javascript');
	});

	it('if the file contains anything', () => {
		const value = fc.oneof(
			fc.json(),
			fc.integer().map(String),
			fc.constant('[1,"gold",null]'),
			fc.constant('{"openalex":{}}'),
		);
		const file = fc.oneof(
			fc.string(),
			fc.json(),
			fc.uint8Array(),
			value.map((json) => `${head}"10.7554/elife.01567":${json}}}`),
			value.map((json) => `${head}"10.7554/elife.01567":{"openalex":${json}}}}`),
			value.map((json) => `{"version":1,"sources":${json},"works":{}}`),
		);
		const { folder } = built(`metrics: true\noutputs: [{ path: list.txt }]\n`);
		fc.assert(
			fc.property(file, (contents) => {
				writeFileSync(join(folder, 'metrics.json'), contents);
				const { problems, result } = builtIn(folder);
				expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
				expect(result?.outputs[0]?.contents).toContain('An Old Book');
			}),
			{ numRuns: 60 },
		);
	});

	it('but must not leave the project', () => {
		const outside = folderWith({ 'metrics.json': metrics });
		expect(built(`metrics: { file: ${join(outside, 'metrics.json')} }\n`).problems).toContain('error config/outside');
		const { folder } = built('metrics: true\n');
		unlinkSync(join(folder, 'metrics.json'));
		symlinkSync(join(outside, 'metrics.json'), join(folder, 'metrics.json'));
		expect(builtIn(folder).problems).toContain('error config/outside');
	});
});

describe('A list that uses metrics while they are off', () => {
	it.each([
		'where: citations>=10',
		'where: not open-access',
		'sort: -citations',
		'note: "h-index {h-index}"',
		'title: { de: "{citations} Zitate" }',
		'sections: [{ title: A, where: { or: [mine, citations] } }]',
		'sections: [{ title: A, sort: [-citations] }]',
	])('is reported: %s', (settings) => {
		expect(built(`lists: { a: { ${settings} } }\n`).problems).toContain('warning metrics/off');
	});

	it.each(['where: year>=2010', 'note: "{works} works, {name}"', 'sort: -year'])('is not: %s', (settings) => {
		expect(built(`lists: { a: { ${settings} } }\n`).problems).not.toContain('warning metrics/off');
	});
});

describe('Numbers in titles and notes', () => {
	const output = (settings: string, more = '', file: string | null = metrics) =>
		built(`metrics: true\nlists: { a: { ${settings} } }\noutputs: [{ path: list.txt${more} }]\n`, file).contents.get(
			'list.txt',
		) ?? '';

	it('are those of the list', () => {
		const note =
			'"{works} works, {citations} citations, h {h-index}, i10 {i10-index}, {open-access} free ({metrics-source}, {metrics-date}) {other}"';
		expect(output(`note: ${note}`)).toContain(
			'3 works, 1,045 citations, h 1, i10 1, 2 free (OpenAlex, November 30, 2026) {other}',
		);
	});

	it('are those of a section', () => {
		const sections =
			'sections: [{ title: "Old ({works})", where: year<2000 }, { title: New, note: "{works} with {citations}" }]';
		const text = output(sections);
		expect(text).toContain('Old (1)');
		expect(text).toContain('2 with 1,045');
	});

	it('are in the language of the output', () => {
		const note = 'note: { en: "{citations}", de: "{citations} am {metrics-date}" }';
		expect(output(note, ', locale: de')).toContain('1.045 am 30. November 2026');
	});

	it('are in the title of a page, and in links to it', () => {
		const { contents } = built(
			`metrics: true\nlists: { a: { title: "Papers ({works})" } }\noutputs: [{ path: index.html, format: html-page }, { path: "y/{id}.html", format: html-page, for-each: year }]\n`,
		);
		expect(contents.get('index.html')).toContain('<title>Papers (3)</title>');
		expect(contents.get('y/2017.html')).toMatch(/href="[^"]*index\.html"[^>]*>[^<]*Papers \(3\)/);
	});

	it('are only those of the works that a limit leaves', () => {
		expect(output('limit: 1, note: "{works} of many"')).toContain('1 of many');
	});

	it('leave out a note that needs an unknown number, but not a title', () => {
		const text = output('title: "Cited {citations}", note: "h-index {h-index}"', '', `${head}}}`);
		expect(text).toContain('Cited –');
		expect(text).not.toContain('h-index');
	});
});

describe('Other formats', () => {
	const options = 'options: { citations: true, open-access: true }';
	const outputs = (more: string) =>
		built(
			`metrics: true\noutputs:\n${['list.md', 'list.tex', 'list.typ', 'list.txt'].map((path) => `  - { path: ${path}${more} }\n`).join('')}`,
		).contents;

	it('show nothing by default', () => {
		for (const contents of outputs('').values()) expect(contents).not.toMatch(/cited|open access/i);
	});

	it('show quiet words if their options ask for them', () => {
		const all = [...outputs(`, ${options}`).values()];
		expect(all).toHaveLength(4);
		for (const contents of all) {
			expect(contents).toContain('Cited 1,045 times');
			expect(contents.match(/Cited/g)).toHaveLength(1);
			expect(contents).toContain('example.org/free.pdf');
		}
	});

	it('have the numbers as data', () => {
		const { contents } = built('metrics: true\noutputs: [list.json, list.csv, feed.xml]\nsite: https://example.org/\n');
		const { works } = JSON.parse(String(contents.get('list.json')));
		const elife = works.find(({ key }: { key: string }) => key === 'elife');
		expect(elife).toMatchObject({
			citations: { count: 1045, source: 'OpenAlex', date: '2026-11-30' },
			openAccess: { state: 'gold', url: 'https://doi.org/10.7554/elife.01567', source: 'OpenAlex', date: '2026-11-30' },
		});
		expect(works.find(({ key }: { key: string }) => key === 'old')).toMatchObject({
			citations: null,
			openAccess: null,
		});
		const rows = String(contents.get('list.csv')).split('\n');
		expect(rows[0]).toMatch(/,citations,citations-source,citations-date,open-access,free-copy\r?$/);
		expect(rows.find((row) => row.startsWith('elife'))).toMatch(
			/,1045,OpenAlex,2026-11-30,gold,https:\/\/doi\.org\/10\.7554\/elife\.01567\r?$/,
		);
	});

	it('keep feeds as they are, which would show works again', () => {
		const feed = (settings: string) =>
			built(`${settings}outputs: [feed.xml]\nsite: https://example.org/\n`).contents.get('feed.xml');
		expect(feed('metrics: true\n')).toBe(feed(''));
	});

	it('have no columns for numbers while metrics are off', () => {
		expect(built('outputs: [list.csv]\n').contents.get('list.csv')).not.toContain('citations');
	});
});

describe('Tables of citations', () => {
	const table = (show: string, more = '') =>
		built(`metrics: true\n${more}outputs: [{ path: t.csv, show: ${show} }]\n`)
			.contents.get('t.csv')
			?.replaceAll('\r', '');

	it('have a row for each year of publication', () => {
		expect(table('citations-per-year')).toBe('Year,Publications,Citations\n2017,1,0\n2014,1,1045\n1950,1,0\n');
	});

	it('have a row for each person, with the h-index of the works of the list', () => {
		expect(table('citations-per-person', 'people: ["Hall, Ada"]\n')).toBe(
			'Name,Publications,Citations,h-index,First year,Last year\nAda Hall,3,1045,1,1950,2017\n',
		);
	});

	it('are no figures', () => {
		const { problems } = built('metrics: true\noutputs: [{ path: t.svg, show: citations-per-year }]\n');
		expect(problems.some((problem) => problem.startsWith('error config/'))).toBe(true);
	});
});
