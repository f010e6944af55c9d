import { decodeAccents } from '../../latex/accents.ts';
import { isBalanced } from '../../latex/brackets.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import type { Annotation } from '../../library/entry.ts';
import { isExtended } from './extended-names.ts';
import type { Name, NameList } from './name.ts';
import { annotate } from './name-annotations.ts';
import { initialsLast } from './name-checks.ts';
import { unmarked, withoutRole } from './name-marks.ts';
import { initialsBehind, isFamilyAndInitials, type Separated, separateNames } from './name-repair.ts';
import { eachOnce, type NameContext, type NameIssue, readName } from './parse-name.ts';
import { usualNames } from './usual-names.ts';

export type { NameIssue } from './parse-name.ts';

/** What the reading of names needs beside the value. */
export interface ListContext extends NameContext {
	/** Annotations of the field (`author+an`). */
	readonly annotations?: readonly Annotation[] | undefined;
}

/**
 * The names of a field such as `author`, by the rules of BibTeX and biber (see `name-split.ts`), decoded to Unicode.
 * A list separated by something else than 'and' is repaired and reported as name/comma-list; what does not look
 * like a name is kept and reported as name/suspicious. A name in bold or underlined is annotated 'highlight'.
 */
export function parseNames(value: string, context: ListContext = {}, issue?: NameIssue): NameList {
	const list = (context.usePrefix ? null : usualNames(value, issue)) ?? anyNames(value, context, issue);
	return context.annotations?.length ? { ...list, names: annotate(list.names, context.annotations) } : list;
}

function anyNames(value: string, context: NameContext, issue: NameIssue | undefined): NameList {
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
	if (footnotes.length > 0) readFootnotes(footnotes, names, issue);
	return { names, etAl: list.etAl };
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

/** A name beside others that are written 'Lindquist, M', with the comma that it lacks. */
function turnedBeside(text: string, issue: NameIssue | undefined): string {
	const turned = text.includes(',') ? null : initialsBehind(text, true);
	if (!turned) return text;
	issue?.('name/suspicious', ...initialsLast(text, turned));
	return turned.join(', ');
}

/** A control space is a space, and a title page's `\and` is the word between names. */
function withoutControls(value: string): string {
	return value.replace(/\\ /g, ' ').replace(/\\and(?![a-z])/gi, ' and ');
}

/** The commas and semicolons of Chinese and Japanese as ours; '、' stands between names only. */
function withoutWideMarks(value: string): string {
	return /[、；，]/.test(value) ? value.replaceAll('，', ',').replace(/[、；]/g, ';') : value;
}

/** HTML entities, whose semicolon would separate names. */
function decodeEntities(value: string): string {
	if (!value.includes('&')) return value;
	return value.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,20});/gi, (entity) => plainLatex(entity));
}

/** A value whose braces do not match is read as if it had none. */
function balanced(value: string): string {
	return isBalanced(value) ? value : value.replace(/[{}]/g, '');
}

/** A name with footnote marks, and its place in the list. */
interface Footnoted {
	readonly marks: readonly string[];
	readonly written: string;
	readonly at: number;
}

/**
 * A star on several names says that they contributed equally, as title pages and al-folio's users have it. What other
 * marks mean, and a star on one name, stands in a footnote that is not here: told once for the list.
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
 * The value without what databases write behind names: OSTI's affiliations (`Curie, Marie [Univ. of Paris (France)]
 * (ORCID:0000000218250097)`), of which the ORCID stays, and DBLP's numbers of people who share a name (`Wei Wang 0001`).
 */
function withoutDatabaseMarks(value: string): string {
	if (!/\[|\d{4}/.test(value)) return value;
	return value
		.replace(/\s\[(?!orcid|https?:|\d)[^[\]{}]{3,300}\](?=\s*(?:\(|and\s|$))/gi, '')
		.replace(/\(ORCID:\s*(\d{4})(\d{4})(\d{4})(\d{3}[\dX])\)/gi, '($1-$2-$3-$4)')
		.replace(/(?<=\p{L}\.?\}?)\s+0\d{3}(?=\s*(?:,|\sand\s|$))/gu, '');
}
