import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import { decodeBytes } from '../library/files/decode.ts';
import { realPlace } from '../library/files/real-place.ts';
import { writeAtomically } from '../output/atomic-write.ts';
import { writeErrorReason } from '../output/write-errors.ts';
import { locked } from './file-lock.ts';
import { type Replacement, replacedBytes, replacedText } from './replacements.ts';

/**
 * Gives what to replace in a file as it is now; null when it is to be left alone. It may be called more than once, and
 * the last call is the one that counts.
 */
export type Change = (file: Source) => readonly Replacement[] | null;

/** What became of a file. */
export interface ChangedFile {
	/** As named. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
	readonly written: boolean;
}

/** What a change may do. */
export interface ChangeOptions {
	/** A file that is not there counts as an empty one, and is made. */
	readonly create?: boolean;
	/** Write nothing. */
	readonly dryRun?: boolean;
}

/** How often a file may be saved by another program just before it is written. */
const mostTries = 5;

/**
 * Changes a person's own file: the only way to write one. Reads it, asks what to replace, reads it again, and writes it
 * only if it still has the bytes that were asked about; else it asks anew. Other Bibfolios wait meanwhile. Every byte
 * that is not replaced stays as it was, and so do the file's mode, its owner, and a symbolic link to it.
 *
 * Null, reported, when the file is not there, cannot be read or written (`edit/unwritable`), or has conflict markers of
 * a version control system (`edit/conflict`): then it is untouched. Null, too, when the change is null.
 *
 * @param root the folder that the path is relative to (absolute)
 */
export async function changeFile(
	path: string,
	root: string,
	change: Change,
	report: Report,
	{ create = false, dryRun = false }: ChangeOptions = {},
): Promise<ChangedFile | null> {
	const refuse = (problem: Diagnostic): null => {
		report(problem);
		return null;
	};
	try {
		const file = realPlace(resolve(root, path));
		const target: Target = { path, file, create };
		if (dryRun) return asResult(target, planned(target, change), false, refuse);
		if (create) mkdirSync(dirname(file), { recursive: true });
		else if (readBytes(file) === null) return refuse(missing(path));
		return await locked(file, () => write(target, change, refuse));
	} catch (error) {
		return refuse(unwritable(path, writeErrorReason(error), 'Change the permissions of the folder'));
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
	for (let tries = 0; tries < mostTries; tries++) {
		const plan = planned(target, change);
		if (plan === null || isProblem(plan) || plan.before === plan.after) return asResult(target, plan, false, refuse);
		if (!isSame(readBytes(target.file), plan.bytes)) continue;
		writeAtomically(target.file, plan.result);
		return asResult(target, plan, true, refuse);
	}
	return refuse(unwritable(target.path, 'another program saves it again and again', 'Close it there, and try again'));
}

function asResult(
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

function planned({ path, file, create }: Target, change: Change): Plan | Diagnostic | null {
	let bytes: Uint8Array | null;
	try {
		bytes = readBytes(file);
	} catch (error) {
		return unreadable(path, error);
	}
	if (bytes === null && !create) return missing(path);
	if (bytes !== null && isReadOnly(file))
		return unwritable(path, 'it is read-only', 'Give yourself the permission to write it');
	const { text: before, encoding } = decodeBytes(bytes ?? new Uint8Array());
	const now = source(path, before);
	const conflict = conflictIn(now);
	if (conflict) return conflict;
	const replacements = change(now);
	if (replacements === null) return null;
	const result = replacedBytes(bytes ?? new Uint8Array(), replacements);
	if (!result) return unwritable(path, `its encoding, ${encoding}, has not all the characters`, 'Save it as UTF-8');
	return { bytes, before, after: replacedText(before, replacements), result };
}

/** Null when there is no file. */
function readBytes(file: string): Uint8Array | null {
	try {
		return readFileSync(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

function isSame(now: Uint8Array | null, then: Uint8Array | null): boolean {
	return now === null || then === null ? now === then : Buffer.compare(now, then) === 0;
}

/** Also where the user may write everything, as a superuser may. */
function isReadOnly(file: string): boolean {
	if ((statSync(file).mode & 0o222) === 0) return true;
	try {
		accessSync(file, constants.W_OK);
		return false;
	} catch {
		return true;
	}
}

/** What git, Mercurial and Subversion leave in a file that two people changed; Dropbox and its like make copies. */
function conflictIn(file: Source): Diagnostic | null {
	const found = /^(?:<{7}|>{7}) .*/m.exec(file.text);
	if (!found) return null;
	return diagnostic('edit/conflict', `Unexpected conflict marker in ${file.path}, expected a file that was merged`, {
		span: { source: file, start: found.index, end: found.index + found[0].trimEnd().length },
		hint: 'Resolve the conflict first; the file was left as it is',
	});
}

function missing(path: string): Diagnostic {
	return diagnostic('file/missing', `The file “${path}” does not exist`, { hint: 'Check the path' });
}

function unwritable(path: string, reason: string, hint: string): Diagnostic {
	return diagnostic('edit/unwritable', `${path} was not changed: ${reason}`, { hint });
}
