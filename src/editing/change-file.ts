import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { unreadableFile } from '../diagnostics/unreadable-file.ts';
import { decodeBytes } from '../library/files/decode.ts';
import { readRegularFile } from '../library/files/read-file.ts';
import { realPlace } from '../library/files/real-place.ts';
import { writeAtomically } from '../output/atomic-write.ts';
import { makeFolder, removeFolders } from '../output/make-folder.ts';
import { removeAbandonedFiles } from '../output/temporary-files.ts';
import { writeErrorHint, writeErrorReason } from '../output/write-errors.ts';
import { LockHeld, withFileLock } from './file-lock.ts';
import { type Replacement, replacedBytes, replacedText } from './replacements.ts';

/**
 * Returns the replacements for the current text of a file; null to leave the file unchanged. It may be called several
 * times; the last call counts.
 */
export type Change = (file: Source) => readonly Replacement[] | null;

/** A file before and after a change. */
export interface ChangedFile {
	/** The path as given. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
	readonly written: boolean;
}

/** How a change is made. */
export interface ChangeOptions {
	/** Creates the file if it is missing; it then counts as empty. */
	readonly create?: boolean;
	/** Write nothing. */
	readonly dryRun?: boolean;
	/** True if a file at a place (absolute, links followed) may be changed; any file if omitted. */
	mayChange?(place: string): boolean;
}

/** Attempts to write a file that another program saves at the same time. */
const maxAttempts = 5;

/**
 * Changes a user's file; nothing else writes one. Reads it, asks for replacements, reads it again, and writes it only if its
 * bytes are still the same; otherwise it starts over. Other Bibfolio processes wait meanwhile. All other bytes stay the
 * same, and so do the file's mode, its owner, and a symbolic link to it.
 *
 * Returns null and reports why if the file is missing, cannot be read or written (`edit/unwritable`), must not be changed
 * (`config/outside`), or contains merge conflict markers (`edit/conflict`): then it is unchanged. Also returns null if the change is null.
 *
 * @param root the folder that the path is relative to (absolute)
 */
export async function changeFile(
	path: string,
	root: string,
	change: Change,
	report: Report,
	{ create = false, dryRun = false, mayChange = () => true }: ChangeOptions = {},
): Promise<ChangedFile | null> {
	const refuse = (problem: Diagnostic): null => {
		report(problem);
		return null;
	};
	let created: readonly string[] = [];
	try {
		const file = realPlace(resolve(root, path));
		if (!mayChange(file)) return refuse(notOfProject(path));
		const target: Target = { path, file, create };
		if (dryRun) return resultOf(target, planChange(target, change), false, refuse);
		const isMissing = readBytes(file) === null;
		if (isMissing && !create) return refuse(missing(path));
		created = makeFolder(dirname(file));
		const result = await withFileLock(file, () => {
			removeAbandonedFiles([file]);
			return write(target, change, refuse);
		});
		if (!result?.written) removeFolders(created);
		return result;
	} catch (error) {
		removeFolders(created);
		if (error instanceof LockHeld) return refuse(unwritable(path, error.message, error.hint));
		return refuse(unwritable(path, writeErrorReason(error), writeErrorHint(error) ?? 'Choose another path'));
	}
}

interface Target {
	readonly path: string;
	/** Absolute, links followed. */
	readonly file: string;
	readonly create: boolean;
}

interface Plan {
	readonly bytes: Uint8Array | null;
	readonly before: string;
	readonly after: string;
	readonly result: Uint8Array;
}

type Refuse = (problem: Diagnostic) => null;

function write(target: Target, change: Change, refuse: Refuse): ChangedFile | null {
	for (let attempt = 1; attempt <= maxAttempts; attempt++) {
		const plan = planChange(target, change);
		if (plan === null || isProblem(plan) || plan.before === plan.after) return resultOf(target, plan, false, refuse);
		if (!isSame(readBytes(target.file), plan.bytes)) continue;
		writeAtomically(target.file, plan.result);
		return resultOf(target, plan, true, refuse);
	}
	return refuse(unwritable(target.path, 'another program keeps saving it', 'Close it there and try again'));
}

function resultOf(
	{ path }: Target,
	plan: Plan | Diagnostic | null,
	written: boolean,
	refuse: Refuse,
): ChangedFile | null {
	if (plan === null) return null;
	return isProblem(plan) ? refuse(plan) : { path, before: plan.before, after: plan.after, written };
}

function isProblem(plan: Plan | Diagnostic): plan is Diagnostic {
	return 'code' in plan;
}

function planChange({ path, file, create }: Target, change: Change): Plan | Diagnostic | null {
	let bytes: Uint8Array | null;
	try {
		bytes = readBytes(file);
	} catch (error) {
		return unreadableFile(path, error);
	}
	if (bytes === null && !create) return missing(path);
	if (bytes !== null && isReadOnly(file)) return unwritable(path, 'the file is read-only', 'Make it writable');
	const { text: before, encoding } = decodeBytes(bytes ?? new Uint8Array());
	const current = source(path, before);
	const conflict = conflictIn(current);
	if (conflict) return conflict;
	const replacements = change(current);
	if (replacements === null) return null;
	const result = replacedBytes(bytes ?? new Uint8Array(), replacements);
	if (!result) return unwritable(path, `its encoding ${encoding} lacks some of the characters`, 'Save it as UTF-8');
	return { bytes, before, after: replacedText(before, replacements), result };
}

/** Null if there is no file. */
function readBytes(file: string): Uint8Array | null {
	try {
		return readRegularFile(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

function isSame(first: Uint8Array | null, second: Uint8Array | null): boolean {
	return first === null || second === null ? first === second : Buffer.compare(first, second) === 0;
}

/** Also true for a superuser, who could write the file. */
function isReadOnly(file: string): boolean {
	if ((statSync(file).mode & 0o222) === 0) return true;
	try {
		accessSync(file, constants.W_OK);
		return false;
	} catch {
		return true;
	}
}

/** Git, Mercurial and Subversion write conflict markers into a file; Dropbox and similar services create copies instead. */
function conflictIn(file: Source): Diagnostic | null {
	const marker = /^(?:<{7}|>{7}) .*/m.exec(file.text);
	if (!marker) return null;
	return diagnostic('edit/conflict', `Merge conflict marker in ${file.path}`, {
		span: { source: file, start: marker.index, end: marker.index + marker[0].trimEnd().length },
		hint: 'Resolve the conflict first; the file was not changed',
	});
}

function missing(path: string): Diagnostic {
	return diagnostic('file/missing', `File "${path}" does not exist`, { hint: 'Check the path' });
}

function notOfProject(path: string): Diagnostic {
	const hint = 'Name the file on the command line, or use one that ends in .bib';
	return diagnostic('config/outside', `Cannot change ${path}: it is outside the project`, { hint });
}

function unwritable(path: string, reason: string, hint: string): Diagnostic {
	return diagnostic('edit/unwritable', `Cannot change ${path}: ${reason}`, { hint });
}
