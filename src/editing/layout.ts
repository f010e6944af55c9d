import type { Source } from '../diagnostics/source.ts';
import type { Assignment, WrittenEntry } from '../library/entry.ts';
import { mostFrequent } from './most-frequent.ts';

/** How letters of a name are cased. */
type Case = 'lower' | 'upper' | 'capital';

/** The signs and white space of a file's entries. */
export interface Layout {
	readonly newline: string;
	/** Empty lines between two entries. */
	readonly blankLines: number;
	readonly typeCase: Case;
	readonly fieldCase: Case;
	/** What opens and closes an entry. */
	readonly delimiters: readonly [open: string, close: string];
	/** Between the type and the delimiter, and between that and the key. */
	readonly beforeOpen: string;
	readonly beforeKey: string;
	/** Each field on a line of its own, with this before it; null: all on one line. */
	readonly indent: string | null;
	readonly equals: Equals;
	/** Values in quotation marks, not in braces. */
	readonly quotes: boolean;
	/** Numbers without delimiters. */
	readonly bareNumbers: boolean;
	readonly trailingComma: boolean;
	/** What stands before the closing delimiter on its own line; null: it closes behind the last field. */
	readonly close: string | null;
}

/** Where `=` and the value stand; columns count from the beginning of the name. */
interface Equals {
	/** The least column of `=`: a number, or behind the longest name of the entry; null: right behind the name. */
	readonly column: number | 'longest' | null;
	readonly before: string;
	readonly after: string;
	/** The least column of the value, where values stand in a column and `=` does not; else null. */
	readonly value: number | null;
}

/** The layout that most entries of a file have. */
export function layoutOf({ text }: Source, entries: readonly WrittenEntry[]): Layout {
	const heads = entries.map(headOf);
	const fields = entries.flatMap(({ assignments }) => assignments);
	const texts = fields.filter(({ pieces }) => pieces.length === 0);
	const numbers = texts.filter(({ value }) => /^\d+$/.test(value));
	const first = (field: Assignment) => field.span.source.text.charAt(field.span.start);
	const ends = entries.flatMap(endOf);
	return {
		newline: mostFrequent(text.match(/\r\n|\n|\r/g)?.slice(-1000) ?? [], '\n'),
		blankLines: mostFrequent(gapsIn(entries), 1),
		typeCase: mostFrequent(
			heads.map(({ type }) => caseOf(type)),
			'lower',
		),
		fieldCase: mostFrequent(
			fields.map((field) => caseOf(nameOf(field))),
			'lower',
		),
		delimiters:
			mostFrequent(
				heads.map(({ open }) => open),
				'{',
			) === '('
				? ['(', ')']
				: ['{', '}'],
		beforeOpen: mostFrequent(
			heads.map(({ beforeOpen }) => beforeOpen),
			'',
		),
		beforeKey: mostFrequent(
			heads.map(({ beforeKey }) => beforeKey),
			'',
		),
		indent: mostFrequent(fields.map(indentOf), '  '),
		equals: equalsOf(entries),
		quotes:
			mostFrequent(
				texts.map(first).filter((sign) => sign === '{' || sign === '"'),
				'{',
			) === '"',
		bareNumbers: mostFrequent(
			numbers.map((field) => /\d/.test(first(field))),
			false,
		),
		trailingComma: mostFrequent(
			ends.map(({ comma }) => comma),
			true,
		),
		close: mostFrequent(
			ends.map(({ close }) => close),
			'',
		),
	};
}

/** A name in a case. */
export function cased(name: string, written: Case): string {
	if (written === 'upper') return name.toUpperCase();
	return written === 'capital' ? (compounds[name] ?? name.charAt(0).toUpperCase() + name.slice(1)) : name;
}

/** Types of two words, as JabRef and Emacs write them. */
const compounds: Readonly<Record<string, string>> = {
	inproceedings: 'InProceedings',
	incollection: 'InCollection',
	inbook: 'InBook',
	inreference: 'InReference',
	phdthesis: 'PhdThesis',
	mastersthesis: 'MastersThesis',
	techreport: 'TechReport',
};

function caseOf(name: string): Case {
	if (name === name.toLowerCase()) return 'lower';
	return name === name.toUpperCase() ? 'upper' : 'capital';
}

