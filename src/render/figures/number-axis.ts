/** The axis of the numbers of works, from 0. */
export interface NumberAxis {
	/** Round numbers at equal distances, the first is 0. */
	readonly ticks: readonly number[];
	/** The last tick: the smallest round number that is not smaller than all values. */
	readonly end: number;
}

/** The largest number of intervals. */
const mostIntervals = 5;

/** The axis for values up to a maximum. Works cannot be halved, so all ticks are integers. */
export function numberAxis(maximum: number): NumberAxis {
	const step = stepFor(Math.max(1, maximum));
	const end = Math.ceil(Math.max(1, maximum) / step) * step;
	return { ticks: Array.from({ length: end / step + 1 }, (_, index) => index * step), end };
}

function stepFor(maximum: number): number {
	for (let power = 1; ; power *= 10)
		for (const step of [power, 2 * power, 5 * power]) if (maximum / step <= mostIntervals) return step;
}
