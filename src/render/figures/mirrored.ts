import type { BarsView } from './bars.ts';
import { rounded, type TextView } from './figure-layout.ts';
import { signSize } from './figure-legend.ts';
import type { FigureView } from './figure-view.ts';
import type { BlockView } from './year-columns.ts';

/**
 * A figure for a language that is written from right to left: its texts begin and its bars grow there. The axis of years keeps
 * its direction, as in the chart of a page, and a network has none. Texts have the opposite anchor (`isMirrored`).
 */
export function mirrored(figure: FigureView): FigureView {
	const flipped = (x: number) => rounded(figure.width - x);
	const texts = (lines: readonly TextView[]) => lines.map((line) => ({ ...line, x: flipped(line.x) }));
	const block = (view: BlockView) => ({ ...view, x: flipped(view.x + view.width) });
	const bars = (view: BarsView): BarsView => ({
		...view,
		grid: view.grid.map((line) => ({ ...line, x: flipped(line.x) })),
		rows: view.rows.map((row) => ({
			...row,
			label: texts(row.label),
			blocks: row.blocks.map(block),
			number: { ...row.number, x: flipped(row.number.x) },
		})),
	});
	return {
		...figure,
		isMirrored: true,
		titleLines: texts(figure.titleLines),
		subtitleLines: texts(figure.subtitleLines),
		notes: texts(figure.notes),
		legend: figure.legend.map((item) => ({
			...item,
			x: flipped(item.x + signSize),
			signX: flipped(item.signX),
			textX: flipped(item.textX),
		})),
		bars: figure.bars && bars(figure.bars),
	};
}
