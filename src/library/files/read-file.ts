import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';

/** What a path leads to if it is not a regular file; null for a regular file. */
export function specialKind(status: Stats): 'folder' | 'pipe' | 'socket' | 'device' | null {
	if (status.isFile()) return null;
	if (status.isDirectory()) return 'folder';
	if (status.isFIFO()) return 'pipe';
	return status.isSocket() ? 'socket' : 'device';
}

/**
 * Reads a regular file. Throws for anything else (`EISDIR`, or a code such as `pipe`), because a pipe may never end and a
 * device may never begin: waiting for one cannot be interrupted.
 */
export function readRegularFile(file: string): Buffer {
	const kind = specialKind(statSync(file));
	if (kind !== null && kind !== 'folder') throw fileError(kind);
	return readFileSync(file);
}

/** The bytes of a regular file; null if it cannot be read. */
export function bytesOf(file: string): Buffer | null {
	try {
		return readRegularFile(file);
	} catch {
		return null;
	}
}

/** Reads a regular file or a pipe, such as the shell's `<(command)`. Throws for anything else, as {@link readRegularFile} does. */
export function readFileOrPipe(file: string): Buffer {
	if (!statSync(file).isFIFO()) return readRegularFile(file);
	const handle = openSync(file, 'r');
	try {
		return readStream(handle);
	} finally {
		closeSync(handle);
	}
}

/** Reads standard input to its end. */
export function readStandardInput(): Buffer {
	return fstatSync(0).isFile() ? readFileSync(0) : readStream(0);
}

/** Bytes; no text of JavaScript can be longer. */
const maxLength = 0x1fff_ffff;

/** Reads until the end of a stream. Throws if there is none in sight. */
function readStream(handle: number): Buffer {
	const chunks: Buffer[] = [];
	for (let length = 0; ; ) {
		const chunk = Buffer.allocUnsafe(65_536);
		const count = readSync(handle, chunk);
		if (count === 0) return Buffer.concat(chunks);
		chunks.push(chunk.subarray(0, count));
		length += count;
		if (length > maxLength) throw fileError('ERR_FS_FILE_TOO_LARGE');
	}
}

function fileError(code: string): Error {
	return Object.assign(new Error(code), { code });
}
