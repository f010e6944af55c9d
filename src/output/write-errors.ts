import { valueIn } from '../text/value-in.ts';
/** The reason why a file could not be written, for a message after a colon. */
export function writeErrorReason(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return valueIn(rows, code ?? '')?.reason ?? message;
}

/** The hint for a file that could not be written; undefined if there is none. */
export function writeErrorHint(error: unknown): string | undefined {
	return valueIn(rows, (error as NodeJS.ErrnoException).code ?? '')?.hint;
}

const permissions = 'Change the permissions of the folder, or choose another path';
const anotherPath = 'Choose another path';

const rows: Readonly<Record<string, { readonly reason: string; readonly hint: string }>> = {
	EACCES: { reason: 'permission denied', hint: permissions },
	EPERM: { reason: 'permission denied', hint: permissions },
	EROFS: { reason: 'the file system is read-only', hint: anotherPath },
	ENOSPC: { reason: 'the disk is full', hint: 'Free some space; the old file is unchanged' },
	EFBIG: {
		reason: 'the file is larger than the system allows',
		hint: 'Raise the limit on file sizes; the old file is unchanged',
	},
	EDQUOT: { reason: 'the disk quota is exceeded', hint: 'Free some space; the old file is unchanged' },
	ENOENT: { reason: 'the system does not allow new files there', hint: anotherPath },
	ENOTDIR: { reason: 'a part of the path is a file, not a folder', hint: anotherPath },
	EEXIST: { reason: 'a part of the path is a file, not a folder', hint: anotherPath },
	ENAMETOOLONG: { reason: 'the path is too long', hint: anotherPath },
	ELOOP: { reason: 'a part of the path is a link to itself', hint: anotherPath },
	EBUSY: { reason: 'another program has it open', hint: 'Close the file there' },
	EISDIR: { reason: 'it is a folder', hint: anotherPath },
	pipe: { reason: 'it is a pipe', hint: anotherPath },
	socket: { reason: 'it is a socket', hint: anotherPath },
	device: { reason: 'it is a device', hint: anotherPath },
};
