import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { shownOf } from '../../src/cli/preview-files.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';
import { run } from './run.ts';

const people = Array.from({ length: 20 }, (_, index) => `Name${index}`);
const files = {
	'papers.bib': people.map((name) => `@misc{${name}, title={By ${name}}, author={${name}, Ada}}\n`).join(''),
	'bibfolio.yaml': `library: papers.bib
people:
${people.map((name) => `  - { name: "${name}, Ada", role: member }\n`).join('')}
outputs:
  - index.html
  - { path: "people/{id}.html", for-each: person, list: all }
  - { path: "pages/{id}/works", for-each: person, format: works }
  - { path: "docs/{id}.tex", for-each: person, format: latex-document }
`,
};

describe('bibfolio build with for-each', () => {
	it('prints one line for each configured output', async () => {
		const folder = folderWith(files);
		const lines = async () => (await run(folder, ['build'])).out.trim().split('\n');
		expect(await lines()).toEqual([
			'Wrote index.html (20 works)',
			'Wrote people/*.html (20 files)',
			'Wrote pages/*/works/ (20 files)',
			'Wrote docs/*.tex (20 files)',
		]);
		expect(await lines()).toEqual(['Unchanged: 61 files']);
		writeFileSync(join(folder, 'papers.bib'), files['papers.bib'].replace('By Name7}', 'Another}'));
		expect(await lines()).toEqual(
			expect.arrayContaining([
				'Wrote people/name7-ada.html (1 work)',
				'Wrote pages/*/works/ (1 file)',
				'Unchanged: 57 files',
			]),
		);
	});

	it('names the list and the part of each file as JSON', async () => {
		const { out } = await run(folderWith(files), ['build', '--json']);
		expect(JSON.parse(out).outputs[1]).toEqual({
			path: 'people/name0-ada.html',
			list: 'all',
			part: { key: 'person', id: 'name0-ada', name: 'Ada Name0' },
			format: 'html-page',
			works: 1,
			done: 'written',
		});
	});

	it('prints a whole list, and writes one to a single file', async () => {
		const folder = folderWith(files);
		expect((await run(folder, ['build', '--stdout', '--format', 'html-page'])).out).toContain('By Name19');
		expect((await run(folder, ['build', '--out', 'all.tex'])).out).toBe('Wrote all.tex (20 works)\n');
		expect(readFileSync(join(folder, 'all.tex'), 'utf8')).toContain('By Name19');
	});

	it('builds only the outputs of the lists of --list, which knows the list of all works', async () => {
		const folder = folderWith(files);
		expect((await run(folder, ['build', '--list', 'all'])).out).toBe('Wrote people/*.html (20 files)\n');
	});
});

describe('the start page of the preview', () => {
	it('has one row for each configured output, with the names of the parts', () => {
		const project = loadProject(null, folderWith(files), {}, ({ message }) => expect.fail(message));
		if (!project) return expect.fail();
		const before = shownOf(project, null, null);
		expect(before.site.outputs).toHaveLength(1);
		const { site, home, listing } = shownOf(project, build(project), null);
		expect([site.outputs.length, home]).toEqual([61, null]);
		expect(listing).toContain('<summary>people/*.html <small>html-page, 20 files</small></summary>');
		expect(listing).toContain('<li><a href="/people/name3-ada.html">Ada Name3</a> <small>1 work</small></li>');
		expect(listing.match(/<details/g)).toHaveLength(3);
	});
});
