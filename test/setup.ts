import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs before all tests. Returns the clean-up to run after them. */
export default function setup(): () => void {
	compile();
	// `init` would propose the language of the developer.
	process.env['LC_ALL'] ||= 'C.UTF-8';
	return temporaryFolder();
}

/** Creates one folder for all temporary files of tests and removes it at the end, because workers are stopped without clean-up. */
function temporaryFolder(): () => void {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bibfolio-tests-')));
	for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}

/** Compiles the command once if a source is newer. If that fails, only the tests that run the command fail. */
function compile(): void {
	if (!isOutdated('cli.js')) return;
	try {
		execFileSync('npm', ['run', '--silent', 'compile:code'], { cwd: root, shell: process.platform === 'win32' });
	} catch (error) {
		console.error(`The command does not compile: ${(error as Error).message}`);
		rmSync(join(root, 'dist/cli.js'), { force: true });
	}
}

/** Whether a file of `dist/` is older than a source, or missing. */
export function isOutdated(file: string): boolean {
	const time = timeOf(join(root, 'dist', file));
	return ['src', 'templates', '.ci'].some((folder) => newest(join(root, folder)) >= time);
}

function newest(folder: string): number {
	const times = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => timeOf(join(folder, path)));
	return Math.max(...times, timeOf(join(root, 'package.json')));
}

function timeOf(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
