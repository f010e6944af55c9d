import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { command } from '../cli/run.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The text of `action.yml`. */
export const text = readFileSync(join(root, 'action.yml'), 'utf8');
export const action: {
	inputs: Record<string, { default: string }>;
	runs: { steps: { id?: string; name: string; run: string; env: Record<string, string> }[] };
} = parse(text);

/** A repository in the folder, with a remote that has no commits. */
export function startRepository(folder: string): void {
	git(folder, 'init', '--quiet', '--initial-branch=main');
	git(folder, 'init', '--quiet', '--bare', 'remote');
	git(folder, 'remote', 'add', 'origin', './remote');
	git(folder, 'config', 'push.autoSetupRemote', 'true');
	git(folder, 'config', 'user.name', 'Ada');
	git(folder, 'config', 'user.email', 'ada@example.org');
}

/**
 * Runs the script of a step as GitHub's runner does, with an `npx` that runs the compiled command.
 *
 * @param programs scripts in place of programs, by name
 */
export function runStep(
	name: string,
	folder: string,
	inputs: Readonly<Record<string, string>>,
	programs: Readonly<Record<string, string>> = {},
) {
	const found = action.runs.steps.find((one) => one.name === name);
	if (!found) throw new Error(`no step ${name}`);
	const bin = join(folder, '.bin');
	mkdirSync(bin, { recursive: true });
	const npx = `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${command}' "$@"\n`;
	for (const [program, script] of Object.entries({ npx, ...programs })) {
		writeFileSync(join(bin, program), script);
		chmodSync(join(bin, program), 0o755);
	}
	const env = Object.fromEntries(
		Object.entries(found.env).map(([key, value]) => {
			if (/github\.repository/.test(value)) return [key, 'ada/site'];
			const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
			return [key, inputs[input] ?? action.inputs[input]?.default ?? ''];
		}),
	);
	const [output, summary] = [join(bin, 'output'), join(bin, 'step-summary')];
	const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found.run], {
		cwd: folder,
		encoding: 'utf8',
		env: {
			PATH: `${bin}:${process.env['PATH']}`,
			HOME: folder,
			GITHUB_OUTPUT: output,
			GITHUB_STEP_SUMMARY: summary,
			...env,
		},
	});
	const contents = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
	return { status, stdout, stderr, output: contents(output), summary: contents(summary) };
}

/** Runs git, and returns its output. */
export function git(folder: string, ...words: string[]): string {
	const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	return stdout;
}
