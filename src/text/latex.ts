import { bibstrings } from './bibstrings.ts';
import { isBalanced, matchBraces } from './brackets.ts';
import { isCurrency, type MathSpan, mathByDollars } from './dollars.ts';
import { entityAt } from './entities.ts';
import { expand } from './expand.ts';
import { type Command, commands, type SpecialCommand } from './latex-commands.ts';
import type { RichText, Wrapping } from './rich-text.ts';
import { controlSymbols } from './symbols.ts';
import { TagFinder, tagMeanings, tagWrapping } from './tags.ts';
import { cleanText, type LetterCase, TreeBuilder } from './tree.ts';
import { ensuredCharacters } from './unicode-latex.ts';
import { bareUrl, decodeUrl } from './url.ts';
import type { UserCommands } from './user-commands.ts';

/** Something in a value that a person should know; offsets are UTF-16, half-open, in the value. */
export interface TextIssue {
	readonly code: 'text/unknown-command' | 'text/unbalanced';
	readonly message: string;
	/** The command's name with its backslash; null when it is not about one. */
	readonly command: string | null;
	readonly start: number;
	readonly end: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters need cleaning.
const notPlain = /[\\{}$~`'&<\0-\x1f\x7f-\uffff]|--| {2}|,,|>>|^ | $/;

/**
 * Reads a LaTeX value as a person means it: LaTeX's text mode as BibTeX and BibLaTeX print it, publishers' HTML,
 * and what careless hands leave bare (`%`, `&`, `_`, `#`, a `$` that is money). Never throws; linear time.
 *
 * Reports commands it does not know, whose arguments it shows, and braces or dollars that do not match.
 */
export function parseLatex(
	value: string,
	options: { readonly commands?: UserCommands | undefined } = {},
	issue: (found: TextIssue) => void = () => {},
): RichText {
	if (!notPlain.test(value)) return value === '' ? [] : [{ type: 'text', value }];
	if (options.commands === undefined || options.commands.size === 0 || !value.includes('\\')) {
		return new LatexReader(value, issue).read();
	}
	const { text, origin } = expand(value, options.commands);
	return new LatexReader(text, (found) =>
		issue({ ...found, start: origin(found.start), end: Math.max(origin(found.end), origin(found.start)) }),
	).read();
}

/** A level of reading: what must happen when it ends. */
interface Frame {
	/** Ends at a closing brace (else with the level around it). */
	readonly braced: boolean;
	/** Ends after one token: `\emph x`. */
	readonly single: boolean;
	/** The HTML tag that opened it. */
	readonly tag: string | null;
	/** It opened a wrapping in the tree. */
	readonly wraps: boolean;
	/** Arguments that are still to be taken after it, as in the command table. */
	readonly rest: string;
	/** The letter case to go back to; undefined when it changed none. */
	readonly letterCase: LetterCase | null | undefined;
	/** Groups inside it that mean nothing. */
	groups: number;
	/** For a single frame: its token has begun. */
	begun: boolean;
	readonly start: number;
}

const ordinary = ordinaryCharacters();

/** ASCII characters that only stand for themselves. */
function ordinaryCharacters(): Uint8Array {
	const table = new Uint8Array(128).fill(1);
	for (const sign of '\\{}$~`\'"&<>-,?!^_') table[sign.charCodeAt(0)] = 0;
	return table;
}

const letterless = /\{[^{}\\$A-Za-z\u0080-\uffff]*\}/y;
const controlWord = /[A-Za-z]+/y;
const lineBreakExtra = /\*?[ \t]*(?:\[[^\]]{0,20}\])?/y;
const dimension =
	/\s*=?\s*[-+]?\d*\.?\d+\s*(?:true\s*)?(?:(?:pt|em|ex|mm|cm|in|mu|sp|bp|pc|dd|cc)(?![a-z]))?(?:\s*(?:plus|minus)\s*[-+]?\d*\.?\d+\s*(?:pt|em|ex|mm|cm|in|mu|fil+))*/y;
const charCode = /\s*(?:"([0-9A-F]+)|'([0-7]+)|`\\?(.)|(\d+))\s?/suy;
const mathEnvironments: ReadonlySet<string> = new Set([
	'math',
	'displaymath',
	'equation',
	'equation*',
	'align',
	'align*',
]);

class LatexReader {
	private readonly text: string;
	private readonly issue: (found: TextIssue) => void;
	private readonly tree = new TreeBuilder();
	private readonly frames: Frame[] = [];
	private top: Frame;
	private offset = 0;
	private readonly tags: TagFinder | null;
	private openTags = 0;
	private readonly urls: readonly (readonly [start: number, end: number])[];
	private nextUrl = 0;
	private dollars: ReadonlyMap<number, MathSpan> | null = null;
	private closers: Int32Array | null = null;
	private germanQuotes = 0;
	private unbalanced = false;
	/** No `\)` or `\]` stands behind this offset. */
	private readonly noCloser: Record<string, boolean> = {};

	constructor(text: string, issue: (found: TextIssue) => void) {
		this.text = text;
		this.issue = issue;
		this.tags = /[<&]|\\textless|\$<\$/.test(text) ? new TagFinder(text) : null;
		this.urls = text.includes('://')
			? [...text.matchAll(bareUrl)].map((match) => [match.index, match.index + match[0].length] as const)
			: [];
		this.top = this.frame({});
	}

	read(): RichText {
		const { text } = this;
		while (this.offset < text.length) {
			const url = this.urls[this.nextUrl];
			if (url && this.offset >= url[0]) this.readBareUrl(url);
			else this.readItem(url ? url[0] : text.length);
			while (this.top.single && !this.tree.accentPending) {
				if (!this.top.begun) {
					this.top.begun = true;
					break;
				}
				this.leave();
			}
		}
		return this.finish();
	}

	private finish(): RichText {
		for (let frame: Frame | null = this.top; frame && this.frames.length > 0; frame = this.top) {
			if (frame.braced || frame.groups > 0) this.reportUnbalanced('A brace is opened and never closed', frame.start);
			this.leave();
		}
		if (this.top.groups > 0) this.reportUnbalanced('A brace is opened and never closed', 0, this.text.length);
		return this.tree.finish();
	}

	private readItem(limit: number): void {
		const { text, offset } = this;
		const code = text.charCodeAt(offset);
		if (code > 127 || ordinary[code] === 1) {
			this.readRun(limit);
			return;
		}
		switch (code) {
			case 0x5c: // \
				this.readCommand();
				return;
			case 0x7b: // {
				if (this.tags?.escaped && text.charCodeAt(offset + 1) === 0x5c && this.readTag()) return;
				this.openGroup();
				return;
			case 0x7d: // }
				this.closeGroup();
				return;
			case 0x24: // $
				this.readDollar();
				return;
			case 0x26: // &
			case 0x3c: // <
				if (this.readTag() || (code === 0x26 && this.readEntity())) return;
				if (code === 0x3c && this.readGuillemet(true)) return;
				this.character(text[offset] ?? '');
				return;
			case 0x7e: // ~
				this.character(this.tilde());
				return;
			case 0x5e: // ^
			case 0x5f: // _
				this.readScript(code === 0x5e ? 'superscript' : 'subscript');
				return;
			case 0x3e: // >
				if (this.readGuillemet(false)) return;
				this.character('>');
				return;
			default:
				this.readPunctuation(code);
		}
	}

	/** A run of characters that stand for themselves. */
	private readRun(limit: number): void {
		const { text } = this;
		let end = this.offset + 1;
		if (this.top.single) {
			if ((text.codePointAt(this.offset) ?? 0) > 0xffff) end++;
		} else {
			for (; end < limit; end++) {
				const code = text.charCodeAt(end);
				if (code < 128 && ordinary[code] === 0) break;
			}
		}
		this.tree.text(text.slice(this.offset, end));
		this.offset = end;
	}

	private character(value: string, length = 1): void {
		this.tree.text(value);
		this.offset += length;
	}

	/** Quotes, dashes and what fonts make of pairs of signs. */
	private readPunctuation(code: number): void {
		const { text, offset } = this;
		const next = text.charCodeAt(offset + 1);
		if (this.tree.inside('code')) {
			this.character(text[offset] ?? '');
			return;
		}
		switch (code) {
			case 0x2d: // -
				if (next !== 0x2d) this.character('-');
				else if (text.charCodeAt(offset + 2) === 0x2d) this.character('—', 3);
				else this.character('–', 2);
				return;
			case 0x60: // `
				if (next === 0x60) this.character('“', 2);
				else this.character('‘');
				return;
			case 0x27: // '
				if (next === 0x27) this.character('”', 2);
				else this.character('’');
				return;
			case 0x22: // "
				// babel's German shorthands; a quotation mark is otherwise what it is.
				if (next === 0x60) {
					this.germanQuotes++;
					this.character('„', 2);
				} else if (next === 0x27 && this.germanQuotes > 0) {
					this.germanQuotes--;
					this.character('“', 2);
				} else this.character('"');
				return;
			case 0x2c: // ,
				if (next === 0x2c && /[\s([]/.test(text[offset - 1] ?? ' ') && /[^\s,]/.test(text[offset + 2] ?? ' ')) {
					this.character('„', 2);
				} else this.character(',');
				return;
			default: // ? !
				if (next === 0x60 && text.charCodeAt(offset + 2) !== 0x60) this.character(code === 0x3f ? '¿' : '¡', 2);
				else this.character(text[offset] ?? '');
		}
	}

	/** `<<mot>>` is a pair of guillemets in T1; 'a << b' is not. */
	private readGuillemet(opening: boolean): boolean {
		const { text, offset } = this;
		const sign = opening ? '<' : '>';
		if (text[offset + 1] !== sign || this.tree.inside('code')) return false;
		const outside = opening ? (text[offset - 1] ?? ' ') : (text[offset + 2] ?? ' ');
		const inner = opening ? (text[offset + 2] ?? ' ') : (text[offset - 1] ?? ' ');
		if (!/[\s()[\]{}.,;:]/.test(outside) || !/[\p{L}\p{P}\p{N}]/u.test(inner) || inner === sign) return false;
		this.character(opening ? '«' : '»', 2);
		return true;
	}

	/** A tie; but 'about ~5' and '(~5 %)' mean approximately. */
	private tilde(): string {
		const before = this.text[this.offset - 1] ?? ' ';
		return /[\s([]/.test(before) && /\d/.test(this.text[this.offset + 1] ?? '') ? '~' : '\u00a0';
	}

	/** `H_{2}O` without dollars means a subscript; `foo_bar` and `a^b` are what they are. */
	private readScript(wrapping: Wrapping): void {
		if (this.text.charCodeAt(this.offset + 1) !== 0x7b || this.tree.inside('code')) {
			this.character(this.text[this.offset] ?? '');
			return;
		}
		this.offset++;
		this.takeArguments('+', wrapping);
	}

	private readBareUrl([start, end]: readonly [number, number]): void {
		this.nextUrl++;
		if (this.offset > start) return;
		this.character(decodeUrl(this.text.slice(start, end)), end - start);
	}

	// Mathematics

	private readDollar(): void {
		const { text, offset } = this;
		if (this.readTag()) return;
		this.dollars ??= mathByDollars(text);
		const span = this.dollars.get(offset);
		if (span) {
			this.addMath(span.tex, span.display);
			this.offset = span.end;
			return;
		}
		if (!isCurrency(text, offset)) this.reportUnbalanced('A dollar sign opens mathematics that never ends', offset);
		this.character('$');
	}

	private readDelimitedMath(closer: string, display: boolean): boolean {
		const start = this.offset + 2;
		if (this.noCloser[closer]) return false;
		for (let end = this.text.indexOf(closer, start); ; end = this.text.indexOf(closer, end + 1)) {
			if (end < 0) {
				this.noCloser[closer] = true;
				return false;
			}
			let backslashes = 0;
			while (this.text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
			if (backslashes % 2 === 1) continue;
			const tex = this.text.slice(start, end);
			if (!isBalanced(tex)) return false;
			this.addMath(tex, display);
			this.offset = end + closer.length;
			return true;
		}
	}

	private addMath(tex: string, display: boolean): void {
		const oneLine = trimmed(cleanText(tex).replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? ' ' : blank)));
		const plain = oneLine.replace(/&(?:amp;)*(lt|gt|amp);/g, (_, name: string) =>
			name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
		);
		if (plain !== '') this.tree.math(plain, display);
	}

	// HTML

	private readEntity(): boolean {
		const entity = entityAt(this.text, this.offset);
		if (!entity) return false;
		this.offset = entity.end;
		this.tree.text(entity.character === "'" ? '’' : entity.character);
		return true;
	}

	private readTag(): boolean {
		const tag = this.tags?.at(this.offset);
		if (!tag) return false;
		this.offset = tag.end;
		const meaning = tagMeanings.get(tag.name);
		if (meaning === 'space') this.tree.text(' ');
		if (meaning === 'space' || meaning === 'dropped' || tag.empty) return true;
		if (tag.closing) this.closeTag(tag.name);
		else {
			const href = /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(tag.attributes)?.[1];
			const wrapping = tagWrapping(tag);
			const wraps =
				meaning === 'link'
					? href !== undefined && this.tree.open('link', decodeUrl(href))
					: wrapping !== null && this.tree.open(wrapping);
			this.enter({ tag: tag.name, wraps });
			this.openTags++;
		}
		return true;
	}

	/** Closes the nearest tag of that name in this group, and what is open inside it; a stray one means nothing. */
	private closeTag(name: string): void {
		if (this.openTags === 0) return;
		let depth = this.frames.length;
		for (let frame: Frame | undefined = this.top; frame && frame.tag !== name; frame = this.frames[--depth]) {
			if (frame.braced || frame.groups > 0 || depth === 0 || this.frames.length - depth > 40) return;
		}
		while (this.top.tag !== name) this.leave();
		this.leave();
	}

	// Groups

	private frame(more: Partial<Frame>): Frame {
		return {
			braced: false,
			single: false,
			tag: null,
			wraps: false,
			rest: '',
			letterCase: undefined,
			groups: 0,
			begun: false,
			start: this.offset,
			...more,
		};
	}

	private enter(more: Partial<Frame>): void {
		this.frames.push(this.top);
		this.top = this.frame(more);
	}

	/** Ends the innermost level. */
	private leave(): void {
		const { wraps, letterCase, tag, rest } = this.top;
		const outer = this.frames.pop();
		if (!outer) return;
		this.top = outer;
		if (wraps) this.tree.close();
		if (letterCase !== undefined) this.tree.setCase(letterCase);
		if (tag !== null) this.openTags--;
		if (rest !== '') this.takeArguments(rest, null);
	}

	/** A brace group of the text: BibTeX's case protection, unless it is a 'special character' (`{\…}`). */
	private openGroup(): void {
		const { text, offset } = this;
		this.offset++;
		if (text.charCodeAt(offset + 1) === 0x7d && !this.tree.accentPending) {
			this.offset++;
			return;
		}
		letterless.lastIndex = offset;
		const special = text.charCodeAt(offset + 1) === 0x5c || this.tree.accentPending || letterless.test(text);
		if (!special && this.tree.open('no-case')) this.enter({ braced: true, wraps: true, start: offset });
		else this.top.groups++;
	}

	private closeGroup(): void {
		this.offset++;
		this.tree.dropAccents();
		while (this.top.groups === 0 && !this.top.braced) {
			if (this.frames.length === 0) {
				this.reportUnbalanced('A brace is closed that was never opened', this.offset - 1);
				return;
			}
			this.leave();
		}
		if (this.top.groups > 0) this.top.groups--;
		else this.leave();
	}

	// Commands

	private readCommand(): void {
		const { text, offset } = this;
		if (this.tags?.escaped && text.startsWith('\\textless', offset) && this.readTag()) return;
		controlWord.lastIndex = offset + 1;
		const name = controlWord.exec(text)?.[0];
		if (name === undefined) {
			this.readControlSymbol();
			return;
		}
		this.offset = offset + 1 + name.length;
		const command = commands.get(name);
		if (command) this.obey(command, name);
		else this.readUnknown(name, offset);
	}

	private obey(command: Command, name: string): void {
		switch (command.does) {
			case 'symbol':
				this.skipSpace();
				if (this.tree.inside('link') || command.text !== '') this.tree.text(command.text);
				this.skipEmptyGroup();
				return;
			case 'accent':
				this.skipSpace();
				this.tree.accent(command.mark);
				return;
			case 'arguments':
				this.skipStar();
				this.takeArguments(command.take, command.as);
				return;
			case 'switch':
				this.skipSpace();
				if (command.as !== null && this.tree.open(command.as)) this.enter({ wraps: true });
				return;
			case 'case':
				this.skipSpace();
				this.takeCased(command.to);
				return;
			case 'special':
				this.skipStar();
				this[specialReaders[command.name]](name);
		}
	}

	private readControlSymbol(): void {
		const { text, offset } = this;
		const sign = text[offset + 1] ?? '';
		if (sign === '(' && this.readDelimitedMath('\\)', false)) return;
		if (sign === '[' && this.readDelimitedMath('\\]', true)) return;
		if (sign === '&' && this.readEntity()) return;
		const accent = commands.get(sign);
		this.offset = offset + 2;
		if (accent?.does === 'accent') {
			this.skipSpace();
			this.tree.accent(accent.mark);
		} else if (sign === '\\') {
			lineBreakExtra.lastIndex = this.offset;
			if (lineBreakExtra.test(text)) this.offset = lineBreakExtra.lastIndex;
			this.tree.text(' ');
		} else if (/\s/.test(sign)) this.tree.text(' ');
		else this.tree.text(controlSymbols.get(sign) ?? String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x20));
		if (this.text.codePointAt(offset + 1) !== undefined && (this.text.codePointAt(offset + 1) ?? 0) > 0xffff)
			this.offset++;
	}

	/** An unknown command: an optional argument goes, the others show. */
	private readUnknown(name: string, start: number): void {
		this.issue({
			code: 'text/unknown-command',
			message: `The command \\${name} is not known; only its arguments are shown`,
			command: `\\${name}`,
			start,
			end: this.offset,
		});
		const option = this.optionEnd();
		if (option > 0 && this.text.charCodeAt(option) === 0x7b) this.offset = option;
		else this.skipSpace();
		if (this.text.charCodeAt(this.offset) === 0x7b) this.takeArguments('*', null);
	}

	/** Takes arguments as the command table says; `*` is as many groups as follow each other. */
	private takeArguments(take: string, as: Wrapping | null): void {
		for (let index = 0; index < take.length; index++) {
			const sign = take[index];
			const rest = take.slice(index + 1);
			if (sign === 'o') this.dropOption();
			else if (sign === '-') this.dropArgument();
			else if (sign === '*') {
				if (this.text.charCodeAt(this.offset) !== 0x7b) return;
				this.offset++;
				this.enter({ braced: true, rest: '*', start: this.offset - 1 });
				return;
			} else if (sign === '+') {
				this.showArgument(as, rest);
				return;
			} else this.tree.text(sign ?? '');
		}
	}

	private showArgument(as: Wrapping | null, rest: string): void {
		this.skipSpace();
		const code = this.text.charCodeAt(this.offset);
		if (Number.isNaN(code) || code === 0x7d) return;
		const wraps = as !== null && this.tree.open(as);
		if (code === 0x7b) {
			this.offset++;
			if (wraps || rest !== '') this.enter({ braced: true, wraps, rest, start: this.offset - 1 });
			else this.top.groups++;
		} else if (wraps || rest !== '') this.enter({ single: true, wraps, rest });
	}

	private takeCased(to: LetterCase): void {
		const code = this.text.charCodeAt(this.offset);
		if (Number.isNaN(code) || code === 0x7d) return;
		const letterCase = this.tree.setCase(to);
		if (code === 0x7b) {
			this.offset++;
			this.enter({ braced: true, letterCase, start: this.offset - 1 });
		} else this.enter({ single: true, letterCase });
	}

	private skipSpace(): void {
		const { text } = this;
		for (; this.offset < text.length; this.offset++) {
			const code = text.charCodeAt(this.offset);
			if (code !== 0x20 && (code < 9 || code > 13)) return;
		}
	}

	private skipStar(): void {
		if (this.text.charCodeAt(this.offset) === 0x2a) this.offset++;
	}

	private skipEmptyGroup(): void {
		if (this.text.startsWith('{}', this.offset)) this.offset += 2;
	}

	/** Where an optional argument ends that stands here, or 0. */
	private optionEnd(): number {
		const { text, offset } = this;
		if (text.charCodeAt(offset) !== 0x5b) return 0;
		let depth = 0;
		for (let index = offset + 1; index < text.length && index < offset + 500; index++) {
			const code = text.charCodeAt(index);
			if (code === 0x5c) index++;
			else if (code === 0x7b) depth++;
			else if (code === 0x7d && --depth < 0) return 0;
			else if (code === 0x5d && depth === 0) return index + 1;
		}
		return 0;
	}

	private dropOption(): void {
		const start = this.offset;
		this.skipSpace();
		const end = this.optionEnd();
		this.offset = end > 0 ? end : start;
	}

	private dropArgument(): void {
		this.skipSpace();
		if (this.rawArgument() !== null) return;
		const code = this.text.charCodeAt(this.offset);
		if (Number.isNaN(code) || code === 0x7b || code === 0x7d) return;
		this.offset++;
		if (code !== 0x5c) return;
		controlWord.lastIndex = this.offset;
		this.offset += controlWord.exec(this.text)?.[0].length ?? 1;
	}

	/** The source of a group that stands here, which is passed; null when there is none, or it is never closed. */
	private rawArgument(): string | null {
		const { offset } = this;
		if (this.text.charCodeAt(offset) !== 0x7b) return null;
		this.closers ??= matchBraces(this.text);
		const close = this.closers[offset] ?? 0;
		if (close === 0) return null;
		this.offset = close + 1;
		return this.text.slice(offset + 1, close);
	}

	// Commands with rules of their own

	readHref(): void {
		this.dropOption();
		this.skipSpace();
		const href = this.rawArgument();
		if (href === null) return;
		this.skipSpace();
		const wraps = this.tree.open('link', cleanText(decodeUrl(href)));
		if (this.text.charCodeAt(this.offset) === 0x7b) {
			this.offset++;
			this.enter({ braced: true, wraps, start: this.offset - 1 });
		} else {
			this.tree.text(decodeUrl(href));
			if (wraps) this.tree.close();
		}
	}

	readUrl(): void {
		const address = this.verbatimArgument();
		if (address !== '') this.addLink(address, address);
	}

	readPath(): void {
		const path = this.verbatimArgument();
		if (path !== '') this.addLiteral(path);
	}

	readDoi(): void {
		const doi = this.verbatimArgument().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
		if (doi !== '') this.addLink(`https://doi.org/${doi}`, `doi:${doi}`);
	}

	private verbatimArgument(): string {
		this.skipSpace();
		const { text, offset } = this;
		const raw = this.rawArgument();
		if (raw !== null) return cleanText(decodeUrl(raw));
		const delimiter = text[offset] ?? '';
		if (delimiter === '' || /[\s{}\\A-Za-z0-9]/.test(delimiter)) return '';
		const end = text.slice(offset + 1, offset + 1000).indexOf(delimiter);
		if (end < 0) return '';
		this.offset = offset + end + 2;
		return cleanText(decodeUrl(text.slice(offset + 1, offset + 1 + end)));
	}

	private addLink(href: string, label: string): void {
		const wraps = this.tree.open('link', href);
		this.tree.text(label);
		if (wraps) this.tree.close();
	}

	private addLiteral(value: string): void {
		const wraps = this.tree.open('code');
		this.tree.text(value);
		if (wraps) this.tree.close();
	}

	readVerb(): void {
		const { text, offset } = this;
		const delimiter = text[offset] ?? '';
		if (delimiter === '{') {
			const raw = this.rawArgument();
			if (raw !== null) this.addLiteral(raw);
			return;
		}
		const end =
			delimiter === '' || /[\s}]/.test(delimiter) ? -1 : text.slice(offset + 1, offset + 1000).indexOf(delimiter);
		if (end < 0) return;
		this.offset = offset + end + 2;
		this.addLiteral(text.slice(offset + 1, offset + 1 + end));
	}

	readBegin(): void {
		this.skipSpace();
		const name = this.rawArgument()?.trim() ?? '';
		if (!mathEnvironments.has(name)) {
			this.tree.text(' ');
			return;
		}
		this.offset -= 2;
		if (!this.readDelimitedMath(`\\end{${name}}`, name !== 'math')) this.offset += 2;
	}

	readEnd(): void {
		this.skipSpace();
		this.rawArgument();
		this.tree.text(' ');
	}

	readMath(): void {
		this.skipSpace();
		const start = this.offset;
		const tex = this.rawArgument()?.replace(/^\s*\$([^$]*)\$\s*$/, '$1');
		if (tex === undefined) return;
		const symbol = /^\s*\\([A-Za-z]+)\s*$/.exec(tex)?.[1];
		const meaning = symbol === undefined ? undefined : commands.get(symbol);
		const character = ensuredCharacters.get(tex.trim());
		if (character !== undefined) this.tree.text(character);
		else if (meaning?.does === 'symbol') this.tree.text(meaning.text);
		else if (/^[<>|=+]$/.test(tex)) this.tree.text(tex);
		else this.addMath(tex, false);
		if (this.offset === start) this.offset++;
	}

	readBibstring(): void {
		this.dropOption();
		this.skipSpace();
		const key = this.rawArgument()?.trim();
		if (key !== undefined) this.tree.text(bibstrings.get(key.toLowerCase()) ?? key);
	}

	readChar(name: string): void {
		let code: number;
		if (name === 'char') {
			charCode.lastIndex = this.offset;
			const match = charCode.exec(this.text);
			if (!match) return;
			this.offset = charCode.lastIndex;
			const [, hex, octal, character, decimal] = match;
			code = character?.codePointAt(0) ?? Number.parseInt(hex ?? octal ?? decimal ?? '', hex ? 16 : octal ? 8 : 10);
		} else {
			this.skipSpace();
			const raw = this.rawArgument()?.trim() ?? '';
			code = raw.startsWith('"')
				? Number.parseInt(raw.slice(1), 16)
				: raw.startsWith("'")
					? Number.parseInt(raw.slice(1), 8)
					: Number(raw);
		}
		if (Number.isInteger(code) && code >= 32 && code <= 0x10ffff) this.tree.text(String.fromCodePoint(code));
		this.skipEmptyGroup();
	}

	readDimension(): void {
		dimension.lastIndex = this.offset;
		if (dimension.test(this.text)) this.offset = dimension.lastIndex;
		this.skipSpace();
	}

	readString(): void {
		if (this.text.charCodeAt(this.offset) !== 0x5c) return;
		controlWord.lastIndex = this.offset + 1;
		this.offset += 1 + (controlWord.exec(this.text)?.[0].length ?? 1);
	}

	/** TeX's `\accent"7F u`, of which only the letter is sure. */
	readAccentPrimitive(): void {
		charCode.lastIndex = this.offset;
		if (charCode.test(this.text)) this.offset = charCode.lastIndex;
		this.skipSpace();
	}

	private reportUnbalanced(message: string, start: number, end = start + 1): void {
		if (this.unbalanced) return;
		this.unbalanced = true;
		this.issue({ code: 'text/unbalanced', message, command: null, start, end });
	}
}

/** Without white space at its ends; but the space of a control space (`\ `) belongs to it. */
function trimmed(tex: string): string {
	const end = tex.trimEnd();
	return (end.endsWith('\\') && end.length < tex.length ? `${end} ` : end).trimStart();
}

/** Which method reads each command that has rules of its own. */
const specialReaders = {
	href: 'readHref',
	url: 'readUrl',
	path: 'readPath',
	doi: 'readDoi',
	verb: 'readVerb',
	begin: 'readBegin',
	end: 'readEnd',
	math: 'readMath',
	bibstring: 'readBibstring',
	char: 'readChar',
	dimension: 'readDimension',
	string: 'readString',
	'accent-primitive': 'readAccentPrimitive',
} as const satisfies Record<SpecialCommand, keyof LatexReader>;
