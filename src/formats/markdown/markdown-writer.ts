import { plainText } from '../../latex/plain-text.ts';
import type { Inline, RichText, Wrapping } from '../../latex/rich-text.ts';
import type { Format } from '../format.ts';
import { type InlineRules, writeInline } from '../inline.ts';
import { emphasisEnds } from './markdown-emphasis.ts';
import { type Escaping, escapeAt, escapingOf, isPaired } from './markdown-escapes.ts';
import type { Flavour } from './markdown-flavours.ts';

/**
 * Control characters, which text never contains, are placeholders for markup until the neighbours of every character are
 * known: these for fixed tags, those of `markdown-emphasis.ts` for emphasis, NULs around an index for the rest.
 */
const marked = ['code', 'superscript', 'subscript', 'underline', 'strike', 'small-caps'] as const;
const placeholders = (at: number) => [String.fromCharCode(0x80 + 2 * at), String.fromCharCode(0x81 + 2 * at)] as const;
const openLink = '\u008f';
const [openCode, closeCode] = placeholders(0);

const wrap = {
	...Object.fromEntries(marked.map((type, at) => [type, placeholders(at)])),
	emphasis: ['\u0091', '\u0092'],
	strong: ['\u0093', '\u0094'],
	roman: ['', ''],
	'no-case': ['', ''],
} as unknown as InlineRules['wrap'];

/** Writes text and rich text in a flavour of Markdown. */
export function markdownWriter(flavour: Flavour): Pick<Format, 'text' | 'inline'> {
	const escaping = escapingOf(flavour);
	const tags = new Map<string, string>([[openLink, '[']]);
	for (const [at, type] of marked.entries())
		for (const end of [0, 1] as const) tags.set(placeholders(at)[end], flavour.marks[type]?.[end] ?? '');

	const text = (value: string) => proper(settle(plain(value), [], escaping, tags, flavour), flavour);
	const code = (value: string) => `${flavour.html ? '<code>' : ''}${text(value)}${flavour.html ? '</code>' : ''}`;
	return {
		text,
		inline(value, context) {
			const held: string[] = [];
			const hold = (markup: string) => `\u0000${String.fromCharCode(0xff + held.push(markup))}\u0000`;
			const rules: InlineRules = {
				text: plain,
				math: (tex, display) => hold(flavour.math(tex, display, text) ?? code(tex)),
				wrap,
				link: (href, isBare) =>
					isBare && flavour.autolinks && standsAlone.test(href)
						? hold(`<${href}>`)
						: [openLink, hold(`](${address(href)})`)],
			};
			const written = writeInline(writable(value, flavour), rules, context);
			const [first] = value;
			const before = first?.type === 'text' && first.continues ? 'x' : '';
			return proper(settle(written, held, escaping, tags, flavour, before), flavour);
		},
	};
}

/** Replaces marks that the flavour cannot write by plain text. */
function writable(nodes: RichText, flavour: Flavour): RichText {
	return nodes.map((node): Inline => {
		if (node.type === 'text' || node.type === 'math') return node;
		if (!isMarked(node.type) || flavour.marks[node.type]?.[0].startsWith('<'))
			return { ...node, children: writable(node.children, flavour) };
		const simple = simplest[node.type];
		if (!simple) return { ...node, children: writable(node.children, flavour) };
		const words = plainText(node.children);
		if (flavour.marks[node.type] && simple.test(words)) return { ...node, children: [{ type: 'text', value: words }] };
		return { type: 'text', value: plainText([node]) };
	});
}

function isMarked(type: Wrapping | 'link'): type is (typeof marked)[number] {
	return (marked as readonly string[]).includes(type);
}

/** Patterns of text between marks that do not allow escapes or spaces. */
const simplest: Readonly<Partial<Record<(typeof marked)[number], RegExp>>> = {
	code: /^[^`{\s](?:[^`{\r\n]*[^`{\s])?$/,
	superscript: /^\S+$/,
	subscript: /^\S+$/,
};

/** Control characters, also bidirectional ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters.
const unwanted = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

function plain(value: string): string {
	return value.replace(unwanted, (control) => ('\n\r\t'.includes(control) ? ' ' : ''));
}

/**
 * Escapes the text and replaces the placeholders by markup.
 *
 * @param before a letter to take for the preceding character; '' at the beginning of a text
 */
function settle(
	written: string,
	held: readonly string[],
	escaping: Escaping,
	tags: ReadonlyMap<string, string>,
	flavour: Flavour,
	before = '',
): string {
	const ends = emphasisEnds(written, flavour.html);
	const ownCode = flavour.marks.code?.[0] === '`';
	const paired = escaping.pairsQuotes && isPaired(written);
	const inLine = before + written;
	let verbatim = false;
	return written.replace(escaping.each, (found, index: string | undefined, figure: string, at: number) => {
		if (index !== undefined) {
			const markup = held[index.charCodeAt(0) - 0x100] ?? '';
			// A dollar sign before a digit does not end mathematics, and two of them are one delimiter.
			const parted = markup.startsWith('$') && written[at - 1] === '\0' ? flavour.comment.join(' ') : '';
			return `${parted}${markup}${figure && `&#${figure.charCodeAt(0)};`}`;
		}
		if (ownCode && (found === openCode || found === closeCode)) verbatim = found === openCode;
		return (
			ends?.get(at) ?? tags.get(found) ?? (verbatim ? found : escapeAt(inLine, at + before.length, escaping, paired))
		);
	});
}

/**
 * Prevents the beginning of a text from being taken for code: several spaces become one, the first letter of a keyword
 * becomes a character reference, a comment separates doubled braces.
 */
function proper(written: string, { statement, bracesAreCode, comment }: Flavour): string {
	if (bracesAreCode && written.includes('\\{\\{')) return written.replace(/\\\{(?=\\\{)/g, `\\{${comment.join(' ')}`);
	if (written.startsWith('  ')) return written.replace(/^ +/, ' ');
	return statement?.test(written) ? `&#${written.charCodeAt(0)};${written.slice(1)}` : written;
}

/** Percent-encodes characters of an address that could end it or that a site's engine could interpret. */
export function address(url: string): string {
	return url
		.replace(/[\s<>()[\]{}\\|`^"'$*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
		.replace(/&/g, '&amp;');
}

/** An address that can be written between angle brackets. */
export const standsAlone = /^https?:\/\/[\w\-./?=%#&~+,;:@!]+$/;
