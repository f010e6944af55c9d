import { isBalanced } from '../../latex/braces.ts';
import { decodeAccents } from '../../latex/decode-accents.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import type { Annotation } from '../../library/entry.ts';
import { isExtended } from './extended-names.ts';
import type { Name, NameList } from './name.ts';
import { annotate } from './name-annotations.ts';
import { initialsLast } from './name-checks.ts';
import { unmarked, withoutRole } from './name-marks.ts';
import { initialsBehind, isFamilyAndInitials, type Separated, separateNames } from './name-repair.ts';
import { eachOnce, type NameContext, type NameIssue, readName } from './parse-name.ts';

export type { NameIssue } from './parse-name.ts';

/** What reading a list of names needs beside the value. */
export interface ListContext extends NameContext {
	/** Annotations of the field (`author+an`). */
	readonly annotations?: readonly Annotation[] | undefined;
}

/**
 * Reads the names of a field such as `author` by the rules of BibTeX and biber (see `name-split.ts`), decoded to Unicode.
 * Repairs a list that is not separated by 'and' and reports it as name/comma-list. Keeps text that does not look like a
 * name and reports it as name/suspicious. A name in bold or underlined is annotated 'highlight'.
 */
export function parseNames(value: string, context: ListContext = {}, issue?: NameIssue): NameList {
	const list = nameStrings(value, issue);
	const names: Name[] = [];
	const footnotes: Footnoted[] = [];
	const once = eachOnce();
	const beside = list.names.some(isFamilyAndInitials);
	for (const string of list.names) {
		const { text, strong, marks } = unmarked(string);
		const name = readName(beside ? turnedBeside(text, issue) : text, context, issue);
		if (!name) continue;
		const marked = strong ? { ...name, annotations: ['highlight'] } : once(name);
		if (marks.length > 0) footnotes.push({ marks, written: string, at: names.length });
		names.push(marked);
	}
	readFootnotes(footnotes, names, issue);
	return { names: annotate(names, context.annotations ?? []), etAl: list.etAl };
}

function nameStrings(value: string, issue: NameIssue | undefined): Separated {
	const coded = /[\\{}&=;]/.test(value);
	const text = coded ? balanced(withoutControls(decodeAccents(decodeEntities(value)))) : value;
	const bare = withoutRole(withoutDatabaseMarks(withoutWideMarks(text)));
	if (bare.role) {
		issue?.(
			'name/suspicious',
			`Unexpected “${bare.role}” behind a name; it is not shown`,
			'Leave it out: the field, or BibLaTeX’s editortype, says who edited or translated',
		);
	}
	const list = separateNames(bare.text, coded && isExtended(text));
	const { names, separator } = list;
	if (separator) {
		issue?.(
			'name/comma-list',
			`Unexpected ${separator} between names, expected “and”; read as ${names.length} names`,
			`Write “${names.slice(0, 3).join(' and ')}${names.length > 3 ? ' and …' : ''}”`,
		);
	}
	return list;
}

/** Adds the missing comma to 'Lindquist M' in a list whose other names are written 'Lindquist, M'. */
function turnedBeside(text: string, issue: NameIssue | undefined): string {
	const turned = text.includes(',') ? null : initialsBehind(text, true);
	if (!turned) return text;
	issue?.('name/suspicious', ...initialsLast(text, turned));
	return turned.join(', ');
}

/** Replaces control spaces by spaces and a title page's `\and` by the word. */
function withoutControls(value: string): string {
	return value.replace(/\\ /g, ' ').replace(/\\and(?![a-z])/gi, ' and ');
}

/** Replaces fullwidth commas and semicolons by ASCII ones, and '、', which only separates names, by a semicolon. */
function withoutWideMarks(value: string): string {
	return /[、；，]/.test(value) ? value.replaceAll('，', ',').replace(/[、；]/g, ';') : value;
}

/** Decodes HTML entities: their semicolons would separate names. */
function decodeEntities(value: string): string {
	if (!value.includes('&')) return value;
	return value.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,20});/gi, (entity) => plainLatex(entity));
}

/** Removes all braces if they do not balance. */
function balanced(value: string): string {
	return isBalanced(value) ? value : value.replace(/[{}]/g, '');
}

/** A name with footnote marks, and its index in the list. */
interface Footnoted {
	readonly marks: readonly string[];
	readonly written: string;
	readonly at: number;
}

/**
 * A star on several names means equal contribution, as on title pages and among al-folio's users. Other marks, and a star
 * on a single name, refer to a footnote that the entry does not contain, and are reported once per list.
 */
function readFootnotes(footnotes: readonly Footnoted[], names: Name[], issue: NameIssue | undefined): void {
	const starred = footnotes.filter(({ marks }) => marks.includes('*'));
	const equal = starred.length > 1;
	for (const { at } of equal ? starred : []) {
		const name = names[at];
		if (name) names[at] = { ...name, annotations: [...name.annotations, '*'] };
	}
	const unknown = footnotes.filter(({ marks }) => marks.some((mark) => !equal || mark !== '*'));
	const [first] = unknown;
	if (!first) return;
	const marks = [...new Set(unknown.flatMap((one) => one.marks))].filter((mark) => !equal || mark !== '*');
	issue?.(
		'name/suspicious',
		`Unexpected “${marks.join(' ')}” in the name “${first.written}”; it is not shown`,
		'Say what it means in an annotation, such as author+an = {1=equal; 2=equal}',
	);
}

/**
 * The value without what databases append to names: OSTI's affiliations (`Curie, Marie [Univ. of Paris (France)]
 * (ORCID:0000000218250097)`), of which the ORCID stays, and DBLP's numbers for people who share a name (`Wei Wang 0001`).
 */
function withoutDatabaseMarks(value: string): string {
	if (!/\[|\d{4}/.test(value)) return value;
	return value
		.replace(/\s\[(?!orcid|https?:|\d)[^[\]{}]{3,300}\](?=\s*(?:\(|and\s|$))/gi, '')
		.replace(/\(ORCID:\s*(\d{4})(\d{4})(\d{4})(\d{3}[\dX])\)/gi, '($1-$2-$3-$4)')
		.replace(/(?<=\p{L}\.?\}?)\s+0\d{3}(?=\s*(?:,|\sand\s|$))/gu, '');
}
