import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type BuildResult, build } from '../src/build.ts';
import { loadProject, type Project } from '../src/project/project.ts';
import { folderWith } from './folder.ts';

const entry = (key: string, title = `Work ${key}`) =>
	`@article{${key}, author = {Noether, Emmy}, title = {${title}}, journal = {Annalen}, year = {1918}}\n`;
const keys = Array.from({ length: 20 }, (_, index) => `key${index}`);
const library = (changed = '', title = '') => keys.map((key) => entry(key, key === changed ? title : key)).join('\n');

function project(): Project {
	const folder = folderWith({
		'papers.bib': library(),
		'bibfolio.yaml': 'library: papers.bib\noutputs: [{path: list.html}, {path: list.md}, {path: list.tex}]\n',
	});
	return loadProject(null, folder, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');
}

const text = ({ outputs }: BuildResult) => outputs.map(({ contents }) => contents).join('\n');

it('uses an edited template for cached works', () => {
	const made = project();
	const first = build(made);
	mkdirSync(join(made.root, 'templates'));
	writeFileSync(join(made.root, 'templates', 'title.hbs'), 'The work “{{title}}”');
	const second = build(made);
	expect(second.library.entries).toEqual(first.library.entries);
	expect(second.publications.every((work, index) => work === first.publications[index])).toBe(true);
	expect(text(second)).toContain('The work');
	expect(text(second)).toBe(text(build({ ...made })));
});

it('reads and renders only the edited entry, with the result of a new build', () => {
	const made = project();
	const first = build(made);
	writeFileSync(join(made.root, 'papers.bib'), library('key7', 'Another title'));
	const second = build(made);
	const changed = second.publications.filter((work) => !first.publications.includes(work));
	expect(changed.map(({ key }) => key)).toEqual(['key7']);
	expect(text(second)).toContain('Another title');
	expect(text(second)).toBe(text(build({ ...made })));
});

it('does not use more memory with every build', async () => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const made = project();
	const before: WeakRef<object>[] = [];
	let last = build(made);
	for (let edit = 0; edit < 30; edit++) {
		writeFileSync(join(made.root, 'papers.bib'), library('key7', `Title ${edit}`));
		before.push(new WeakRef(last.library), new WeakRef(last.publications[7] as object));
		last = build(made);
	}
	await new Promise(setImmediate);
	collect();
	// The last results may still be cached, but memory must not grow with each build.
	expect(before.filter((one) => one.deref()).length).toBeLessThan(before.length / 4);
});
