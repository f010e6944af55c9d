import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { isBalancedToBibtex } from '../../latex/braces.ts';
import { memoize } from '../../text/memoize.ts';
import type { Assignment, Piece } from '../entry.ts';
import { BACKSLASH, CLOSE, COMMA, CR, EQUALS, HASH, LF, OPEN, QUOTE, SEMICOLON } from './characters.ts';
import { swallowedField } from './openings.ts';
import { fieldRemoval } from './removal.ts';
import { compress, isStop, quote, Tokens } from './tokens.ts';
import {
	closingMark,
	expectEquals,
	readFieldName,
	restOfLine,
	skipComment,
	skipEquals,
	skipSemicolon,
	wordsAfterValue,
} from './typos.ts';

/** The content of a block between its delimiters. */
export interface Body {
	readonly assignments: readonly Assignment[];
	/** Syntax problems, in the order of the text. */
	readonly problems: readonly Diagnostic[];
	/** False if a value swallowed the text after it, so that the rest is unreliable. */
	readonly intact: boolean;
}

/**
 * Reads the fields of a block from `start` to its closing delimiter at `end` (both UTF-16 offsets in `source`).
 * After an error, reading continues at the next `name =`. Missing and repeated commas, a missing `=`, an extra closing brace
 * and words without delimiters are repaired. Any other text after a value costs that field. Between fields, `%` begins a
 * comment, as in biber.
 */
export function readBody(source: Source, start: number, end: number, closed: boolean): Body {
	const reader = new Reader(source, start, end, closed);
	reader.fields();
	return reader;
}

/** Reads the value of a @preamble: pieces without a name. An empty one has none. */
export function readPreamble(
	source: Source,
	start: number,
	end: number,
	closed: boolean,
): { readonly pieces: readonly Piece[]; readonly problems: readonly Diagnostic[] } {
	const reader = new Reader(source, start, end, closed);
	const pieces = reader.space() < end ? (reader.value() ?? []) : [];
	return { pieces, problems: reader.problems };
}

/** Reads the `name = value`s of a @string, with all their pieces. */
export function readDefinitions(source: Source, start: number, end: number, closed: boolean): Body {
	const reader = new Reader(source, start, end, closed, true);
	reader.fields();
	return reader;
}

class Reader extends Tokens implements Body {
	readonly assignments: Assignment[] = [];
	intact = true;
	/** Whether a comma precedes the next token. */
	separated = true;
	readonly closed: boolean;
	/** Whether to keep the pieces of a value without macros, too. */
	readonly allPieces: boolean;

	constructor(source: Source, start: number, end: number, closed: boolean, allPieces = false) {
		super(source, start, end);
		this.closed = closed;
		this.allPieces = allPieces;
	}

	fields(): void {
		while (this.space() < this.end) {
			const c = this.text.charCodeAt(this.at);
			if (c === COMMA) {
				if (this.separated) {
					const remedy = [this.edit(this.at, this.at + 1, '')];
					this.problem('a field', 'Remove the extra comma', 'bib/surplus', remedy);
				}
				this.separated = true;
				this.at++;
			} else if (c === CLOSE) {
				const remedy = [this.edit(this.at, this.at + 1, '')];
				this.problem('a comma or a field', 'Remove the extra brace', 'bib/repaired', remedy);
				this.at++;
			} else if (isStop(c) || c === EQUALS) {
				if (c === HASH && skipComment(this, restOfLine)) continue;
				const hint = c === HASH ? 'Remove the field; BibTeX does not allow comments inside an entry' : undefined;
				this.problem(this.separated ? 'a field' : 'a comma', hint);
				this.resume(this.at + 1);
			} else {
				if (!this.separated) this.missingComma();
				this.field();
			}
		}
	}

