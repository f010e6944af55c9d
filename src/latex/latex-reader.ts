import { entityAt } from '../text/html-entities.ts';
import { endOfMatch } from '../text/match-at.ts';
import { type Command, commands } from './commands/latex-commands.ts';
import { type CommandReader, specialCommands } from './commands/special-commands.ts';
import { controlSymbols } from './commands/symbol-commands.ts';
import { Cursor } from './cursor.ts';
import { type ProtectiveBrace, protectiveBraces } from './escaped-braces.ts';
import { FrameStack } from './frame-stack.ts';
import { TagFinder, tagMeanings, tagWrapping } from './html-tags.ts';
import { bareUrl, decodeUrl } from './latex-url.ts';
import { MathFinder, mathSource } from './math/math-source.ts';
import { isCurrency, type MathSpan, mathByDollars } from './math/math-spans.ts';
import { type GermanQuotes, readPunctuation } from './punctuation.ts';
import type { RichText, Wrapping } from './rich-text.ts';
import { type LetterCase, TreeBuilder } from './tree-builder.ts';

/** A problem in a value. Offsets are UTF-16 units in the value; the end is exclusive. */
export interface TextIssue {
	readonly code: 'text/unknown-command' | 'text/unbalanced' | 'text/escaped-brace';
	readonly message: string;
	/** The name of an unknown command with its backslash; null for other problems. */
	readonly command: string | null;
	readonly start: number;
	readonly end: number;
}

/** Characters with a special meaning, some only before certain others, and the beginning of a URL. */
const special = /[\\{}$~`'&<]|(["\-,>?!^_%])(?=[`'{\n\r]|\1)|"(?=[<>=~,\u05d0-\u05ea]|---)|(?:https?|ftp):\/\//g;
const ordinaryCharacter = new RegExp(`(?!${special.source}).`, 'suy');
const letterless = /\{[^{}\\$A-Za-z\u0080-\uffff]*\}/y;
// `\LHCb`, `\TeV`, `\KOMAScript`: an undefined command with several capitals usually prints its name.
const abbreviation = /[A-Z].*[A-Z]/;
const nonEmptyArgument = /(?=\*?(?:\[[^\]]{0,99}\])?\{(?!\}))/y;
const afterLineBreak = /\*?[ \t]*(?:\[[^\]]{0,20}\])?/y;
const mayContainEscapedBraces = /\\(?:\}|textbraceright)/;
const mayContainTags = /[<&]|\\textless|\$<\$/;

/**
 * Reads a LaTeX text into a tree, from left to right and without recursion: a {@link FrameStack} contains the open levels,
 * a {@link TreeBuilder} the result.
 */
export class LatexReader implements CommandReader {
	readonly cursor: Cursor;
	readonly tree = new TreeBuilder();
	private readonly frames: FrameStack;
	private readonly issue: (issue: TextIssue) => void;
	private readonly tags: TagFinder | null;
	private dollars: ReadonlyMap<number, MathSpan> | null = null;
	private readonly mathFinder = new MathFinder();
	private readonly germanQuotes: GermanQuotes = { open: 0 };
	private reportedUnbalanced = false;
	private readonly protective: ReadonlyMap<number, ProtectiveBrace> | null;

	constructor(text: string, issue: (issue: TextIssue) => void) {
		this.cursor = new Cursor(text);
		this.issue = issue;
		this.frames = new FrameStack(this.tree, (rest) => this.takeArguments(rest, null));
		this.tags = mayContainTags.test(text) ? new TagFinder(text) : null;
		this.protective = mayContainEscapedBraces.test(text) ? protectiveBraces(text) : null;
	}

	read(): RichText {
		const { cursor, frames, tree } = this;
		while (!cursor.done) {
			this.readNext();
			if (frames.top.single && !tree.accentPending) frames.tokenRead();
		}
		const open = frames.closeAll();
		if (open !== null) this.reportUnbalanced('Unclosed brace', open);
		return tree.finish();
	}

	private readNext(): void {
		const { cursor, tree } = this;
		// A URL is not LaTeX: its `~`, `_` and `%` are literal.
		const url = cursor.match(bareUrl)?.[0];
		const words = url === undefined ? this.ordinaryText() : decodeUrl(url);
		if (words !== '') tree.text(words);
		else this.readSpecial();
	}

	/** Skips and returns ordinary characters: only one if a command takes a single token. */
	private ordinaryText(): string {
		if (this.frames.top.single) return this.cursor.match(ordinaryCharacter)?.[0] ?? '';
		return this.cursor.until(special);
	}

