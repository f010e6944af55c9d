import { resolve } from 'node:path';
import type { BuildResult } from '../../build.ts';
import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../library/entry.ts';
import { differences, type FileState, type Snapshot } from './snapshot.ts';

/** A build and the inputs that it read. */
export interface Attempt {
	readonly result: BuildResult;
	readonly snapshot: Snapshot;
}

/**
 * Whether a build may replace the last good one. `good`: immediately. `broken`: not until the input changes. `doubtful`:
 * something is missing, as in a file that is only half written, so only if that persists for a while.
 */
export type Verdict = 'good' | 'broken' | 'doubtful';

/**
 * Compares a build with the last good one. An error makes it broken only if the last good build had fewer errors of the same
 * code. The first build is accepted like that of `bibfolio build`, but is doubtful if it has errors.
 */
export function judge(current: Attempt, good: Attempt | null): Verdict {
	if (current.result.stops !== null) return 'broken';
	const errors = errorCounts(current.result);
	if (!good) return errors.size ? 'doubtful' : 'good';
	const previous = errorCounts(good.result);
	if ([...errors].some(([code, count]) => count > (previous.get(code) ?? 0))) return 'broken';
	return isIncomplete(current, good) ? 'doubtful' : 'good';
}

function errorCounts({ diagnostics }: BuildResult): Map<Code, number> {
	const counts = new Map<Code, number>();
	for (const { code, severity } of diagnostics) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
	return counts;
}

/** True if a file is missing or was rewritten in place with another end, and lost contents. */
function isIncomplete(current: Attempt, good: Attempt): boolean {
	const { library, project } = good.result;
	const libraryFiles = new Set(library.sources.map(({ path }) => resolve(project.root, path)));
	const suspects = differences(good.snapshot, current.snapshot).flatMap((file) => {
		const before = good.snapshot.get(file);
		const after = current.snapshot.get(file) ?? null;
		return before && hasOtherEnd(before, after) ? [{ file, shrank: !after || after.size < before.size }] : [];
	});
	if (suspects.some(({ file, shrank }) => shrank && !libraryFiles.has(file))) return true;
	return suspects.some(({ file }) => libraryFiles.has(file)) && hasLostBlocks(current.result, good.result);
}

/** True if entries, macros or preambles are missing. */
function hasLostBlocks({ library }: BuildResult, good: BuildResult): boolean {
	const { macros, preambles } = library;
	return (
		macros.size < good.library.macros.size ||
		preambles.length < good.library.preambles.length ||
		good.library.entries.some(({ key }) => !library.byKey.has(key))
	);
}

/** False for a file that was replaced (not rewritten in place): such a file is complete. */
function hasOtherEnd(before: FileState, after: FileState | null): boolean {
	return !after || (after.inode === before.inode && after.tail !== before.tail);
}

/** Changes of the library, by entry key, in file order. */
export interface Changes {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/** The entries that were added, changed and removed. An identical object is an unchanged entry. */
export function changesOf(current: BuildResult, previous: BuildResult): Changes {
	const oldEntries = new Set<Entry>(previous.library.entries);
	const oldKeys = new Set([...oldEntries].map(({ key }) => key));
	const entries = new Set(current.library.entries);
	const keys = new Set([...entries].map(({ key }) => key));
	const newEntries = [...entries].filter((entry) => !oldEntries.has(entry));
	return {
		added: distinctKeys(newEntries.filter(({ key }) => !oldKeys.has(key))),
		changed: distinctKeys(newEntries.filter(({ key }) => oldKeys.has(key))),
		removed: distinctKeys([...oldEntries].filter(({ key }) => !keys.has(key))),
	};
}

function distinctKeys(entries: readonly Entry[]): string[] {
	return [...new Set(entries.map(({ key }) => key))];
}

/** The diagnostics that the previous build did not have. Of equal ones, only the additional ones are new. */
export function newDiagnostics(current: readonly Diagnostic[], previous: readonly Diagnostic[]): Diagnostic[] {
	const counts = new Map<string, number>();
	const keyOf = ({ code, message }: Diagnostic) => `${code} ${message}`;
	for (const diagnostic of previous) counts.set(keyOf(diagnostic), (counts.get(keyOf(diagnostic)) ?? 0) + 1);
	return current.filter((diagnostic) => {
		const count = counts.get(keyOf(diagnostic)) ?? 0;
		counts.set(keyOf(diagnostic), count - 1);
		return count <= 0;
	});
}
