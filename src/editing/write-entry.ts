import { asciiLetters, unicodeLetters } from '../latex/ascii-latex.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainText } from '../latex/plain-text.ts';
import { latexText } from '../latex/write-latex.ts';
import { splitNames } from '../publications/names/name-split.ts';
import { parseNames } from '../publications/names/read-names.ts';
import { valueIn } from '../text/value-in.ts';
import { bibtexTheses, bibtexTypes } from './drafts/dialect.ts';
import type { Draft } from './drafts/draft.ts';
import { namePartsOf } from './drafts/draft-names.ts';
import { type FileStyle, macroFields } from './file-style.ts';
import { cased } from './layout.ts';

/** A field in the style of a file. */
export interface FormattedField {
	readonly name: string;
	/** With delimiters. */
	readonly value: string;
}

/** Formats a draft as an entry in the style of a file, without a line ending. */
export function writeEntry(draft: Draft, key: string, style: FileStyle): string {
	const { newline, indent, delimiters, beforeOpen, beforeKey, trailingComma, close } = style;
	const fields = formattedFields(draft, style);
	const longest = Math.max(...fields.map(({ name }) => name.length), 0);
	const lines = fields.map((field) => assignmentOf(field, longest, style));
	const [open, end] = delimiters;
	const head = `@${cased(entryTypeOf(draft, style), style.typeCase)}${beforeOpen}${open}${beforeKey}${key},`;
	const comma = trailingComma && lines.length > 0 ? ',' : '';
	if (indent === null) return `${head} ${lines.join(', ')}${comma}${end}`;
	const body = lines.map((line) => `${newline}${indent}${line}`).join(',');
	return `${head}${body}${comma}${close === null && lines.length > 0 ? '' : `${newline}${close ?? ''}`}${end}`;
}

/**
 * A field as `name = value`, aligned with the others.
 *
 * @param longest the length of the longest name in the entry, in UTF-16 units
 */
export function assignmentOf({ name, value }: FormattedField, longest: number, style: FileStyle): string {
	return `${equals(name, longest, style)}${value}`;
}

function equals(name: string, longest: number, { equals: { column, before, after, value } }: FileStyle): string {
	const minColumn = column === 'longest' ? longest + before.length : (column ?? 0);
	// A name that is longer than the column is followed by one space.
	const spaced = column !== null && name.length >= minColumn ? `${name} ` : `${name}${before}`.padEnd(minColumn);
	return `${column !== null && name.length < minColumn ? name.padEnd(minColumn) : spaced}=${after}`.padEnd(value ?? 0);
}

/** The entry type in the file's dialect. */
export function entryTypeOf({ type, fields }: Draft, { dialect }: FileStyle): string {
	if (dialect === 'biblatex') return type;
	if (type === 'thesis') return valueIn(bibtexTheses, fields.get('type') ?? '') ?? 'phdthesis';
	return valueIn(bibtexTypes, type) ?? type;
}

/** Fields with addresses, keys or other values that are not LaTeX. */
const verbatimFields = /^(?:url|doi|eprint|file|pdf|code|crossref|xref|xdata|related|ids|keywords)$|^url_|^bdsk-/;
const nameFields = /^(?:author|editor|translator|bookauthor|editor[abc]|holder)$/;

/** The fields of a draft in the style of a file, without those that the file omits. */
export function formattedFields(draft: Draft, style: FileStyle): FormattedField[] {
	const type = entryTypeOf(draft, style);
	const formatted: FormattedField[] = [];
	const push = (name: string, value: string) => {
		const alias = name === 'institution' && !/thesis$/.test(type) ? name : (style.aliases.get(name) ?? name);
		formatted.push({ name: cased(draft.fields.has(alias) ? name : alias, style.fieldCase), value });
	};
	for (const [name, value] of draft.fields) {
		if (isOmitted(draft, name, type, style)) continue;
		const expression = draft.expressions.get(name) ?? macroFor(name, value, style);
		if (expression !== undefined) push(name, expression);
		else if (name === 'date') for (const [part, delimited] of dateFields(draft, value, style)) push(part, delimited);
		else if (name === 'eprinttype' && value === 'arxiv') push(name, delimited(style.arxiv, style));
		else push(name, delimited(inLetters(name, value, style), style));
	}
	return formatted;
}

