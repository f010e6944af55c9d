import { valueIn } from '../../text/value-in.ts';

/**
 * Escapes that mean the same to cmark-gfm, pandoc, kramdown, python-markdown, MyST, MDX, markdown-it and goldmark:
 * a backslash before punctuation that all of them can escape, a decimal character reference for the rest.
 */
const escapes: ReadonlyMap<string, string> = new Map([
	...[...'\\`*_{}[]()#+-.!'].map((mark) => [mark, `\\${mark}`] as const),
	...[...'&<>|~^$@:"\'=%/,?'].map((mark) => [mark, `&#${mark.charCodeAt(0)};`] as const),
]);

/**
 * Characters to escape, control characters that are placeholders for markup, characters to remove, and repetitions that
 * typographers shorten (`,,` and `????`).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters.
const special = /,(?=,)|\?(?=\?{3})|[\\`*_{}[\]()#+\-.!&<>|~^$@:"'=%/\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** Sequences that a typographer turns into a symbol. */
const sign = /\((?:c|r|p|tm)\)/i;

/** Contexts in which a character needs no escape, by character: patterns of its neighbours (see `harmless`). */
type BareMarks = Readonly<Record<string, Pick<RegExp, 'test'>>>;

/** How to escape text in a flavour. */
export interface Escaping {
	/** Each special character, and each index between NULs with the digit after it. */
	readonly each: RegExp;
	readonly bare: BareMarks;
	/** A full stop or parenthesis after the first word of a text may begin a list. */
	readonly letteredLists: boolean;
	/** Quotation marks are paired, even those written as character references. */
	readonly pairsQuotes: boolean;
}

/**
 * Characters that stay unescaped where they have no meaning in any dialect, so that the file is readable. The patterns match
 * the characters before and after; `^` is the beginning or end of the text.
 */
const harmless: BareMarks = {
	// After markup, too ('$L_2$-consistent'): NUL surrounds inserted markup, the others are closing tags.
	'-': /^[\p{L}\p{N}\0\u0081\u0083\u0085\u0087\u0089\u008b\u0092\u0094]-[\p{L}\p{N}\0]$/u,
	// Some typographers curl it, which is right for an apostrophe inside a word.
	"'": /^\p{L}'\p{L}$/u,
	// After a right-to-left mark, it is the one between volume and pages.
	':': /^(?:[^\s\p{Cc}^]: |[\p{L}\p{N})]:\p{N}|\u200f:[\p{N}^])$/u,
	'/': /^(?:[\p{L}\p{N}]\/[\p{L}\p{N}]| \/ )$/u,
	'&': /^ & $/u,
	'!': /^\p{L}![^[!\p{Cc}^]$/u,
	'(': /^[^\]\\]\(.$/u,
};

/**
 * Text that a colon would turn into an emoji: a name after another colon, and the two numeric names, because a template may
 * have written a colon before them.
 */
const shortcode = /:[\w+-]*[a-z_+-][\w+-]*$|(?:^|:)(?:100|1234)$/i;

/** The escaping of a flavour. It escapes apostrophes that would be curled and parentheses that would begin a list. */
export function escapingOf(flavour: { typographer: boolean; letteredLists: boolean; pairsQuotes: boolean }): Escaping {
	const { typographer, letteredLists, pairsQuotes } = flavour;
	const { "'": apostrophe, '(': parenthesis, ...others } = harmless;
	const bare = {
		...others,
		...(!typographer && apostrophe && { "'": apostrophe }),
		...(parenthesis && { '(': letteredLists ? /^[^^\]\\]\(.$/u : parenthesis }),
	};
	const quote = pairsQuotes ? '|[‘’“”]' : '';
	const each = new RegExp(`\\u0000([^\\u0000])\\u0000(\\d?)|${special.source}${quote}`, 'gu');
	return { each, bare, letteredLists, pairsQuotes };
}

