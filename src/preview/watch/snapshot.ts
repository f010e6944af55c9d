import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fileStatus } from '../../library/files/file-status.ts';

/** A file as it was when it was looked at. */
export interface Seen {
	/** Of its bytes; two files of equal hashes say the same. */
	readonly hash: string;
	readonly size: number;
	/** Tells whether the file was written again in its place or replaced by another. */
	readonly inode: bigint;
	/** Its last bytes: what is missing first while it is being written. */
	readonly tail: string;
	/** Size, times and inode: as long as they are the same, so are the bytes, unless it is `fresh`. */
	readonly stamp: string;
	/** Written so short a time before it was read that a change just after may have left the stamp as it is. */
	readonly fresh: boolean;
}

/** The inputs of a build by absolute path, in order; null for a file that is not there or cannot be read. */
export type Snapshot = ReadonlyMap<string, Seen | null>;

/** Milliseconds: twice the coarsest clock of the file systems of today, and a little more. */
const tick = 50;
const tailLength = 64;

/** Looks at files. What did not change since `before` is not read again. Reports nothing: a build does. */
export function takeSnapshot(files: readonly string[], before: Snapshot | null): Snapshot {
	return new Map(files.map((file) => [file, see(file, before?.get(file) ?? null)]));
}

function see(file: string, before: Seen | null): Seen | null {
	try {
		const { size, ino, mtimeNs, ctimeNs, dev } = statSync(file, { bigint: true });
		const stamp = [size, ino, dev, mtimeNs, ctimeNs].join(' ');
		if (before?.stamp === stamp && !before.fresh) return before;
		const fresh = Date.now() - Number(mtimeNs / 1_000_000n) < tick;
		const bytes = readFileSync(file);
		return {
			hash: createHash('sha1').update(bytes).digest('base64'),
			size: bytes.length,
			inode: ino,
			tail: bytes.subarray(-tailLength).toString('latin1').trimEnd(),
			stamp,
			fresh,
		};
	} catch {
		return null;
	}
}

/** Whether the files are the same ones and say the same. */
export function isSame(one: Snapshot, other: Snapshot): boolean {
	return one.size === other.size && differences(one, other).length === 0;
}

/** The files that came, went or say something else. */
export function differences(before: Snapshot, now: Snapshot): string[] {
	const changed = [...now].flatMap(([file, seen]) =>
		before.get(file)?.hash === seen?.hash && before.has(file) ? [] : [file],
	);
	return [...changed, ...[...before.keys()].filter((file) => !now.has(file))];
}

/** Times and sizes of files and folders in one text: as long as it is the same, nothing was told that is not known. */
export function glanceAt(paths: readonly string[]): string {
	return paths
		.map((path) => {
			const found = fileStatus(path);
			return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : '-';
		})
		.join('\n');
}