function headOf({ source: { text } }: WrittenEntry) {
	const [, type = '', beforeOpen = '', open = '{', beforeKey = ''] = /^@\s*([^\s{(]+)(\s*)([{(])(\s*)/.exec(text) ?? [];
	return { type, beforeOpen: isBlank(beforeOpen), open, beforeKey: isBlank(beforeKey) };
}

function isBlank(space: string): string {
	return /^ *$/.test(space) ? space : '';
}

function nameOf({ assignment: { source, start }, name }: Assignment): string {
	return source.text.slice(start, start + name.length);
}

/** The white space before a field that begins a line; null for one that does not. */
function indentOf({ assignment: { source, start } }: Assignment): string | null {
	return /(?:^|[\r\n])([ \t]*),?[ \t]*$/.exec(source.text.slice(Math.max(0, start - 80), start))?.[1] ?? null;
}

function equalsOf(entries: readonly WrittenEntry[]): Equals {
	const rows = entries.map(({ assignments }) => assignments.map(signsOf));
	const all = rows.flat();
	const aligned = (column: (signs: Signs) => number) =>
		rows.filter((signs) => {
			const columns = new Set(signs.map(column));
			return new Set(signs.map(({ name }) => name)).size > 1 && columns.size === 1;
		});
	const enough = rows.filter((signs) => new Set(signs.map(({ name }) => name)).size > 1).length / 2;
	const signs = aligned(({ name, before }) => name + before);
	const after = mostFrequent(
		all.map(({ after }) => ' '.repeat(Math.min(after, 8))),
		' ',
	);
	if (signs.length > enough) {
		const columns = signs.flatMap(([first]) => (first ? [first.name + first.before] : []));
		const gaps = signs.map((row) => Math.min(...row.map(({ before }) => before)));
		const gap = mostFrequent(gaps, 1);
		// In a fixed column the short names of some entries leave more room.
		const fixed = gaps.some((one) => one > gap);
		return {
			column: fixed ? mostFrequent(columns, 0) : 'longest',
			before: ' '.repeat(fixed ? 1 : gap),
			after,
			value: null,
		};
	}
	const before = mostFrequent(
		all.map(({ before }) => ' '.repeat(Math.min(before, 8))),
		' ',
	);
	const values = aligned(({ name, before, after }) => name + before + 1 + after);
	const value = mostFrequent(
		values.flatMap(([first]) => (first ? [first.name + first.before + 1 + first.after] : [])),
		0,
	);
	if (values.length <= enough) return { column: null, before, after, value: null };
	return { column: null, before, after: ' ', value };
}

interface Signs {
	/** Lengths, in UTF-16 units. */
	readonly name: number;
	readonly before: number;
	readonly after: number;
}

function signsOf({ assignment, span, name }: Assignment): Signs {
	const between = assignment.source.text.slice(assignment.start + name.length, span.start);
	const before = between.indexOf('=');
	return { name: name.length, before: Math.max(before, 0), after: Math.max(between.length - before - 1, 0) };
}

/** How an entry ends behind its last field. */
function endOf({ assignments, source: { text } }: WrittenEntry): { comma: boolean; close: string | null }[] {
	const last = assignments.at(-1);
	const [whole, comma, space = ''] = (last && /^(?:\s*(,))?(\s*)[})]\s*$/.exec(text.slice(last.assignment.end))) ?? [];
	if (whole === undefined) return [];
	return [{ comma: comma === ',', close: /[\r\n]/.test(space) ? (/[ \t]*$/.exec(space)?.[0] ?? '') : null }];
}

/** Empty lines between an entry and the next one, where nothing else stands there. */
function gapsIn(entries: readonly WrittenEntry[]): number[] {
	return entries.flatMap(({ source }, index) => {
		const next = entries[index + 1]?.source;
		if (!source.origin || source.origin.source !== next?.origin?.source) return [];
		const between = source.origin.source.text.slice(source.origin.offset + source.text.length, next.origin.offset);
		const lines = /^[ \t]*(?:(\r\n|\n|\r)[ \t]*)+$/.test(between) ? (between.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
		return lines > 0 ? [Math.min(lines - 1, 3)] : [];
	});
}
