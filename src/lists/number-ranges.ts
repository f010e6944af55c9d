/** A range of whole numbers, both ends inclusive; null is open. */
export interface NumberRange {
	readonly from: number | null;
	readonly to: number | null;
}

/** True if one of the ranges contains a number. */
export function isInside(ranges: readonly NumberRange[], number: number): boolean {
	return ranges.some(({ from, to }) => number >= (from ?? -Infinity) && number <= (to ?? Infinity));
}

/** The numbers that none of the ranges contains. */
export function outside(ranges: readonly NumberRange[]): readonly NumberRange[] {
	return ranges
		.map(({ from, to }): readonly NumberRange[] => [
			...(from === null ? [] : [{ from: null, to: from - 1 }]),
			...(to === null ? [] : [{ from: to + 1, to: null }]),
		])
		.reduce(inBoth, [{ from: null, to: null }]);
}

/** The numbers that are in both lists of ranges. */
export function inBoth(left: readonly NumberRange[], right: readonly NumberRange[]): readonly NumberRange[] {
	return left.flatMap((one) =>
		right.flatMap((other) => {
			const from = Math.max(one.from ?? -Infinity, other.from ?? -Infinity);
			const to = Math.min(one.to ?? Infinity, other.to ?? Infinity);
			return from > to ? [] : [{ from: from === -Infinity ? null : from, to: to === Infinity ? null : to }];
		}),
	);
}