	private readSpecial(): void {
		const { cursor, tree } = this;
		const character = cursor.peek();
		const brace = this.protective?.get(cursor.offset);
		if (brace) this.readProtectiveBrace(brace);
		else if (character === '\\') this.readCommand();
		else if (character === '{') this.openGroup();
		else if (character === '}') this.closeGroup();
		else if (character === '$') this.readDollar();
		else if (character === '^') this.readScript('superscript');
		else if (character === '_') this.readScript('subscript');
		else if ((character === '<' || character === '&') && this.readTag()) return;
		else if (character === '&' && this.readEntity()) return;
		// Typewriter fonts have no ligatures, but ties work.
		else if (tree.inside('code') && character !== '~') this.addCharacter();
		else tree.text(readPunctuation(cursor, this.germanQuotes));
	}

	private addCharacter(): void {
		this.tree.text(this.cursor.peek());
		this.cursor.offset++;
	}

	/** `H_{2}O` without dollars is a subscript; `foo_bar` and `a^b` are literal. */
	private readScript(wrapping: Wrapping): void {
		if (this.cursor.peek(1) !== '{' || this.tree.inside('code')) this.addCharacter();
		else {
			this.cursor.offset++;
			this.takeArguments('+', wrapping);
		}
	}

	// Mathematics

	private readDollar(): void {
		if (this.readTag()) return;
		const { text, offset } = this.cursor;
		this.dollars ??= mathByDollars(text);
		const span = this.dollars.get(offset);
		if (span) {
			this.cursor.offset = span.end;
			this.addMath(span.tex, span.display);
			return;
		}
		if (!isCurrency(text, offset)) this.reportUnbalanced('Unclosed math: "$" without a closing "$"', offset);
		this.addCharacter();
	}

	addMath(tex: string, display: boolean): void {
		const source = mathSource(tex);
		if (source !== '') this.tree.math(source, display);
	}

	readMathUntil(closer: string, display: boolean): boolean {
		const tex = this.mathFinder.until(this.cursor, closer);
		if (tex !== null) this.addMath(tex, display);
		return tex !== null;
	}

	// HTML

	private readEntity(): boolean {
		const entity = entityAt(this.cursor.text, this.cursor.offset);
		if (!entity) return false;
		this.cursor.offset = entity.end;
		this.tree.text(entity.character === "'" ? '’' : entity.character);
		return true;
	}

	private readTag(): boolean {
		const tag = this.tags?.at(this.cursor.offset);
		if (!tag) return false;
		this.cursor.offset = tag.end;
		const meaning = tagMeanings.get(tag.name);
		if (meaning === 'space') this.tree.text(' ');
		if (meaning === 'space' || meaning === 'dropped' || tag.empty) return true;
		if (tag.closing) {
			this.frames.closeTag(tag.name);
			return true;
		}
		const wrapping = tagWrapping(tag);
		const wraps =
			tag.href === null ? wrapping !== null && this.tree.open(wrapping) : this.tree.open('link', decodeUrl(tag.href));
		this.frames.enter({ tag: tag.name, wraps, start: this.cursor.offset });
		return true;
	}

	// Groups

	/** Opens a group: case protection, unless it is BibTeX's 'special character' (`{\…}`). */
	private openGroup(): void {
		const { cursor, tree } = this;
		const start = cursor.offset;
		if (!tree.accentPending && cursor.skip('{}')) return;
		// Exporters write tags as `{\textless}i{\textgreater}` and entities as `{\&}amp;`.
		if (
			cursor.peek(1) === '\\' &&
			((this.tags?.escaped && this.readTag()) || (cursor.peek(2) === '&' && this.readEntity()))
		) {
			return;
		}
		const isSpecialCharacter =
			cursor.peek(1) === '\\' || tree.accentPending || endOfMatch(letterless, cursor.text, start) !== null;
		cursor.offset++;
		if (!isSpecialCharacter && tree.open('no-case')) this.frames.enter({ braced: true, wraps: true, start });
		else this.frames.enterPlainGroup(start);
	}

	/** Reads an escaped brace that only protects case like a brace. */
	private readProtectiveBrace({ start, end, closing }: ProtectiveBrace): void {
		const { cursor, frames, tree } = this;
		cursor.offset = end;
		if (!closing) {
			frames.closeBrace();
			return;
		}
		const message = `Escaped braces around "${cursor.text.slice(end, closing.start)}"`;
		this.issue({ code: 'text/escaped-brace', message, command: null, start, end: closing.end });
		if (tree.open('no-case')) frames.enter({ braced: true, wraps: true, start });
		else frames.enterPlainGroup(start);
	}

	private closeGroup(): void {
		this.tree.dropAccents();
		const { offset } = this.cursor;
		this.cursor.offset++;
		if (!this.frames.closeBrace()) this.reportUnbalanced('Unexpected closing brace', offset);
	}

	enterGroup(href: string | null): void {
		const start = this.cursor.offset++;
		this.frames.enter({ braced: true, wraps: href !== null && this.tree.open('link', href), start });
	}

	// Commands

