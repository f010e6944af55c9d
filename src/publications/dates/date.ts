/** A point in time, with the precision of the entry (EDTF levels 0 and 1 as BibLaTeX accepts them, manual §2.3.8). */
export interface DatePoint {
	/** Astronomical year: 0 is 1 BC. */
	readonly year: number;
	/** 1 to 12. */
	readonly month: number | null;
	/** 1 to 31. */
	readonly day: number | null;
	/** EDTF seasons: 21 spring, 22 summer, 23 autumn, 24 winter. */
	readonly season: number | null;
	/** `1990~`, `1990%`. */
	readonly approximate: boolean;
	/** `1990?`, `1990%`. */
	readonly uncertain: boolean;
	/** The unknown trailing digits: 199X gives 'decade' (year 1990), 19XX 'century', 1999-XX 'month', 1999-07-XX 'day'. */
	readonly unspecified: 'decade' | 'century' | 'month' | 'day' | null;
}

/**
 * A date of a publication.
 * - point: `start` only.
 * - range: `start` and `end`; null for an open (`2019/`) or unknown end.
 * - set: `points` are several single days (EDTF `{2021-12-13, 2021-12-14}`); start and end are its first and last.
 * - literal: the value is not a date ('in press'); `start` is the year in it, if any.
 */
export interface DateValue {
	readonly form: 'point' | 'range' | 'set' | 'literal';
	readonly start: DatePoint | null;
	readonly end: DatePoint | null;
	readonly points: readonly DatePoint[];
	/** The words as written, for the form literal and for a BibTeX `year` that is more than a number ('2021a'); otherwise null. */
	readonly literal: string | null;
}
