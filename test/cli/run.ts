import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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
	const { PATH, HOME, TMPDIR } = process.env;
	const environment = Object.fromEntries(
		Object.entries({ PATH, HOME, TMPDIR, ...env }).filter(([, value]) => value !== undefined),
	);
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
		cwd: folder,
		input,
		env: environment,
		encoding: 'utf8',
	});
	return { code: status, out: stdout, err: stderr };
}
