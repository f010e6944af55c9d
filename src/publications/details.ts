import { plainLatex } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import { richText } from '../latex/rich-text.ts';
import type { Entry, Field } from '../library/entry.ts';
import { entityAt } from '../text/html-entities.ts';
import { memoize } from '../text/memoize.ts';
import { fieldOf, fieldsOf, optionOf, wordsOf } from './entry-fields.ts';
import { decodeAddress, safeAddress } from './identifiers/url-safety.ts';
import { type FileRow, withFolder } from './links/local-files.ts';
import { splitAt } from './literal-lists.ts';

/**
 * Keywords as written, separated by semicolons, or by commas if there are none. Braces protect both (`{d, e}`), but not the
 * semicolons of a whole value: Web of Science writes `{{a; b}}`. The semicolon of `&#39;` separates nothing.
 */
export function readKeywords(entry: Entry): string[] {
	const field = fieldOf(entry, 'keywords');
	if (!field) return [];
	const value = withoutReferences(field.value);
	const bySemicolon = value.includes(';') ? splitAt(value.replace(/^\{([^{}]*;[^{}]*)\}$/, '$1'), ';') : [];
	const items = bySemicolon.length > 1 ? bySemicolon : splitAt(value, ',');
	return [...new Set(items.map(keywordIn))].filter((item) => item !== '');
}

/** A value with the characters in place of references such as `&#39;`, whose semicolons separate nothing. */
export function withoutReferences(value: string): string {
	return value.replace(reference, (written) => entityAt(written, 0)?.character ?? written);
}

/** Numbers of characters, as exporters write apostrophes and accents, except those that LaTeX reads as commands. */
const reference = /&#(?!(?:3[5-8]|92|94|95|12[356])\b)\d{2,7};/g;

const keywordIn = memoize((item) => plainLatex(item).replace(/\s+/g, ' ').trim());

/** Fields with awards. In al-folio, `award_name` is the short form of `award`. */
const awardFields = [
	...['award', 'awards', 'honor', 'honors', 'honour', 'honours', 'distinction', 'distinctions', 'prize', 'award_name'],
];

/** Awards as LaTeX values. They are separated by semicolons, because an award may contain 'and'. */
export function awardValues(entry: Entry): string[] {
	const fields = fieldsOf(entry, awardFields).filter(({ value }) => !/^\s*(?:true|yes|1|false|no|0)\s*$/i.test(value));
	const [first] = fields.filter(({ name }) => name !== 'award_name');
	const chosen = first ? fields.filter(({ name }) => name !== 'award_name') : fields;
	return [...new Set(chosen.flatMap(({ value }) => splitAt(value, ';')))];
}

const previewFields = ['preview', 'thumbnail', 'teaser'];

/** The address of the thumbnail (al-folio's `preview`, also a bare file name), if it is safe to publish. */
export function readPreview(entry: Entry, files: readonly FileRow[]): string | null {
	const [field] = fieldsOf(entry, previewFields);
	if (!field) return null;
	const address = withFolder(decodeAddress(field.value), field.name, files);
	return /[/.]/.test(address) ? safeAddress(address) : null;
}

const selectedFields = ['selected'];

/** Whether a publication is marked for a short list: `selected = {true}`, or the keyword. */
export function isSelected(entry: Entry, keywords: readonly string[]): boolean {
	return (
		fieldsOf(entry, selectedFields).some(isTrue) || keywords.some((keyword) => keyword.toLowerCase() === 'selected')
	);
}

const hidingFields = ['hidden', 'exclude', 'skipbib'];

/** Whether a field has a true value, as in `selected = {true}`. */
function isTrue({ value }: Field): boolean {
	return !/^(?:|\{\}|false|no|0|off|none)$/.test(value.trim().toLowerCase());
}

/** Whether to hide a publication: `hidden`, `exclude`, or BibLaTeX's `skipbib` and `dataonly` options. */
export function isHidden(entry: Entry): boolean {
	const options = ['skipbib', 'dataonly'].some((name) => optionOf(entry, name) === 'true');
	return options || fieldsOf(entry, hidingFields).some(isTrue);
}

/**
 * The collaboration that the authors wrote for, as in INSPIRE and REVTeX. 'ALICE' becomes 'ALICE Collaboration'; a name such
 * as 'ALICE Group' stays. Null if the authors already contain it.
 */
export function readCollaboration(entry: Entry): string | null {
	const words = wordsOf(entry, 'collaboration').replace(/^(?:on behalf of |for )?(?:the )?(?=\S)/i, '');
	if (words === '' || words.length > 300) return null;
	if (wordsOf(entry, 'author').toLowerCase().includes(words.toLowerCase())) return null;
	if (/collab|group|team|consortium|project|network|society|survey|observator/i.test(words)) return words;
	return `${words} Collaboration${/[,;&]|\sand\s/.test(words) ? 's' : ''}`;
}

/** A date to the day, or a year and month. */
export const dateAsEdition = /^(?:19|20)\d{2}(?:[/.-]\d{1,2}){1,2}$|^(?:19|20)\d{6}$/;

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/**
 * An edition as a number if possible ('2nd', 'Second', '2. Auflage'), so that each locale can format it. EndNote writes the
 * date of PubMed's electronic publication there (`edition = {2016/05/26}`), which is no edition.
 */
export function readEdition(entry: Entry, words: RichText | null): RichText | null {
	if (words === null || dateAsEdition.test(wordsOf(entry, 'edition'))) return null;
	const written = wordsOf(entry, 'edition').replace(/\s+(?:edition|ed\.?|auflage|aufl\.?)$/i, '');
	const number = /^(\d+)(?:st|nd|rd|th|\.|e|ème|ª|º)?$/i.exec(written)?.[1];
	const ordinal = ordinals.indexOf(written.toLowerCase()) + 1;
	return number ? richText(number) : ordinal > 0 ? richText(String(ordinal)) : words;
}
