import { type YearSlot, yearAxis } from './year-axis.ts';

/** A bar chart of works per year. Positions are percentages of the width or height, so that it fits any width. */
export interface YearChart {
	/** The years with works, oldest first. */
	readonly bars: readonly YearBar[];
	/** The labels below some of the years. */
	readonly ticks: readonly YearTick[];
	/** The centres of the breaks that replace long runs of years without works. */
	readonly breaks: readonly { readonly x: number }[];
}

export interface YearBar {
	readonly year: number;
	readonly count: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface YearTick {
	readonly year: number;
	readonly x: number;
	/** SVG's `text-anchor`: labels at the edges stay inside the chart. */
	readonly anchor: 'start' | 'middle' | 'end';
}

/** The smallest number of works with a chart by default. */
export const chartThreshold = 20;

/** The largest width of a bar, in percent. */
const widestBar = 5;
/** The smallest distance of two labels on a narrow phone, in percent of the width. */
const labelDistance = 14;
/** Half the width of a label. */
const labelMargin = 5;

/** Creates the chart of works with these years; null if they have fewer than two different years. Works without a year are not in it. */
export function yearChart(years: readonly (number | null)[]): YearChart | null {
	const counts = new Map<number, number>();
	for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
	if (counts.size < 2) return null;
	const { slots, breaks, slotWidth } = yearAxis([...counts.keys()]);
	const width = Math.min(0.8 * slotWidth, widestBar);
	const most = Math.max(...counts.values());
	const bars = slots.flatMap(({ year, x }): YearBar[] => {
		const count = counts.get(year) ?? 0;
		const height = rounded((count / most) * 100);
		const place = { x: rounded(x - width / 2), y: rounded(100 - height), width: rounded(width), height };
		return count === 0 ? [] : [{ year, count, ...place }];
	});
	return {
		bars,
		ticks: ticksOf(slots),
		breaks: breaks.map((x) => ({ x: rounded(x) })),
	};
}

/** Labels the first and the last year, and round years between them where there is space. */
function ticksOf(slots: readonly YearSlot[]): YearTick[] {
	const ticks: YearTick[] = [];
	const add = ({ year, x }: YearSlot) => {
		const anchor = x < labelMargin ? 'start' : x > 100 - labelMargin ? 'end' : 'middle';
		const tick: YearTick = { year, anchor, x: { start: 0, middle: rounded(x), end: 100 }[anchor] };
		if (ticks.every((other) => Math.abs(other.x - tick.x) >= labelDistance)) ticks.push(tick);
	};
	for (const slot of [...slots.slice(0, 1), ...slots.slice(-1)]) add(slot);
	for (const step of [100, 50, 20, 10, 5, 2, 1]) for (const slot of slots) if (slot.year % step === 0) add(slot);
	return ticks.sort((one, other) => one.x - other.x);
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
