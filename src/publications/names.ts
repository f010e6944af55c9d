import type { Annotation } from '../library/entry.ts';
import { decodeAccents } from '../text/accents.ts';
import { plainLatex } from '../text/plain.ts';
import { remembering } from '../text/remembering.ts';
import type { UserCommands } from '../text/user-commands.ts';
import { isExtended, readExtended } from './extended-names.ts';
import type { Name, NameList } from './name.ts';
import { annotate, orcidIn } from './name-annotations.ts';
import { initialsLast, isBody, isCjk, suspicion } from './name-checks.ts';
import { unmarked, withoutRole } from './name-marks.ts';
import { initialsBehind, isFamilyAndInitials, isSureSuffix, type Separated, separateNames } from './name-repair.ts';
import { nameParts, splitNames, splitTop, splitWords } from './name-split.ts';

/** What the reading of names needs beside the value. */
export interface NameContext {
	/** Annotations of the field (`author+an`). */
	readonly annotations?: readonly Annotation[];
	/** BibLaTeX's `useprefix` for the entry; a name's own wins. Default false. */
	readonly usePrefix?: boolean;
	readonly commands?: UserCommands;
}

/** Where a finding about names goes. */
export type NameIssue = (code: 'name/comma-list' | 'name/suspicious', message: string, hint?: string) => void;

/**
 * The names of a field such as `author`, by the rules of BibTeX and biber (see `name-split.ts`), decoded to Unicode.
 * A list separated by something else than 'and' is repaired and reported as name/comma-list; what does not look
 * like a name is kept and reported as name/suspicious. A name in bold or underlined is annotated 'highlight'.
 */
