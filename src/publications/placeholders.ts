import type { Field } from '../library/entry.ts';

/** Words for an unknown value in any field, as people and exporters write them. */
const unknownWords = String.raw`n\/a|n\.\s?\/?a\.?|null|none|nan|undefined|unknown|not (?:available|known|applicable)|\?+`;

/**
 * What fields with numbers contain instead of a number: also text without letters and digits ('--', '*', '#'),
 * '-1', and a word that only names the field. Roman numerals are numbers, so 'XX' is the volume 20, but 'xx' is not.
 */
const noNumber = String.raw`na|nil|-1|0{2,}|[^\p{L}\p{N}]+|no (?:volume|number|issue|pages?)|(?:vol(?:ume)?|no|number|issue|pages?|pp)\.?|p\.`;
const filler = /^(?:x{2,}|X{4,})(?:\s*[-–—]+\s*x{2,})?$/;

const unknownValue = whole(`${unknownWords}|na`);
const unknownNumber = whole(`${unknownWords}|${noNumber}`);
const unknownPages = range(`${unknownWords}|${noNumber}|x{2,}|0+`);
const unknownText = range(`${unknownWords}|[-–—_.]+`);

/** Fields with numbers and codes. */
const counted = 'volume number issue eid chapter pagetotal volumes edition day';
/** Other fields in which such a word has no other meaning. 'Unknown' may be a title, and 'n.a.' an author. */
const described =
	'series publisher address location school institution organization month doi url isbn issn eprint version keywords ' +
	'journal journaltitle booktitle note howpublished';
/** Fields with names, of which only question marks are a placeholder. */
const named = 'author editor translator';

const tests: ReadonlyMap<string, (text: string) => boolean> = new Map([
	['pages', isUnknownPages],
	...testsOf(counted, (text) => unknownNumber.test(text) || filler.test(text) || unknownText.test(text)),
	...testsOf(described, (text) => unknownText.test(text)),
	...testsOf(named, (text) => /^\?{2,}$/.test(text)),
]);

function testsOf(fields: string, test: (text: string) => boolean) {
	return fields.split(' ').map((field) => [field, test] as const);
}

/** Length limit in UTF-16 units, which also bounds the time of the patterns. */
const longestPlaceholder = 30;

/** Whether a field contains a placeholder for an unknown value: BibNet's `number = "??"`, `publisher = {n/a}`. */
export function isPlaceholder({ name, value }: Field): boolean {
	if (value.length > longestPlaceholder) return false;
	const test = tests.get(name);
	const text = test ? value.replace(/^[\s{]+|[\s}]+$/g, '') : '';
	return text !== '' && (test?.(text) ?? false);
}

/** Whether a text is a word for an unknown value: 'n/a', 'null', '??'. */
export function isUnknownValue(text: string): boolean {
	return unknownValue.test(text);
}

/** Whether a text contains no pages: '??--??', '0', 'xx--xx', 'n/a'. */
export function isUnknownPages(text: string): boolean {
	return text.length <= longestPlaceholder && unknownPages.test(text);
}

function whole(words: string): RegExp {
	return new RegExp(`^(?:${words})$`, 'iu');
}

/** One of the words, or a range of two. */
function range(words: string): RegExp {
	return new RegExp(String.raw`^(?:${words})(?:\s*[-–—]+\s*(?:${words}))?$`, 'iu');
}
