import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a program is on the PATH. */
export function installed(program: string): boolean {
	return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Runs a program. Returns its output and whether it succeeded. */
export function run(program: string, args: string[], cwd: string): { ok: boolean; output: string } {
	const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', timeout: 120_000 });
	return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` };
}
