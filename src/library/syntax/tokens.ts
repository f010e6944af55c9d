import type { Code } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Edit } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { endOfMatch } from '../../text/match-at.ts';
import { CLOSE, COMMA, CR, EQUALS, HASH, LF, NBSP, OPEN, PERCENT, QUOTE, SPACE } from './characters.ts';

/** A position in the body of a block, with methods to advance it. Between tokens, `%` begins a comment, as in biber. */
export class Tokens {
	readonly problems: Diagnostic[] = [];
	readonly source: Source;
	readonly text: string;
	/** The end of the body: the offset of the closing delimiter, in UTF-16 units like `at`. */
	readonly end: number;
	at: number;

	constructor(source: Source, start: number, end: number) {
		this.source = source;
		this.text = source.text;
		this.at = start;
		this.end = end;
	}

	/** The code unit here; 0 at the end. */
	here(): number {
		return this.at < this.end ? this.text.charCodeAt(this.at) : 0;
	}

	/** Whether `name =` follows at an offset, after optional whitespace. */
	assignmentAt(offset: number): boolean {
		const end = endOfMatch(assignment, this.text, offset);
		return end !== null && end <= this.end;
	}

	/** Skips whitespace and comments; returns the new offset. */
	space(): number {
		const { text, end } = this;
		let i = this.at;
		for (; i < end; i++) {
			const c = text.charCodeAt(i);
			if (c === PERCENT) while (i + 1 < end && !isLineEnd(text.charCodeAt(i + 1))) i++;
			else if (c > SPACE && c !== NBSP) break;
		}
		this.at = i;
		return i;
	}

	/** Skips the characters of a name; returns the new offset. */
	word(): number {
		const { text, end } = this;
		let i = this.at;
		for (; i < end; i++) {
			const c = text.charCodeAt(i);
			if (c <= SPACE || isStop(c) || c === EQUALS || c === PERCENT || c === NBSP) break;
		}
		this.at = i;
		return i;
	}

	/** Skips the characters of a bare value, which may be an address with `=` and `%`; returns the new offset. */
	valueWord(): number {
		const { text, end } = this;
		let i = this.at;
		for (; i < end; i++) {
			const c = text.charCodeAt(i);
			if (c <= SPACE || isStop(c) || c === NBSP) break;
		}
		this.at = i;
		return i;
	}

	/** The end of the token here. */
	tokenEnd(): number {
		const start = this.at;
		const end = this.word();
		this.at = start;
		return Math.min(Math.max(end, start + 1), this.text.length);
	}

	/** The token here, for a message. */
	token(): string {
		return this.at >= this.end ? 'the end of the entry' : quote(this.text.slice(this.at, this.tokenEnd()));
	}

	/** Reports the token here: `Expected EXPECTED, found TOKEN`. */
	problem(expected: string, hint?: string, code?: Code, remedy?: readonly Edit[]): void {
		this.add(`Expected ${expected}, found ${this.token()}`, this.at, this.tokenEnd(), hint, code, remedy);
	}

	/** Reports a stretch of the body. */
	add(
		message: string,
		start: number,
		end: number,
		hint?: string,
		code: Code = 'bib/syntax',
		remedy?: readonly Edit[],
	): void {
		if (this.problems.length >= MOST_PROBLEMS) return;
		this.problems.push(diagnostic(code, message, { span: { source: this.source, start, end }, hint, remedy }));
	}

	/** An edit that replaces a stretch of the body. */
	edit(start: number, end: number, text: string): Edit {
		return { span: { source: this.source, start, end }, text };
	}
}

/** Per block. With more problems, the whole block needs attention. */
const MOST_PROBLEMS = 10;

/** Replaces every run of whitespace by one space, and removes it at the ends (BibTeX 0.99d, § 249). */
export function compress(value: string): string {
	return value.replace(/[\t\n\v\f\r \0]{2,}|[\t\n\v\f\r\0]/g, ' ').replace(/^ | $/g, '');
}

/** A stretch of the input for a message, quoted, on one line and at most 40 characters. */
export function quote(words: string): string {
	const short = compress(words);
	return `"${short.length > 40 ? `${short.slice(0, 39)}…` : short}"`;
}

const assignment = /\s*[^\s"#%'(),={}\\][^\s"#%'(),={}\\]*\s*=/y;

/** Whether a character ends a word and is a token of its own. */
export function isStop(c: number): boolean {
	return c === COMMA || c === OPEN || c === CLOSE || c === QUOTE || c === HASH;
}

function isLineEnd(c: number): boolean {
	return c === LF || c === CR;
}
