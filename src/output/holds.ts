import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Whether a file has just these bytes, part by part; not where it cannot be read. One of another size is not read. */
export function holds(file: string, parts: readonly Uint8Array[], size: number): boolean {
	let handle: number | null = null;
	try {
		handle = openSync(file, 'r');
		if (fstatSync(handle).size !== size) return false;
		const read = Buffer.allocUnsafe(Math.max(0, ...parts.map(({ byteLength }) => byteLength)));
		return parts.every((part) => readSame(handle as number, part, read));
	} catch {
		return false;
	} finally {
		if (handle !== null) closeSync(handle);
	}
}

/** Whether a file goes on with a part. */
function readSame(handle: number, part: Uint8Array, into: Buffer): boolean {
	let at = 0;
	while (at < part.byteLength) {
		const count = readSync(handle, into, 0, part.byteLength - at, null);
		if (count === 0 || into.compare(part, at, at + count, 0, count) !== 0) return false;
		at += count;
	}
	return true;
}
