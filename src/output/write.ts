import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { realPlace } from '../library/files/real-place.ts';
import { removeLeftOvers } from './left-over.ts';
import type { Output } from './output.ts';
import { byFile, hasBytes, planFile } from './planned-files.ts';
import { whyUnwritten } from './why-unwritten.ts';
import { uninterrupted, writeWhole } from './write-whole.ts';

/** What became of a file. */
export interface Written {
	readonly path: string;
	/** False when the file had these bytes already; of an obsolete page true when it was taken away. */
	readonly written: boolean;
}

/**
 * Writes outputs, each at once and whole, and only where the bytes differ; makes folders that are missing. A folder,
 * or a file that the build read, is never overwritten (`output/foreign`), and a file whose markers are not in order is
 * left as it is (`output/marker`): then nothing at all is written. What cannot be written is reported
 * (`output/unwritable`), its old file stays, and no temporary file is left behind; that of a killed process is removed. A signal that comes meanwhile waits
 * for the last file.
 *
 * @param root the folder that paths are relative to (absolute)
 * @param inputs the files the build read, relative to root
 */
export function writeOutputs(
	outputs: readonly Output[],
	root: string,
	report: Report,
	inputs: readonly string[] = [],
): Written[] {
	let known: ReadonlySet<string> | undefined;
	const own = () => {
		known ??= new Set(inputs.map((path) => realPlace(resolve(root, path))));
		return known;
	};
	const files = byFile(outputs);
	const refused = files.filter((file) => !mayWrite(file, root, own, report));
	if (refused.length) return [];
	const written = uninterrupted(() => files.flatMap((file) => writeOne(file, root, report)));
	removeLeftOvers(written.flatMap(({ path, written }) => (written ? [realPlace(resolve(root, path))] : [])));
	return written;
}

/** Writes a file that is no text in the same way; reported and empty where it may not or cannot be written. */
export function writeBytes(path: string, bytes: Uint8Array, root: string, report: Report): Written[] {
	const file = resolve(root, path);
	if (!isFree(path, file, report)) return [];
	try {
		if (hasBytes(file, bytes)) return [{ path, written: false }];
		uninterrupted(() => writeWhole(realPlace(file), bytes));
		return [{ path, written: true }];
	} catch (error) {
		return unwritten(path, error, report);
	}
}

/** How often a file is tried again that changes while it is written. */
const tries = 5;

function writeOne(outputs: readonly Output[], root: string, report: Report): Written[] {
	const path = outputs[0]?.path ?? '';
	const file = resolve(root, path);
	try {
		// A user's file is read again just before it is written, so that nothing they save meanwhile is lost.
		for (let left = tries; left > 0; left--) {
			const plan = planFile(outputs, root, report);
			if (!plan) return [];
			if (plan.done) return plan.after ? [{ path, written: false }] : [];
			if (plan.after === null) {
				rmSync(file);
				return [{ path, written: true }];
			}
			mkdirSync(dirname(file), { recursive: true });
			if (writeWhole(realPlace(file), plan.after, plan.shared ? plan.before() : null)) return [{ path, written: true }];
		}
		throw new Error('another program writes it again and again');
	} catch (error) {
		return unwritten(path, error, report);
	}
}

function unwritten(path: string, error: unknown, report: Report): [] {
	const hint = remedies[(error as NodeJS.ErrnoException).code ?? ''];
	report(diagnostic('output/unwritable', `${path} was not written: ${whyUnwritten(error)}`, { hint }));
	return [];
}

function mayWrite(outputs: readonly Output[], root: string, own: () => ReadonlySet<string>, report: Report): boolean {
	const [{ path, region } = { path: '' }] = outputs;
	const file = resolve(root, path);
	if (region == null && existsSync(file) && own().has(realPlace(file))) {
		const hint = 'Give the output another path';
		report(diagnostic('output/foreign', `${path} is read by the build and would be overwritten`, { hint }));
		return false;
	}
	return isFree(path, file, report) && (region == null || planFile(outputs, root, report) !== null);
}

/** Whether there is nothing, or a file that may be replaced. */
function isFree(path: string, file: string, report: Report): boolean {
	const found = fileStatus(file);
	if (found?.isDirectory()) {
		report(diagnostic('output/foreign', `${path} is a folder`, { hint: 'Name a file in it' }));
		return false;
	}
	if (found && !isWritable(file)) {
		report(
			diagnostic('output/unwritable', `${path} is read-only`, {
				hint: 'Change its permissions, or give the output another path',
			}),
		);
		return false;
	}
	return true;
}

/** The rename of an atomic write would replace a file that its owner has made read-only. What a whole disk is, writing says. */
function isWritable(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EROFS';
	}
}

/** What to do about an output that could not be written, where there is something. */
const remedies: Readonly<Record<string, string>> = {
	EACCES: 'Change the permissions of the folder, or give the output another path',
	EPERM: 'Change the permissions of the folder, or give the output another path',
	EROFS: 'Give the output another path',
	ENOSPC: 'Make room; the old file is whole',
	EFBIG: 'Raise the limit; the old file is whole',
	EDQUOT: 'Make room; the old file is whole',
	ENOTDIR: 'Give the output another path',
	EEXIST: 'Give the output another path',
	ENAMETOOLONG: 'Give the output another path',
	EBUSY: 'Close it there',
};
