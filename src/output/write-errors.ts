import { valueIn } from '../text/value-in.ts';
/** The reason why a file could not be written, for a message after a colon. */
export function writeErrorReason(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return valueIn(reasons, code ?? '') ?? message;
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
	EFBIG: 'the file is larger than the system allows',
	EDQUOT: 'the disk quota is exceeded',
	ENOTDIR: 'a part of the path is a file, not a folder',
	EEXIST: 'a part of the path is a file, not a folder',
	ENAMETOOLONG: 'the path is too long',
	EBUSY: 'another program has it open',
};
