import { entityAt } from '../text/html-entities.ts';
import { type Command, commands } from './commands/latex-commands.ts';
import { controlSymbols } from './commands/letter-commands.ts';
import { type CommandReader, specialCommands } from './commands/special-commands.ts';
import { Cursor } from './cursor.ts';
import { FrameStack } from './frames.ts';
import { TagFinder, tagMeanings, tagWrapping } from './html-tags.ts';
import { BareUrls, decodeUrl } from './latex-url.ts';
import { MathFinder, mathSource } from './math/math-source.ts';
import { isCurrency, type MathSpan, mathByDollars } from './math/math-spans.ts';
import { type GermanQuotes, readPunctuation } from './punctuation.ts';
import type { RichText, Wrapping } from './rich-text.ts';
import { beginsRun, runAt } from './runs.ts';
import type { TextIssue } from './text-issue.ts';
import { type LetterCase, TreeBuilder } from './tree-builder.ts';

const letterless = /\{[^{}\\$A-Za-z\u0080-\uffff]*\}/y;
// `\LHCb`, `\TeV`, `\KOMAScript`: who defines a command with capitals in its name mostly means the name itself.
const abbreviation = /[A-Z].*[A-Z]/;
const someArgument = /(?=\*?(?:\[[^\]]{0,99}\])?\{(?!\}))/y;
const afterLineBreak = /\*?[ \t]*(?:\[[^\]]{0,20}\])?/y;
const mayHoldTags = /[<&]|\\textless|\$<\$/;

/**
 * Reads one LaTeX text into a tree, from left to right, without recursion: what is open stands in a
 * {@link FrameStack}, what was read in a {@link TreeBuilder}.
 */
export class LatexReader implements CommandReader {
	readonly cursor: Cursor;
	readonly tree = new TreeBuilder();
	private readonly frames: FrameStack;
	private readonly issue: (found: TextIssue) => void;
	private readonly tags: TagFinder | null;
	private readonly urls: BareUrls;
	private dollars: ReadonlyMap<number, MathSpan> | null = null;
	private mathFinder: MathFinder | null = null;
	private readonly germanQuotes: GermanQuotes = { open: 0 };
	private reportedUnbalanced = false;

	constructor(text: string, issue: (found: TextIssue) => void) {
		this.cursor = new Cursor(text);
		this.issue = issue;
		this.frames = new FrameStack(this.tree, (rest) => this.takeArguments(rest, null));
		this.tags = mayHoldTags.test(text) ? new TagFinder(text) : null;
		this.urls = new BareUrls(text);
	}

	read(): RichText {
		const { cursor, frames, tree } = this;
		while (!cursor.done) {
			// An address in the text is no LaTeX: its `~`, `_` and `%` are its own.
			const url = this.urls.read(cursor);
			if (url !== null) tree.text(url);
			else this.readItem(this.urls.next);
			if (frames.top.single && !tree.accentPending) frames.tokenRead();
		}
		const open = frames.closeAll();
		if (open !== null) this.reportUnbalanced('A brace is opened and never closed', open);
		return tree.finish();
	}

	private readItem(limit: number): void {
		const { cursor } = this;
		const code = cursor.code();
		if (beginsRun(cursor.text, cursor.offset)) this.readRun(limit);
		else if (code === 0x5c) this.readCommand();
		else if (code === 0x7b) this.openGroup();
		else if (code === 0x7d) this.closeGroup();
		else if (code === 0x24) this.readDollar();
		else if (code === 0x5e || code === 0x5f) this.readScript(code === 0x5e ? 'superscript' : 'subscript');
		else if (code === 0x3c && this.readTag()) return;
		else if (code === 0x26 && (this.readTag() || this.readEntity())) return;
		// Typewriter type has no ligatures; only a tie is one there too.
		else if (this.tree.inside('code') && code !== 0x7e) this.addSign();
		else this.tree.text(readPunctuation(cursor, this.germanQuotes));
	}

	/** A run of characters that stand for themselves; only one where a command takes no more. */
	private readRun(limit: number): void {
		const { text, offset } = this.cursor;
		const { end, usual } = runAt(text, offset, this.frames.top.single ? offset + 1 : limit);
		const run = text.slice(offset, end);
		if (usual) this.tree.usualText(run);
		else this.tree.text(run);
		this.cursor.offset = end;
	}

	private addSign(): void {
		this.tree.text(this.cursor.text[this.cursor.offset] ?? '');
		this.cursor.offset++;
	}

	/** `H_{2}O` without dollars means a subscript; `foo_bar` and `a^b` are what they are. */
	private readScript(wrapping: Wrapping): void {
		if (this.cursor.code(1) !== 0x7b || this.tree.inside('code')) this.addSign();
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
		if (!isCurrency(text, offset)) this.reportUnbalanced('A dollar sign opens mathematics that never ends', offset);
		this.addSign();
	}

	addMath(tex: string, display: boolean): void {
		const source = mathSource(tex);
		if (source !== '') this.tree.math(source, display);
	}

