import { accentAlone, accented } from './commands/accent-table.ts';
import { commands } from './commands/latex-commands.ts';
import { letters, symbols } from './commands/letter-commands.ts';
import { Cursor } from './cursor.ts';

/** Characters that keep their backslash: without it, they would mean something to the next reader of the value. */
const keptSigns = new Set(['{', '}', '\\', '$', '(', ')', '[', ']']);
const keptWords = new Set([
	'textbackslash',
	'textbraceleft',
	'textbraceright',
	'lbrace',
	'rbrace',
	'textdollar',
	'textasciitilde',
]);
const spacing: Readonly<Record<string, string>> = {
	' ': ' ',
	',': ' ',
	';': ' ',
	':': ' ',
	'-': '',
	'/': '',
	'@': '',
	'!': '',
};

/** An open group. */
interface Group {
	/** The index of its opening brace in the result. */
	readonly at: number;
	/** BibTeX's 'special character': it begins with a command. */
	readonly special: boolean;
	/** The argument of an accent. */
	readonly argument: boolean;
	/** It contains something that only the braces keep together. */
	needed: boolean;
}

/**
 * Decodes LaTeX's accents, special letters and symbols to Unicode (NFC) and keeps the rest: braces that belong to none of
 * them, other commands, ties. For names and keys before they are split: `{\'A}lvarez Garc{\'\i}a` → `Álvarez García`;
 * `{Barnes {\&} Noble}` keeps its outer braces.
 */
export function decodeAccents(value: string): string {
	return new AccentDecoder(value).decode().normalize('NFC');
}

class AccentDecoder {
	private readonly cursor: Cursor;
	private readonly pieces: string[] = [];
	private readonly groups: Group[] = [];
	/** Accents that wait for their letter. */
	private marks: string[] = [];

	constructor(value: string) {
		this.cursor = new Cursor(value);
	}

	decode(): string {
		const { cursor } = this;
		while (!cursor.done) {
			const sign = cursor.peek();
			if (sign === '{') this.openGroup();
			else if (sign === '}') this.closeGroup();
			else if (sign === '\\') this.readCommand();
			else if (sign === '$') this.readMath();
			else this.readText(cursor.match(/[^\\{}$]+/y)?.[0] ?? '');
		}
		return this.pieces.join('');
	}

	private openGroup(): void {
		const special = this.cursor.peek(1) === '\\';
		this.groups.push({ at: this.pieces.length, special, argument: this.marks.length > 0, needed: false });
		this.pieces.push('{');
		this.cursor.offset++;
	}

	private closeGroup(): void {
		this.cursor.offset++;
		const alone = accentAlone(this.marks);
		if (this.marks.length > 0) this.pieces.push(alone === '~' ? '\\textasciitilde{}' : alone);
		this.marks = [];
		const group = this.groups.pop();
		if (group && (group.argument || (group.special && !group.needed))) this.pieces[group.at] = '';
		else {
			this.pieces.push('}');
			this.needGroup();
		}
	}

	private readCommand(): void {
		const { cursor } = this;
		const name = cursor.match(/\\([A-Za-z]+|.?)/sy)?.[1] ?? '';
		const isWord = /^[A-Za-z]/.test(name);
		const command = commands.get(name);
		if (command?.does === 'accent') {
			cursor.match(/\s*/y);
			this.marks.push(command.mark);
		} else if (!isWord && !keptSigns.has(name)) {
			const text = spacing[name] ?? (/\s/.test(name) ? ' ' : name);
			if (/[\s,]/.test(text)) this.needGroup();
			this.add(text);
		} else if (isWord && symbols.has(name) && !keptWords.has(name) && !isLogo(name)) {
			const text = symbols.get(name) ?? '';
			if (/\s/.test(text) || !letters.has(name)) this.needGroup();
			this.add(text);
			cursor.match(/\s*(?:\{\})?/y);
		} else {
			this.needGroup();
			this.marks = [];
			this.pieces.push(`\\${name}`);
		}
	}

	/** Passes mathematics, which has accents of its own. */
	private readMath(): void {
		const math = this.cursor.match(/\$[^$]*\$/y)?.[0];
		if (math === undefined) this.add(this.cursor.token());
		else {
			this.pieces.push(math);
			this.needGroup();
		}
	}

	private readText(text: string): void {
		if (/[\s,~]/.test(text)) this.needGroup();
		this.add(this.marks.length > 0 ? text.trimStart() : text);
	}

	private add(text: string): void {
		if (this.marks.length > 0 && text !== '') {
			this.pieces.push(accented(text, this.marks));
			this.marks = [];
		} else this.pieces.push(text);
	}

	/** The innermost group must keep its braces. */
	private needGroup(): void {
		const group = this.groups.at(-1);
		if (group) group.needed = true;
	}
}

/** True for a command that prints plain words (`\LaTeX`): as words, they would run into the command before them. */
function isLogo(name: string): boolean {
	return /^[A-Za-z]+$/.test(symbols.get(name) ?? '');
}
