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

/** A longer run of years without works becomes a break. */
const longestGap = 12;
/** The width of a break, in bars. */
const breakWidth = 2;
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
	const { slots, breaks, length } = slotsOf([...counts.keys()].sort((one, other) => one - other));
	const slotWidth = 100 / length;
	const width = Math.min(0.8 * slotWidth, widestBar);
	const most = Math.max(...counts.values());
	const bars = slots.map(({ year, slot }): YearBar => {
		const count = counts.get(year) ?? 0;
		const height = rounded((count / most) * 100);
		return {
			year,
			count,
			x: rounded((slot + 0.5) * slotWidth - width / 2),
			y: rounded(100 - height),
			width: rounded(width),
			height,
		};
	});
	return { bars, ticks: ticksOf(bars), breaks: breaks.map((slot) => ({ x: rounded((slot + 0.5) * slotWidth) })) };
}

/** Gives each year a slot, with empty slots for years without works. */
function slotsOf(years: readonly number[]) {
	const slots: { readonly year: number; readonly slot: number }[] = [];
	const breaks: number[] = [];
	let slot = -1;
	for (const [index, year] of years.entries()) {
		const gap = year - (years[index - 1] ?? year - 1) - 1;
		if (gap > longestGap) breaks.push(slot + (1 + breakWidth) / 2);
		slot += 1 + (gap > longestGap ? breakWidth : gap);
		slots.push({ year, slot });
	}
	return { slots, breaks, length: slot + 1 };
}

/** Labels the first and the last year, and round years between them where there is space. */
function ticksOf(bars: readonly YearBar[]): YearTick[] {
	const [first, last] = [bars[0], bars.at(-1)];
	if (!first || !last) return [];
	const tickOf = (bar: YearBar): YearTick => {
		const x = bar.x + bar.width / 2;
		if (x < labelMargin) return { year: bar.year, x: 0, anchor: 'start' };
		if (x > 100 - labelMargin) return { year: bar.year, x: 100, anchor: 'end' };
		return { year: bar.year, x: rounded(x), anchor: 'middle' };
	};
	const ticks = [tickOf(first)];
	const isFree = ({ x }: YearTick) => ticks.every((tick) => Math.abs(tick.x - x) >= labelDistance);
	if (isFree(tickOf(last))) ticks.push(tickOf(last));
	for (const step of [100, 50, 20, 10, 5, 2, 1])
		for (const bar of bars) {
			const tick = tickOf(bar);
			if (bar.year % step === 0 && isFree(tick)) ticks.push(tick);
		}
	return ticks.sort((one, other) => one.x - other.x);
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
