import { parseLatex } from '../../latex/parse-latex.ts';
import { toLatex } from '../../latex/write-latex.ts';
import { repairedText } from '../../text/mojibake-repair.ts';

/** Text from a database as LaTeX: decodes HTML and entities, repairs mojibake, and normalizes whitespace. */
export function latexFromText(text: string): string {
	return toLatex(parseLatex(readable(text)));
}

/** Prepares text for the LaTeX parser: repairs mojibake, turns MathML indices into HTML, and straight quotes into typographic ones. */
export function readable(text: string): string {
	return separatedItalics(withoutMathMl(repairedText(text)).replace(looseTag, ''))
		.replace(/(?<=[\p{L}\p{N}])['`´](?=\p{L}|s?\b)/gu, '’')
		.replace(/&(?:amp;)?quot;/g, '"')
		.replace(/(?<=^|[\s([])"([^"]+)"(?=$|[\s.,;:!?)\]])/g, '“$1”')
		.replace(/(?<!\\)~/g, '\\textasciitilde{}')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Tags without a meaning, which are often not closed: `&lt;span class="word"&gt;`. */
const looseTag =
	/(?:<|&(?:amp;)?lt;)\/?(?:span|font|styled-content|named-content|sans-serif|roman)\b[^<>&]{0,200}(?:>|&(?:amp;)?gt;)/gi;

/** Separates words in italics from the words around them: 'in<i>PRCC-TFE3</i>fusion'. */
function separatedItalics(text: string): string {
	return text.replace(
		/(\p{Ll}{2})?(<(?:jats:)?(i|em|italic)>[^<>]{3,}<\/(?:jats:)?\3>)(\p{Ll}{3})?/gu,
		(_, before: string | undefined, italics: string, __, after: string | undefined) =>
			`${before ? `${before} ` : ''}${italics}${after ? ` ${after}` : ''}`,
	);
}

/** JATS and Crossref write formulas in MathML, often next to the same in TeX. Keeps the letters, with indices as HTML. */
function withoutMathMl(text: string): string {
	if (!/<(?:\w+:)?(?:math|tex-math|annotation)\b/.test(text)) return text;
	let result = text
		.replace(/<((?:\w+:)?(?:tex-math|annotation))\b[^>]*>[\s\S]*?<\/\1>/g, '')
		.replace(/<(?:\w+:)?m(?:i|n|o|s|text)\b[^>]*>([^<>]*)<\/(?:\w+:)?m(?:i|n|o|s|text)>/g, (_, leaf: string) =>
			piece(leaf),
		);
	for (let previous = ''; previous !== result; ) {
		previous = result;
		for (const [pattern, meaning] of formulas) result = result.replace(pattern, meaning);
	}
	return result.replace(/[\ue000\ue001]/g, '').replace(/<\/?(?:\w+:)?m[a-z]+\b[^>]*>/g, '');
}

/** Part of a formula, between two private-use characters that do not occur in text. */
function piece(words: string): string {
	return `\ue000${words.trim()}\ue001`;
}

const part = '\\s*\ue000([^\ue000\ue001]*)\ue001\\s*';

function element(name: string, parts: string): RegExp {
	return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>${parts}</(?:\\w+:)?${name}>`, 'g');
}

const formulas: readonly (readonly [RegExp, (whole: string, ...parts: string[]) => string])[] = [
	[
		element('m(?:row|style|padded)', '((?:\\s*\ue000[^\ue000\ue001]*\ue001\\s*)*)'),
		(_, parts = '') => piece(parts.replace(/[\ue000\ue001]/g, '')),
	],
	[element('msub', part + part), (_, base = '', low = '') => piece(`${base}<sub>${low}</sub>`)],
	[element('msup', part + part), (_, base = '', high = '') => piece(`${base}<sup>${high}</sup>`)],
	[
		element('msubsup', part + part + part),
		(_, base = '', low = '', high = '') => piece(`${base}<sub>${low}</sub><sup>${high}</sup>`),
	],
];

/** A URL for a verbatim field. Braces, which must be balanced in BibTeX, whitespace and backslashes are percent-encoded. */
export function addressValue(url: string): string {
	return url.trim().replace(/[{}\s\\]/g, (character) => encodeURIComponent(character));
}