/** The macro that the file has for the value of a journal, a book or a publisher. */
function macroFor(name: string, value: string, { macros }: FileStyle): string | undefined {
	return macroFields.test(name) && macros.size > 0 ? macros.get(plainText(parseLatex(value))) : undefined;
}

/** True for an optional field that few entries of the file have, and for a `type` that the entry type implies. */
function isOmitted({ optional, fields }: Draft, name: string, type: string, style: FileStyle): boolean {
	if (
		name === 'type' &&
		type !== 'thesis' &&
		fields.get('type') === (type === 'techreport' ? 'techreport' : 'phdthesis')
	)
		return type === 'techreport' || type === 'phdthesis';
	if (name === 'type' && type === 'mastersthesis' && fields.get('type') === 'mathesis') return true;
	return optional.has(name) && style.share(style.aliases.get(name) ?? name, type) < 0.3;
}

function inLetters(name: string, value: string, { letters, givenFirst }: FileStyle): string {
	if (verbatimFields.test(name)) return value;
	const ordered = givenFirst && nameFields.test(name) ? givenNamesFirst(value) : value;
	return letters === 'latex' ? asciiLetters(ordered) : unicodeLetters(ordered);
}

/** The names with given names first. Names that would then be parsed differently stay unchanged. */
function givenNamesFirst(value: string): string {
	const { names, etAl } = parseNames(value);
	const texts = splitNames(value);
	if (texts.length !== names.length + (etAl ? 1 : 0)) return value;
	return texts
		.map((text, index) => {
			const name = names[index];
			if (!name || !/^[^,{}]+,[^,{}]+$/.test(text)) return text;
			const { family = '', given = '', particle = '' } = namePartsOf(name);
			const reordered = latexText([given, particle, family].filter((part) => part !== '').join(' '));
			const [reparsed] = parseNames(reordered).names;
			return reparsed?.family === name.family && reparsed.given === name.given ? reordered : text;
		})
		.join(' and ');
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** The date as one field, or as year, month and day if it has nothing else, in the style of the file. */
function dateFields({ type, optional }: Draft, date: string, style: FileStyle): [string, string][] {
	const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date) ?? [];
	if (style.dates === 'date') return [['date', delimited(date, style)]];
	if (year === undefined) return [[/^-?\d{4}$/.test(date) ? 'year' : 'date', delimited(date, style)]];
	const keepDay = day !== undefined && !(optional.has('day') && style.share('day', type) < 0.3);
	return [
		['year', delimited(year, style)],
		...(month ? [['month', monthValue(Number(month), style)] as [string, string]] : []),
		...(keepDay ? [['day', delimited(String(Number(day)), style)] as [string, string]] : []),
	];
}

function monthValue(month: number, style: FileStyle): string {
	const name = monthNames[month - 1] ?? '';
	if (style.months === 'macro') return name.slice(0, 3).toLowerCase();
	return delimited(style.months === 'number' ? String(month) : name, style);
}

function delimited(value: string, { quotes, bareNumbers }: FileStyle): string {
	if (bareNumbers && /^\d+$/.test(value)) return value;
	return quotes && !hasBareQuote(value) ? `"${value}"` : `{${value}}`;
}

/** A quotation mark outside braces would end a value in quotation marks. */
function hasBareQuote(value: string): boolean {
	let depth = 0;
	for (const character of value) {
		if (character === '{') depth++;
		else if (character === '}') depth--;
		else if (character === '"' && depth === 0) return true;
	}
	return false;
}
