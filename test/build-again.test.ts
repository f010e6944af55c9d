import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
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

/** The works of a group, by key: each has two authors, a year and a keyword. */
type Works = Readonly<
	Record<string, { readonly authors: readonly string[]; readonly year: number; readonly title: string }>
>;

const people = ['Noether, Emmy', 'Hilbert, David', 'Courant, Richard'];

const bibtex = (works: Works) =>
	Object.entries(works)
		.map(
			([key, { authors, year, title }]) =>
				`@article{${key}, author = {${authors.join(' and ')}}, title = {${title}}, year = {${year}}, journal = {Annalen},\n` +
				`  keywords = {${year % 2 ? 'algebra, rings' : 'algebra'}}}\n`,
		)
		.join('');

const groupOf = (works: Works) =>
	folderWith({
		'papers.bib': bibtex(works),
		'bibfolio.yaml': [
			'library: papers.bib',
			'people:',
			...people.map(
				(name, index) => `  - {name: "${name}", role: member, from: "${1900 + index}", to: "${1920 + index}"}`,
			),
			'outputs:',
			'  - {path: all.html}',
			'  - {path: all.json}',
			'  - {path: all.md}',
			'  - {path: all.xml, format: atom}',
			'  - {path: frames, format: embed}',
			'  - {path: "people/{id}.html", for-each: person}',
			'  - {path: "years/{year}.md", for-each: year}',
			'  - {path: "keywords/{id}.tex", for-each: keyword}',
		].join('\n'),
	});

const loaded = (folder: string) =>
	loadProject(null, folder, {}, ({ message }) => expect.fail(message)) ?? expect.fail('no project');

const filesOf = ({ outputs }: BuildResult) => outputs.map(({ path, contents }) => ({ path, contents }));
const codesOf = ({ diagnostics }: BuildResult) => diagnostics.map(({ code, message }) => `${code} ${message}`);

const work = fc.record({
	authors: fc.subarray([...people, 'Klein, Felix'], { minLength: 1 }),
	year: fc.integer({ min: 1899, max: 1923 }),
	title: fc.constantFrom('Invariants', 'Rings and “Ideals”', 'Gruppen, die {É} enthalten'),
});

it('gives the result of a new build after any edits', () => {
	const edits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(work)), {
		minLength: 1,
		maxLength: 4,
	});
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), work, { minKeys: 1 }), edits, (first, changes) => {
			const folder = groupOf(first);
			const watched = loaded(folder);
			build(watched);
			let works: Works = first;
			for (const [key, change] of changes) {
				const { [key]: _, ...others } = works;
				works = change ? { ...works, [key]: change } : others;
				writeFileSync(join(folder, 'papers.bib'), bibtex(works));
				const result = build(watched);
				const expected = build(loaded(folder));
				expect(filesOf(result)).toEqual(filesOf(expected));
				expect(codesOf(result)).toEqual(codesOf(expected));
			}
		}),
		{ numRuns: 15 },
	);
});

it('builds only the lists that show the edited work', () => {
	const works: Works = Object.fromEntries(
		people.map((name, index) => [`key${index}`, { authors: [name], year: 1905 + index, title: 'Invariants' }]),
	);
	const folder = groupOf(works);
	const project = loaded(folder);
	const first = build(project);
	const edited = { ...works, key1: { ...works['key1'], title: 'Ideals' } } as Works;
	writeFileSync(join(folder, 'papers.bib'), bibtex(edited));
	const second = build(project);
	const again = second.outputs.filter(({ list }) => list && !first.lists.includes(list)).map(({ path }) => path);
	const pages = ['people/hilbert-david.html', 'years/1906.md', 'keywords/algebra.tex'];
	const embedded = ['frames/bibfolio.js', 'frames/frame.js', 'frames/publications.html'];
	expect(again).toEqual([...['html', 'json', 'md', 'xml'].map((ending) => `all.${ending}`), ...embedded, ...pages]);
	const different = second.outputs.filter(({ contents }, index) => contents !== first.outputs[index]?.contents);
	expect(different.map(({ path }) => path)).toEqual(again.filter((path) => path !== 'frames/frame.js'));
});
