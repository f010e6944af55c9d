import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { position } from '../../src/diagnostics/source.ts';
import { loadHelpers } from '../../src/project/load-helpers.ts';
import { loadProject, type Project } from '../../src/project/project.ts';
import { SafeString } from '../../src/render/engine/handlebars.ts';
import type { Helpers } from '../../src/render/engine/helper.ts';
import { folderWith } from '../folder.ts';

/** A project: `bibfolio.yaml`, `templates/` and `helpers.mjs`, with its outputs in `expected/`. */
const folder = fileURLToPath(new URL('handlebars', import.meta.url));
const fail = ({ message }: Diagnostic) => expect.fail(message);

/** The diagnostics of a project, as code, message and position. */
async function reported(files: Record<string, string>, given?: Helpers): Promise<string[][]> {
	const found: Diagnostic[] = [];
	const root = folderWith({ 'papers.bib': '@misc{one, title = {One}}', ...files });
	const project = loadProject(null, root, {}, (one) => found.push(one));
	const helpers = project && (given ?? (await loadHelpers(project, (one) => found.push(one))));
	if (project && helpers) found.push(...build(project, { helpers }).diagnostics);
	return found
		.filter(({ severity }) => severity === 'error')
		.map(({ code, message, span }) => {
			const at = span && position(span.source, span.start);
			return [code, message, span ? `${span.source.path}:${at?.line}:${at?.column}` : ''];
		});
}

const yaml = 'library: papers.bib\nhelpers: helpers.mjs\noutputs: list.md\n';

test('templates of a project can use all documented features of Handlebars', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
	const project = loadProject(null, folder, {}, fail) as Project;
	const result = build(project, { helpers: (await loadHelpers(project, fail)) as Helpers });
	expect(result.diagnostics).toEqual([]);
	expect(logged.mock.calls).toEqual([['logged', 'Features']]);
	for (const { path, contents } of result.outputs)
		await expect(contents).toMatchFileSnapshot(`handlebars/expected/${path}`);
	expect(result.files).toContain('helpers.mjs');
});

test('the API accepts helpers', () => {
	const root = folderWith({
		'papers.bib': '@misc{one, title = {One}}',
		'bibfolio.yaml': 'library: papers.bib\noutputs: list.html\n',
		'templates/entry.html.hbs': '{{bold key}}',
	});
	const project = loadProject(null, root, {}, fail) as Project;
	const helpers = { bold: (text: string) => new SafeString(`<b>${text}</b>`) };
	expect(build(project, { helpers }).outputs[0]?.contents).toContain('<b>one</b>');
	expect(build(project).diagnostics.map(({ message }) => message)).toContain('Unknown helper "bold"');
});

test('a changed helper module is reloaded, and an unchanged one is the same object', async () => {
	const root = folderWith({ 'helpers.mjs': 'export const a = () => 1' });
	const load = () => loadHelpers({ root, helpers: 'helpers.mjs' }, fail);
	const first = await load();
	expect(await load()).toBe(first);
	const other = folderWith({ 'helpers.mjs': 'export const b = () => 1' });
	expect(Object.keys((await loadHelpers({ root: other, helpers: 'helpers.mjs' }, fail)) ?? {})).toEqual(['b']);
});

test.each([
	['that does not exist', {}, ['config/invalid', 'Cannot find the helpers module helpers.mjs', 'bibfolio.yaml:2:10']],
	[
		'that throws',
		{ 'helpers.mjs': 'const a = 1;\nthrow new Error("no sense");\n' },
		['template/helper', 'Cannot load the helpers in helpers.mjs: no sense', 'helpers.mjs:2:7'],
	],
	[
		'that exports something else',
		{ 'helpers.mjs': 'export const version = 1;\n' },
		['template/helper', 'Expected a function as export "version" of helpers.mjs', ''],
	],
	[
		'with the name of a built-in helper',
		{ 'helpers.mjs': 'export const part = () => "";\n' },
		['template/helper', 'Helper "part" in helpers.mjs has the name of a built-in helper', ''],
	],
	[
		'with a helper that throws',
		{
			'helpers.mjs': 'export function fail() {\n  throw new Error("no sense");\n}\n',
			'templates/entry.md.hbs': 'a\n{{fail}}\n',
		},
		['template/helper', 'The helper "fail" failed: no sense', 'templates/entry.md.hbs:2:1'],
	],
])('a module of helpers %s is an error with its place', async (_, files, expected) => {
	expect(await reported({ 'bibfolio.yaml': yaml, ...(files as unknown as Record<string, string>) })).toEqual([
		expected,
	]);
});

test('a syntax error in a helper module is reported', async () => {
	const [found] = await reported({ 'bibfolio.yaml': yaml, 'helpers.mjs': 'export const a = ;\n' });
	expect(found?.[0]).toBe('template/helper');
});

test('helpers in the configuration that were not loaded are an error with a hint', () => {
	const root = folderWith({ 'papers.bib': '', 'bibfolio.yaml': yaml, 'helpers.mjs': '', 'x.bib': '' });
	const project = loadProject(null, root, {}, fail) as Project;
	const { diagnostics } = build({ ...project, checks: { 'library/empty': 'off' } });
	expect(diagnostics).toMatchObject([{ code: 'template/helper', hint: expect.stringContaining('loadHelpers') }]);
});
