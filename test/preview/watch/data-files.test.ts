import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type WatchEvent, watchProject } from '../../../src/preview/watch/watch.ts';
import { loadProject, type Project } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';
import { output, until } from './running.ts';

let close = async () => {};
afterEach(() => close());

it('follows files with people: changed, new, missing and broken ones', async () => {
	const folder = folderWith({
		'papers.bib': '@misc{one, author = {Noether, Emmy and Artin, Emil and Weber, Werner}, title = {One}}',
		'bibfolio.yaml': 'library: papers.bib\npeople: [people.csv, _members/*.md]\noutputs: list.md\n',
		'people.csv': 'name,role\n"Noether, Emmy",owner\n',
		'_members/emil.md': '---\nname: Emil Artin\nrole: phd\n---\n',
	});
	const load = () => {
		const problems: Parameters<Parameters<typeof loadProject>[3]>[0][] = [];
		return { project: loadProject(null, folder, {}, (problem) => problems.push(problem)), problems };
	};
	const events: WatchEvent[] = [];
	const options = { load, poll: false, pdf: false, onEvent: (event: WatchEvent) => void events.push(event) };
	({ close } = watchProject(load().project as Project, options));
	const shows = (words: string) => () => output(folder, 'list.md').includes(words);
	const otherwise = () => `${JSON.stringify(events.map(({ kind }) => kind))} ${output(folder, 'list.md')}`;
	await until(() => events.some(({ kind }) => kind === 'watching') && shows('**Noether E**')(), otherwise);
	expect(shows('**Weber W**')()).toBe(false);

	writeFileSync(join(folder, '_members/werner.md'), '---\nname: Werner Weber\nsuperuser: true\n---\n');
	await until(shows('**Weber W**'), otherwise);

	writeFileSync(join(folder, 'people.csv'), 'name,role\n"Artin, Emil",owner\n');
	await until(shows('**Artin E**'), otherwise);
	expect(shows('**Noether E**')()).toBe(false);

	rmSync(join(folder, 'people.csv'));
	await until(() => events.some(({ kind }) => kind === 'held'), otherwise);
	expect(shows('**Artin E**')()).toBe(true);

	writeFileSync(join(folder, 'people.csv'), 'name,role\n"Noether, Emmy",owner\n');
	await until(shows('**Noether E**'), otherwise);
});
