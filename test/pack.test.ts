import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const papers = readFileSync(new URL('cli/fixtures/papers.bib', import.meta.url));
const folder = folderWith({
	'package.json': '{"private": true, "type": "module"}',
	'papers.bib': papers,
	'more/formula.bib': '@article{noether1918, author = {Noether, Emmy}, title = {On $x^2$}, journal = {A}, year = 1918}',
	'use.mjs': `
import { build, loadProject, printDiagnostics, staleOutputs, writeOutputs } from 'bibfolio';
const found = [];
const report = (one) => found.push(one);
const project = loadProject(null, process.cwd(), { formats: ['markdown'], out: 'mine' }, report);
const result = build(project);
const written = writeOutputs(result.outputs, project.root, report, result.files);
const stale = staleOutputs(result.outputs, project.root, report);
const printed = printDiagnostics([...result.diagnostics, ...found], { format: 'text', colour: false, toolVersion: '' });
console.log(JSON.stringify({ works: result.publications.length, written, stale, printed }));
`,
	'use.ts': `
import { type BuildResult, build, type Diagnostic, loadProject, type Project } from 'bibfolio';
const found: Diagnostic[] = [];
const project: Project | null = loadProject(null, '.', { highlight: ['Ada'] }, (one) => found.push(one));
const result: BuildResult | null = project && build(project, { checks: true });
export const titles: string[] = result?.outputs.map(({ path, list }) => path + list.items.length) ?? [];
`,
});

/** Runs a program in a folder; on Windows npm is a script. */
function run(program: string, words: readonly string[], cwd = folder): string {
	const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32', stdio: 'pipe' } as const;
	return execFileSync(program, words, options);
}

describe('the packed package', () => {
	beforeAll(() => {
		run('npm', ['pack', '--pack-destination', folder], root);
		const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
		run('npm', ['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund']);
	}, 120_000);

	it('runs in an empty folder', () => {
		const words = ['bibfolio', 'build', 'papers.bib', '--highlight', 'Lapuschkin, Sebastian', '--out', 'site'];
		expect(run('npm', ['exec', '--', ...words])).toContain('Wrote site/publications.html (2 works)');
		expect(readFileSync(join(folder, 'site/publications.md'), 'utf8')).toContain('**Lapuschkin S**');
	});

	it('sets mathematics with no package beside it', () => {
		expect(
			run('npm', ['exec', '--', 'bibfolio', 'build', 'more/formula.bib', '--stdout', '--format', 'html']),
		).toContain('<msup>');
	});

	it('builds from a program', () => {
		expect(JSON.parse(run(process.execPath, ['use.mjs']))).toEqual({
			works: 2,
			written: [{ path: 'mine/publications.md', written: true }],
			stale: [],
			printed: '',
		});
	});

	it('has types for its exports, under the strictest settings', () => {
		const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
		const settings = '--strict --exactOptionalPropertyTypes --noEmit --module nodenext --types'.split(' ');
		expect(run(process.execPath, [tsc, ...settings, '', 'use.ts'])).toBe('');
	});

	it('brings what an editor, a site and a lawyer need, and no sources or tests', () => {
		const inside = (path: string) => existsSync(join(folder, 'node_modules/bibfolio', path));
		expect(
			['templates/bibfolio.css', 'dist/bibfolio.schema.json', 'dist/LICENSES.txt', 'README.md', 'LICENSE'].filter(
				(path) => !inside(path),
			),
		).toEqual([]);
		expect(['src', 'test', 'bib', 'out'].filter(inside)).toEqual([]);
	});
});
