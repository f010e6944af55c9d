import { matchAt } from '../text/match-at.ts';
import { matchBraces } from './braces.ts';

const spaces = /[ \t\n\v\f\r]*/y;
/** A command of letters, except the accents `\a'`, `\a`` and `\a=`, which LaTeX writes so in tabbings. */
const controlWord = /\\(?!a[`'=])([A-Za-z]+)/y;
const token = /\\(?:[A-Za-z]+|.)?|./suy;
const delimited = /([^\s{}\\A-Za-z0-9])(.{0,998}?)\1/sy;
/** Length limit of an optional argument in UTF-16 units; without it, many missing brackets would take quadratic time. */
const longestOption = 500;

/** A position in a LaTeX text, with methods that read on as TeX does: whitespace, groups, commands, options. */
export class Cursor {
	readonly text: string;
	offset = 0;
	private closings: ReadonlyMap<number, number> | null = null;

	constructor(text: string) {
		this.text = text;
	}

	/** True at the end of the text. */
	get done(): boolean {
		return this.offset >= this.text.length;
	}

	/** The UTF-16 code unit at `ahead` units after the cursor; '' after the end. */
	peek(ahead = 0): string {
		return this.text[this.offset + ahead] ?? '';
	}

	skipSpace(): void {
		this.match(spaces);
	}

	/** Skips a text if it is next; returns whether it was. */
	skip(expected: string): boolean {
		if (!this.text.startsWith(expected, this.offset)) return false;
		this.offset += expected.length;
		return true;
	}

	/** Skips and returns the match of a sticky pattern; null if it does not match. */
	match(pattern: RegExp): RegExpExecArray | null {
		const match = matchAt(pattern, this.text, this.offset);
		if (match) this.offset += match[0].length;
		return match;
	}

	/** Skips and returns the text before the next match of a global pattern, or all remaining text. */
	until(pattern: RegExp): string {
		const end = matchAt(pattern, this.text, this.offset)?.index ?? this.text.length;
		const skipped = this.text.slice(this.offset, end);
		this.offset = end;
		return skipped;
	}

	/** The name of the next control word without its backslash; null if none is next. Does not move the cursor. */
	controlWord(): string | null {
		return matchAt(controlWord, this.text, this.offset)?.[1] ?? null;
	}

	/** Skips and returns a command or one character; '' at the end. */
	token(): string {
		return this.match(token)?.[0] ?? '';
	}

	/** Skips a group and returns its contents as written; null if there is none or it is not closed. */
	group(): string | null {
		if (this.peek() !== '{') return null;
		this.closings ??= matchBraces(this.text);
		const opening = this.offset;
		const closing = this.closings.get(opening);
		if (closing === undefined) return null;
		this.offset = closing + 1;
		return this.text.slice(opening + 1, closing);
	}

	/** Skips and returns the text between two equal delimiters, as after `\verb`; null if there are none. */
	delimited(): string | null {
		return this.match(delimited)?.[2] ?? null;
	}

	/** The offset after the next optional argument; null if there is none. */
	optionEnd(): number | null {
		if (this.peek() !== '[') return null;
		let depth = 0;
		const start = this.offset + 1;
		for (const { 0: token, index } of this.text.slice(start, this.offset + longestOption).matchAll(/\\.|[{}\]]/gs)) {
			if (token === '{') depth++;
			else if (token === '}' && --depth < 0) return null;
			else if (token === ']' && depth === 0) return start + index + 1;
		}
		return null;
	}

	/** Skips an optional argument and the whitespace before it. */
	dropOption(): void {
		const start = this.offset;
		this.skipSpace();
		this.offset = this.optionEnd() ?? start;
	}

	/** Skips an argument: a group, a command or one character. */
	dropArgument(): void {
		this.skipSpace();
		if (this.group() === null && !/[{}]/.test(this.peek())) this.token();
	}
}
