import { accentAlone, accented } from './commands/accent-table.ts';
import type { Inline, RichText, Wrapping } from './rich-text.ts';

/** Something that is open: its children so far, and what becomes of them. */
interface Open {
	readonly wrapping: Wrapping | 'link' | null;
	readonly href: string;
	readonly children: Inline[];
}

/** Change of letters in force: `\uppercase`; `capital` changes the first letter only. */
export type LetterCase = 'upper' | 'lower' | 'capital';

/** Wrappings that say nothing new inside themselves. Emphasis in emphasis and quotes in quotes do. */
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

/** Deeper than any person nests; keeps every consumer's recursion short on hostile input. */
const deepest = 60;

/**
 * What is no ASCII, and neither Latin letters and signs with one code point for each (no mark among them, so Unicode has
 * them composed), nor dashes and quotation marks; and white space in a run.
 */
const unusual = /[^ -~\u00a0-\u02ff\u1e00-\u1eff\u2010-\u2027]| {2}/;
/** White space that is not one space already: most of a text's is. */
const blankRuns = /[\t\n\r\f\v\u2028\u2029][ \t\n\r\f\v\u2028\u2029]*| [ \t\n\r\f\v\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const notPlain = /[\u0300-\u1dff\u1f00-\u200f\u2028-\uffff\0-\x08\x0e-\x1f\x7f-\x9f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]/g;

/** Without lone surrogates and characters that show nothing and stand for nothing. */
function printable(value: string): string {
	return notPlain.test(value) ? value.toWellFormed().replace(controls, '') : value;
}

/** A text as it may stand in a tree: NFC, well-formed, no control characters. */
export function cleanText(value: string): string {
	return notPlain.test(value) ? printable(value).normalize('NFC') : value;
}

/**
 * Builds a {@link RichText} from left to right: white space collapses across nodes, adjacent texts are one, accents
 * find their letter, empty nodes vanish, depth is bounded.
 */
export class TreeBuilder {
	private top: Open = { wrapping: null, href: '', children: [] };
	private readonly stack: Open[] = [];
	private buffer = '';
	/** The last thing written was white space, or nothing was written yet. */
	private spaced = true;
	private marks: string[] = [];
	private letterCase: LetterCase | null = null;
	/** The buffer holds nothing that may need composing. */
	private composed = true;
	/** Two clean texts became one that may not be composed. */
	private joined = false;

	/** True while an accent waits for its letter. */
	get accentPending(): boolean {
		return this.marks.length > 0;
	}

	/** True when nothing but white space was written. */
	get untouched(): boolean {
		return this.buffer === '' && this.stack.length === 0 && this.top.children.length === 0;
	}

	/** True inside a wrapping of this kind. */
	inside(wrapping: Wrapping | 'link'): boolean {
		if (this.top.wrapping === wrapping) return true;
		for (const { wrapping: outer } of this.stack) if (outer === wrapping) return true;
		return false;
	}

	/** Adds text; runs of white space become one space. */
	text(value: string): void {
		if (unusual.test(value)) {
			this.composed = false;
			this.usualText(printable(value).replace(blankRuns, ' '));
		} else this.usualText(value);
	}

	/** Adds text without white space in runs, and of ASCII where it is not known to be composed. */
	usualText(value: string): void {
		let added = value;
		if (added.charCodeAt(0) === 0x20 && (this.spaced || this.marks.length > 0)) added = added.slice(1);
		if (added === '') return;
		if (this.marks.length > 0) {
			added = accented(added, this.marks);
			this.marks = [];
			this.composed = false;
		}
		this.buffer += added;
		this.spaced = added.charCodeAt(added.length - 1) === 0x20;
	}

	/** The next letter carries this combining mark. */
	accent(mark: string): void {
		this.marks.push(mark);
	}

	/** The accents that wait find no letter. */
	dropAccents(): void {
		if (this.marks.length === 0) return;
		const alone = accentAlone(this.marks);
		this.marks = [];
		this.text(alone);
	}

	/** Adds mathematics, clean already. */
	math(tex: string, display: boolean): void {
		this.dropAccents();
		this.flush();
		this.top.children.push({ type: 'math', tex, display });
		this.spaced = false;
	}

	/** Opens a wrapping or a link; false when it would say nothing here, and must not be closed. */
	open(wrapping: Wrapping | 'link', href = ''): boolean {
		if (this.stack.length >= deepest || (idempotent.has(wrapping) && this.inside(wrapping))) return false;
		this.flush();
		this.stack.push(this.top);
		this.top = { wrapping, href, children: [] };
		return true;
	}

	/** Closes the innermost that is open. */
	close(): void {
		this.flush();
		const { wrapping, href, children } = this.top;
		const parent = this.stack.pop();
		if (!parent || wrapping === null) return;
		this.top = parent;
		if (children.length === 0) return;
		if (wrapping === 'link') parent.children.push({ type: 'link', href, children });
		else parent.children.push({ type: wrapping, children });
	}

	/** Changes letters from here on; gives what was in force before. */
	setCase(letterCase: LetterCase | null): LetterCase | null {
		this.flush();
		const before = this.letterCase;
		this.letterCase = letterCase;
		return before;
	}

	/** The tree; closes what is open and takes white space off the end. */
	finish(): RichText {
		this.dropAccents();
		while (this.stack.length > 0) this.close();
		this.flush();
		trimEnd(this.top.children);
		if (this.joined) compose(this.top.children);
		return this.top.children;
	}

	private flush(): void {
		if (this.buffer === '') return;
		const cased = this.letterCase === null ? this.buffer : this.cased(this.buffer);
		const value = this.composed && this.letterCase === null ? cased : cleanText(cased);
		this.buffer = '';
		this.composed = true;
		if (value === '') return;
		const children = this.top.children;
		const last = children.at(-1);
		if (last?.type === 'text') {
			children[children.length - 1] = { type: 'text', value: last.value + value };
			if (value.charCodeAt(0) > 0x7f) this.joined = true;
		} else children.push({ type: 'text', value });
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
