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
import { besideOf } from './left-over.ts';

/**
 * Writes a file whole or not at all: beside it, down to the disk, then renamed over it. Owner and permissions of the old
 * one stay. When it throws, the old file is as it was and nothing is left beside it; a full disk throws, too.
 *
 * @param file absolute, and no symbolic link: the rename would replace that
 * @param expected the bytes it must still have; null writes it over whatever it is
 * @returns false when it has other bytes by now: then nothing was written
 */
export function writeWhole(file: string, bytes: Uint8Array, expected: Buffer | null = null): boolean {
	const beside = besideOf(file);
	try {
		const old = statSync(file, { throwIfNoEntry: false });
		writeToDisk(beside, bytes);
		if (old) inherit(beside, old);
		const isUnchanged = !expected || readFileSync(file).equals(expected);
		if (isUnchanged) renameSync(beside, file);
		else rmSync(beside);
		return isUnchanged;
	} catch (error) {
		rmSync(beside, { force: true });
		throw error;
	}
}

function writeToDisk(file: string, bytes: Uint8Array): void {
	const handle = openSync(file, 'w');
	try {
		writeFileSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function inherit(file: string, { uid, gid, mode }: Stats): void {
	try {
		chownSync(file, uid, gid);
	} catch {
		// Only a superuser gives files away: then it is the writer's own.
	}
	chmodSync(file, mode);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something that a signal must not stop halfway: one that comes meanwhile does its work afterwards. */
export function uninterrupted<Result>(task: () => Result): Result {
	for (const signal of signals) if (!process.listeners(signal).includes(later)) process.on(signal, later);
	try {
		return task();
	} finally {
		// Node tells of signals in its next turn, before this.
		setImmediate(release);
	}
}

function later(signal: NodeJS.Signals): void {
	release();
	if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function release(): void {
	for (const signal of signals) process.off(signal, later);
}
