import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type WatchEvent, watchProject } from '../../../src/preview/watch/watch.ts';
import { loadProject, type Project } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';
import { output, until } from './running.ts';

let close = async () => {};
afterEach(() => close());

it('reloads helpers when their module changes, and keeps the last good ones while it is broken', async () => {
	const folder = folderWith({
		'papers.bib': '@misc{one, title = {One}}',
		'bibfolio.yaml': 'library: papers.bib\nhelpers: helpers.mjs\noutputs: list.md\n',
		'templates/entry.md.hbs': '{{greet key}}',
		'helpers.mjs': "export const greet = (key) => 'Hello ' + key;\n",
	});
	const load = () => ({ project: loadProject(null, folder, {}, () => {}), problems: [] });
	const events: WatchEvent[] = [];
	const options = { load, poll: false, pdf: false, onEvent: (event: WatchEvent) => void events.push(event) };
	({ close } = watchProject(load().project as Project, options));
	const shows = (words: string) => () => output(folder, 'list.md').includes(words);
	const otherwise = () => JSON.stringify(events.map(({ kind }) => kind));
	const ready = () => events.some(({ kind }) => kind === 'watching');
	await until(() => ready() && shows('Hello one')(), otherwise);

	writeFileSync(join(folder, 'helpers.mjs'), 'export const greet = ;\n');
	await until(() => events.some(({ kind }) => kind === 'held'), otherwise);
	expect(shows('Hello one')()).toBe(true);

	writeFileSync(join(folder, 'helpers.mjs'), "export const greet = (key) => 'Bye ' + key;\n");
	await until(shows('Bye one'), otherwise);
});
