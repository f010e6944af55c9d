import { decode, encode } from '../text/encoded.ts';
import { detached } from '../text/memoize.ts';
import type { Definitions, Format } from './format.ts';

/** Lines with their last touch. */
interface Finished {
	readonly bytes: Uint8Array;
	/** What they have that bears on the file's definitions. */
	readonly uses: readonly string[];
}

/** A piece of a file whose inner lines are finished: they are the same wherever it stands. */
export interface FinishedPiece {
	/** Its first lines as written: what stands before the piece may go on in them. */
	readonly head: string;
	readonly inner: Finished;
	/** Its last lines as written. */
	readonly tail: string;
}

/** What finishes a file that comes in pieces. */
export interface Finishing {
	add(piece: string): void;
	addFinished(piece: FinishedPiece): void;
	end(): void;
}

/** A file of a format with the last touch that templates cannot give it. */
export function finish({ tidy, definitions }: Format, file: string): string {
	if (!tidy) return file;
	const tidied = `${tidy(file).trim()}\n`;
	if (!definitions) return tidied;
	return withDefinitions(tidied, definitions, definitions.uses(tidied));
}

/**
 * Finishes a file that comes in pieces, however it is cut: what is given away is together what the whole would be. Done
 * in stretches of whole lines, so that a long file never stands in memory as a text.
 */
export function finishing(format: Format, give: (part: Uint8Array) => void): Finishing {
	const { tidy, definitions } = format;
	if (!tidy) return asItIs(give);
	/** Every stretch but the last, where what comes first depends on what comes last. */
	const held: Finished[] = [];
	/** A tidied stretch that may be the last one. */
	let last: string | null = null;
	/** What stands behind the last line that begins with a sign. */
	let rest: string[] = [];

	const take = (lines: string): void => {
		const tidied = tidy(lines);
		const isFirst = last === null;
		giveLast();
		last = isFirst ? tidied.trimStart() : tidied;
	};

	function giveLast(): void {
		if (last) put(finished(format, last));
		last = '';
	}

	function put(stretch: Finished): void {
		if (definitions) held.push(stretch);
		else give(stretch.bytes);
	}

	return {
		add(piece) {
			if (piece === '') return;
			const end = lastLine(piece);
			if (end > 0 || (rest.at(-1)?.endsWith('\n') && startsLine(piece, 0))) {
				take(rest.join('') + piece.slice(0, end));
				rest = [piece.slice(end)];
			} else rest.push(piece);
		},
		addFinished({ head, inner, tail }) {
			take(rest.join('') + head);
			giveLast();
			put(inner);
			rest = [tail];
		},
		end() {
			take(rest.join(''));
			last = `${last?.trimEnd()}\n`;
			giveLast();
			if (definitions) giveDefined(held, definitions, give);
		},
	};
}

/** For a format whose files want no last touch. */
function asItIs(give: (part: Uint8Array) => void): Finishing {
	return {
		add: (piece) => give(encode(piece)),
		addFinished({ head, inner, tail }) {
			give(encode(head));
			give(inner.bytes);
			give(encode(tail));
		},
		end() {},
	};
}

/** Finishes the inner lines of a piece; null for one that has none. */
export function finishPiece(format: Format, piece: string): FinishedPiece | null {
	const [start, end] = [secondLine(piece), lastLine(piece)];
	if (start === 0 || start >= end) return null;
	const lines = piece.slice(start, end);
	const inner = finished(format, format.tidy?.(lines) ?? lines);
	return { head: detached(piece.slice(0, start)), inner, tail: detached(piece.slice(end)) };
}

function finished({ definitions }: Format, lines: string): Finished {
	return { bytes: encode(lines), uses: definitions?.uses(lines) ?? nothing };
}

const nothing: readonly string[] = [];

function giveDefined(file: readonly Finished[], definitions: Definitions, give: (part: Uint8Array) => void): void {
	const uses = file.flatMap((stretch) => stretch.uses);
	const found = file.findIndex(({ bytes }) => definitions.before.test(decode(bytes)));
	for (const [index, { bytes }] of file.entries())
		give(index === Math.max(0, found) ? encode(withDefinitions(decode(bytes), definitions, uses)) : bytes);
}

function withDefinitions(lines: string, { before, write }: Definitions, uses: readonly string[]): string {
	const place = Math.max(0, lines.search(before));
	return lines.slice(0, place) + write(new Set(uses)) + lines.slice(place);
}

/** Where the last line begins that starts with a sign: blank lines before it are all in the stretch. Zero where none does. */
function lastLine(text: string): number {
	for (let at = text.lastIndexOf('\n'); at > 0; at = text.lastIndexOf('\n', at - 1))
		if (startsLine(text, at + 1)) return at + 1;
	return 0;
}

/** Where the first line behind a line end begins that starts with a sign; zero where none does. */
function secondLine(text: string): number {
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
		if (startsLine(text, at + 1)) return at + 1;
	return 0;
}

function startsLine(text: string, at: number): boolean {
	return /\S/.test(text.charAt(at));
}
