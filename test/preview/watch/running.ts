import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../src/build.ts';
import { staleOutputs } from '../../../src/output/stale-outputs.ts';
import { loadProject } from '../../../src/project/project.ts';

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** A running command. */
export interface Running {
	readonly folder: string;
	readonly pid: number | undefined;
	/** The output so far, of both streams. */
	printed(): string;
	/** Runs `act`, and waits until the command prints a text; returns everything printed since the call. */
	prints(text: string | RegExp, act?: () => unknown): Promise<string>;
	/** The exit code, when it ends by itself. */
	ended(): Promise<number | null>;
	/** Stops it with a signal and returns its exit code. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Milliseconds; longer means that something is wrong. */
const limit = 40_000;

/** Starts the compiled command, and waits for the text that it prints when it is ready. */
export async function start(
	folder: string,
	words: readonly string[],
	ready: string | RegExp = 'Watching',
): Promise<Running> {
	const { PATH, HOME, TMPDIR } = process.env;
	const env = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
	const child = spawn(process.execPath, [command, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let text = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (part: string) => (text += part));
	const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
	const running: Running = {
		folder,
		pid: child.pid,
		printed: () => text,
		async prints(expected, act) {
			const from = text.length;
			await act?.();
			await until(
				() => matches(text.slice(from), expected),
				() => `${expected} was not printed, but:\n${text.slice(from)}`,
			);
			return text.slice(from);
		},
		ended: () => ended,
		stop(signal = 'SIGINT') {
			child.kill(signal);
			return ended;
		},
	};
	children.add(child);
	await until(
		() => matches(text, ready) || child.exitCode !== null,
		() => `It does not start:\n${text}`,
	);
	return running;
}

/** Processes that a test did not stop. */
export function stopAll(): void {
	for (const child of children) child.kill('SIGKILL');
}

const children = new Set<ChildProcess>();

function matches(text: string, expected: string | RegExp): boolean {
	return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

/** Waits for a condition, with a generous limit for busy machines. */
export async function until(condition: () => boolean, otherwise: () => string, every = 25): Promise<void> {
	for (const end = Date.now() + limit; !condition(); await pause(every)) {
		if (Date.now() > end) throw new Error(otherwise());
	}
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until the outputs equal those of a new build of the folder. */
export async function becomesFresh(folder: string): Promise<void> {
	const stale = () => {
		const project = loadProject(null, folder, {}, () => {});
		const result = project && build(project);
		return !result || result.stops ? ['(no build)'] : staleOutputs(result.outputs, project.root, () => {});
	};
	await until(
		() => stale().length === 0,
		() => `not as a fresh build: ${stale().join(', ')}`,
		150,
	);
}

/** The text of a list; '' if there is none. */
export function output(folder: string, path = 'out/publications.md'): string {
	try {
		return readFileSync(join(folder, path), 'utf8');
	} catch {
		return '';
	}
}

/** The file names in the output folder. */
export function outputNames(folder: string): string[] {
	return readdirSync(join(folder, 'out')).sort();
}