	field(): void {
		const { source } = this;
		const start = this.at;
		const written = readFieldName(this);
		const name = nameIn(written);
		if (!skipEquals(this, written)) {
			const isClear = isDelimiter(this.here());
			expectEquals(
				this,
				written,
				isClear ? 'bib/repaired' : 'bib/syntax',
				isClear ? [this.edit(start + written.length, this.at, ' = ')] : [],
			);
			if (!isClear) {
				this.resume(start + written.length);
				return;
			}
		}
		const valueStart = this.space();
		if (this.here() === COMMA || this.at >= this.end) {
			const remedy = [fieldRemoval({ source, start, end: this.at })];
			this.problem('a value', 'Add a value, or remove the field', 'bib/surplus', remedy);
			this.separated = false;
			return;
		}
		const pieces = this.value();
		if (!pieces) {
			this.resume(this.at);
			return;
		}
		const end = pieces[pieces.length - 1]?.end ?? this.at;
		this.assignments.push({
			name,
			value: compress(pieces.map((piece) => piece.text).join('')),
			pieces: this.allPieces || pieces.some(({ kind }) => kind === 'macro') ? pieces : noPieces,
			span: { source, start: valueStart, end },
			assignment: { source, start, end },
			inheritedFrom: null,
		});
	}

	/** Reads pieces joined by `#`, and checks the token after them; null if there is no usable value. */
	value(): Piece[] | null {
		const pieces: Piece[] = [];
		for (;;) {
			this.space();
			const c = this.here();
			const piece = c === OPEN ? this.braced() : c === QUOTE ? this.quoted() : (this.misquoted() ?? this.bare());
			if (!piece) return null;
			pieces.push(piece);
			this.at = Math.max(this.at, piece.end);
			this.space();
			if (this.here() !== HASH || skipComment(this, wordsAfterValue)) break;
			this.at++;
		}
		this.separated = false;
		if (this.valueEndsAt(this.at)) return pieces;
		if (skipSemicolon(this)) {
			this.separated = true;
			return pieces;
		}
		const last = pieces.at(-1);
		this.problem('a comma or the end of the entry', last && this.hintAfter(last));
		// A missing quotation mark makes the value end in the wrong place. A braced value is reliable.
		if (last && this.text.charCodeAt(last.start) === QUOTE) return null;
		this.resume(this.at);
		return pieces;
	}

	hintAfter(piece: Piece): string {
		const delimiter = this.text.charCodeAt(piece.start);
		if (delimiter === QUOTE) return 'Write a quotation mark inside a quoted value as {"}';
		return delimiter === OPEN ? 'Join pieces of a value with #' : 'Put the value in braces';
	}

	braced(): Piece | null {
		const { text, at: start } = this;
		let depth = 0;
		for (let i = start; i < this.end; i++) {
			const c = text.charCodeAt(i);
			if (c === OPEN) depth++;
			else if (c === CLOSE && --depth === 0) {
				if (!this.closed && swallowedField(text, start + 1, i)) break;
				return { kind: 'text', text: text.slice(start + 1, i), start, end: i + 1 };
			}
		}
		return this.unclosed(start, 'brace');
	}

	quoted(): Piece | null {
		const { text, at: start } = this;
		let depth = 0;
		let escaped = -1;
		for (let i = start + 1; i < this.end; i++) {
			const c = text.charCodeAt(i);
			if (c === OPEN) depth++;
			else if (c === CLOSE) {
				if (--depth < 0) break;
			} else if (c === QUOTE && depth === 0) {
				// In BibTeX, `\"` also closes the value. Where no value can end, it must be an accent.
				if (text.charCodeAt(i - 1) === BACKSLASH && !this.valueEndsAt(i + 1)) {
					escaped = i;
					continue;
				}
				if (escaped !== -1) {
					const message = `Accent ${text.slice(escaped - 1, escaped + 1)} in a quoted value must be in braces`;
					const hint = 'Write {\\"o}, or put the value in braces';
					const remedy = [this.edit(start, start + 1, '{'), this.edit(i, i + 1, '}')];
					this.add(message, escaped - 1, escaped + 1, hint, 'bib/repaired', remedy);
				}
				return { kind: 'text', text: text.slice(start + 1, i), start, end: i + 1 };
			}
		}
		return this.unclosed(start, 'quotation mark');
	}

