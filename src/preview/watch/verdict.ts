import { resolve } from 'node:path';
import type { BuildResult } from '../../build.ts';
import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../library/entry.ts';
import { differences, type Seen, type Snapshot } from './snapshot.ts';

/** A build and the inputs it was made of. */
export interface Attempt {
	readonly result: BuildResult;
	readonly snapshot: Snapshot;
}

/**
 * Whether a build may take the place of the last good one. `good`: at once. `broken`: not while its input is as it is.
 * `doubtful`: something is gone as it is when a file is only half written, so only if it stays so for a while.
 */
export type Verdict = 'good' | 'broken' | 'doubtful';

/**
 * Judges a build by the last good one. An error that was there then does not make it broken; one more of its kind does.
 * What is there first is taken as `bibfolio build` would take it, but not in haste when it has errors.
 */
export function judge(now: Attempt, good: Attempt | null): Verdict {
	if (now.result.stops !== null) return 'broken';
	const errors = errorCounts(now.result);
	if (!good) return errors.size ? 'doubtful' : 'good';
	const before = errorCounts(good.result);
	if ([...errors].some(([code, count]) => count > (before.get(code) ?? 0))) return 'broken';
	return isHalf(now, good) ? 'doubtful' : 'good';
}

function errorCounts({ diagnostics }: BuildResult): Map<Code, number> {
	const counts = new Map<Code, number>();
	for (const { code, severity } of diagnostics) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
	return counts;
}

/** A file is gone, or ends otherwise than it did in the same place, and something went with it. */
function isHalf(now: Attempt, good: Attempt): boolean {
	const { library, project } = good.result;
	const ofLibrary = new Set(library.sources.map(({ path }) => resolve(project.root, path)));
	const suspects = differences(good.snapshot, now.snapshot).flatMap((file) => {
		const before = good.snapshot.get(file);
		const after = now.snapshot.get(file) ?? null;
		return before && endsOtherwise(before, after) ? [{ file, shrank: !after || after.size < before.size }] : [];
	});
	if (suspects.some(({ file, shrank }) => shrank && !ofLibrary.has(file))) return true;
	return suspects.some(({ file }) => ofLibrary.has(file)) && hasLost(now.result, good.result);
}

/** Entries, macros or preambles. */
function hasLost(now: BuildResult, good: BuildResult): boolean {
	const {
		library,
		library: { macros, preambles },
	} = now;
	return (
		macros.size < good.library.macros.size ||
		preambles.length < good.library.preambles.length ||
		good.library.entries.some(({ key }) => !library.byKey.has(key))
	);
}

/** A file that another took the place of was written whole before. */
function endsOtherwise(before: Seen, after: Seen | null): boolean {
	return !after || (after.inode === before.inode && after.tail !== before.tail);
}

/** What a person did to the library, by entry key, in the order of the files. */
export interface Changes {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/** The entries that came, changed and went. Identity means unchanged. */
export function changesOf(now: BuildResult, before: BuildResult): Changes {
	const old = new Set<Entry>(before.library.entries);
	const oldKeys = new Set([...old].map(({ key }) => key));
	const entries = new Set(now.library.entries);
	const keys = new Set([...entries].map(({ key }) => key));
	const news = [...entries].filter((entry) => !old.has(entry));
	return {
		added: distinct(news.filter(({ key }) => !oldKeys.has(key))),
		changed: distinct(news.filter(({ key }) => oldKeys.has(key))),
		removed: distinct([...old].filter(({ key }) => !keys.has(key))),
	};
}

function distinct(entries: readonly Entry[]): string[] {
	return [...new Set(entries.map(({ key }) => key))];
}

/** What is said now and was not before; of alike findings as many as there are more. */
export function newFindings(now: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
	const known = new Map<string, number>();
	const name = ({ code, message }: Diagnostic) => `${code} ${message}`;
	for (const one of before) known.set(name(one), (known.get(name(one)) ?? 0) + 1);
	return now.filter((one) => {
		const left = known.get(name(one)) ?? 0;
		known.set(name(one), left - 1);
		return left <= 0;
	});
}
