import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../src/build.ts';
import { loadProject, type Project } from '../src/project/project.ts';
import { folderWith } from './folder.ts';

const entry = (key: string, more = '') => `@article{${key},
  author = {Samek, Wojciech and Lapuschkin, Sebastian},
  title = {Work ${key}},
  journal = {Pattern Recognition},
  year = {2019},${more}
}
`;
const two = entry('one') + entry('two');
const yaml = 'library: papers.bib\noutputs: [{path: list.md}]\n';

function projectOf(files: Record<string, string>): Project {
	const folder = folderWith({ 'papers.bib': two, 'bibfolio.yaml': yaml, ...files });
	const project = loadProject(null, folder, {}, ({ message }) => expect.fail(message));
	return project ?? expect.fail('no project');
}

const codes = ({ diagnostics }: BuildResult) => diagnostics.map(({ code, severity }) => `${severity} ${code}`);
const keys = ({ publications }: BuildResult) => publications.map(({ key }) => key);

describe('build', () => {
	it('returns its outputs and inputs, and writes nothing', () => {
		const project = projectOf({});
		const result = build(project);
		expect(result.outputs.map(({ path, list }) => [path, list?.items.length])).toEqual([['list.md', 2]]);
		expect(result.outputs[0]?.contents).toContain('Work one');
		expect(result.files).toEqual(expect.arrayContaining(['bibfolio.yaml', 'papers.bib']));
		expect(codes(result)).toEqual([]);
		expect(readdirSync(project.root).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});

	it('returns the same if run again', () => {
		const project = projectOf({});
		expect(build(project).outputs.map(({ contents }) => contents)).toEqual(
			build(project).outputs.map(({ contents }) => contents),
		);
	});

	it('skips a broken entry and keeps the others', () => {
		const broken = `${entry('one')}@article{bad,\n  title = {Never closed,\n}\n\n${entry('two')}`;
		const result = build(projectOf({ 'papers.bib': broken }));
		expect(keys(result)).toEqual(expect.arrayContaining(['one', 'two']));
		expect(result.stops).toBe(null);
		expect(result.outputs).toHaveLength(1);
		expect(codes(result).join()).toMatch(/error bib\/unclosed/);
	});

	it.each([
		['a missing file', { 'bibfolio.yaml': 'library: [papers.bib, more.bib]' }, 'input', 'error file/missing'],
		['an empty library', { 'papers.bib': '' }, 'input', 'error library/empty'],
		['a broken template', { 'templates/list.md.hbs': '{{titel}}' }, 'configuration', 'error template/unknown-name'],
		['an unknown locale', { 'bibfolio.yaml': `${yaml}locale: xx` }, 'configuration', 'error locale/unknown'],
		[
			'an unknown person',
			{ 'bibfolio.yaml': `${yaml}lists: {a: {where: {not: "person=nobody"}}}` },
			'configuration',
			'error people/unknown',
		],
	])('returns no output for %s', (_, files, stops, code) => {
		const result = build(projectOf(files as Record<string, string>));
		expect([result.stops, result.outputs, codes(result)]).toEqual([stops, [], expect.arrayContaining([code])]);
	});

	it('recognizes undeclared forms of names', () => {
		const result = build(projectOf({ 'bibfolio.yaml': `${yaml}lists: {a: {where: {person: "Samek, Wojciech"}}}` }));
		expect([result.stops, result.outputs[0]?.list?.items.length]).toEqual([null, 2]);
	});

	it('returns an empty list if the configuration allows an empty library', () => {
		const files = { 'papers.bib': '', 'bibfolio.yaml': `${yaml}checks: {library/empty: off}` };
		const result = build(projectOf(files));
		expect([result.stops, result.outputs.length, codes(result)]).toEqual([null, 1, []]);
	});

	it('applies the configured severities', () => {
		const files = { 'papers.bib': two + entry('one'), 'bibfolio.yaml': `${yaml}checks: {bib/duplicate-key: info}` };
		expect(codes(build(projectOf(files)))).toContain('info bib/duplicate-key');
	});

	it('reports a repeated unknown word once, with a count', () => {
		const files = { 'papers.bib': two.replaceAll('Work', '\\nonsense{Work}') };
		const { diagnostics } = build(projectOf(files));
		const unknown = diagnostics.filter(({ code }) => code === 'text/unknown-command');
		expect(unknown.map(({ message }) => message)).toEqual([expect.stringMatching(/nonsense.*\(2 times\)$/)]);
	});
});

describe('a repeated build', () => {
	it('keeps unchanged publications as the same objects', () => {
		const project = projectOf({});
		const first = build(project);
		writeFileSync(join(project.root, 'papers.bib'), entry('new') + entry('one') + entry('two', '\n  volume = {2},'));
		const second = build(project);
		const [, one, changed] = second.publications;
		expect(keys(second)).toEqual(['new', 'one', 'two']);
		expect(one).toBe(first.publications[0]);
		expect(changed).not.toBe(first.publications[1]);
		expect(String(second.outputs[0]?.contents)).toBe(String(build({ ...project }).outputs[0]?.contents));
	});

	it('reports remaining problems again, at their new position', () => {
		const project = projectOf({ 'papers.bib': entry('one', '\n  doi = {nonsense},') });
		const first = build(project);
		writeFileSync(join(project.root, 'papers.bib'), entry('new') + entry('one', '\n  doi = {nonsense},'));
		expect(codes(build(project))).toEqual(codes(first));
	});
});
