import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deferSignals } from '../output/atomic-write.ts';

/** Milliseconds after which an unchanged lock counts as left over from a killed process. */
const lockTimeout = 10_000;

/**
 * Runs a task while no other Bibfolio process changes the file; waits for the lock file next to it (`.papers.bib.lock`).
 * Signals wait for the end of the task, so a lock is left over only if a process is killed; it is then removed after ten
 * seconds. Throws if the lock cannot be created, for example with EACCES.
 *
 * @param file absolute; must not be a symbolic link
 * @param timeout milliseconds until an unchanged lock is removed
 */
export async function withFileLock<Result>(
	file: string,
	task: () => Result,
	timeout: number = lockTimeout,
): Promise<Result> {
	const lock = join(dirname(file), `.${basename(file).slice(0, 200)}.lock`);
	let lastIdentity = '';
	let since = 0;
	for (;;) {
		const done = deferSignals(() => (acquire(lock) ? { result: runAndRelease(lock, task) } : null));
		if (done) return done.result;
		const currentIdentity = identity(lock);
		if (currentIdentity !== lastIdentity) {
			lastIdentity = currentIdentity;
			since = performance.now();
		} else if (currentIdentity !== '' && performance.now() - since > timeout) rmSync(lock, { force: true });
		await setTimeout(2 + Math.random() * 20);
	}
}

function acquire(lock: string): boolean {
	try {
		const handle = openSync(lock, 'wx');
		writeSync(handle, `${process.pid}\n`);
		closeSync(handle);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function runAndRelease<Result>(lock: string, task: () => Result): Result {
	try {
		return task();
	} finally {
		rmSync(lock, { force: true });
	}
}

/** Distinguishes one lock from the next; '' if there is none. Its age is measured with our clock: a network drive's may be wrong. */
function identity(lock: string): string {
	const status = statSync(lock, { throwIfNoEntry: false });
	return status ? `${status.ino} ${status.mtimeMs}` : '';
}
