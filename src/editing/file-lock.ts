import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deferSignals } from '../output/atomic-write.ts';

/** Milliseconds a lock may stay the same until it counts as left behind by a process that was killed. */
const patience = 10_000;

/**
 * Does something with a file while no other Bibfolio does: waits until the lock beside it (`.papers.bib.lock`) is free.
 * The task is done in one go, and a signal waits for its end, so that a lock stays behind only when a process is killed;
 * then it is taken away after ten seconds. Throws what making the lock throws, such as EACCES.
 *
 * @param file absolute, and no symbolic link
 */
export async function locked<Result>(file: string, task: () => Result, wait: number = patience): Promise<Result> {
	const lock = join(dirname(file), `.${basename(file).slice(0, 200)}.lock`);
	let seen = '';
	let since = 0;
	for (;;) {
		const done = deferSignals(() => (take(lock) ? { result: releasing(lock, task) } : null));
		if (done) return done.result;
		const now = identity(lock);
		if (now !== seen) {
			seen = now;
			since = performance.now();
		} else if (now !== '' && performance.now() - since > wait) rmSync(lock, { force: true });
		await setTimeout(2 + Math.random() * 20);
	}
}

function take(lock: string): boolean {
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

function releasing<Result>(lock: string, task: () => Result): Result {
	try {
		return task();
	} finally {
		rmSync(lock, { force: true });
	}
}

/** Tells one lock from the next; '' when there is none. By its own clock, since that of a network drive may be wrong. */
function identity(lock: string): string {
	const found = statSync(lock, { throwIfNoEntry: false });
	return found ? `${found.ino} ${found.mtimeMs}` : '';
}
