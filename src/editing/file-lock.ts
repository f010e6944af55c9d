import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deferSignals } from '../output/atomic-write.ts';
import { isRunning } from '../output/temporary-files.ts';

/** Milliseconds to wait for another process. */
const lockTimeout = 10_000;

/** The file stays locked. */
export class LockHeld extends Error {
	readonly hint: string;
	constructor(message: string, hint: string) {
		super(message);
		this.hint = hint;
	}
}

/**
 * Runs a task while no other Bibfolio process changes the file; waits for the lock file next to it (`.papers.bib.lock`).
 * Signals wait for the end of the task, so a lock is left over only if a process is killed. The next process removes it:
 * immediately if the process that created it does not run any more, and after the time-out if that is unknown, because it
 * ran on another machine.
 *
 * Throws if the lock cannot be created, for example with EACCES, and `LockHeld` if a running process keeps it.
 *
 * @param file absolute; must not be a symbolic link
 * @param timeout milliseconds to wait while the lock does not change
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
		const holder = holderOf(lock);
		if (currentIdentity !== lastIdentity) {
			lastIdentity = currentIdentity;
			since = performance.now();
		}
		if (holder === 'gone' && currentIdentity === identity(lock)) rmSync(lock, { force: true });
		else if (currentIdentity !== '' && performance.now() - since > timeout) {
			if (typeof holder === 'number')
				throw new LockHeld(`process ${holder} is changing it`, 'Wait until that process ends, and try again');
			if (holder === 'foreign')
				throw new LockHeld(`${basename(lock)} locks it`, 'Delete that file if no other program uses it');
			rmSync(lock, { force: true });
		}
		await setTimeout(2 + Math.random() * 20);
	}
}

function acquire(lock: string): boolean {
	let handle: number;
	try {
		handle = openSync(lock, 'wx');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
	try {
		writeSync(handle, `${process.pid} ${hostname()}\n`);
		return true;
	} catch (error) {
		rmSync(lock, { force: true });
		throw error;
	} finally {
		closeSync(handle);
	}
}

/**
 * The running process that holds a lock; `gone` if it does not run any more, `unknown` if it runs on another machine or has
 * not written its number yet, `foreign` if the lock is not one of ours.
 */
function holderOf(lock: string): number | 'gone' | 'unknown' | 'foreign' {
	let text: string;
	try {
		if (!statSync(lock).isFile()) return 'foreign';
		text = readFileSync(lock, 'utf8');
	} catch {
		return 'unknown';
	}
	if (text === '') return 'unknown';
	const [, number, host = hostname()] = /^([1-9]\d{0,9})(?: (\S+))?\n$/.exec(text) ?? [];
	if (number === undefined) return 'foreign';
	if (host !== hostname()) return 'unknown';
	return isRunning(Number(number)) ? Number(number) : 'gone';
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
