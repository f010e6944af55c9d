import { compose } from '../text/compose.ts';
import { valueIn } from '../text/value-in.ts';
import { accentAlone, accented } from './commands/accent-table.ts';
import { commands } from './commands/latex-commands.ts';
import { letters, symbols } from './commands/symbol-commands.ts';
import { Cursor } from './cursor.ts';

/** Characters that keep their backslash, because the next parser of the value would interpret them without it. */
const protectedCharacters = new Set(['{', '}', '\\', '$', '(', ')', '[', ']']);
const protectedCommands = new Set([
	'textbackslash',
	'textbraceleft',
	'textbraceright',
	'lbrace',
	'rbrace',
	'textdollar',
	'textasciitilde',
]);
const spacingCommands: Readonly<Record<string, string>> = {
	' ': ' ',
	',': ' ',
	';': ' ',
	':': ' ',
	'-': '',
	'/': '',
	'@': '',
	'!': '',
};

/** A command, and its name: a word or a character. LaTeX's accents in tabbings, such as `\a'`, have the name `'`. */
const anyCommand = /\\(?:a(?=[`'=]))?([A-Za-z]+|.?)/sy;

/** An open group. */
interface Group {
	/** The index of its opening brace in the pieces. */
	readonly index: number;
	/** True for BibTeX's 'special character': a group that begins with a command. */
	readonly special: boolean;
	/** True for the argument of an accent. */
	readonly argument: boolean;
	/** True if its braces protect whitespace, a comma or a command and must stay. */
	needed: boolean;
}

/**
 * Decodes LaTeX's accents, special letters and symbols to Unicode (NFC) and keeps everything else: other braces, other
 * commands, ties. Used for names and keys before they are split: `{\'A}lvarez Garc{\'\i}a` → `Álvarez García`;
 * `{Barnes {\&} Noble}` keeps its outer braces.
 */
export function decodeAccents(value: string): string {
	return compose(new AccentDecoder(value).decode());
}

class AccentDecoder {
	private readonly cursor: Cursor;
	private readonly pieces: string[] = [];
	private readonly groups: Group[] = [];
	/** Accents whose letter has not been read yet. */
	private marks: string[] = [];

	constructor(value: string) {
		this.cursor = new Cursor(value);
	}

	decode(): string {
		const { cursor } = this;
		while (!cursor.done) {
			const next = cursor.peek();
			if (next === '{') this.openGroup();
			else if (next === '}') this.closeGroup();
			else if (next === '\\') this.readCommand();
			else if (next === '$') this.skipMath();
			else this.readText(cursor.match(/[^\\{}$]+/y)?.[0] ?? '');
		}
		return this.pieces.join('');
	}

	private openGroup(): void {
		const special = this.cursor.peek(1) === '\\';
		this.groups.push({ index: this.pieces.length, special, argument: this.marks.length > 0, needed: false });
		this.pieces.push('{');
		this.cursor.offset++;
	}

	private closeGroup(): void {
		this.cursor.offset++;
		const alone = accentAlone(this.marks);
		if (this.marks.length > 0) this.pieces.push(alone === '~' ? '\\textasciitilde{}' : alone);
		this.marks = [];
		const group = this.groups.pop();
		if (group && (group.argument || (group.special && !group.needed))) this.pieces[group.index] = '';
		else {
			this.pieces.push('}');
			this.keepBraces();
		}
	}

	private readCommand(): void {
		const { cursor } = this;
		const name = cursor.match(anyCommand)?.[1] ?? '';
		const isWord = /^[A-Za-z]/.test(name);
		const command = commands.get(name);
		if (command?.does === 'accent') {
			cursor.match(/\s*/y);
			this.marks.push(command.mark);
		} else if (!isWord && !protectedCharacters.has(name)) {
			const text = valueIn(spacingCommands, name) ?? (/\s/.test(name) ? ' ' : name);
			if (/[\s,]/.test(text)) this.keepBraces();
			this.add(text);
		} else if (isWord && symbols.has(name) && !protectedCommands.has(name) && !isLogo(name)) {
			const text = symbols.get(name) ?? '';
			if (/\s/.test(text) || !letters.has(name)) this.keepBraces();
			this.add(text);
			cursor.match(/\s*(?:\{\})?/y);
		} else {
			this.keepBraces();
			this.marks = [];
			this.pieces.push(`\\${name}`);
		}
	}

	/** Copies math unchanged, because its accents are different commands. */
	private skipMath(): void {
		const math = this.cursor.match(/\$[^$]*\$/y)?.[0];
		if (math === undefined) this.add(this.cursor.token());
		else {
			this.pieces.push(math);
			this.keepBraces();
		}
	}

	private readText(text: string): void {
		if (/[\s,~]/.test(text)) this.keepBraces();
		this.add(this.marks.length > 0 ? text.trimStart() : text);
	}

	private add(text: string): void {
		if (this.marks.length > 0 && text !== '') {
			this.pieces.push(accented(text, this.marks));
			this.marks = [];
		} else this.pieces.push(text);
	}

	/** Marks the innermost group so that its braces stay. */
	private keepBraces(): void {
		const group = this.groups.at(-1);
		if (group) group.needed = true;
	}
}

/** True for a command that prints plain letters (`\LaTeX`), which would become part of a command before them. */
function isLogo(name: string): boolean {
	return /^[A-Za-z]+$/.test(symbols.get(name) ?? '');
}
