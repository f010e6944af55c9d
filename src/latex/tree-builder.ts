import { compose } from '../text/compose.ts';
import { accentAlone, accented } from './commands/accent-table.ts';
import type { Inline, RichText, Wrapping } from './rich-text.ts';

/** An open wrapping with its children so far. */
interface Open {
	readonly wrapping: Wrapping | 'link' | null;
	readonly href: string;
	readonly children: Inline[];
}

/** A change of case, such as `\uppercase`; `capital` changes only the first letter. */
export type LetterCase = 'upper' | 'lower' | 'capital';

/** Wrappings that have no effect inside themselves, unlike nested emphasis and nested quotes. */
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

/** Depth limit of the tree. It bounds the recursion of all consumers on hostile input. */
const maxDepth = 60;

/** Whitespace other than a single space; no-break spaces do not count. */
const whitespace = /[ \t\n\r\f\v\u2028\u2029]{2,}|[\t\n\r\f\v\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it removes control characters.
const invisible = /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]/g;

/** Well-formed text without control characters and invisible characters. */
function printable(value: string): string {
	return value.toWellFormed().replace(invisible, '');
}

/** A text in the form that a tree may contain: printable and in NFC. */
export function cleanText(value: string): string {
	return compose(printable(value));
}

/**
 * Builds a {@link RichText} from left to right: collapses whitespace across nodes, joins adjacent texts, puts accents on
 * their letter, drops empty nodes and limits the depth.
 */
export class TreeBuilder {
	private top: Open = { wrapping: null, href: '', children: [] };
	private readonly outer: Open[] = [];
	private buffer = '';
	/** Whitespace is redundant here: the last character is a space, or there is none yet. */
	private spaced = true;
	/** Accents whose letter has not been added yet. */
	private marks: string[] = [];
	private letterCase: LetterCase | null = null;

	/** True if an accent needs a letter. */
	get accentPending(): boolean {
		return this.marks.length > 0;
	}

	/** True if only whitespace was added. */
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

	/** Ends accents without a letter. */
	dropAccents(): void {
		if (!this.accentPending) return;
		const alone = accentAlone(this.marks);
		this.marks = [];
		this.text(alone);
	}

	/** Adds math, which must be clean already. */
	math(tex: string, display: boolean): void {
		this.dropAccents();
		this.flush();
		this.top.children.push({ type: 'math', tex, display });
		this.spaced = false;
	}

	/** Opens a wrapping or a link; false if it has no effect here and must not be closed. */
	open(wrapping: Wrapping | 'link', href = ''): boolean {
		if (this.outer.length >= maxDepth || (idempotent.has(wrapping) && this.inside(wrapping))) return false;
		this.flush();
		this.outer.push(this.top);
		this.top = { wrapping, href, children: [] };
		return true;
	}

	/** Closes the innermost wrapping. */
	close(): void {
		this.flush();
		const { wrapping, href } = this.top;
		const children = this.top.children.slice();
		const parent = this.outer.pop();
		if (!parent || wrapping === null) return;
		this.top = parent;
		if (children.length === 0) return;
		parent.children.push(wrapping === 'link' ? { type: 'link', href, children } : { type: wrapping, children });
	}

	/** Changes the case of the following letters; returns the previous change. */
	setCase(letterCase: LetterCase | null): LetterCase | null {
		this.flush();
		const previous = this.letterCase;
		this.letterCase = letterCase;
		return previous;
	}

	/** Closes all wrappings and returns the tree in NFC, without trailing whitespace. */
	finish(): RichText {
		this.dropAccents();
		while (this.outer.length > 0) this.close();
		this.flush();
		trimEnd(this.top.children);
		composeAll(this.top.children);
		// A copy has no room for more nodes.
		return this.top.children.slice();
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

/** Composes complete texts, because a combining mark may begin a text that was joined to another. */
function composeAll(children: Inline[]): void {
	for (const [index, node] of children.entries()) {
		if (node.type === 'text') children[index] = { type: 'text', value: compose(node.value) };
		else if (node.type !== 'math') composeAll(node.children as Inline[]);
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
			// The builder created these children, so it may still change them.
			const inner = last.children as Inline[];
			trimEnd(inner);
			if (inner.length > 0) return;
			children.pop();
		}
	}
}
