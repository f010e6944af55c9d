import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../src/build.ts';
import { staleOutputs } from '../../../src/output/stale-outputs.ts';
import { loadProject } from '../../../src/project/project.ts';

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** The command as it runs in a folder. */
export interface Running {
	readonly folder: string;
	readonly pid: number | undefined;
	/** What it has said so far, on both streams. */
	said(): string;
	/** Waits until it says something from now on; gives what it said from now to then. */
	says(words: string | RegExp, act?: () => unknown): Promise<string>;
	/** Its exit code when it ends by itself. */
	ended(): Promise<number | null>;
	/** Stops it by a signal and gives its exit code. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Milliseconds: nobody waits so long unless something is wrong. */
const limit = 40_000;

/** Starts the compiled command, and waits for words that say that it is ready. */
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
		said: () => text,
		async says(expected, act) {
			const from = text.length;
			await act?.();
			await until(
				() => matches(text.slice(from), expected),
				() => `${expected} was not said, but:\n${text.slice(from)}`,
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

/** Whatever a test left running. */
export function stopAll(): void {
	for (const child of children) child.kill('SIGKILL');
}

const children = new Set<ChildProcess>();

function matches(text: string, expected: string | RegExp): boolean {
	return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

/** Waits for a condition, however long that takes on a busy machine, but not for ever. */
export async function until(condition: () => boolean, otherwise: () => string, every = 25): Promise<void> {
	for (const end = Date.now() + limit; !condition(); await pause(every)) {
		if (Date.now() > end) throw new Error(otherwise());
	}
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until the outputs are what a build from nothing gives of the folder as it is then. */
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

/** A list as it is written; '' when there is none. */
export function output(folder: string, path = 'out/publications.md'): string {
	try {
		return readFileSync(join(folder, path), 'utf8');
	} catch {
		return '';
	}
}

/** The names of the files in the folder of outputs. */
export function outputNames(folder: string): string[] {
	return readdirSync(join(folder, 'out')).sort();
}
