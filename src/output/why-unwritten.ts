/** Why a file could not be written, in words that follow a colon. */
export function whyUnwritten(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return reasons[code ?? ''] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission was denied',
	EPERM: 'permission was denied',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
	EFBIG: 'it is larger than files may be here',
	EDQUOT: 'the disk quota is used up',
	ENOTDIR: 'a part of its path is a file, not a folder',
	EEXIST: 'a part of its path is a file, not a folder',
	ENAMETOOLONG: 'the path is too long',
	EBUSY: 'another program holds it open',
};
