import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist', 'cli.js');

/** Before all tests, and what is done after them. */
export default function setup(): () => void {
	compile();
	return temporaryFolder();
}

/** One folder for all that tests make, gone after the last: workers run many files and are ended at once. */
function temporaryFolder(): () => void {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bibfolio-tests-')));
	for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}

/** Compiles the command that tests run, once, when a source is newer. Without it only the tests that run it fail. */
function compile(): void {
	if (['src', 'templates', '.ci'].every((folder) => newest(join(root, folder)) < timeOf(compiled))) return;
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
