/** A year on the axis. */
export interface YearSlot {
	readonly year: number;
	/** The position of its centre, in percent of the width. */
	readonly x: number;
}

/** The years of a chart. */
export interface YearAxis {
	/** Every year from the first to the last, except those that a break replaces. */
	readonly slots: readonly YearSlot[];
	/** The centres of the breaks that replace long runs of years without works, in percent. */
	readonly breaks: readonly number[];
	/** The width of a year, in percent. */
	readonly slotWidth: number;
}

/** A longer run of years without works becomes a break. */
const longestGap = 12;
/** The width of a break, in years. */
const breakWidth = 2;

/** Places the years from the first to the last. The given years need no order and must be different. */
export function yearAxis(years: readonly number[]): YearAxis {
	const slots: { readonly year: number; readonly index: number }[] = [];
	const breaks: number[] = [];
	const sorted = [...years].sort((one, other) => one - other);
	let index = 0;
	for (const [position, year] of sorted.entries()) {
		const previous = sorted[position - 1] ?? year - 1;
		if (year - previous - 1 > longestGap) {
			breaks.push(index + breakWidth / 2 - 0.5);
			index += breakWidth;
		} else for (let empty = previous + 1; empty < year; empty++) slots.push({ year: empty, index: index++ });
		slots.push({ year, index: index++ });
	}
	const slotWidth = 100 / index;
	const centre = (at: number) => (at + 0.5) * slotWidth;
	return {
		slots: slots.map(({ year, index }): YearSlot => ({ year, x: centre(index) })),
		breaks: breaks.map(centre),
		slotWidth,
	};
}
