import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { isBalancedToBibtex } from '../../latex/braces.ts';
import type { Assignment, Piece } from '../entry.ts';
import { BACKSLASH, CLOSE, COMMA, CR, EQUALS, HASH, LF, OPEN, QUOTE, SEMICOLON } from './characters.ts';
import { swallowedField } from './openings.ts';
import { removal } from './removal.ts';
import {
	closingMark,
	expectEquals,
	passComment,
	passEquals,
	passName,
	passSemicolon,
	restOfLine,
	wordsBehind,
} from './slips.ts';
import { compress, isStop, quote, Tokens } from './tokens.ts';

/** The content of a block between its delimiters. */
export interface Body {
	readonly assignments: readonly Assignment[];
	/** Syntax problems, in the order of the text. */
	readonly problems: readonly Diagnostic[];
	/** False when a value swallowed the text after it, so that the rest cannot be trusted. */
	readonly intact: boolean;
}

/**
 * Reads the fields of a block from `start` to its closing delimiter at `end` (both UTF-16 offsets in `source`).
 * After an error it goes on at the next `name =`. Missing and doubled commas, a missing `=`, a surplus closing brace and
 * words without delimiters are repaired; a value followed by anything else costs that field. Between fields, `%` begins
 * a comment, as in biber.
 */
export function readBody(source: Source, start: number, end: number, closed: boolean): Body {
	const reader = new Reader(source, start, end, closed);
	reader.fields();
	return reader;
}

/** Reads the value of a @preamble: pieces without a name. */
export function readPreamble(source: Source, start: number, end: number): readonly Piece[] {
	return new Reader(source, start, end, true).value() ?? [];
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
	/** Keep the pieces of a value without macros, too. */
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
					this.problem('expected a field', 'Take out the surplus comma', 'bib/surplus', remedy);
				}
				this.separated = true;
				this.at++;
			} else if (c === CLOSE) {
				const remedy = [this.edit(this.at, this.at + 1, '')];
				this.problem('expected a comma or a field', 'Take out the surplus brace', 'bib/repaired', remedy);
				this.at++;
			} else if (isStop(c) || c === EQUALS) {
				if (c === HASH && passComment(this, restOfLine)) continue;
				const hint = c === HASH ? 'BibTeX has no comments inside an entry: take the field out' : undefined;
				this.problem(this.separated ? 'expected a field' : 'expected a comma', hint);
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
		const written = passName(this);
		const name = written.replace(/:$/, '').toLowerCase();
		if (!passEquals(this, written)) {
			const clear = isDelimiter(this.here());
			expectEquals(
				this,
				written,
				clear ? 'bib/repaired' : 'bib/syntax',
				clear ? [this.edit(start + written.length, this.at, ' = ')] : [],
			);
			if (!clear) {
				this.resume(start + written.length);
				return;
			}
		}
		const valueStart = this.space();
		if (this.here() === COMMA || this.at >= this.end) {
			const remedy = [removal({ source, start, end: this.at })];
			this.problem('expected a value', 'Give the field a value, or take it out', 'bib/surplus', remedy);
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
			pieces: this.allPieces || pieces.some(({ kind }) => kind === 'macro') ? pieces : [],
			span: { source, start: valueStart, end },
			assignment: { source, start, end },
			inheritedFrom: null,
		});
	}

	/** Reads pieces joined by `#`, and checks the token after them; null when there is no value to keep. */
	value(): Piece[] | null {
		const pieces: Piece[] = [];
		for (;;) {
			this.space();
			const c = this.here();
			const piece = c === OPEN ? this.braced() : c === QUOTE ? this.quoted() : (this.inMarks() ?? this.bare());
			if (!piece) return null;
			pieces.push(piece);
			this.at = Math.max(this.at, piece.end);
			this.space();
			if (this.here() !== HASH || passComment(this, wordsBehind)) break;
			this.at++;
		}
		this.separated = false;
		if (this.valueEndsAt(this.at)) return pieces;
		if (passSemicolon(this)) {
			this.separated = true;
			return pieces;
		}
		const last = pieces.at(-1);
		this.problem('expected a comma or the end of the entry', last && this.adviceBehind(last));
		// A quote that was lost makes a value of the wrong stretch; a braced value is what it is.
		if (last && this.text.charCodeAt(last.start) === QUOTE) return null;
		this.resume(this.at);
		return pieces;
	}

	adviceBehind(piece: Piece): string {
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
				// For BibTeX `\"` closes the value too. Where no value can end, an accent was meant.
				if (text.charCodeAt(i - 1) === BACKSLASH && !this.valueEndsAt(i + 1)) {
					escaped = i;
					continue;
				}
				if (escaped !== -1) {
					const message = `Unexpected ${quote(text.slice(escaped - 1, escaped + 1))} in a quoted value, expected it in braces`;
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
	inMarks(): Piece | null {
		const { text, at: start } = this;
		const close = closingMark(this, (offset) => this.valueEndsAt(offset));
		if (close === -1) return null;
		const message = `Unexpected ${text.charAt(start)} before a value, expected a brace or a straight quotation mark`;
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

	unclosed(start: number, what: string): null {
		const lineEnd = this.text.slice(start, this.end).search(/[\r\n]/);
		const end = lineEnd === -1 ? this.end : start + lineEnd;
		const message = `Unexpected end of the entry, expected the ${what} that closes this value; the entry is left out`;
		this.add(message, start, end, `Close the ${what} that opens here, or take it out`, 'bib/unclosed-value');
		this.intact = false;
		this.at = this.end;
		return null;
	}

	/** A number, a macro, or words without delimiters. */
	bare(): Piece | null {
		const { text, at: start } = this;
		const end = this.valueWord();
		if (end === start) {
			this.problem('expected a value');
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
		const message = `Unexpected ${quote(text.slice(start, end))}, expected a number, a macro or a value in braces`;
		const closes = this.at < this.end && text.charCodeAt(this.at) === CLOSE;
		const remedy = [this.edit(start, start, '{'), ...(closes ? [] : [this.edit(end, end, '}')])];
		this.add(message, start, end, 'Put the value in braces', 'bib/repaired', remedy);
		if (closes) this.at++;
		return { kind: 'text', text: text.slice(start, end), start, end };
	}

	missingComma(): void {
		const end = this.assignments.at(-1)?.span.end ?? this.at;
		const message = `Unexpected ${this.token()}, expected a comma before it`;
		const remedy = [this.edit(end, end, ',')];
		this.add(message, Math.max(end - 1, 0), end, 'Put a comma between the two', 'bib/missing-comma', remedy);
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

function isDelimiter(c: number): boolean {
	return c === OPEN || c === QUOTE;
}
