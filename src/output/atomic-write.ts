import {
	chmodSync,
	chownSync,
	closeSync,
	fsyncSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
} from 'node:fs';
import { temporaryPath } from './temporary-files.ts';

/**
 * Writes a file completely or not at all: writes a temporary file next to it, flushes it to disk, and renames it. Keeps the
 * owner and permissions of the old file. On an error such as a full disk, it throws, leaves the old file unchanged and
 * removes the temporary file.
 *
 * @param file absolute; must not be a symbolic link, which the rename would replace
 * @param expected the bytes that the file must still have; null to overwrite any
 * @returns false, with nothing written, if the file has other bytes than expected
 */
export function writeAtomically(file: string, bytes: Uint8Array, expected: Buffer | null = null): boolean {
	const temporary = temporaryPath(file);
	try {
		const old = statSync(file, { throwIfNoEntry: false });
		writeToDisk(temporary, bytes);
		if (old) copyOwnership(temporary, old);
		const isUnchanged = !expected || readFileSync(file).equals(expected);
		if (isUnchanged) renameSync(temporary, file);
		else rmSync(temporary);
		return isUnchanged;
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

function writeToDisk(file: string, bytes: Uint8Array): void {
	// A new file: an existing one, left over or placed there, could be a link to another file.
	rmSync(file, { force: true });
	const handle = openSync(file, 'wx');
	try {
		writeFileSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function copyOwnership(file: string, { uid, gid, mode }: Stats): void {
	try {
		chownSync(file, uid, gid);
	} catch {
		// Only a superuser may change the owner; otherwise the file belongs to the current user.
	}
	chmodSync(file, mode);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a task that signals must not interrupt; a signal that arrives meanwhile takes effect afterwards. */
export function deferSignals<Result>(task: () => Result): Result {
	for (const signal of signals) if (!process.listeners(signal).includes(raiseAgain)) process.on(signal, raiseAgain);
	try {
		return task();
	} finally {
		// Node delivers signals in its next turn, before this callback.
		setImmediate(removeHandlers);
	}
}

function raiseAgain(signal: NodeJS.Signals): void {
	removeHandlers();
	if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function removeHandlers(): void {
	for (const signal of signals) process.off(signal, raiseAgain);
}
