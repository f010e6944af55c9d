import type { Report } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/entry.ts';
import type { Matcher } from '../people/person-matcher.ts';
import type { Publication } from '../publications/publication.ts';

/** The input of every rule: the whole library. */
export interface CheckContext {
	readonly library: Library;
	/** The publication of each entry in library order, without merged versions. */
	readonly publications: readonly Publication[];
	readonly matcher: Matcher;
	/** Names and patterns of fields that are not published. */
	readonly privateFields: readonly string[];
	/** The current year, from the caller, because the checks do not read the clock; null skips the check of future years. */
	readonly thisYear?: number | null;
}

/** A rule. It reports diagnostics in time linear in the library, and changes nothing. */
export type Check = (context: CheckContext, report: Report) => void;
