import { isBalanced } from '../../latex/braces.ts';
import { decodeAccents } from '../../latex/decode-accents.ts';
import { plainLatex } from '../../latex/plain-text.ts';
import type { Annotation } from '../../library/entry.ts';
import { withoutMail } from '../../library/private-values.ts';
import { listInBraces, withoutBraces } from './braced-names.ts';
import { isExtended } from './extended-names.ts';
import type { Name, NameList } from './name.ts';
import { annotate } from './name-annotations.ts';
import { unmarked, withoutRole } from './name-marks.ts';
import { type SeparatedNames, separateNames } from './name-repair.ts';
import { type NameCorrection, type NameProblem, type NameReport, repairProblem } from './name-report.ts';
import { isFamilyAndInitials, trailingInitials } from './name-words.ts';
import { distinctNames, type NameContext, readName } from './parse-name.ts';

/** The context in which a list of names is read. */
export interface ListContext extends NameContext {
	/** Annotations of the field (`author+an`). */
	readonly annotations?: readonly Annotation[] | undefined;
}

/**
 * Reads the names of a field such as `author` by the rules of BibTeX and biber (see `name-split.ts`), decoded to Unicode.
 * Repairs a list with other separators than 'and' and reports it as name/comma-list. Keeps text that does not look like a
 * name and reports it as name/suspicious. Omits mail addresses, which are private. A bold or underlined name gets the annotation 'highlight'.
 */
export function parseNames(value: string, context: ListContext = {}, report?: NameReport): NameList {
	const list = nameStrings(value, report);
	const names: Name[] = [];
	const footnotes: Footnoted[] = [];
	const distinct = distinctNames();
	const familyFirst = list.names.some(isFamilyAndInitials);
	for (const string of list.names) {
		const { text, strong, marks } = unmarked(string);
		const name = readName(familyFirst ? withComma(text, report) : text, context, report);
		if (!name) continue;
		const marked = strong ? { ...name, annotations: ['highlight'] } : distinct(name);
		if (marks.length > 0) footnotes.push({ marks, written: string, at: names.length });
		names.push(marked);
	}
	readFootnotes(footnotes, names, report);
	return { names: annotate(names, context.annotations ?? []), etAl: list.etAl };
}

function nameStrings(value: string, report: NameReport | undefined): SeparatedNames {
	const coded = /[\\{}&=;]/.test(value);
	const decoded = coded ? balanced(withoutControls(decodeAccents(decodeEntities(value)))) : value;
	const text = withoutMail(decoded);
	if (text !== decoded) report?.(...mailProblem(decoded));
	const unlabelled = withoutRole(withoutDatabaseMarks(withSuperscripts(withoutWideMarks(text))));
	if (unlabelled.role) {
		report?.(
			'name/suspicious',
			`Unexpected role "${unlabelled.role}" after a name; it is not shown`,
			'Remove it; the field, or editortype in BibLaTeX, sets the role',
		);
	}
	const joined = withSuffixes(unlabelled.text, report);
	const inBraces = coded ? listInBraces(joined) : null;
	const list = separateNames(inBraces ?? joined, coded && isExtended(text));
	const names = withoutBraces(list.names);
	const others = list.etAl ? ['others'] : [];
	// A value that was decoded or cleaned cannot be corrected as a whole.
	const correction = joined === value ? [{ written: value, corrected: [...names, ...others].join(' and ') }] : [];
	if (list.separator) {
		report?.(
			'name/comma-list',
			`Expected "and" between names, found ${value.includes('、') ? '"、"' : list.separator}; read as ${names.length} names`,
			`Write "${names.slice(0, 3).join(' and ')}${names.length > 3 ? ' and …' : ''}"`,
			correction,
		);
	} else if (inBraces !== null || names.some((name, at) => name !== list.names[at])) {
		report?.(...bracesProblem(inBraces === null ? list.names : [], names, correction));
	}
	return { ...list, names };
}

