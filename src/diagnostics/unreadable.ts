import { type Diagnostic, diagnostic } from './diagnostic.ts';

/** A file or folder that is there and cannot be read, with what to do about it. */
export function unreadable(path: string, error: unknown): Diagnostic {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return diagnostic('file/unreadable', `“${path}” cannot be read${code ? ` (${code})` : ''}`, {
		hint: remedies[code],
	});
}

const remedies: Readonly<Record<string, string>> = {
	EACCES: 'Give yourself the permission to read it',
	EPERM: 'Give yourself the permission to read it',
	ELOOP: 'It is a link that leads back to itself: point it to the file',
	EISDIR: 'It is a folder where a file should be: name a file, or for a library write *.bib behind it',
	ERR_FS_FILE_TOO_LARGE: 'Split it into several files',
};
