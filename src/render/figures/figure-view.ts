import type { Locale } from '../locale.ts';
import type { BarsView } from './bars.ts';
import { lineHeight, margin, type TextView, textBlock, textSize, titleSize } from './figure-layout.ts';
import { type LegendItem, type LegendItemView, legendView } from './figure-legend.ts';
import type { NetworkView } from './network-view.ts';
import { linesOf } from './text-width.ts';
import type { YearColumnsView } from './year-columns.ts';

/** A figure, as the template `figure` gets it. Lengths are in CSS pixels. Exactly one of its drawings is not null. */
export interface FigureView {
	/** The beginning of the ids in it. */
	readonly id: string;
	readonly title: string;
	/** The text alternative: all numbers in words. */
	readonly description: string;
	readonly width: number;
	readonly height: number;
	/** Texts end where their `x` is, and the labels of bars begin there. */
	readonly isMirrored: boolean;
	/** The lines of the visible title, and those below it. */
	readonly titleLines: readonly TextView[];
	readonly subtitleLines: readonly TextView[];
	readonly legend: readonly LegendItemView[];
	/** Columns on an axis of years. */
	readonly years: YearColumnsView | null;
	/** Horizontal bars. */
	readonly bars: BarsView | null;
	/** People with joint works. */
	readonly network: NetworkView | null;
	/** What the drawing does not show. */
	readonly notes: readonly TextView[];
}

/** What a figure shows besides its numbers. */
export interface FigureText {
	/** The beginning of the ids. */
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly locale: Locale;
}

export type FigureOptions = Readonly<Record<string, string | number | boolean>>;

/** One of the drawings, with its height. */
export type Drawing = Partial<Pick<FigureView, 'years' | 'bars' | 'network'>> & { readonly height: number };

const noDrawing = { years: null, bars: null, network: null };

/** The parts of a figure around its drawing. */
export interface Surroundings {
	readonly text: FigureText;
	readonly options: FigureOptions;
	readonly width: number;
	readonly legend: readonly LegendItem[];
	readonly notes: readonly string[];
	readonly description: string;
}

/** Places title, legend, drawing and notes below each other. Without works there is no drawing (`draw` is null). */
export function composed(
	{ text, options, width, legend, notes, description }: Surroundings,
	draw: ((top: number) => Drawing) | null,
): FigureView {
	const { id, title, subtitle } = text;
	const inner = width - 2 * margin;
	const shown = options['title'] !== false;
	let top = margin;
	const block = (lines: readonly string[], size: number) => {
		const { lines: placed, height } = textBlock(lines, margin, top, size);
		top += height;
		return placed;
	};
	const titleLines = block(shown ? linesOf(title, inner, titleSize, 3) : [], 22);
	const subtitleLines = block(shown ? linesOf(subtitle, inner, textSize, 3) : [], lineHeight);
	if (shown) top += 10;
	const { items, height: legendHeight } = legendView(legend, top, width);
	top += legendHeight;
	const { height = 0, ...view } = draw?.(top) ?? {};
	top += height;
	const noteLines = block(
		notes.flatMap((note) => linesOf(note, inner, textSize, 4)),
		lineHeight,
	);
	const all = {
		id,
		title,
		description: `${subtitle}. ${description}`,
		width,
		titleLines,
		subtitleLines,
		legend: items,
	};
	const bottom = Math.ceil(top + (notes.length ? margin : 10));
	return { ...all, isMirrored: false, ...noDrawing, ...view, notes: noteLines, height: bottom };
}
