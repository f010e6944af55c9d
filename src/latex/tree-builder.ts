import { accentAlone, accented } from './commands/accent-table.ts';
import type { Inline, RichText, Wrapping } from './rich-text.ts';

/** An open wrapping with its children so far. */
interface Open {
	readonly wrapping: Wrapping | 'link' | null;
	readonly href: string;
	readonly children: Inline[];
}

/** A change of letters: `\uppercase`; `capital` changes the first letter only. */
export type LetterCase = 'upper' | 'lower' | 'capital';

/** Wrappings that mean nothing new inside themselves; nested emphasis and nested quotes do. */
const idempotent: ReadonlySet<string> = new Set<Wrapping | 'link'>([
	'strong',
	'small-caps',
	'code',
	'underline',
	'strike',
	'no-case',
	'roman',
	'link',
]);

/** Depth limit, deeper than any person nests: it bounds the recursion of every consumer on hostile input. */
const deepest = 60;

/** Whitespace other than a single space; no-break spaces are none. */
const whitespace = /[ \t\n\r\f\v\u2028\u2029]{2,}|[\t\n\r\f\v\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it removes control characters.
const invisible = /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]/g;

/** Well-formed text without control characters and invisible ones. */
function printable(value: string): string {
	return value.toWellFormed().replace(invisible, '');
}

/** A text as a tree may contain it: printable and in NFC. */
export function cleanText(value: string): string {
	return printable(value).normalize('NFC');
}

/**
 * Builds a {@link RichText} from left to right: it collapses whitespace across nodes, joins adjacent texts, puts accents on
 * their letter, drops empty nodes and bounds the depth.
 */
export class TreeBuilder {
	private top: Open = { wrapping: null, href: '', children: [] };
	private readonly outer: Open[] = [];
	private buffer = '';
	/** Whitespace is redundant here: the last character is a space, or there is none yet. */
	private spaced = true;
	/** Accents that wait for their letter. */
	private marks: string[] = [];
	private letterCase: LetterCase | null = null;

	/** True while an accent waits for its letter. */
	get accentPending(): boolean {
		return this.marks.length > 0;
	}

	/** True if nothing but whitespace was added. */
	get empty(): boolean {
		return this.buffer === '' && this.outer.length === 0 && this.top.children.length === 0;
	}

	/** True inside a wrapping of this kind. */
	inside(wrapping: Wrapping | 'link'): boolean {
		return this.top.wrapping === wrapping || this.outer.some((open) => open.wrapping === wrapping);
	}

	/** Adds text and collapses its whitespace. */
	text(value: string): void {
		let added = printable(value).replace(whitespace, ' ');
		if (added.startsWith(' ') && (this.spaced || this.accentPending)) added = added.slice(1);
		if (added === '') return;
		if (this.accentPending) added = accented(added, this.marks);
		this.marks = [];
		this.buffer += added;
		this.spaced = added.endsWith(' ');
	}

	/** Puts a combining mark on the next letter. */
	accent(mark: string): void {
		this.marks.push(mark);
	}

	/** Ends the accents that found no letter. */
	dropAccents(): void {
		if (!this.accentPending) return;
		const alone = accentAlone(this.marks);
		this.marks = [];
		this.text(alone);
	}

	/** Adds mathematics, which must be clean already. */
	math(tex: string, display: boolean): void {
		this.dropAccents();
		this.flush();
		this.top.children.push({ type: 'math', tex, display });
		this.spaced = false;
	}

	/** Opens a wrapping or a link; false if it means nothing here and must not be closed. */
	open(wrapping: Wrapping | 'link', href = ''): boolean {
		if (this.outer.length >= deepest || (idempotent.has(wrapping) && this.inside(wrapping))) return false;
		this.flush();
		this.outer.push(this.top);
		this.top = { wrapping, href, children: [] };
		return true;
	}

	/** Closes the innermost wrapping. */
	close(): void {
		this.flush();
		const { wrapping, href, children } = this.top;
		const parent = this.outer.pop();
		if (!parent || wrapping === null) return;
		this.top = parent;
		if (children.length === 0) return;
		parent.children.push(wrapping === 'link' ? { type: 'link', href, children } : { type: wrapping, children });
	}

	/** Changes letters from here on; returns the change that was in force. */
	setCase(letterCase: LetterCase | null): LetterCase | null {
		this.flush();
		const previous = this.letterCase;
		this.letterCase = letterCase;
		return previous;
	}

	/** Closes everything and returns the tree in NFC, without whitespace at its end. */
	finish(): RichText {
		this.dropAccents();
		while (this.outer.length > 0) this.close();
		this.flush();
		trimEnd(this.top.children);
		compose(this.top.children);
		return this.top.children;
	}

	private flush(): void {
		if (this.buffer === '') return;
		const value = this.cased(this.buffer);
		this.buffer = '';
		const { children } = this.top;
		const last = children.at(-1);
		if (last?.type === 'text') children[children.length - 1] = { type: 'text', value: last.value + value };
		else children.push({ type: 'text', value });
	}

	private cased(value: string): string {
		switch (this.letterCase) {
			case 'upper':
				return value.toUpperCase();
			case 'lower':
				return value.toLowerCase();
			case 'capital': {
				this.letterCase = null;
				const first = String.fromCodePoint(value.codePointAt(0) ?? 0x20);
				return first.toUpperCase() + value.slice(first.length);
			}
			default:
				return value;
		}
	}
}

/** Composes texts once they are complete: an accent may be the first character of a text that was joined to another. */
function compose(children: Inline[]): void {
	for (const [index, node] of children.entries()) {
		if (node.type === 'text') children[index] = { type: 'text', value: node.value.normalize('NFC') };
		else if (node.type !== 'math') compose(node.children as Inline[]);
	}
}

function trimEnd(children: Inline[]): void {
	for (let last = children.at(-1); last && last.type !== 'math'; last = children.at(-1)) {
		if (last.type === 'text') {
			if (!last.value.endsWith(' ')) return;
			const value = last.value.slice(0, -1);
			if (value !== '') {
				children[children.length - 1] = { type: 'text', value };
				return;
			}
			children.pop();
		} else {
			// The builder made these children, so they may still change here.
			const inner = last.children as Inline[];
			trimEnd(inner);
			if (inner.length > 0) return;
			children.pop();
		}
	}
}
