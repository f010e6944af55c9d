import type { Report } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/entry.ts';
import type { Matcher } from '../people/match.ts';
import type { Publication } from '../publications/publication.ts';

/** What the rules look at: the library as a whole. */
export interface CheckContext {
	readonly library: Library;
	/** Every entry's publication, versions not merged, in the order of the library. */
	readonly publications: readonly Publication[];
	readonly matcher: Matcher;
	/** The year it is now, which only whoever calls can know; null: years to come are not looked at. */
	readonly thisYear?: number | null;
}

/** One rule. It reads and reports, in time linear in the library, and changes nothing. */
export type Check = (context: CheckContext, report: Report) => void;
