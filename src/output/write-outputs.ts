import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { realPlace } from '../library/files/real-place.ts';
import { valueIn } from '../text/value-in.ts';
import { deferSignals, writeAtomically } from './atomic-write.ts';
import type { Output } from './output.ts';
import { groupByPath, hasBytes, planFile } from './planned-files.ts';
import { removeAbandonedFiles } from './temporary-files.ts';
import { writeErrorReason } from './write-errors.ts';

/** The result of writing one file. */
export interface WrittenFile {
	readonly path: string;
	/** False if the file already had these bytes. True for an obsolete page that was removed. */
	readonly written: boolean;
}

/**
 * Writes each output atomically if its bytes differ, creates missing folders, and removes obsolete pages. Never overwrites
 * a folder or a file that the build read (`output/foreign`), or a file with broken markers (`output/marker`): then it
 * writes nothing at all. If a file cannot be written (`output/unwritable`), the old one stays. Signals wait for the last
 * file. Temporary files of killed processes are removed.
 *
 * @param root the folder that paths are relative to (absolute)
 * @param inputs the files the build read, relative to root
 */
export function writeOutputs(
	outputs: readonly Output[],
	root: string,
	report: Report,
	inputs: readonly string[] = [],
): WrittenFile[] {
	let places: ReadonlySet<string> | undefined;
	const inputPlaces = () => {
		places ??= new Set(inputs.map((path) => realPlace(resolve(root, path))));
		return places;
	};
	const files = groupByPath(outputs);
	const refused = files.filter((file) => !mayWrite(file, root, inputPlaces, report));
	if (refused.length) return [];
	const written = deferSignals(() => files.flatMap((file) => writeFile(file, root, report)));
	removeAbandonedFiles(written.flatMap(({ path, written }) => (written ? [realPlace(resolve(root, path))] : [])));
	return written;
}

/** Writes a binary file the same way. Empty, with a diagnostic reported, if it may not or cannot be written. */
export function writeBytes(path: string, bytes: Uint8Array, root: string, report: Report): WrittenFile[] {
	const file = resolve(root, path);
	if (!isReplaceable(path, file, report)) return [];
	try {
		if (hasBytes(file, bytes)) return [{ path, written: false }];
		deferSignals(() => writeAtomically(realPlace(file), bytes));
		return [{ path, written: true }];
	} catch (error) {
		return reportUnwritable(path, error, report);
	}
}

/** Attempts to write a file that another program changes at the same time. */
const maxAttempts = 5;

function writeFile(outputs: readonly Output[], root: string, report: Report): WrittenFile[] {
	const path = outputs[0]?.path ?? '';
	const file = resolve(root, path);
	try {
		// A user's file is read again just before it is written, so that a concurrent save is not lost.
		for (let attempt = 1; attempt <= maxAttempts; attempt++) {
			const plan = planFile(outputs, root, report);
			if (!plan) return [];
			if (plan.isUpToDate) return plan.after ? [{ path, written: false }] : [];
			if (plan.after === null) {
				rmSync(file);
				return [{ path, written: true }];
			}
			mkdirSync(dirname(file), { recursive: true });
			if (writeAtomically(realPlace(file), plan.after, plan.shared ? plan.before() : null))
				return [{ path, written: true }];
		}
		throw new Error('another program keeps writing it');
	} catch (error) {
		return reportUnwritable(path, error, report);
	}
}

function reportUnwritable(path: string, error: unknown, report: Report): [] {
	const hint = valueIn(hints, (error as NodeJS.ErrnoException).code ?? '');
	report(diagnostic('output/unwritable', `Cannot write ${path}: ${writeErrorReason(error)}`, { hint }));
	return [];
}

function mayWrite(
	outputs: readonly Output[],
	root: string,
	inputPlaces: () => ReadonlySet<string>,
	report: Report,
): boolean {
	const [{ path, region } = { path: '' }] = outputs;
	const file = resolve(root, path);
	if (region == null && existsSync(file) && inputPlaces().has(realPlace(file))) {
		const hint = 'Choose another path for the output';
		report(diagnostic('output/foreign', `Cannot overwrite ${path}: the build reads it`, { hint }));
		return false;
	}
	return isReplaceable(path, file, report) && (region == null || planFile(outputs, root, report) !== null);
}

/** True if nothing is at the path, or a file that may be replaced. */
function isReplaceable(path: string, file: string, report: Report): boolean {
	const status = fileStatus(file);
	if (status?.isDirectory()) {
		report(
			diagnostic('output/foreign', `Cannot write ${path}: it is a folder`, { hint: 'Add a file name to the path' }),
		);
		return false;
	}
	if (status && !isWritable(file)) {
		report(
			diagnostic('output/unwritable', `Cannot write ${path}: the file is read-only`, {
				hint: 'Change its permissions, or choose another path for the output',
			}),
		);
		return false;
	}
	return true;
}

/** The rename of an atomic write would replace a read-only file. A read-only file system is reported on writing. */
function isWritable(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EROFS';
	}
}

/** Hints for an output that could not be written, by error code. */
const hints: Readonly<Record<string, string>> = {
	EACCES: 'Change the permissions of the folder, or choose another path for the output',
	EPERM: 'Change the permissions of the folder, or choose another path for the output',
	EROFS: 'Choose another path for the output',
	ENOSPC: 'Free some space; the old file is unchanged',
	EFBIG: 'Raise the limit on file sizes; the old file is unchanged',
	EDQUOT: 'Free some space; the old file is unchanged',
	ENOTDIR: 'Choose another path for the output',
	EEXIST: 'Choose another path for the output',
	ENAMETOOLONG: 'Choose another path for the output',
	EBUSY: 'Close the file there',
};
