import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { refusedPlace } from '../library/files/project-places.ts';
import { realPlace } from '../library/files/real-place.ts';
import { deferSignals, writeAtomically } from './atomic-write.ts';
import { makeFolder, removeFolders } from './make-folder.ts';
import type { Output } from './output.ts';
import { groupByPath, hasBytes, planFile } from './planned-files.ts';
import { specialFile } from './special-files.ts';
import { removeAbandonedFiles } from './temporary-files.ts';
import { writeErrorHint, writeErrorReason } from './write-errors.ts';

/** The result of writing one file. */
export interface WrittenFile {
	readonly path: string;
	/** False if the file already had these bytes. True for an obsolete page that was removed. */
	readonly written: boolean;
}

/**
 * Writes each output atomically if its bytes differ, creates missing folders, and removes obsolete pages. Never overwrites
 * a folder, a device or a file that the build read (`output/foreign`), a file with broken markers (`output/marker`), or one
 * outside the folders of its output (`config/outside`): then it writes nothing at all. If a file cannot be written (`output/unwritable`), the old one stays. Signals wait for the last
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
	removeAbandonedFiles(written.map(({ path }) => realPlace(resolve(root, path))));
	return written;
}

/**
 * Writes a binary file the same way. Empty, with a diagnostic reported, if it may not or cannot be written.
 *
 * @param within see {@link Output}
 */
export function writeBytes(
	{ path, within, span }: Pick<Output, 'path' | 'within' | 'span'>,
	bytes: Uint8Array,
	root: string,
	report: Report,
): WrittenFile[] {
	const place = realPlace(resolve(root, path));
	const refusal = within && refusedPlace('write', path, root, within, { span });
	if (refusal) report(refusal);
	if (refusal || !isReplaceable(path, resolve(root, path), report, span)) return [];
	try {
		if (hasBytes(place, bytes)) return [{ path, written: false }];
		deferSignals(() => writeAtomically(place, bytes));
		return [{ path, written: true }];
	} catch (error) {
		return reportUnwritable(path, error, report);
	}
}

/** Attempts to write a file that another program changes at the same time. */
const maxAttempts = 5;

function writeFile(outputs: readonly Output[], root: string, report: Report): WrittenFile[] {
	const path = outputs[0]?.path ?? '';
	// A link that changes after this point has no effect.
	const file = realPlace(resolve(root, path));
	let created: readonly string[] = [];
	try {
		// A user's file is read again just before it is written, so that a concurrent save is not lost.
		for (let attempt = 1; attempt <= maxAttempts; attempt++) {
			const plan = planFile(outputs, root, report);
			if (!plan) return [];
			if (plan.isUpToDate) return plan.after ? [{ path, written: false }] : [];
			if (plan.after === null) {
				rmSync(file);
				removeFolders(emptiedFolders(outputs, root));
				return [{ path, written: true }];
			}
			created = makeFolder(dirname(file));
			if (writeAtomically(file, plan.after, plan.shared ? plan.before() : null)) return [{ path, written: true }];
		}
		throw new Error('another program keeps writing it');
	} catch (error) {
		removeFolders(created);
		return reportUnwritable(path, error, report);
	}
}

/** The folders that the removal of a file may leave empty, innermost first. */
function emptiedFolders([output]: readonly Output[], root: string): string[] {
	if (output?.folder === undefined) return [];
	const folders: string[] = [];
	const end = resolve(root, output.folder);
	let folder = dirname(resolve(root, output.path));
	while (folder !== end && folder !== dirname(folder)) {
		folders.push(folder);
		folder = dirname(folder);
	}
	return folders;
}

function reportUnwritable(path: string, error: unknown, report: Report): [] {
	const hint = writeErrorHint(error);
	report(diagnostic('output/unwritable', `Cannot write ${path}: ${writeErrorReason(error)}`, { hint }));
	return [];
}

function mayWrite(
	outputs: readonly Output[],
	root: string,
	inputPlaces: () => ReadonlySet<string>,
	report: Report,
): boolean {
	const [{ path, region, within, span } = { path: '' }] = outputs;
	const file = resolve(root, path);
	const refusal = within && refusedPlace('write', path, root, within, { span });
	if (refusal) {
		report(refusal);
		return false;
	}
	if (region == null && existsSync(file) && inputPlaces().has(realPlace(file))) {
		const hint = 'Choose another path for the output';
		report(diagnostic('output/foreign', `Cannot overwrite ${path}: the build reads it`, { hint, span }));
		return false;
	}
	return isReplaceable(path, file, report, span) && (region == null || planFile(outputs, root, report) !== null);
}

/** True if nothing is at the path, or a file that may be replaced. */
function isReplaceable(path: string, file: string, report: Report, span: Span | undefined): boolean {
	const special = specialFile(path, file, { span });
	if (special) {
		report(special);
		return false;
	}
	if (fileStatus(file) && !isWritable(file)) {
		report(
			diagnostic('output/unwritable', `Cannot write ${path}: the file is read-only`, {
				hint: 'Change its permissions, or choose another path for the output',
				span,
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
