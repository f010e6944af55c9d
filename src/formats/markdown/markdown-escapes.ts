/**
 * Escapes that mean the same to cmark-gfm, pandoc, kramdown, python-markdown, MyST, MDX, markdown-it and goldmark:
 * a backslash before the punctuation all of them know, a decimal reference for the rest.
 */
const escapes: ReadonlyMap<string, string> = new Map([
	...[...'\\`*_{}[]()#+-.!'].map((mark) => [mark, `\\${mark}`] as const),
	...[...'&<>|~^$@:"\'=%/,?'].map((mark) => [mark, `&#${mark.charCodeAt(0)};`] as const),
]);

/**
 * Characters to escape, control characters that stand for markup until then, characters that no text keeps, and repetitions
 * that a typographer shortens (`,,` and `????`).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const special = /,(?=,)|\?(?=\?{3})|[\\`*_{}[\]()#+\-.!&<>|~^$@:"'=%/\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** Sequences that a typographer turns into a symbol. */
const sign = /\((?:c|r|p|tm)\)/i;

/** The contexts in which a mark needs no escape, by mark: patterns of the characters around it (see `harmless`). */
type BareMarks = Readonly<Record<string, Pick<RegExp, 'test'>>>;

/** How to escape a flavour's text. */
export interface Escaping {
	/** Each special character, and each index between NULs with the digit after it. */
	readonly each: RegExp;
	readonly bare: BareMarks;
	/** A full stop or parenthesis after the first word of a text may turn it into a list. */
	readonly letteredLists: boolean;
	/** Readers pair quotation marks, even those written as references. */
	readonly pairsQuotes: boolean;
}

/**
 * Marks that stay bare where no dialect sees anything in them, so that the file reads well: by the characters before
 * and after, `^` for the beginning or end of the text, where anything may stand on the other side.
 */
const harmless: BareMarks = {
	// Behind markup too ('$L_2$-consistent'): NUL stands at both ends of what is put in, the others for closing tags.
	'-': /^[\p{L}\p{N}\0\u0081\u0083\u0085\u0087\u0089\u008b\u0092\u0094]-[\p{L}\p{N}\0]$/u,
	// Some typographers curl an apostrophe, which is what it means inside a word.
	"'": /^\p{L}'\p{L}$/u,
	':': /^(?:[^\s\p{Cc}^]: |[\p{L}\p{N}]:\p{N})$/u,
	'/': /^(?:[\p{L}\p{N}]\/[\p{L}\p{N}]| \/ )$/u,
	'&': /^ & $/u,
	'!': /^\p{L}![^[!\p{Cc}^]$/u,
	'(': /^[^\]\\]\(.$/u,
};

/**
 * What a colon would make an emoji of: a name with a letter or a sign in it behind another colon, and the two of
 * figures alone that there are, which a template may have put a colon before.
 */
const shortcode = /:[\w+-]*[a-z_+-][\w+-]*$|(?:^|:)(?:100|1234)$/i;

/** The escaping of a flavour: no apostrophe is bare that would be curled, and no parenthesis that would begin a list. */
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
 * Whether every quotation mark that opens is closed, so that a reader who pairs them changes none. As pandoc has it, a
 * quotation holds something, begins with no blank and has none of its own kind in it; ’ before a letter is an apostrophe.
 */
export function isPaired(text: string): boolean {
	const open: string[] = [];
	for (const { 0: mark, index } of text.matchAll(/[‘’“”]/g)) {
		const after = text.slice(index + 1, index + 3) || ' ';
		if (mark === '‘' || mark === '“') {
			if (/^[\s’”]/.test(after) || open.includes(mark)) return false;
			open.push(mark);
		} else if (mark === '’' && /^[\p{L}\p{N}\p{M}]/u.test(after)) continue;
		else if (open.at(-1) === opening[mark]) open.pop();
		else if (mark === '”' || open.includes('‘')) return false;
	}
	return open.length === 0;
}

const opening: Readonly<Record<string, string>> = { '’': '‘', '”': '“' };

/**
 * The escaped form of a special character at a place in a text, or the character itself where it may stand bare.
 *
 * @param escaping of the flavour, from {@link escapingOf}
 * @param paired whether the text {@link isPaired}; told only where quotation marks are paired
 */
export function escapeAt(text: string, at: number, escaping: Escaping, paired: boolean): string {
	const mark = text[at] ?? '';
	if (escaping.pairsQuotes && quotes.test(mark)) return mark > '~' && paired ? mark : `\\${mark}`;
	return isHarmless(text, at, mark, escaping) ? mark : (escapes.get(mark) ?? '');
}

/** What, with a stop or a parenthesis behind it, is a letter, a Roman figure or a label of a list (pandoc's `fancy_lists`, `example_lists`). */
const firstWord = /^\s*\(?(?:\p{L}|[ivxlcdm]+|[\d#@].*)$/iu;

function isHarmless(text: string, at: number, mark: string, { bare, letteredLists }: Escaping): boolean {
	if (letteredLists && (mark === ')' || mark === '.') && firstWord.test(text.slice(0, at))) return false;
	if ((mark === '(' || mark === ')') && sign.test(text.slice(Math.max(0, at - 3), at + 4))) return false;
	if (mark === ':' && shortcode.test(text.slice(Math.max(0, at - 40), at))) return false;
	if (mark === ')') return hasWords(text, at);
	if (mark === '.') return isHarmlessStop(text, at);
	const around = `${text[at - 1] ?? '^'}${mark}${text[at + 1] ?? '^'}`;
	return bare[mark]?.test(around) ?? false;
}

const digit = /\p{N}/u;
const letter = /\p{L}/u;
const stopped = /[\p{L}\p{N})]/u;
const goesOn = /[\p{L}\p{N}.]/u;

/** After an initial or at the end of a sentence; in a number; not in `www.` or `...`, and not after a list's number. */
function isHarmlessStop(text: string, at: number): boolean {
	const before = text[at - 1] ?? '^';
	const after = text[at + 1] ?? '^';
	// What follows 'www.' is an address to GitHub, up to the next blank and with its backslashes.
	if (/www$/i.test(text.slice(Math.max(0, at - 3), at))) return false;
	if (digit.test(before) && digit.test(after)) return true;
	return stopped.test(before) && !goesOn.test(after) && hasWords(text, at);
}

/** Something before a place that no list's number has. */
function hasWords(text: string, at: number): boolean {
	return letter.test(text.slice(Math.max(0, at - 40), at));
}
