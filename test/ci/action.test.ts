import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';
import { action, git, root, runStep, startRepository, text } from './running-steps.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const page = readFileSync(join(root, 'docs/continuous-integration.md'), 'utf8');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
const bib = '@article{a, author = {Ada, A.}, title = {T}, journal = {J}, year = {2000}, pages = {3--1}}';

/** The errors GitHub reports for a workflow or an action. */
function errors(read: typeof parseWorkflow, content: string): string[] {
	return read({ name: 'a.yml', content }, new NoOperationTraceWriter()).context.errors.getErrors().map(String);
}

describe('action.yml', () => {
	it('is valid for the parser of GitHub', () => {
		expect(errors(parseAction, text)).toEqual([]);
		expect(errors(parseAction, text.replace('using: composite', 'using: compost'))).not.toEqual([]);
	});

	it('never inserts an input into a script, where it would be executed', () => {
		for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
	});

	it('fails if one of its commands fails', () => {
		for (const { run } of action.runs.steps) {
			expect(run).toMatch(/^set -euo pipefail$/m);
			expect(run).not.toMatch(/\|\| true\b|<\(/);
		}
	});

	it('runs its own version by default', () => {
		expect(action.inputs['version']?.default).toBe(version);
	});
});

describe('docs/continuous-integration.md', () => {
	const workflows = examples.filter((code) => /^on:/m.test(code));

	it.each(workflows.map((code, index) => [index + 1, code] as const))('has a workflow: %i', (_, code) => {
		expect(errors(parseWorkflow, code)).toEqual([]);
		for (const name of Object.keys(withOf(code))) expect(Object.keys(action.inputs)).toContain(name);
	});

	it('uses this version of Bibfolio, and ignores no failure', () => {
		const versions = [...page.matchAll(/\bbibfolio(?:\/bibfolio)?@v?([\w.]+)/g)].map(([, used]) => used);
		expect(versions.length).toBeGreaterThan(4);
		expect(new Set(versions)).toEqual(new Set([version]));
		expect(page).not.toContain('|| true');
	});

	it('gives workflows no permission that they do not need', () => {
		const permissions = workflows.map((code) => parse(code).permissions);
		expect(permissions).toEqual([
			{ contents: 'read' },
			{ contents: 'write' },
			{ 'security-events': 'write', contents: 'read' },
			{ contents: 'write', 'pull-requests': 'write' },
		]);
		for (const code of workflows) {
			const canPush = parse(code).permissions.contents === 'write';
			expect(code.includes('persist-credentials: false')).toBe(!canPush);
			expect(/pull_request/.test(code) && canPush).toBe(false);
		}
	});

	it('documents every input', () => {
		expect(workflows.length).toBe(4);
		for (const name of Object.keys(action.inputs)) expect(page).toContain(`| \`${name}\` |`);
	});

	itWith('pre-commit')('has a pre-commit configuration with hooks that exist', () => {
		const config = examples.find((code) => code.startsWith('repos:')) ?? '';
		const folder = folderWith({ 'config.yaml': config });
		const hooks = join(root, '.pre-commit-hooks.yaml');
		const check = (...words: string[]) => spawnSync('pre-commit', words, { cwd: folder, encoding: 'utf8' });
		expect(check('validate-config', 'config.yaml').stdout).toBe('');
		expect(check('validate-manifest', hooks).status).toBe(0);
		const ids = parse(readFileSync(hooks, 'utf8')).map(({ id }: { id: string }) => id);
		expect(
			parse(config)
				.repos[0].hooks.map(({ id }: { id: string }) => id)
				.sort(),
		).toEqual([...ids].sort());
	});
});

/** What the script of the action uses. */
const commands = ['bash', 'git', 'mktemp', 'xargs', 'cat'];

describe.skipIf(process.platform === 'win32')('a step of the action', () => {
	itWith('bash')('annotates mistakes, and fails on an error or, if strict, on a warning', () => {
		const { status, stdout } = step('Check the library', { 'a.bib': bib });
		expect([status, stdout]).toEqual([0, expect.stringMatching(/^::warning file=a\.bib,line=1,/)]);
		expect(step('Check the library', { 'a.bib': bib }, { check: 'strict' }).status).toBe(1);
		expect(step('Check the library', { 'a.bib': `${bib}\n@article{t, title = {T}` }).stdout).toMatch(
			/^::error file=a\.bib/m,
		);
	});

	itWith('bash')('fails with a hint if a list is out of date', () => {
		const { status, stdout } = step('Check or build the lists', { 'a.bib': bib });
		expect([status, stdout]).toEqual([1, expect.stringMatching(/^::error title=output\/stale::.*bibfolio build/m)]);
	});

	itWith('bash', 'dirname')('builds the lists, reports whether one changed, and commits them', () => {
		const folder = folderWith({
			'lab/a.bib': bib,
			'lab/own.yaml': 'library: a.bib\noutputs: [{ path: "out/my list.md", format: markdown }]\n',
			'lab/other.txt': 'not mine',
		});
		startRepository(folder);
		const inputs = {
			lists: 'build',
			commit: 'true',
			config: 'lab/own.yaml',
			'commit-message': 'Lists $(touch hacked)',
		};
		const first = runStep('Check or build the lists', folder, inputs);
		expect([first.status, first.output]).toEqual([0, 'changed=true\n']);
		expect(git(folder, 'show', '--name-only', '--format=%s', 'origin/main')).toBe(
			'Lists $(touch hacked)\n\nlab/out/my list.md\n',
		);
		expect(git(folder, 'status', '--porcelain', '--', 'hacked')).toBe('');
		expect(runStep('Check or build the lists', folder, inputs).output).toBe('changed=true\nchanged=false\n');
	});

	itWith(...commands)('commits removed pages, and no other files', () => {
		const folder = folderWith({
			'a.bib': `${bib}\n${entry('b')}`,
			'bibfolio.yaml': 'outputs: [{ path: works, format: works }]\n',
			// Built-in pages also change with their neighbours in the list.
			'templates/work.html.hbs': '<meta name="generator" content="Bibfolio work" />\n{{heading}}\n',
		});
		startRepository(folder);
		const inputs = { lists: 'build', commit: 'true' };
		expect(runStep('Check or build the lists', folder, inputs).status).toBe(0);
		expect(committed(folder)).toEqual(['A\tworks/a.html', 'A\tworks/b.html']);
		writeFileSync(join(folder, 'a.bib'), bib);
		writeFileSync(join(folder, 'staged.txt'), '');
		git(folder, 'add', 'staged.txt');
		const { stdout, output } = runStep('Check or build the lists', folder, inputs);
		expect([stdout.split('\n')[0], output]).toEqual(['List removed: "works/b.html"', 'changed=true\nchanged=true\n']);
		expect(committed(folder)).toEqual(['D\tworks/b.html']);
	});

	itWith(...commands)('accepts a removed page that was never committed', () => {
		const folder = folderWith({
			'a.bib': `${bib}\n${entry('b')}`,
			'bibfolio.yaml': 'outputs: [{ path: works, format: works }]\n',
			// Built-in pages also change with their neighbours in the list.
			'templates/work.html.hbs': '<meta name="generator" content="Bibfolio work" />\n{{heading}}\n',
		});
		startRepository(folder);
		expect(runStep('Check or build the lists', folder, { lists: 'build' }).status).toBe(0);
		git(folder, 'add', 'a.bib');
		git(folder, 'commit', '--quiet', '--message', 'Start');
		writeFileSync(join(folder, 'a.bib'), bib);
		const { status, stderr } = runStep('Check or build the lists', folder, { lists: 'build', commit: 'true' });
		expect([status, stderr]).toEqual([0, '']);
		expect(committed(folder)).toEqual(['A\ta.bib']);
	});

	itWith(...commands)(
		'accepts a report of more than 128 kB and any names of files',
		() => {
			const names = [
				'-n.md',
				'a b.md',
				"it's $(touch hacked).md",
				'*.md',
				':(glob)x.md',
				'line\n::error::x.md',
				'é.md',
			];
			const outputs = names.map((path) => ({ path: `out/${path}`, format: 'markdown' }));
			const folder = folderWith({
				'a.bib': Array.from(
					{ length: 400 },
					(_, index) => `@misc{k${index}, title = {T ${index}}, url = {javascript:x}}`,
				).join('\n'),
				'bibfolio.yaml': JSON.stringify({ library: 'a.bib', outputs }),
				'out/other.md': 'not mine',
			});
			startRepository(folder);
			const { status, stdout } = runStep('Check or build the lists', folder, {
				lists: 'build',
				commit: 'true',
			});
			expect(status).toBe(0);
			expect(stdout).not.toMatch(/^::error/m);
			const files = git(folder, 'show', '-z', '--name-only', '--format=', 'HEAD').split('\0').filter(Boolean);
			expect(files.sort()).toEqual(names.map((path) => `out/${path}`).sort());
			const report = spawnSync(process.execPath, [command, 'build', '--json'], { cwd: folder, encoding: 'utf8' });
			expect(report.stdout.length).toBeGreaterThan(128 * 1024);
			expect(existsSync(join(folder, 'hacked'))).toBe(false);
		},
		20_000,
	);

	itWith(...commands).each([
		['outside a repository', { commit: 'true' }],
		['without its configuration', { lists: 'build', commit: 'true', config: 'missing.yaml' }],
	])('fails %s', (_, inputs) => {
		const { status, output } = step('Check or build the lists', { 'a.bib': bib }, { lists: 'build', ...inputs });
		expect(status).not.toBe(0);
		expect(output).toBe('config' in inputs ? '' : 'changed=true\n');
	});
});

function entry(key: string): string {
	return bib.replace('{a,', `{${key},`).replace('{T}', `{T ${key}}`);
}

/** The status and path of each file of the last commit. */
function committed(folder: string): string[] {
	return git(folder, 'show', '--name-status', '--format=', 'HEAD').split('\n').filter(Boolean).sort();
}

function withOf(workflow: string): Record<string, unknown> {
	const [job] = Object.values<{ steps: { uses?: string; with?: Record<string, unknown> }[] }>(parse(workflow).jobs);
	return job?.steps.find(({ uses }) => uses?.startsWith('bibfolio/'))?.with ?? {};
}

function step(name: string, files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
	return runStep(name, folderWith(files), inputs);
}