	private readCommand(): void {
		const { cursor } = this;
		if (this.tags?.escaped && this.readTag()) return;
		const name = cursor.controlWord();
		if (name === null) {
			this.readControlSymbol();
			return;
		}
		const start = cursor.offset;
		cursor.offset += 1 + name.length;
		const command = commands.get(name);
		if (command) this.execute(command);
		else this.readUnknown(name, start);
	}

	private execute(command: Command): void {
		const { cursor, tree } = this;
		switch (command.does) {
			case 'symbol':
				cursor.skipSpace();
				tree.text(command.text);
				cursor.skip('{}');
				return;
			case 'accent':
				cursor.skipSpace();
				tree.accent(command.mark);
				return;
			case 'arguments':
				cursor.skip('*');
				this.takeArguments(command.take, command.as);
				return;
			case 'switch':
				cursor.skipSpace();
				if (command.as !== null && tree.open(command.as)) this.frames.enter({ wraps: true, start: cursor.offset });
				return;
			case 'case':
				cursor.skipSpace();
				this.takeCased(command.to);
				return;
			case 'special':
				cursor.skip('*');
				specialCommands[command.name](this);
		}
	}

	private readControlSymbol(): void {
		const { cursor, tree } = this;
		const at = cursor.offset + (cursor.peek(1) === 'a' ? 2 : 1);
		const character = String.fromCodePoint(cursor.text.codePointAt(at) ?? 0x20);
		if (character === '&' && this.readEntity()) return;
		cursor.offset = at + character.length;
		if (character === '(' && this.readMathUntil('\\)', false)) return;
		if (character === '[' && this.readMathUntil('\\]', true)) return;
		const command = commands.get(character);
		if (command?.does === 'accent') this.execute(command);
		else if (/\s/.test(character)) tree.text(' ');
		else {
			if (character === '\\') cursor.match(afterLineBreak);
			tree.text(controlSymbols.get(character) ?? character);
		}
	}

	/** Drops the optional argument of an unknown command and shows the others; an abbreviation without arguments shows its name. */
	private readUnknown(name: string, start: number): void {
		const { cursor } = this;
		const showsName = abbreviation.test(name) && !cursor.match(nonEmptyArgument);
		this.issue({
			code: 'text/unknown-command',
			message: `Unknown command \\${name}; only its ${showsName ? 'name is' : 'arguments are'} shown`,
			command: `\\${name}`,
			start,
			end: cursor.offset,
		});
		if (/[{[]/.test(cursor.peek(1))) cursor.skip('*');
		const option = cursor.optionEnd();
		if (option !== null && cursor.text[option] === '{') cursor.offset = option;
		// Abbreviations are usually defined with \xspace, so the space after one stays.
		else if (!showsName) cursor.skipSpace();
		if (showsName) this.tree.text(name);
		this.takeArguments('*', null);
	}

	/** Takes arguments in the notation of the command table; `*` means all groups that follow. */
	private takeArguments(take: string, as: Wrapping | null): void {
		const { cursor, tree } = this;
		for (let index = 0; index < take.length; index++) {
			const character = take[index];
			if (character === 'o') cursor.dropOption();
			else if (character === '-') cursor.dropArgument();
			else if (character === '*') {
				if (cursor.peek() === '{') this.frames.enter({ braced: true, rest: '*', start: cursor.offset++ });
				return;
			} else if (character === '+') {
				this.showArgument(as, take.slice(index + 1));
				return;
			} else tree.text(character ?? '');
		}
	}

	/** Reads an argument as text, then takes the rest of the arguments. */
	private showArgument(as: Wrapping | null, rest: string): void {
		const { cursor } = this;
		cursor.skipSpace();
		if (!this.hasArgument()) return;
		const wraps = as !== null && this.tree.open(as);
		if (wraps || rest !== '') this.frames.enter({ ...this.argumentFrame(), wraps, rest });
		else if (cursor.peek() === '{') this.frames.enterPlainGroup(cursor.offset++);
	}

	takeCased(to: LetterCase): void {
		if (!this.hasArgument()) return;
		this.frames.enter({ ...this.argumentFrame(), letterCase: this.tree.setCase(to) });
	}

	private hasArgument(): boolean {
		return !this.cursor.done && this.cursor.peek() !== '}';
	}

	/** The frame of an argument: a group or a single token. */
	private argumentFrame(): { braced: boolean; single: boolean; start: number } {
		const { cursor } = this;
		const braced = cursor.peek() === '{';
		return { braced, single: !braced, start: braced ? cursor.offset++ : cursor.offset };
	}

	/** Reports only the first problem of a value, because it causes the others. */
	private reportUnbalanced(message: string, start: number): void {
		if (this.reportedUnbalanced) return;
		this.reportedUnbalanced = true;
		this.issue({ code: 'text/unbalanced', message, command: null, start, end: start + 1 });
	}
}
