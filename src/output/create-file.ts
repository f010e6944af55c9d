import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { writeErrorReason } from './write-errors.ts';

/** `exists`: the file was already there and was not changed. */
export type CreateResult = 'created' | 'exists' | 'failed';

/**
 * Creates a file and its parent folders; never overwrites a file. Reports `output/unwritable`.
 *
 * @param root the folder that `path` is relative to (absolute)
 */
export function createFile(path: string, text: string, root: string, report: Report): CreateResult {
	const file = resolve(root, path);
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text, { flag: 'wx' });
		return 'created';
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (error as NodeJS.ErrnoException).syscall === 'open')
			return 'exists';
		report(diagnostic('output/unwritable', `Cannot write ${path}: ${writeErrorReason(error)}`));
		return 'failed';
	}
}
