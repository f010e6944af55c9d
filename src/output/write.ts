import { accessSync, constants, mkdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Output } from './output.ts';
import { whyUnwritten } from './why-unwritten.ts';
import { uninterrupted, writeWhole } from './write-whole.ts';

/** What became of an output. */
export interface Written {
	readonly path: string;
	/** False when the file had these bytes already. */
	readonly written: boolean;
}

/**
 * Writes outputs, each at once and whole, and only where the bytes differ; makes folders that are missing. A folder,
 * or a file that the build read, is never overwritten (`output/foreign`): then nothing at all is written. What cannot
 * be written is reported (`output/unwritable`), its old file stays, and no temporary file is left behind. A signal that
 * comes meanwhile waits for the last file.
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
	const own = new Set(inputs.map((path) => realPath(resolve(root, path))));
	const refused = outputs.filter((output) => !mayWrite(output.path, root, own, report));
	if (refused.length) return [];
	return uninterrupted(() => outputs.flatMap((output) => writeOne(output, root, report)));
}

function writeOne({ path, contents }: Output, root: string, report: Report): Written[] {
	const file = resolve(root, path);
	const bytes = Buffer.from(contents);
	if (hasBytes(file, bytes)) return [{ path, written: false }];
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeWhole(realPath(file), bytes);
		return [{ path, written: true }];
	} catch (error) {
		const hint = remedies[(error as NodeJS.ErrnoException).code ?? ''];
		report(diagnostic('output/unwritable', `${path} was not written: ${whyUnwritten(error)}`, { hint }));
		return [];
	}
}

function hasBytes(file: string, bytes: Buffer): boolean {
	try {
		return readFileSync(file).equals(bytes);
	} catch {
		return false;
	}
}

function mayWrite(path: string, root: string, own: ReadonlySet<string>, report: Report): boolean {
	const file = resolve(root, path);
	const found = fileStatus(file);
	const refuse = (message: string, hint: string): false => {
		report(diagnostic('output/foreign', message, { hint }));
		return false;
	};
	if (found?.isDirectory()) return refuse(`${path} is a folder`, 'Name a file in it');
	if (own.has(realPath(file)))
		return refuse(`${path} is read by the build and would be overwritten`, 'Give the output another path');
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

/** Null when there is nothing, or nothing that may be looked at: then writing says why. */
function fileStatus(file: string): Stats | null {
	try {
		return statSync(file);
	} catch {
		return null;
	}
}

/** The rename of an atomic write would replace a file that its owner has made read-only. */
function isWritable(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function realPath(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return file;
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
