import { lineHeight, margin, rounded, textSize } from './figure-layout.ts';
import { textWidth } from './text-width.ts';

/** What a pattern or a shape means. */
export interface LegendItem {
	/** The number of the pattern, from 1; null for a shape. */
	readonly pattern: number | null;
	/** The shape; null for a pattern. */
	readonly shape: string | null;
	readonly label: string;
}

/** An item with the corner and the centre of its sign, and the start of its text. */
export interface LegendItemView extends LegendItem {
	readonly x: number;
	readonly y: number;
	readonly signX: number;
	readonly signY: number;
	readonly textX: number;
	readonly textY: number;
}

/** The width and height of a sign. */
export const signSize = 12;
const signSpace = 18;
const itemSpace = 16;
const rowHeight = 21;

/** Places the items of a legend in as many rows as they need. */
export function legendView(
	items: readonly LegendItem[],
	top: number,
	width: number,
): { readonly items: readonly LegendItemView[]; readonly height: number } {
	let x = margin;
	let row = 0;
	const placed = items.map((item) => {
		const itemWidth = signSpace + textWidth(item.label, textSize);
		if (x > margin && x + itemWidth > width - margin) {
			x = margin;
			row++;
		}
		const left = rounded(x);
		const y = rounded(top + row * rowHeight + (lineHeight - signSize) / 2);
		x += itemWidth + itemSpace;
		const sign = { signX: rounded(left + signSize / 2), signY: rounded(y + signSize / 2) };
		return { ...item, x: left, y, ...sign, textX: rounded(left + signSpace), textY: rounded(y + 10.5) };
	});
	return { items: placed, height: items.length ? (row + 1) * rowHeight : 0 };
}
