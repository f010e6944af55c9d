import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { fileStatus } from '../../library/files/file-status.ts';
import { readRegularFile } from '../../library/files/read-file.ts';

/** The state of a file at one time. */
export interface FileState {
	/** Hash of its bytes. */
	readonly hash: string;
	readonly size: number;
	/** Distinguishes a file that was rewritten in place from one that was replaced. */
	readonly inode: bigint;
	/** Its last bytes, which are missing while a program is still writing it. */
	readonly tail: string;
	/** Size, times and inode. The same stamp means the same bytes, unless the state is recent. */
	readonly stamp: string;
	/** True if the file was written so recently that another change may have kept the stamp. */
	readonly isRecent: boolean;
}

/** The inputs of a build by absolute path, in order; null for a file that is missing or cannot be read. */
export type Snapshot = ReadonlyMap<string, FileState | null>;

/** Milliseconds: more than twice the coarsest timestamps of current file systems. */
const clockTick = 50;
const tailLength = 64;

/** Takes a snapshot of files. Does not read files again that did not change since the previous one. Reports no errors. */
export function takeSnapshot(files: readonly string[], previous: Snapshot | null): Snapshot {
	return new Map(files.map((file) => [file, stateOf(file, previous?.get(file) ?? null)]));
}

function stateOf(file: string, previous: FileState | null): FileState | null {
	try {
		const { size, ino, mtimeNs, ctimeNs, dev } = statSync(file, { bigint: true });
		const stamp = [size, ino, dev, mtimeNs, ctimeNs].join(' ');
		if (previous?.stamp === stamp && !previous.isRecent) return previous;
		const isRecent = Date.now() - Number(mtimeNs / 1_000_000n) < clockTick;
		const bytes = readRegularFile(file);
		return {
			hash: createHash('sha1').update(bytes).digest('base64'),
			size: bytes.length,
			inode: ino,
			tail: bytes.subarray(-tailLength).toString('latin1').trimEnd(),
			stamp,
			isRecent,
		};
	} catch {
		return null;
	}
}

/** True if two snapshots have the same files with the same contents. */
export function isSame(first: Snapshot, second: Snapshot): boolean {
	return first.size === second.size && differences(first, second).length === 0;
}

/** The files that were added, changed or removed. */
export function differences(previous: Snapshot, current: Snapshot): string[] {
	const changed = [...current].flatMap(([file, state]) =>
		previous.get(file)?.hash === state?.hash && previous.has(file) ? [] : [file],
	);
	return [...changed, ...[...previous.keys()].filter((file) => !current.has(file))];
}

/** Times and sizes of files and folders as a text. It changes with any of them; much cheaper than a snapshot. */
export function statusOf(paths: readonly string[]): string {
	return paths
		.map((path) => {
			const status = fileStatus(path);
			return status ? `${status.ino} ${status.size} ${status.mtimeMs}` : '-';
		})
		.join('\n');
}
