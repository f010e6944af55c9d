import type { Source, Span } from '../../diagnostics/source.ts';
import type { Field } from '../entry.ts';

/** One piece of a value; pieces are joined by `#`. */
export interface Piece {
	/** `text`: what stood in braces or quotes, or a number; `macro`: the name of a @string macro as written. */
	readonly kind: 'text' | 'macro';
	readonly text: string;
	/** UTF-16 offsets with delimiters. */
	readonly start: number;
	readonly end: number;
}

/**
 * `name = value` as written: already the entry's field, unless a macro is in it. Then its `value` is what macros leave
 * of it, and `pieces` say the rest.
 */
export class Assignment implements Field {
	readonly name: string;
	readonly value: string;
	/** Empty when no macro is in the value. */
	readonly pieces: readonly Piece[];
	readonly inheritedFrom = null;
	private readonly source: Source;
	// A library has more of these than of anything else, and few are ever pointed at: spans are made for who asks.
	private readonly start: number;
	private readonly valueStart: number;
	private readonly end: number;
	private asked: Span | null = null;

	constructor(
		source: Source,
		start: number,
		name: string,
		valueStart: number,
		value: string,
		pieces: readonly Piece[],
		end: number,
	) {
		this.source = source;
		this.start = start;
		this.name = name;
		this.valueStart = valueStart;
		this.value = value;
		this.pieces = pieces;
		this.end = end;
	}

	/** The same object each time. */
	get span(): Span {
		this.asked ??= { source: this.source, start: this.valueStart, end: this.end };
		return this.asked;
	}

	get assignment(): Span {
		return { source: this.source, start: this.start, end: this.end };
	}

	/** The same field with another value, in which no macro is left. */
	withValue(value: string): Assignment {
		return new Assignment(this.source, this.start, this.name, this.valueStart, value, noPieces, this.end);
	}
}

/** What nearly all values have. */
export const noPieces: readonly Piece[] = [];
