import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { whyUnwritten } from './why-unwritten.ts';

/** A file that was not there before: never over another one, which is left as it is. */
export type Created = 'created' | 'there' | 'failed';

/**
 * Writes a file that does not exist yet, and the folders to it. Reports `output/unwritable`.
 *
 * @param root the folder that `path` is relative to (absolute)
 */
export function createFile(path: string, text: string, root: string, report: Report): Created {
	const file = resolve(root, path);
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text, { flag: 'wx' });
		return 'created';
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (error as NodeJS.ErrnoException).syscall === 'open')
			return 'there';
		report(diagnostic('output/unwritable', `${path} was not written: ${whyUnwritten(error)}`));
		return 'failed';
	}
}
