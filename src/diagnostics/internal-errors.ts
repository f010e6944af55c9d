import { type Diagnostic, diagnostic, type Report } from './diagnostic.ts';
import type { Span } from './source.ts';

/*
 * A stage throws only because of a bug in Bibfolio. A bug costs the entry that it happens in, and never the list.
 */

/** The entry that a step works on, for the message. */
interface Subject {
	/** Null before the key is read. */
	readonly key: string | null;
	readonly keySpan: Span;
}

/** Runs a step for one entry. If it throws, reports `internal/error` and returns null. */
export function attempt<Result>(entry: Subject, report: Report, step: () => Result): Result | null {
	try {
		return step();
	} catch (error) {
		report(internalError(entry, error));
		return null;
	}
}

/**
 * Runs a step for many entries at once. If it throws, reports `internal/error` for the entries that it throws for, and runs
 * it for the others. If it throws for all of them, the bug is elsewhere, and the exception is thrown again.
 */
export function attemptAll<Item, Result>(
	items: readonly Item[],
	entryOf: (item: Item) => Subject,
	report: Report,
	step: (items: readonly Item[], report: Report) => Result,
): Result {
	try {
		return reporting(items, step, report);
	} catch {
		return reporting(soundItems(items, entryOf, report, step), step, report);
	}
}

/** Runs a step, and reports its diagnostics only if it does not throw. */
function reporting<Item, Result>(
	items: readonly Item[],
	step: (items: readonly Item[], report: Report) => Result,
	report: Report,
): Result {
	const diagnostics: Diagnostic[] = [];
	const result = step(items, (problem) => diagnostics.push(problem));
	diagnostics.forEach(report);
	return result;
}

/** The items for which a step does not throw. Tries halves, so that one item in thousands is found in a few runs. */
function soundItems<Item>(
	items: readonly Item[],
	entryOf: (item: Item) => Subject,
	report: Report,
	step: (items: readonly Item[], report: Report) => unknown,
): readonly Item[] {
	const ignore = () => {};
	step([], ignore);
	const sound: Item[] = [];
	const failures: Diagnostic[] = [];
	const add = (part: readonly Item[]): void => {
		try {
			step([...sound, ...part], ignore);
			sound.push(...part);
		} catch (error) {
			const [first] = part;
			const middle = Math.ceil(part.length / 2);
			if (part.length > 1) for (const half of [part.slice(0, middle), part.slice(middle)]) add(half);
			else if (first !== undefined) failures.push(internalError(entryOf(first), error));
			if (failures.length === items.length) throw error;
		}
	};
	add(items);
	failures.forEach(report);
	return sound;
}

/** The diagnostic for an exception. With the environment variable BIBFOLIO_DEBUG, the exception is thrown again. */
function internalError({ key, keySpan }: Subject, error: unknown): Diagnostic {
	if (process.env['BIBFOLIO_DEBUG']) throw error;
	const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
	const message = `Internal error in ${key ?? 'an entry'}, which is skipped (this is a bug in Bibfolio): ${reason}`;
	return diagnostic('internal/error', message.replace(/\.$/, ''), {
		span: keySpan,
		hint: 'Report it with this message and the entry; set BIBFOLIO_DEBUG=1 to see the stack trace',
	});
}