const quotes = /["'‘’“”]/;

/**
 * True if every opening quotation mark is closed, so that pairing changes none of them. In pandoc, a quotation is not empty,
 * does not begin with whitespace and contains no quotation of the same kind; ’ before a letter is an apostrophe.
 */
export function isPaired(text: string): boolean {
	const open: string[] = [];
	for (const { 0: mark, index } of text.matchAll(/[‘’“”]/g)) {
		const after = text.slice(index + 1, index + 3) || ' ';
		if (mark === '‘' || mark === '“') {
			if (/^[\s’”]/.test(after) || open.includes(mark)) return false;
			open.push(mark);
		} else if (mark === '’' && /^[\p{L}\p{N}\p{M}]/u.test(after)) continue;
		else if (open.at(-1) === valueIn(opening, mark)) open.pop();
		else if (mark === '”' || open.includes('‘')) return false;
	}
	return open.length === 0;
}

const opening: Readonly<Record<string, string>> = { '’': '‘', '”': '“' };

/**
 * The escaped form of a special character at an offset of a text, or the character itself if it needs no escape.
 *
 * @param escaping of the flavour, from {@link escapingOf}
 * @param paired true if the text {@link isPaired}; used only if the flavour pairs quotation marks
 */
export function escapeAt(text: string, at: number, escaping: Escaping, paired: boolean): string {
	const mark = text[at] ?? '';
	if (escaping.pairsQuotes && quotes.test(mark)) return mark > '~' && paired ? mark : `\\${mark}`;
	return isHarmless(text, at, mark, escaping) ? mark : (escapes.get(mark) ?? '');
}

/** First words that begin a list if a full stop or parenthesis follows (pandoc's `fancy_lists` and `example_lists`). */
const firstWord = /^\s*\(?(?:\p{L}|[ivxlcdm]+|[\d#@][\p{L}\p{N}_-]*)$/iu;

function isHarmless(text: string, at: number, mark: string, { bare, letteredLists }: Escaping): boolean {
	if (letteredLists && (mark === ')' || mark === '.') && firstWord.test(text.slice(0, at))) return false;
	if ((mark === '(' || mark === ')') && sign.test(text.slice(Math.max(0, at - 3), at + 4))) return false;
	if (mark === ':' && shortcode.test(text.slice(Math.max(0, at - 40), at))) return false;
	// A comment in MyST, which begins a line, and a tag of Liquid, whose braces are escaped.
	if (mark === '%') return digit.test(text.slice(0, at).trimEnd().at(-1) ?? '');
	if (mark === ')') return hasWords(text, at) || (!letteredLists && bracketed.test(text.slice(0, at)));
	if (mark === '.') return isHarmlessStop(text, at);
	const around = `${text[at - 1] ?? '^'}${mark}${text[at + 1] ?? '^'}`;
	return valueIn(bare, mark)?.test(around) ?? false;
}

/** '(2020': a number in parentheses begins a list only in pandoc. */
const bracketed = /\(\p{N}+$/u;
/** 'R.A.': too short for the name of a site. */
const initials = /^(?:^|[^\p{L}\p{N}])?\p{Lu}\.\p{Lu}(?:[^\p{L}\p{N}]|$)$/u;
const digit = /\p{N}/u;
const letter = /\p{L}/u;
const stopped = /[\p{L}\p{N})]/u;
const goesOn = /[\p{L}\p{N}.]/u;

/** True after an initial, at the end of a sentence and in a number; false in `www.` and `...`, and after a list's number. */
function isHarmlessStop(text: string, at: number): boolean {
	const before = text[at - 1] ?? '^';
	const after = text[at + 1] ?? '^';
	// GitHub takes the text after 'www.' for an address, up to the next whitespace and including backslashes.
	if (/www$/i.test(text.slice(Math.max(0, at - 3), at))) return false;
	if (digit.test(before) && digit.test(after)) return true;
	if (initials.test(text.slice(Math.max(0, at - 2), at + 3))) return true;
	// The parenthesis is escaped or follows words; NUL surrounds inserted markup.
	if (before === ')' || before === ']' || before === '\0') return !goesOn.test(after);
	return stopped.test(before) && !goesOn.test(after) && hasWords(text, at);
}

/** True if there is a letter before an offset, so that the text is no list's number. */
function hasWords(text: string, at: number): boolean {
	return letter.test(text.slice(Math.max(0, at - 40), at));
}
