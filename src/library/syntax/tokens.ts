import type { Code } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Edit } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { CLOSE, COMMA, CR, EQUALS, HASH, LF, NBSP, OPEN, PERCENT, QUOTE, SPACE } from './characters.ts';

/** A place in the body of a block, and the ways to go on from it. Between tokens `%` begins a comment, as in biber. */
export class Tokens {
	readonly problems: Diagnostic[] = [];
	readonly source: Source;
	readonly text: string;
	/** Where the body ends: at the closing delimiter. UTF-16 offsets, both. */
	readonly end: number;
	at: number;

	constructor(source: Source, start: number, end: number) {
		this.source = source;
		this.text = source.text;
		this.at = start;
		this.end = end;
	}

	/** The code unit that stands here; 0 at the end. */
	here(): number {
		return this.at < this.end ? this.text.charCodeAt(this.at) : 0;
	}

	/** Whether `name =` stands at an offset, behind white space. */
	assignmentAt(offset: number): boolean {
		assignment.lastIndex = offset;
		return assignment.test(this.text) && assignment.lastIndex <= this.end;
	}

	/** Skips white space and comments; gives where it stopped. */
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

	/** Goes behind a run of characters that may stand in a name. */
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

	/** Goes behind a run of characters that may stand in a bare value: a web address has `=` and `%` in it. */
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

	/** The end of the token that stands here. */
	tokenEnd(): number {
		const start = this.at;
		const end = this.word();
		this.at = start;
		return Math.min(Math.max(end, start + 1), this.text.length);
	}

	/** The token that stands here, for a message. */
	token(): string {
		return this.at >= this.end ? 'end of the entry' : quote(this.text.slice(this.at, this.tokenEnd()));
	}

	/** Reports the token that stands here. */
	problem(expected: string, hint?: string, code?: Code, remedy?: readonly Edit[]): void {
		this.add(`Unexpected ${this.token()}, ${expected}`, this.at, this.tokenEnd(), hint, code, remedy);
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

	/** Another text for a stretch of the body. */
	edit(start: number, end: number, text: string): Edit {
		return { span: { source: this.source, start, end }, text };
	}
}

/** Of one block. Whoever has more wants to see the block, not all of them. */
const MOST_PROBLEMS = 10;

/** Makes one space of every run of white space, and none at the ends (BibTeX 0.99d, § 249). */
export function compress(value: string): string {
	const single = value.replace(spaces, ' ');
	const start = single.startsWith(' ') ? 1 : 0;
	const end = single.length > start && single.endsWith(' ') ? -1 : undefined;
	return start === 0 && end === undefined ? single : single.slice(start, end);
}

/** White space that is not one space already: most of a text's is. */
const spaces = /[\t\n\v\f\r\0][\t\n\v\f\r \0]*| [\t\n\v\f\r \0]+/g;

/** A stretch of the input for a message, on one line and not too long. */
export function quote(words: string): string {
	const short = compress(words);
	return `“${short.length > 40 ? `${short.slice(0, 39)}…` : short}”`;
}

const lowerCased = new Map<string, string>();

/** Field names are few and come again and again: one string for each. */
export function lowerCase(name: string): string {
	const known = lowerCased.get(name);
	if (known !== undefined) return known;
	const lower = name.toLowerCase();
	if (lowerCased.size < 1000) lowerCased.set(name, lower);
	return lower;
}

const assignment = /\s*[^\s"#%'(),={}\\][^\s"#%'(),={}\\]*\s*=/y;

/** Whether a character ends a word and is a token of its own. */
export function isStop(c: number): boolean {
	return c === COMMA || c === OPEN || c === CLOSE || c === QUOTE || c === HASH;
}

function isLineEnd(c: number): boolean {
	return c === LF || c === CR;
}
