import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../../src/build.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';

const builtIn = readFileSync(new URL('../../../templates/bibfolio.css', import.meta.url), 'utf8');

function loaded(configuration: object, files: Readonly<Record<string, string>> = {}, options = {}) {
	const problems: Diagnostic[] = [];
	const folder = folderWith({
		'papers.bib': '@book{a, title={A}}\n',
		'bibfolio.yaml': JSON.stringify({ library: 'papers.bib', ...configuration }),
		...files,
	});
	return { project: loadProject(null, folder, options, (problem) => problems.push(problem)), problems };
}

function built(configuration: object, files: Readonly<Record<string, string>> = {}, options = {}): BuildResult {
	const { project, problems } = loaded(configuration, files, options);
	return project ? build(project) : expect.fail(problems[0]?.message);
}

describe('a stylesheet and a script of a site', () => {
	it('are outputs of their own, inferred from the file extension', () => {
		const { outputs } = built({ outputs: ['a.html', 'css/list.css', 'js/list.js'] });
		expect(outputs.map(({ path, spec, list }) => [path, spec.format, list?.id ?? null])).toEqual([
			['a.html', 'html-page', 'publications'],
			['css/list.css', 'stylesheet', null],
			['js/list.js', 'script', null],
		]);
	});

	it('contain the stylesheet of fragments, with all of its lines', () => {
		expect(built({ outputs: 'list.css' }).outputs[0]?.contents).toContain(builtIn.trim());
	});

	it('contain the stylesheet of the look of the output, or of the project', () => {
		const of = (name: string) =>
			readFileSync(new URL(`../../../templates/look-${name}.css`, import.meta.url), 'utf8').trim();
		const outputs = ['a.css', { path: 'b.css', look: 'cards' }];
		const [project, own] = built({ look: 'compact', outputs }).outputs;
		expect(project?.contents).toContain(of('compact'));
		expect(own?.contents).toContain(of('cards'));
		expect(own?.contents).not.toContain(of('compact'));
	});

	it('contain the stylesheet of the project instead of the built-in one', () => {
		const contents = built({ outputs: 'list.css' }, { 'templates/bibfolio.css': '.bibfolio { color: red }\n' });
		expect(contents.outputs[0]?.contents).toMatch(/^\.bibfolio \{ color: red \}\n/);
	});

	it('contain a script in ASCII that no page ends early', () => {
		const script = built({ outputs: 'list.js' }).outputs[0]?.contents ?? '';
		expect(script.length).toBeGreaterThan(1000);
		expect(script).toMatch(/^[\t\n\x20-\x7e]*\n$/);
		expect(script).not.toMatch(/<\/script/i);
		expect(() => new Function(script)).not.toThrow();
	});

	it('do not depend on the library', () => {
		const outputs = ['list.css', 'list.js'];
		const other = { 'papers.bib': '@article{b, author={Noether, Emmy}, title={B}, year=1918}\n' };
		const contents = (result: BuildResult) => result.outputs.map((output) => output.contents);
		expect(contents(built({ outputs }, other))).toEqual(contents(built({ outputs })));
	});

	it.each([
		['list', { list: 'publications' }, 'Format stylesheet has no list'],
		['region', { region: 'a' }, 'Format stylesheet cannot go between markers'],
		['front matter', { 'front-matter': true }, 'Format stylesheet does not support front matter'],
	])('have no %s', (_, key, message) => {
		const { problems } = loaded({ outputs: [{ path: 'a.html', format: 'stylesheet', ...key }] });
		expect(problems.map((problem) => problem.message)).toEqual([message]);
	});

	it('are written once for several lists, and not for a chosen list', () => {
		const lists = { one: {}, two: {} };
		const paths = (result: BuildResult) => result.outputs.map(({ path }) => path);
		expect(paths(built({ lists }, {}, { formats: ['stylesheet', 'script'] }))).toEqual([
			'out/bibfolio.css',
			'out/bibfolio.js',
		]);
		const outputs = ['one.html', 'list.css'];
		expect(paths(built({ lists, outputs }, {}, { lists: ['one'] }))).toEqual(['one.html']);
	});
});

describe('a fragment of HTML in Quarto', () => {
	it('is a raw block below the front matter', () => {
		const outputs = [
			{ path: '_list.qmd', format: 'html', 'front-matter': { title: 'Papers' } },
			{ path: 'a.html', format: 'html' },
		];
		const [quarto, plain] = built({ outputs }).outputs;
		expect(quarto?.contents).toMatch(/^---\ntitle: Papers\n---\n\n```\{=html\}\n<section class="bibfolio"/);
		expect(quarto?.contents).toMatch(/<\/section>\n```\n$/);
		expect(plain?.contents).toMatch(/^<section class="bibfolio"/);
	});

	it('is no block of its own between markers, where the file has one', () => {
		const qmd = '```{=html}\n<!-- bibfolio:list -->\n<!-- /bibfolio:list -->\n```\n';
		const outputs = [{ path: 'list.qmd', format: 'html', region: 'list' }];
		expect(built({ outputs }, { 'list.qmd': qmd }).outputs[0]?.contents).toMatch(/^<section class="bibfolio"/);
	});
});
