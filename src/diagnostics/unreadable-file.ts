import { type Diagnostic, diagnostic } from './diagnostic.ts';

/** Reports a file or folder that exists but cannot be read, with a hint for common reasons. */
export function unreadableFile(path: string, error: unknown): Diagnostic {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return diagnostic('file/unreadable', `Cannot read ${path}${code ? `: ${reasons.get(code) ?? code}` : ''}`, {
		hint: hints.get(code),
	});
}

const reasons: ReadonlyMap<string, string> = new Map(
	Object.entries({
		EACCES: 'permission denied',
		EPERM: 'permission denied',
		ELOOP: 'it is a link to itself',
		EISDIR: 'it is a folder',
		pipe: 'it is a pipe',
		socket: 'it is a socket',
		device: 'it is a device',
		ERR_FS_FILE_TOO_LARGE: 'it is too large',
	}),
);

const hints: ReadonlyMap<string, string> = new Map(
	Object.entries({
		EACCES: 'Change its permissions',
		EPERM: 'Change its permissions',
		ELOOP: 'Change the link so that it points to the file',
		EISDIR: 'Use the path of a file; for a library, add /*.bib',
		pipe: 'Use a file, because it is read more than once',
		socket: 'Use a file, or - for standard input',
		device: 'Use a file, or - for standard input',
		ERR_FS_FILE_TOO_LARGE: 'Split it into several files',
	}),
);
