import { spawnSync } from 'node:child_process';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/run.ts';

/** The compiled command. */
export const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The result of a run of the command. */
export interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the compiled command in a folder, with pipes instead of a terminal. */
export function bibfolio(
	folder: string,
	words: readonly string[],
	{ input = '', env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Ran {
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
		cwd: folder,
		input,
		env: environmentWith(env),
		encoding: 'utf8',
	});
	return { code: status, out: stdout, err: stderr };
}

/** The runs of {@link run}, one after the other: they share the folder and the streams of this process. */
let lastRun: Promise<unknown> = Promise.resolve();

/**
 * Runs a command line in this process, without starting another, which takes most of the time of a run. Standard input, the
 * language and the time zone are those of this process; tests of these call {@link bibfolio}.
 */
export function run(folder: string, words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
	const ran = lastRun.then(() => runHere(folder, words, env));
	lastRun = ran.catch(() => {});
	return ran;
}

async function runHere(folder: string, words: readonly string[], env: Record<string, string>): Promise<Ran> {
	const { stdout, stderr } = process;
	const before = { cwd: process.cwd(), env: process.env, exitCode: process.exitCode, console: globalThis.console };
	const writes = [stdout.write, stderr.write] as const;
	const printed = { out: '', err: '' };
	stdout.write = (text: string | Uint8Array) => {
		printed.out += text;
		return true;
	};
	stderr.write = (text: string | Uint8Array) => {
		printed.err += text;
		return true;
	};
	globalThis.console = new Console(streamTo(stdout), streamTo(stderr));
	process.chdir(folder);
	process.env = environmentWith(env);
	try {
		await main(words);
		return { code: Number(process.exitCode), ...printed };
	} finally {
		process.chdir(before.cwd);
		process.env = before.env;
		process.exitCode = before.exitCode;
		globalThis.console = before.console;
		[stdout.write, stderr.write] = writes;
	}
}

/** A stream for the console, which yargs prints with, that writes to another one as it is at that time. */
function streamTo(target: NodeJS.WriteStream): Writable {
	return new Writable({
		write(chunk, _, done) {
			target.write(chunk);
			done();
		},
	});
}

function environmentWith(env: Record<string, string>): NodeJS.ProcessEnv {
	const { PATH, HOME, TMPDIR } = process.env;
	return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, ...env }).filter(([, value]) => value !== undefined));
}