	/** A value in typographic or single quotation marks; null for any other. */
	misquoted(): Piece | null {
		const { text, at: start } = this;
		const close = closingMark(this, (offset) => this.valueEndsAt(offset));
		if (close === -1) return null;
		const message = `Expected a brace or a straight quotation mark, found ${text.charAt(start)}`;
		const remedy = isBalancedToBibtex(text.slice(start + 1, close))
			? [this.edit(start, start + 1, '{'), this.edit(close, close + 1, '}')]
			: [];
		this.add(message, start, start + 1, 'Put the value in braces', 'bib/repaired', remedy);
		return { kind: 'text', text: text.slice(start + 1, close), start, end: close + 1 };
	}

	valueEndsAt(offset: number): boolean {
		this.at = offset;
		const next = this.space() < this.end ? this.text.charCodeAt(this.at) : COMMA;
		return next === COMMA || next === CLOSE || next === HASH || this.assignmentAt(this.at);
	}

	unclosed(start: number, delimiter: 'brace' | 'quotation mark'): null {
		const lineEnd = this.text.slice(start, this.end).search(/[\r\n]/);
		const end = lineEnd === -1 ? this.end : start + lineEnd;
		const [, definition] = /^@\s*(string|preamble)\b/i.exec(this.source.text) ?? [];
		const block = definition === undefined ? 'entry' : `@${definition.toLowerCase()}`;
		const message = `Missing closing ${delimiter}; the ${block} is skipped`;
		this.add(message, start, end, `Close the value, or remove the ${delimiter} that opens here`, 'bib/unclosed-value');
		this.intact = false;
		this.at = this.end;
		return null;
	}

	/** A number, a macro, or words without delimiters. */
	bare(): Piece | null {
		const { text, at: start } = this;
		const end = this.valueWord();
		if (end === start) {
			this.problem('a value');
			return null;
		}
		const word = text.slice(start, text.charCodeAt(end - 1) === SEMICOLON ? end - 1 : end);
		this.at = start + word.length;
		const last =
			this.space() >= this.end || isStop(this.here()) || this.here() === SEMICOLON || this.assignmentAt(this.at);
		const stop = start + word.length;
		if (last && /^\d+$/.test(word)) return { kind: 'text', text: word, start, end: stop };
		if (last && /^[^\d=%]+[^=%]*$/.test(word)) return { kind: 'macro', text: word, start, end: stop };
		return this.words(start);
	}

	/** Words without delimiters, up to the next comma, brace or field. */
	words(start: number): Piece {
		const { text } = this;
		let end = start;
		for (this.at = start; this.at < this.end && !isStop(text.charCodeAt(this.at)); this.space()) {
			if (end > start && this.assignmentAt(this.at)) break;
			end = this.valueWord();
		}
		const message = `Expected a number, a macro or a value in braces, found ${quote(text.slice(start, end))}`;
		const closes = this.at < this.end && text.charCodeAt(this.at) === CLOSE;
		const remedy = [this.edit(start, start, '{'), ...(closes ? [] : [this.edit(end, end, '}')])];
		this.add(message, start, end, 'Put the value in braces', 'bib/repaired', remedy);
		if (closes) this.at++;
		return { kind: 'text', text: text.slice(start, end), start, end };
	}

	missingComma(): void {
		const end = this.assignments.at(-1)?.span.end ?? this.at;
		const message = `Missing comma before ${this.token()}`;
		const remedy = [this.edit(end, end, ',')];
		this.add(message, Math.max(end - 1, 0), end, 'Add a comma between the two fields', 'bib/missing-comma', remedy);
	}

	/** Advances to the next comma or line end that is followed by a field. */
	resume(from: number): void {
		const { text } = this;
		let depth = 0;
		this.separated = true;
		for (let i = from; i < this.end; i++) {
			const c = text.charCodeAt(i);
			if (c === OPEN) depth++;
			else if (c === CLOSE) depth = Math.max(depth - 1, 0);
			else if (depth === 0 && (c === COMMA || c === LF || c === CR) && this.assignmentAt(i + 1)) {
				this.at = i + 1;
				return;
			}
		}
		this.at = this.end;
	}
}

const noPieces: readonly Piece[] = [];

/** Fields of one name share its text. */
const nameIn = memoize((written) => written.replace(/:$/, '').toLowerCase());

function isDelimiter(c: number): boolean {
	return c === OPEN || c === QUOTE;
}
