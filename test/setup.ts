import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist', 'cli.js');

/** Compiles the command that tests run, once, when a source is newer. Without it only the tests that run it fail. */
export default function setup(): void {
	if (newest(join(root, 'src')) < timeOf(compiled)) return;
	try {
		execFileSync('npm', ['run', '--silent', 'compile:code'], { cwd: root, shell: process.platform === 'win32' });
	} catch (error) {
		console.error(`The command does not compile: ${(error as Error).message}`);
		rmSync(compiled, { force: true });
	}
}

function newest(folder: string): number {
	const times = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => timeOf(join(folder, path)));
	return Math.max(...times, timeOf(join(root, 'package.json')));
}

function timeOf(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
