import { visible } from '../diagnostics/visible.ts';
import { shortened, widthOf } from '../text/terminal-width.ts';

/** A column of a table. */
export interface Column {
	/** Maximum width in terminal columns; ignored for the last column, which takes the rest. */
	readonly maxWidth: number;
	/** SGR parameter (ECMA-48 §8.3.117) of its cells on a terminal with colors. */
	readonly style?: number;
}

/**
 * Formats rows as lines of aligned columns. With a width, long cells end with '…' so that each row fits on one line. Wide
 * characters count as two columns.
 */
export function tableLines(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	{ width, colour }: { readonly width: number | null; readonly colour: boolean },
): string[] {
	const cells = rows.map((row) => row.map(visible));
	const widths = columns.map(({ maxWidth }, index) => {
		const longest = Math.max(0, ...cells.map((row) => widthOf(row[index] ?? '')));
		return width === null ? longest : Math.min(longest, maxWidth);
	});
	const used = widths.slice(0, -1).reduce((sum, columnWidth) => sum + columnWidth + gap.length, 0);
	const last = width === null ? Number.POSITIVE_INFINITY : Math.max(width - used, 10);
	return cells.map((row) =>
		row
			.map((cell, index) => {
				const isLast = index === columns.length - 1;
				const limit = isLast ? last : (widths[index] ?? 0);
				const cut = shortened(cell, limit);
				const padded = isLast ? cut : cut + ' '.repeat(Math.max(0, limit - widthOf(cut)));
				const style = columns[index]?.style;
				return colour && style !== undefined ? `\u001b[${style}m${padded}\u001b[0m` : padded;
			})
			.join(gap)
			.trimEnd(),
	);
}

const gap = '  ';
