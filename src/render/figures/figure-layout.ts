/** The space between a figure's content and its edges. All lengths are in CSS pixels. */
export const margin = 16;
export const titleSize = 16;
export const textSize = 13;
/** Numbers at bars that are too narrow for those in the size of the text. */
export const smallSize = 11;
export const lineHeight = 17;

/** A line of text; `y` is its baseline. */
export interface TextView {
	readonly x: number;
	readonly y: number;
	readonly text: string;
}

/** A coordinate as it is written: a tenth of a pixel is exact enough. */
export function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}

/** Lines of text below each other, and the height that they need. */
export function textBlock(
	lines: readonly string[],
	x: number,
	top: number,
	size = lineHeight,
): { readonly lines: readonly TextView[]; readonly height: number } {
	const placed = lines.map((text, index) => ({ x: rounded(x), y: rounded(top + (index + 0.76) * size), text }));
	return { lines: placed, height: lines.length * size };
}
