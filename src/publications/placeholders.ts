import type { Field } from '../library/entry.ts';

/** Words for an unknown value in any field, as people and exporters write them. */
const unknownWords = String.raw`n\/a|n\.\s?\/?a\.?|null|none|nan|undefined|unknown|not (?:available|known|applicable)|\?+`;

/**
 * What the fields of {@link counted} contain instead of a number: also text without letters and digits ('--', '*', '#'),
 * '-1', and a word that only names the field. Roman numerals are numbers, so 'XX' is the volume 20, but 'xx' is not.
 */
const noNumber = String.raw`na|nil|-1|0{2,}|[^\p{L}\p{N}]+|no (?:volume|number|issue|pages?)|(?:vol(?:ume)?|no|number|issue|pages?|pp)\.?|p\.`;
const filler = /^(?:x{2,}|X{4,})(?:\s*[-–—]+\s*x{2,})?$/;

const unknownValue = whole(`${unknownWords}|na`);
const unknownNumber = whole(`${unknownWords}|${noNumber}`);
const unknownPages = range(`${unknownWords}|${noNumber}|x{2,}|0+`);
const unknownText = range(`${unknownWords}|[-–—_.]+`);

/** The fields with numbers, names of pages or codes. */
const counted: ReadonlySet<string> = new Set(
	'volume number issue eid chapter pagetotal volumes edition day'.split(' '),
);

/** Other fields in which such a word has no other meaning. 'Unknown' may be a title, and 'n.a.' an author. */
const described: ReadonlySet<string> = new Set(
	(
		'series publisher address location school institution organization month doi url isbn issn eprint version keywords ' +
		'journal journaltitle booktitle note howpublished'
	).split(' '),
);

/** Fields with names, of which only question marks are a placeholder. */
const names: ReadonlySet<string> = new Set(['author', 'editor', 'translator']);

const longestPlaceholder = 30;

/** Whether a field contains a placeholder for an unknown value: BibNet's `number = "??"`, `publisher = {n/a}`. */
export function isPlaceholder({ name, value }: Field): boolean {
	if (value.length > longestPlaceholder) return false;
	const text = value.replace(/^[\s{]+|[\s}]+$/g, '');
	if (text === '') return false;
	if (name === 'pages') return isUnknownPages(text);
	if (counted.has(name)) return unknownNumber.test(text) || filler.test(text) || unknownText.test(text);
	return described.has(name) ? unknownText.test(text) : names.has(name) && /^\?{2,}$/.test(text);
}

/** Whether a text is a word for an unknown value: 'n/a', 'null', '??'. */
export function isUnknownValue(text: string): boolean {
	return unknownValue.test(text);
}

/** Whether a text contains no pages: '??--??', '0', 'xx--xx', 'n/a'. */
export function isUnknownPages(text: string): boolean {
	return unknownPages.test(text);
}

function whole(words: string): RegExp {
	return new RegExp(`^(?:${words})$`, 'iu');
}

/** One of the words, or a range of two. */
function range(words: string): RegExp {
	return new RegExp(String.raw`^(?:${words})(?:\s*[-–—]+\s*(?:${words}))?$`, 'iu');
}