/** Joins suffixes to the names before them, because ACM's exports separate them: 'Steele, Guy L. and Jr. and Gabriel, Richard'. */
function withSuffixes(value: string, report: NameReport | undefined): string {
	if (!suffixAfterAnd.test(value)) return value;
	const [first = '', ...others] = value.split(/(\s+and\s+)/);
	let [joined, last] = ['', first];
	for (let at = 0; at < others.length; at += 2) {
		const [and = '', name = ''] = others.slice(at, at + 2);
		const [, braced, bare] = separateSuffix.exec(name) ?? [];
		const suffix = braced ?? bare;
		if (suffix === undefined || last === '') {
			joined += last + and;
			last = name;
			continue;
		}
		const [family = '', given, ...rest] = last.split(',');
		const isInverted = given !== undefined && rest.length === 0;
		const corrected = isInverted ? `${family}, ${suffix},${given}` : `${last} ${suffix}`;
		report?.(...repairProblem('"and" before a suffix in', last + and + name, corrected));
		last = corrected;
	}
	return joined + last;
}

const suffixAfterAnd = /\sand\s+\{?(?:[JS]r|I[IV]|[23]rd)/;
const separateSuffix = /^(?:\{([JS]r\.?|I{2,3}|IV|[23]rd)\}|([JS]r\.?|I{2,3}|IV|[23]rd))\s*$/;

function mailProblem(value: string): NameProblem {
	const name = value.split(/\sand\s/i).find((part) => withoutMail(part) !== part);
	return [
		'name/suspicious',
		`E-mail address in the name "${(name ?? value).trim()}"; it is not shown`,
		'Remove the address',
	];
}

function bracesProblem(
	written: readonly string[],
	names: readonly string[],
	correction: readonly NameCorrection[],
): NameProblem {
	const first = names.findIndex((name, at) => name !== written[at]);
	if (written.length > 0) {
		return [
			'name/suspicious',
			`Braces around "${names[first]}" make it an organization; read as a person`,
			'Remove the braces around the names of people',
			correction,
		];
	}
	return [
		'name/suspicious',
		`Braces around a list of names make it a single name; read as ${names.length} names`,
		'Remove the inner braces',
		correction,
	];
}

/** Adds the missing comma to 'Lindquist M' in a list whose other names are written 'Lindquist, M'. */
function withComma(text: string, report: NameReport | undefined): string {
	const parts = text.includes(',') ? null : trailingInitials(text, true);
	if (!parts) return text;
	const corrected = parts.join(', ');
	report?.(...repairProblem('Initials after the family name in', text, corrected));
	return corrected;
}

/** Replaces control spaces by spaces and a title page's `\and` by the word. */
function withoutControls(value: string): string {
	return value.replace(/\\ /g, ' ').replace(/\\and(?![a-z])/gi, ' and ');
}

/** Replaces fullwidth commas and semicolons by ASCII ones, and '、', which only separates names, by a semicolon. */
function withoutWideMarks(value: string): string {
	return /[、；，]/.test(value) ? value.replaceAll('，', ',').replace(/[、；]/g, ';') : value;
}

/** Replaces footnote marks in brackets ('[1,2]', '(*)') by superscripts, whose commas do not separate names. Years stay. */
function withSuperscripts(value: string): string {
	if (!/[[(]/.test(value)) return value;
	return value.replace(bracketedMarks, (_written, inBrackets = '', inParentheses = '') => {
		return `\\textsuperscript{${inBrackets || inParentheses}}`;
	});
}

const bracketedMarks =
	/(?<![\^{])\s?(?:\[((?:[*†‡∗⋆,;\s]|(?<!\d)\d{1,2}(?!\d)){1,20}|[a-z])\]|\(((?:[*†‡∗⋆,;\s]|(?<!\d)\d{1,2}(?!\d)){1,20})\))/g;

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
function readFootnotes(footnotes: readonly Footnoted[], names: Name[], report: NameReport | undefined): void {
	const starred = footnotes.filter(({ marks }) => marks.includes('*'));
	const equal = starred.length > 1;
	for (const { at } of equal ? starred : []) {
		const name = names[at];
		if (name) names[at] = { ...name, annotations: [...name.annotations, '*'] };
	}
	const unknown = footnotes.filter(({ marks }) => marks.some((mark) => !equal || mark !== '*'));
	const [first] = unknown;
	if (!first) return;
	const marks = [...new Set(unknown.flatMap((footnote) => footnote.marks))].filter((mark) => !equal || mark !== '*');
	report?.(
		'name/suspicious',
		`Unexpected footnote mark "${marks.join(' ')}" in the name "${first.written}"; it is not shown`,
		'Use an annotation instead, such as author+an = {1=equal; 2=equal}',
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
