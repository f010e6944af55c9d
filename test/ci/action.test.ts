import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action: {
	inputs: Record<string, { default: string }>;
	runs: { steps: { id?: string; name: string; run: string; env: Record<string, string> }[] };
} = parse(text);
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
});

describe('docs/continuous-integration.md', () => {
	const workflows = examples.filter((code) => /^on:/m.test(code));

	it.each(workflows.map((code, index) => [index + 1, code] as const))('has a workflow: %i', (_, code) => {
		expect(errors(parseWorkflow, code)).toEqual([]);
		for (const name of Object.keys(withOf(code))) expect(Object.keys(action.inputs)).toContain(name);
	});

	it('documents every input', () => {
		expect(workflows.length).toBe(3);
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

describe.skipIf(process.platform === 'win32')('a step of the action', () => {
	it('annotates mistakes, and fails on an error or, if strict, on a warning', () => {
		const { status, stdout } = step('Check the library', { 'a.bib': bib });
		expect([status, stdout]).toEqual([0, expect.stringMatching(/^::warning file=a\.bib,line=1,/)]);
		expect(step('Check the library', { 'a.bib': bib }, { check: 'strict' }).status).toBe(1);
		expect(step('Check the library', { 'a.bib': `${bib}\n@article{title = {T}}` }).stdout).toMatch(
			/^::error file=a\.bib/,
		);
	});

	it('fails with a hint if a list is out of date', () => {
		const { status, stdout } = step('Check or build the lists', { 'a.bib': bib });
		expect([status, stdout]).toEqual([1, expect.stringMatching(/^::error title=output\/stale::.*bibfolio build/m)]);
	});

	itWith('dirname')('builds the lists, reports whether one changed, and commits them', () => {
		const folder = folderWith({
			'lab/a.bib': bib,
			'lab/own.yaml': 'library: a.bib\noutputs: [{ path: "out/my list.md", format: markdown }]\n',
			'lab/other.txt': 'not mine',
		});
		git(folder, 'init', '--quiet', '--initial-branch=main');
		git(folder, 'init', '--quiet', '--bare', 'remote');
		git(folder, 'remote', 'add', 'origin', './remote');
		git(folder, 'config', 'push.autoSetupRemote', 'true');
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
});

function withOf(workflow: string): Record<string, unknown> {
	const [job] = Object.values<{ steps: { uses?: string; with?: Record<string, unknown> }[] }>(parse(workflow).jobs);
	return job?.steps.find(({ uses }) => uses?.startsWith('bibfolio/'))?.with ?? {};
}

function step(name: string, files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
	return runStep(name, folderWith(files), inputs);
}

/** Runs the script of a step as GitHub's runner does, with an `npx` that runs the compiled command. */
function runStep(name: string, folder: string, inputs: Readonly<Record<string, string>>) {
	const found = action.runs.steps.find((one) => one.name === name);
	if (!found) throw new Error(`no step ${name}`);
	const bin = join(folder, '.bin');
	mkdirSync(bin, { recursive: true });
	writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${command}' "$@"\n`);
	chmodSync(join(bin, 'npx'), 0o755);
	const env = Object.fromEntries(
		Object.entries(found.env).map(([key, value]) => {
			const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
			return [key, inputs[input] ?? action.inputs[input]?.default ?? ''];
		}),
	);
	const output = join(folder, '.bin/output');
	const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found.run], {
		cwd: folder,
		encoding: 'utf8',
		env: { PATH: `${bin}:${process.env['PATH']}`, HOME: folder, GITHUB_OUTPUT: output, ...env },
	});
	let written = '';
	try {
		written = readFileSync(output, 'utf8');
	} catch {
		// The step has no output.
	}
	return { status, stdout, stderr, output: written };
}

function git(folder: string, ...words: string[]): string {
	const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	return stdout;
}