	readMathUntil(closer: string, display: boolean): boolean {
		this.mathFinder ??= new MathFinder();
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

	/** A brace group of the text: BibTeX's case protection, unless it is a 'special character' (`{\…}`). */
	private openGroup(): void {
		const { cursor, tree } = this;
		const start = cursor.offset;
		if (!tree.accentPending && cursor.skip('{}')) return;
		// Exporters write `{\textless}i{\textgreater}` and `{\&}amp;`.
		if (
			cursor.code(1) === 0x5c &&
			((this.tags?.escaped && this.readTag()) || (cursor.code(2) === 0x26 && this.readEntity()))
		) {
			return;
		}
		letterless.lastIndex = start;
		const special = cursor.code(1) === 0x5c || tree.accentPending || letterless.test(cursor.text);
		cursor.offset++;
		if (!special && tree.open('no-case')) this.frames.enter({ braced: true, wraps: true, start });
		else this.frames.enterPlainGroup(start);
	}

	private closeGroup(): void {
		this.tree.dropAccents();
		const { offset } = this.cursor;
		this.cursor.offset++;
		if (!this.frames.closeBrace()) this.reportUnbalanced('A brace is closed that was never opened', offset);
	}

	enterGroup(href: string | null): void {
		const start = this.cursor.offset++;
		this.frames.enter({ braced: true, wraps: href !== null && this.tree.open('link', href), start });
	}

	// Commands

	private readCommand(): void {
		const { cursor } = this;
		if (this.tags?.escaped && this.readTag()) return;
		const name = cursor.wordAfterBackslash();
		if (name === null) {
			this.readControlSymbol();
			return;
		}
		const start = cursor.offset;
		cursor.offset += 1 + name.length;
		const command = commands.get(name);
		if (command) this.obey(command);
		else this.readUnknown(name, start);
	}

	private obey(command: Command): void {
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
		const sign = String.fromCodePoint(cursor.text.codePointAt(cursor.offset + 1) ?? 0x20);
		if (sign === '&' && this.readEntity()) return;
		cursor.offset += 1 + sign.length;
		if (sign === '(' && this.readMathUntil('\\)', false)) return;
		if (sign === '[' && this.readMathUntil('\\]', true)) return;
		const command = commands.get(sign);
		if (command?.does === 'accent') this.obey(command);
		else if (/\s/.test(sign)) tree.text(' ');
		else {
			if (sign === '\\') cursor.match(afterLineBreak);
			tree.text(controlSymbols.get(sign) ?? sign);
		}
	}

	/** An unknown command: an optional argument goes, the others show; an abbreviation without one shows itself. */
	private readUnknown(name: string, start: number): void {
		const { cursor } = this;
		const ownName = abbreviation.test(name) && !cursor.match(someArgument);
		this.issue({
			code: 'text/unknown-command',
			message: `The command \\${name} is not known; only its ${ownName ? 'name is' : 'arguments are'} shown`,
			command: `\\${name}`,
			start,
			end: cursor.offset,
		});
		if (/[{[]/.test(cursor.text[cursor.offset + 1] ?? '')) cursor.skip('*');
		const option = cursor.optionEnd();
		if (option > 0 && cursor.text[option] === '{') cursor.offset = option;
		// Who writes a space behind an abbreviation and sees it has defined it with \xspace.
		else if (!ownName) cursor.skipSpace();
		if (ownName) this.tree.text(name);
		this.takeArguments('*', null);
	}

	/** Takes arguments as the command table says; `*` is as many groups as follow each other. */
	private takeArguments(take: string, as: Wrapping | null): void {
		const { cursor, tree } = this;
		for (let index = 0; index < take.length; index++) {
			const sign = take[index];
			if (sign === 'o') cursor.dropOption();
			else if (sign === '-') cursor.dropArgument();
			else if (sign === '*') {
				if (cursor.code() === 0x7b) this.frames.enter({ braced: true, rest: '*', start: cursor.offset++ });
				return;
			} else if (sign === '+') {
				this.showArgument(as, take.slice(index + 1));
				return;
			} else tree.text(sign ?? '');
		}
	}

	/** Reads an argument as text, then takes the rest. */
	private showArgument(as: Wrapping | null, rest: string): void {
		const { cursor } = this;
		cursor.skipSpace();
		const code = cursor.code();
		if (Number.isNaN(code) || code === 0x7d) return;
		const wraps = as !== null && this.tree.open(as);
		if (wraps || rest !== '') this.frames.enter({ ...this.argumentFrame(), wraps, rest });
		else if (code === 0x7b) this.frames.enterPlainGroup(cursor.offset++);
	}

	takeCased(to: LetterCase): void {
		const code = this.cursor.code();
		if (Number.isNaN(code) || code === 0x7d) return;
		this.frames.enter({ ...this.argumentFrame(), letterCase: this.tree.setCase(to) });
	}

	/** An argument in braces, or a single token. */
	private argumentFrame(): { braced: boolean; single: boolean; start: number } {
		const { cursor } = this;
		const braced = cursor.code() === 0x7b;
		return { braced, single: !braced, start: braced ? cursor.offset++ : cursor.offset };
	}

	/** Only the first of a value: the others follow from it. */
	private reportUnbalanced(message: string, start: number): void {
		if (this.reportedUnbalanced) return;
		this.reportedUnbalanced = true;
		this.issue({ code: 'text/unbalanced', message, command: null, start, end: start + 1 });
	}
}
