import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { refusedPlace } from '../library/files/project-places.ts';
import { deferSignals, writeAtomically } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import { removeAbandonedFiles } from './temporary-files.ts';
import { writeErrorHint, writeErrorReason } from './write-errors.ts';

/** `exists`: the file was already there and was not changed. */
export type CreateResult = 'created' | 'exists' | 'failed';

/**
 * Creates a complete file and its parent folders; never overwrites a file. Reports `output/unwritable` and `config/outside`.
 *
 * @param root the folder that `path` is relative to (absolute)
 * @param within the folders that the file must stay in; null if it may be anywhere
 */
export function createFile(
	path: string,
	text: string,
	root: string,
	report: Report,
	within: readonly string[] | null = null,
): CreateResult {
	const refusal = within && refusedPlace('write', path, root, within);
	if (refusal) {
		report(refusal);
		return 'failed';
	}
	const file = resolve(root, path);
	try {
		if (lstatSync(file, { throwIfNoEntry: false })) return 'exists';
		makeFolder(dirname(file));
		removeAbandonedFiles([file]);
		deferSignals(() => writeAtomically(file, Buffer.from(text)));
		return 'created';
	} catch (error) {
		report(
			diagnostic('output/unwritable', `Cannot write ${path}: ${writeErrorReason(error)}`, {
				hint: writeErrorHint(error),
			}),
		);
		return 'failed';
	}
}
