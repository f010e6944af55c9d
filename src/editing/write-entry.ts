import { asciiLetters, unicodeLetters } from '../latex/ascii-latex.ts';
import { latexText } from '../latex/write-latex.ts';
import { splitNames } from '../publications/names/name-split.ts';
import { parseNames } from '../publications/names/read-names.ts';
import { bibtexTheses, bibtexTypes } from './drafts/dialect.ts';
import type { Draft } from './drafts/draft.ts';
import { givenName } from './drafts/draft-names.ts';
import type { Style } from './file-style.ts';
import { cased } from './layout.ts';

/** A field as a file writes it. */
interface Written {
	readonly name: string;
	/** With its delimiters. */
	readonly value: string;
}

/** A draft as an entry of a file, without the line end behind it. */
export function writeEntry(draft: Draft, key: string, style: Style): string {
	const { newline, indent, delimiters, beforeOpen, beforeKey, trailingComma, close } = style;
	const fields = fieldsOf(draft, style);
	const longest = Math.max(...fields.map(({ name }) => name.length), 0);
	const lines = fields.map(({ name, value }) => `${equals(name, longest, style)}${value}`);
	const [open, end] = delimiters;
	const head = `@${cased(typeOf(draft, style), style.typeCase)}${beforeOpen}${open}${beforeKey}${key},`;
	const comma = trailingComma && lines.length > 0 ? ',' : '';
	if (indent === null) return `${head} ${lines.join(', ')}${comma}${end}`;
	const body = lines.map((line) => `${newline}${indent}${line}`).join(',');
	return `${head}${body}${comma}${close === null && lines.length > 0 ? '' : `${newline}${close ?? ''}`}${end}`;
}

function equals(name: string, longest: number, { equals: { column, before, after, value } }: Style): string {
	const least = column === 'longest' ? longest + before.length : (column ?? 0);
	const sign = `${name}${before}`.padEnd(least);
	// A name that is longer than the column has one space behind it.
	const tidy = column !== null && name.length >= least ? `${name} ` : sign;
	return `${column !== null && name.length < least ? name.padEnd(least) : tidy}=${after}`.padEnd(value ?? 0);
}

/** The type in the file's dialect. */
function typeOf({ type, fields }: Draft, { dialect }: Style): string {
	if (dialect === 'biblatex') return type;
	if (type === 'thesis') return bibtexTheses[fields.get('type') ?? ''] ?? 'phdthesis';
	return bibtexTypes[type] ?? type;
}

/** Fields that are addresses or names for programs: nothing in them is LaTeX. */
const verbatim = /^(?:url|doi|eprint|file|pdf|code|crossref|xref|xdata|related|ids|keywords)$|^url_|^bdsk-/;
const nameFields = /^(?:author|editor|translator|bookauthor|editor[abc]|holder)$/;

function fieldsOf(draft: Draft, style: Style): Written[] {
	const type = typeOf(draft, style);
	const written: Written[] = [];
	const push = (name: string, value: string) => {
		const alias = name === 'institution' && !/thesis$/.test(type) ? name : (style.aliases.get(name) ?? name);
		written.push({ name: cased(draft.fields.has(alias) ? name : alias, style.fieldCase), value });
	};
	for (const [name, value] of draft.fields) {
		if (isLeftOut(draft, name, type, style)) continue;
		const macro = draft.written.get(name);
		if (macro !== undefined) push(name, macro);
		else if (name === 'date') for (const [part, delimited] of dateFields(draft, value, style)) push(part, delimited);
		else push(name, delimited(inLetters(name, value, style), style));
	}
	return written;
}

/** What nobody asked for and the file's entries have not; a kind that the type says already. */
function isLeftOut({ optional, fields }: Draft, name: string, type: string, style: Style): boolean {
	if (
		name === 'type' &&
		type !== 'thesis' &&
		fields.get('type') === (type === 'techreport' ? 'techreport' : 'phdthesis')
	)
		return type === 'techreport' || type === 'phdthesis';
	if (name === 'type' && type === 'mastersthesis' && fields.get('type') === 'mathesis') return true;
	return optional.has(name) && style.share(style.aliases.get(name) ?? name, type) < 0.3;
}

function inLetters(name: string, value: string, { letters, givenFirst }: Style): string {
	if (verbatim.test(name)) return value;
	const ordered = givenFirst && nameFields.test(name) ? givenBefore(value) : value;
	return letters === 'latex' ? asciiLetters(ordered) : unicodeLetters(ordered);
}

/** The names with their given names first; those that would then not read the same stay as they are. */
function givenBefore(value: string): string {
	const { names, etAl } = parseNames(value);
	const written = splitNames(value);
	if (written.length !== names.length + (etAl ? 1 : 0)) return value;
	return written
		.map((one, index) => {
			const name = names[index];
			if (!name || !/^[^,{}]+,[^,{}]+$/.test(one)) return one;
			const { family = '', given = '', particle = '' } = givenName(name);
			const turned = latexText([given, particle, family].filter((part) => part !== '').join(' '));
			const [again] = parseNames(turned).names;
			return again?.family === name.family && again.given === name.given ? turned : one;
		})
		.join(' and ');
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** A date in the file's way: whole, or in parts where it has no more than a year, a month and a day. */
function dateFields({ type, optional }: Draft, date: string, style: Style): [string, string][] {
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

function monthValue(month: number, style: Style): string {
	const name = monthNames[month - 1] ?? '';
	if (style.months === 'macro') return name.slice(0, 3).toLowerCase();
	return delimited(style.months === 'number' ? String(month) : name, style);
}

function delimited(value: string, { quotes, bareNumbers }: Style): string {
	if (bareNumbers && /^\d+$/.test(value)) return value;
	return quotes && !hasBareQuote(value) ? `"${value}"` : `{${value}}`;
}

/** A quotation mark outside of braces would end a value in quotation marks. */
function hasBareQuote(value: string): boolean {
	let depth = 0;
	for (const sign of value) {
		if (sign === '{') depth++;
		else if (sign === '}') depth--;
		else if (sign === '"' && depth === 0) return true;
	}
	return false;
}
