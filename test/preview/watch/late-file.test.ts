import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type WatchEvent, watchProject } from '../../../src/preview/watch/watch.ts';
import { loadProject, type Project } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';
import { output, until } from './running.ts';

let close = async () => {};
afterEach(() => close());

it('reads a file that appears during a build, after the library was read', async () => {
	const folder = folderWith({
		'bib/papers.bib': '@misc{one, title = {One}}',
		'bibfolio.yaml': 'library: bib/*.bib\nhelpers: helpers.mjs\noutputs: list.md\n',
		'templates/entry.md.hbs': '{{save}}{{key}}',
	});
	const late = JSON.stringify(join(folder, 'bib/late.bib'));
	const helpers = `import { existsSync, writeFileSync } from 'node:fs';
export function save() {
	if (!existsSync(${late})) writeFileSync(${late}, '@misc{two, title = {Two}}');
	return '';
}
`;
	writeFileSync(join(folder, 'helpers.mjs'), helpers);
	const load = () => ({ project: loadProject(null, folder, {}, () => {}), problems: [] });
	const events: WatchEvent[] = [];
	const options = { load, poll: false, pdf: false, onEvent: (event: WatchEvent) => void events.push(event) };
	({ close } = watchProject(load().project as Project, options));
	await until(
		() => output(folder, 'list.md').includes('two'),
		() => events.map(({ kind }) => kind).join(),
	);
	expect(output(folder, 'list.md')).toContain('one');
});
