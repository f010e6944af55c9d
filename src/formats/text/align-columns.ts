import { widthOf } from '../../text/terminal-width.ts';

/** Characters before the cells of a table, which plain text never contains: for text, and for numbers on the right. */
export const cellMarks = { left: '\u0081', right: '\u0082' } as const;

/** A character in a line that becomes a rule of the width of the table. */
export const ruleMark = '\u0083';

const cellMark = /[\u0081\u0082]/;
const gap = '  ';

/** Aligns the cells of tables. A table is a run of lines that are not empty. */
export function alignColumns(text: string): string {
	if (!cellMark.test(text)) return text;
	return text
		.split(/(\n\s*\n)/)
		.map((block) => (cellMark.test(block) ? alignTable(block) : block))
		.join('');
}

function alignTable(table: string): string {
	const lines = table.split('\n').map((line) => line.split(/(?=[\u0081\u0082])/));
	const widths: number[] = [];
	for (const cells of lines) {
		// A line with only one cell is a heading over all columns.
		if (cells.length === 1) continue;
		for (const [index, cell] of cells.entries())
			widths[index] = Math.max(widths[index] ?? 0, widthOf(cell.replace(cellMark, '').trimEnd()));
	}
	const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)));
	return lines
		.map((cells) =>
			cells
				.map((cell, index) => {
					const words = cell.replace(cellMark, '').trimEnd();
					const padding = ' '.repeat(cells.length === 1 ? 0 : Math.max(0, (widths[index] ?? 0) - widthOf(words)));
					return cell.startsWith(cellMarks.right) ? padding + words : words + padding;
				})
				.join(gap)
				.replace(ruleMark, rule)
				.trimEnd(),
		)
		.join('\n');
}