export function parseNames(value: string, context: NameContext = {}, issue?: NameIssue): NameList {
	const list = nameStrings(value, issue);
	const names: Name[] = [];
	const footnotes: Footnoted[] = [];
	const beside = list.names.some(isFamilyAndInitials);
	for (const string of list.names) {
		const { text, strong, marks } = unmarked(string);
		const name = readName(beside ? turnedBeside(text, issue) : text, context, issue);
		if (!name) continue;
		// An object stands once in a list: marks hang on it.
		const marked = strong ? { ...name, annotations: ['highlight'] } : names.includes(name) ? { ...name } : name;
		if (marks.length > 0) footnotes.push({ marks, written: string, at: names.length });
		names.push(marked);
	}
	if (footnotes.length > 0) readFootnotes(footnotes, names, issue);
	return { names: context.annotations?.length ? annotate(names, context.annotations) : names, etAl: list.etAl };
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
	let depth = 0;
	for (let at = 0; at < value.length && depth >= 0; at++) {
		const code = value.charCodeAt(at);
		if (code === 92 /* \ */) at++;
		else if (code === 123 /* { */) depth++;
		else if (code === 125 /* } */) depth--;
	}
	return depth === 0 ? value : value.replace(/[{}]/g, '');
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

/** Names come again and again: one that depends on nothing but its text is read once, and is the same object in all works. */
function readName(text: string, context: NameContext, issue: NameIssue | undefined): Name | null {
	if (context.usePrefix || /[\\$]/.test(text)) return readBare(text, context, issue);
	const { name, issues } = nameAlone(text);
	for (const found of issues) issue?.(...found);
	return name;
}

const nameAlone = remembering((text): { name: Name | null; issues: readonly Parameters<NameIssue>[] } => {
	const issues: Parameters<NameIssue>[] = [];
	const name = readBare(text, {}, (...found) => issues.push(found));
	return { name, issues: issues.length === 0 ? none : issues };
});

function readBare(text: string, context: NameContext, issue: NameIssue | undefined): Name | null {
	const extended = text.includes('=') ? readExtended(text) : null;
	if (extended) return extendedName(extended, context);
	const { rest, orcid } = orcidIn(text);
	const body = wrapped(rest);
	if (body !== null) return literalName(body, orcid, context, issue);
	const parts = splitTop(rest, ',').filter((part) => part !== '');
	if (parts.length === 0) return null;
	if (parts.length !== 2 && isBody(parts[0] ?? '')) return literalName(rest, orcid, context, issue, true);
	const turned = parts.length === 1 ? initialsBehind(rest) : null;
	const doubt = turned ? initialsLast(rest, turned) : suspicion(rest, parts);
	if (doubt) issue?.('name/suspicious', ...doubt);
	return personName(turned ?? parts, orcid, context);
}

function personName(written: readonly string[], orcid: string | null, context: NameContext): Name | null {
	const { parts, suffix } = withSuffix(written);
	const words = (raw: string) => plainWords(raw, context.commands);
	const eastern = parts.length === 1 && isCjk(parts[0] ?? '') ? splitWords(parts[0] ?? '') : [];
	if (eastern.length > 1) {
		// Family first, as these names are written without a comma.
		const [family, ...given] = eastern.map((word) => words(word.text));
		return makeName(family ?? '', given.join(' '), '', words(suffix), orcid, context);
	}
	const { first, von, last, jr } = nameParts(parts);
	const family = words(last);
	if (family === '' && first === '' && von === '') return null;
	return makeName(family, words(first), words(von), words(jr || suffix), orcid, context);
}

/** Puts a suffix where BibTeX wants it when it stands last: 'Last, First, Jr', 'First Last, Jr', 'First Last Jr'. */
function withSuffix(parts: readonly string[]): { parts: readonly string[]; suffix: string } {
	const end = parts.at(-1) ?? '';
	if (parts.length === 1) {
		const found = / (?:Jr|Sr|I{2,3}|IV)\.?$/.exec(end);
		const before = found ? end.slice(0, found.index) : '';
		return found && before.includes(' ') ? { parts: [before], suffix: found[0].trim() } : { parts, suffix: '' };
	}
	if (!isSureSuffix(end) || isSureSuffix(parts[1] ?? '') !== (parts.length === 2)) return { parts, suffix: '' };
	return { parts: parts.slice(0, -1), suffix: end };
}

function extendedName(parts: ReadonlyMap<string, string>, context: NameContext): Name | null {
	const words = (key: string) => plainWords(parts.get(key) ?? '', context.commands);
	const own = parts.get('useprefix');
	const usePrefix = own === undefined ? (context.usePrefix ?? false) : /^(?:true|1|yes)$/i.test(own);
	const family = words('family');
	const given = words('given');
	if (family === '' && given === '') return null;
	const raw = parts.get('family') ?? '';
	if (given === '' && wrapped(raw) !== null && raw.includes(' ')) {
		return { ...makeName('', '', '', '', null, context), literal: family };
	}
	const name = makeName(family, given, words('prefix'), words('suffix'), orcidIn(words('orcid')).orcid, {
		...context,
		usePrefix,
	});
	return { ...name, givenInitials: words('given-i') || null };
}

function literalName(
	body: string,
	orcid: string | null,
	context: NameContext,
	issue: NameIssue | undefined,
	guessed = false,
): Name | null {
	const literal = plainWords(body, context.commands);
	if (literal === '') return null;
	if (guessed) {
		issue?.('name/suspicious', `“${literal}” was read as a body, not as a person`, `Put it in braces: {${literal}}`);
	} else if (/,.*\sand\s.*,/i.test(literal) && splitNames(literal).every((name) => /^[^,]+,[^,]+$/.test(name))) {
		issue?.('name/suspicious', 'Braces around a list of names make it one name', 'Take off the inner braces');
	}
	return { ...makeName('', '', '', '', orcid, context), literal };
}

function makeName(
	family: string,
	given: string,
	von: string,
	suffix: string,
	orcid: string | null,
	context: NameContext,
): Name {
	return {
		family,
		given,
		givenInitials: null,
		nonDroppingParticle: context.usePrefix ? von : '',
		droppingParticle: context.usePrefix ? '' : von,
		suffix,
		literal: null,
		orcid,
		annotations: none,
	};
}

const none: readonly never[] = [];

/** What stands in a brace group that is the whole name, else null. */
function wrapped(text: string): string | null {
	if (!text.startsWith('{') || !text.endsWith('}')) return null;
	let depth = 0;
	for (let at = 0; at < text.length - 1; at++) {
		const code = text.charCodeAt(at);
		if (code === 92 /* \ */) at++;
		else if (code === 123 /* { */) depth++;
		else if (code === 125 /* } */ && --depth === 0) return null;
	}
	return text.slice(1, -1).trim();
}

/**
 * Part of a name as plain text. What LaTeX would turn into typographic quotes and dashes stays as written: names
 * are compared, and 'O'Neil' is one name however it stands in the file.
 */
function plainWords(raw: string, commands: UserCommands | undefined): string {
	if (raw === '' || /^[\w .\-',]*$/.test(raw)) return raw;
	const text = /[\\$]/.test(raw) ? plainLatex(raw, commands) : raw.replace(/[{}]/g, '').replaceAll('~', ' ');
	return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}
