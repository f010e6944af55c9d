import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';
import { isOutdated } from './setup.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const papers = readFileSync(new URL('cli/fixtures/papers.bib', import.meta.url));
const buildResult = [
	...[
		'project',
		'outputs',
		'diagnostics',
		'stops',
		'files',
		'lists',
		'library',
		'publications',
		'highlights',
		'reading',
	],
];
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
console.log(JSON.stringify({ works: result.publications.length, written, stale, printed, keys: Object.keys(result) }));
`,
	'use.ts': `
import { type BuildResult, build, type Diagnostic, loadProject, type Project } from 'bibfolio';
const found: Diagnostic[] = [];
const project: Project | null = loadProject(null, '.', { highlight: ['Ada'] }, (one) => found.push(one));
const result: BuildResult | null = project && build(project, { checks: true });
export const titles: string[] = result?.outputs.map(({ path, list }) => path + (list?.items.length ?? 0)) ?? [];
`,
	'types.ts': `
import type {
	BuildResult, BuiltOutput, Diagnostic, Highlights, Library, Matcher, Project, Publication, PublicationList, Reading,
} from 'bibfolio';
export function named(result: BuildResult) {
	const project: Project = result.project;
	const outputs: readonly BuiltOutput[] = result.outputs;
	const diagnostics: readonly Diagnostic[] = result.diagnostics;
	const stops: 'input' | 'configuration' | null = result.stops;
	const files: readonly string[] = result.files;
	const lists: readonly PublicationList[] = result.lists;
	const library: Library = result.library;
	const publications: readonly Publication[] = result.publications;
	const highlights: Highlights = result.highlights;
	const matcher: Matcher = result.highlights.matcher;
	const reading: Reading = result.reading;
	return { ${buildResult.join(', ')} } satisfies Record<keyof BuildResult, unknown>;
}
`,
});
let tarball: Buffer;

/** Runs a program in a folder. On Windows, npm is a script. */
function run(program: string, words: readonly string[], cwd = folder): string {
	const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32', stdio: 'pipe' } as const;
	return execFileSync(program, words, options);
}

describe('the packed package', () => {
	beforeAll(() => {
		// Compiles only what setup.ts has not compiled, because other tests run the command in the meantime.
		if (isOutdated('index.d.ts')) run('npm', ['run', '--silent', 'compile:types'], root);
		if (isOutdated('bibfolio.schema.json')) run('npm', ['run', '--silent', 'compile:schema'], root);
		run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
		const name = readdirSync(folder).find((path) => path.endsWith('.tgz')) ?? '';
		tarball = readFileSync(join(folder, name));
		run('npm', ['install', `./${name}`, '--prefer-offline', '--no-audit', '--no-fund']);
	}, 120_000);

	it('runs in an empty folder', () => {
		const words = ['bibfolio', 'build', 'papers.bib', '--highlight', 'Lapuschkin, Sebastian', '--out', 'site'];
		expect(run('npm', ['exec', '--', ...words])).toContain('Wrote site/publications.html (2 works)');
		expect(readFileSync(join(folder, 'site/publications.md'), 'utf8')).toContain('**Lapuschkin S**');
	});

	it('renders mathematics without further packages', () => {
		expect(
			run('npm', ['exec', '--', 'bibfolio', 'build', 'more/formula.bib', '--stdout', '--format', 'html']),
		).toContain('<msup>');
	});

	it('can be used from a program', () => {
		expect(JSON.parse(run(process.execPath, ['use.mjs']))).toEqual({
			works: 2,
			written: [{ path: 'mine/publications.md', written: true }],
			stale: [],
			printed: '',
			keys: buildResult,
		});
	});

	it.each(['use.ts', 'types.ts'])('has types for its exports, under the strictest settings: %s', (program) => {
		const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
		const settings = '--strict --exactOptionalPropertyTypes --noEmit --module nodenext --types'.split(' ');
		expect(run(process.execPath, [tsc, ...settings, '', program])).toBe('');
	});

	it('passes publint', async () => {
		const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
		expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
	});

	it('passes Are the Types Wrong for ES modules', async () => {
		const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {
			// A stylesheet has no types.
			excludeEntrypoints: ['./bibfolio.css'],
		});
		if (!analysis.types) throw new Error('The package has no types');
		// The package is ESM-only, as in the tool's profile esm-only: Node's require and the resolution of Node 10 do not count.
		const problems = analysis.problems.filter(
			(problem) => !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
		);
		expect(problems).toEqual([]);
	});

	it('contains schema, site files and licences, and no sources or tests', () => {
		const isInside = (path: string) => existsSync(join(folder, 'node_modules/bibfolio', path));
		expect(
			['templates/bibfolio.css', 'dist/bibfolio.schema.json', 'dist/LICENSES.txt', 'README.md', 'LICENSE'].filter(
				(path) => !isInside(path),
			),
		).toEqual([]);
		expect(['src', 'test', 'bib', 'out', 'dist/types'].filter(isInside)).toEqual([]);
	});
});
