import { matchBraces } from './brackets.ts';

const controlWord = /[A-Za-z]+/y;
/** Optional arguments are short; looking further for a bracket that is missing would cost too much. */
const longestOption = 500;

/** A place in a LaTeX text, and the ways TeX reads on from there: white space, groups, commands, options. */
export class Cursor {
	readonly text: string;
	offset = 0;
	private closers: Int32Array | null = null;

	constructor(text: string) {
		this.text = text;
	}

	/** True when nothing is left. */
	get done(): boolean {
		return this.offset >= this.text.length;
	}

	/** The UTF-16 code unit so many places ahead; NaN behind the end. */
	code(ahead = 0): number {
		return this.text.charCodeAt(this.offset + ahead);
	}

	skipSpace(): void {
		for (; this.offset < this.text.length; this.offset++) {
			const code = this.code();
			if (code !== 0x20 && (code < 9 || code > 13)) return;
		}
	}

	/** Passes what is given, if it stands here. */
	skip(expected: string): boolean {
		if (!this.text.startsWith(expected, this.offset)) return false;
		this.offset += expected.length;
		return true;
	}

	/** Passes what a sticky pattern finds here. */
	match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.offset;
		const match = pattern.exec(this.text);
		if (match) this.offset = pattern.lastIndex;
		return match;
	}

	/** The name of a control word whose backslash stands `ahead`; nothing is passed. */
	wordAfterBackslash(): string | null {
		controlWord.lastIndex = this.offset + 1;
		return controlWord.exec(this.text)?.[0] ?? null;
	}

	/** Passes a group that stands here and gives its contents as written; null when there is none, or it never ends. */
	group(): string | null {
		const { text, offset } = this;
		if (this.code() !== 0x7b) return null;
		this.closers ??= matchBraces(text);
		const close = this.closers[offset] ?? 0;
		if (close === 0) return null;
		this.offset = close + 1;
		return text.slice(offset + 1, close);
	}

	/** Passes what stands between two equal signs, as after `\verb`; null when it never ends. */
	delimited(): string | null {
		const { text, offset } = this;
		const delimiter = text[offset] ?? '';
		if (delimiter === '' || /[\s{}\\A-Za-z0-9]/.test(delimiter)) return null;
		const contents = text.slice(offset + 1, offset + 1000);
		const end = contents.indexOf(delimiter);
		if (end < 0) return null;
		this.offset = offset + end + 2;
		return contents.slice(0, end);
	}

	/** Where an optional argument ends that stands here; 0 when there is none. */
	optionEnd(): number {
		const { text, offset } = this;
		if (this.code() !== 0x5b) return 0;
		let depth = 0;
		for (let index = offset + 1; index < text.length && index < offset + longestOption; index++) {
			const code = text.charCodeAt(index);
			if (code === 0x5c) index++;
			else if (code === 0x7b) depth++;
			else if (code === 0x7d && --depth < 0) return 0;
			else if (code === 0x5d && depth === 0) return index + 1;
		}
		return 0;
	}

	/** Passes an optional argument, and the white space before it. */
	dropOption(): void {
		const start = this.offset;
		this.skipSpace();
		this.offset = this.optionEnd() || start;
	}

	/** Passes an argument: a group, a command or one character. */
	dropArgument(): void {
		this.skipSpace();
		if (this.group() !== null) return;
		const code = this.code();
		if (Number.isNaN(code) || code === 0x7b || code === 0x7d) return;
		if (code === 0x5c) this.offset += 1 + (this.wordAfterBackslash()?.length ?? 1);
		else this.offset += (this.text.codePointAt(this.offset) ?? 0) > 0xffff ? 2 : 1;
	}
}
