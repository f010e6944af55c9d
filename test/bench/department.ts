import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLibrary } from './library.ts';

/** The first and the last of 40 years. */
const [firstYear, lastYear] = [1986, 2025];

/** Names that are none of the other authors' in the library. */
const families = ['Amsel', 'Birk', 'Corvo', 'Dohle', 'Elster', 'Falco', 'Grebe', 'Habicht', 'Ibis', 'Jager'];
const givenNames = ['Ada', 'Boris', 'Carla', 'Dario', 'Edda', 'Flora'];

/**
 * A generated department: 60 people, and a library of works from 40 years, about half of whose authors they are. The
 * configurations `one.yaml` with a page of all works, and `all.yaml` with pages of people and years, too, a feed and a data
 * file.
 *
 * @param folder is created
 */
export function makeDepartment(folder: string, count: number): void {
	const members = givenNames.flatMap((given) => families.map((family) => `${family}, ${given}`));
	const people = members.map((name, index) => {
		const from = firstYear + ((index * 7) % 30);
		return `  - { name: "${name}", role: member, from: "${from}", to: "${Math.min(lastYear, from + 12)}" }`;
	});
	const project = ['library: department.bib', 'site: https://example.org', 'people:', ...people, 'outputs:'];
	const list = '  - { path: publications.html }';
	const others = [
		'  - { path: "people/{id}.html", for-each: person }',
		'  - { path: "years/{year}.html", for-each: year }',
		'  - { path: publications.xml, format: atom }',
		'  - { path: publications.json }',
	];
	const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
	mkdirSync(folder, { recursive: true });
	write('department.bib', [makeLibrary(count, { members, firstYear })]);
	write('one.yaml', [...project, list]);
	write('all.yaml', [...project, list, ...others]);
}
