import type { Report } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/entry.ts';
import type { Matcher } from '../people/person-matcher.ts';
import type { Publication } from '../publications/publication.ts';

/** The input of every rule: the whole library. */
export interface CheckContext {
	readonly library: Library;
	/** Every entry's publication, versions not merged, in the order of the library. */
	readonly publications: readonly Publication[];
	readonly matcher: Matcher;
	/** The current year, from the caller, since nothing here reads a clock; null skips the check of future years. */
	readonly thisYear?: number | null;
}

/** One rule. It reads and reports, in time linear in the library, and changes nothing. */
export type Check = (context: CheckContext, report: Report) => void;
