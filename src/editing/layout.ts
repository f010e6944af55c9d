import type { Source } from '../diagnostics/source.ts';
import type { Assignment, WrittenEntry } from '../library/entry.ts';
import { valueIn } from '../text/value-in.ts';
import { mostFrequent } from './most-frequent.ts';

/** The case of a name: `article`, `ARTICLE` or `Article`. */
type Case = 'lower' | 'upper' | 'capital';

/** Punctuation and whitespace of a file's entries. */
export interface Layout {
	readonly newline: string;
	/** Empty lines between two entries. */
	readonly blankLines: number;
	readonly typeCase: Case;
	readonly fieldCase: Case;
	/** The characters that open and close an entry. */
	readonly delimiters: readonly [open: string, close: string];
	/** Whitespace between the type and the delimiter, and between the delimiter and the key. */
	readonly beforeOpen: string;
	readonly beforeKey: string;
	/** Whitespace before each field, which starts a line; null if all fields are on one line. */
	readonly indent: string | null;
	readonly equals: Equals;
	/** True if values are in quotation marks, false if in braces. */
	readonly quotes: boolean;
	/** True if numbers have no delimiters. */
	readonly bareNumbers: boolean;
	readonly trailingComma: boolean;
	/** Whitespace before the closing delimiter on its own line; null if it follows the last field on the same line. */
	readonly close: string | null;
}

/** The position of `=` and of the value; columns count from the start of the name. */
interface Equals {
	/** The minimum column of `=`: a number, or after the longest name of the entry; null for right after the name. */
	readonly column: number | 'longest' | null;
	readonly before: string;
	readonly after: string;
	/** The minimum column of the value, if values are aligned and `=` is not; otherwise null. */
	readonly value: number | null;
}

/** The layout of BibLaTeX's manual and most editors. */
const usualLayout: Layout = {
	newline: '\n',
	blankLines: 1,
	typeCase: 'lower',
	fieldCase: 'lower',
	delimiters: ['{', '}'],
	beforeOpen: '',
	beforeKey: '',
	indent: '  ',
	equals: { column: null, before: ' ', after: ' ', value: null },
	quotes: false,
	bareNumbers: false,
	trailingComma: true,
	close: '',
};

/**
 * The layout of most entries of a file.
 *
 * @param usual the layout of what the entries do not show
 */
export function layoutOf({ text }: Source, entries: readonly WrittenEntry[], usual: Layout = usualLayout): Layout {
	const heads = entries.map(headOf);
	const fields = entries.flatMap(({ assignments }) => assignments);
	const texts = fields.filter(({ pieces }) => pieces.length === 0);
	const numbers = texts.filter(({ value }) => /^\d+$/.test(value));
	const first = (field: Assignment) => field.span.source.text.charAt(field.span.start);
	const ends = entries.flatMap(endOf);
	const most = <Name extends keyof Layout>(name: Name, values: readonly Layout[Name][]) =>
		mostFrequent<Layout[Name]>(values, usual[name]);
	const quotes = texts.map(first).filter((delimiter) => delimiter === '{' || delimiter === '"');
	return {
		newline: most('newline', text.match(/\r\n|\n|\r/g)?.slice(-1000) ?? []),
		blankLines: most('blankLines', gapsIn(entries)),
		typeCase: most(
			'typeCase',
			heads.map(({ type }) => caseOf(type)),
		),
		fieldCase: most(
			'fieldCase',
			fields.map((field) => caseOf(nameOf(field))),
		),
		delimiters:
			mostFrequent(
				heads.map(({ open }) => open),
				usual.delimiters[0],
			) === '('
				? ['(', ')']
				: ['{', '}'],
		beforeOpen: most(
			'beforeOpen',
			heads.map(({ beforeOpen }) => beforeOpen),
		),
		beforeKey: most(
			'beforeKey',
			heads.map(({ beforeKey }) => beforeKey),
		),
		indent: most('indent', fields.map(indentOf)),
		equals: fields.length > 0 ? equalsOf(entries) : usual.equals,
		quotes: most(
			'quotes',
			quotes.map((delimiter) => delimiter === '"'),
		),
		bareNumbers: most(
			'bareNumbers',
			numbers.map((field) => /\d/.test(first(field))),
		),
		trailingComma: most(
			'trailingComma',
			ends.map(({ comma }) => comma),
		),
		close: most(
			'close',
			ends.map(({ close }) => close),
		),
	};
}

/** The layout of one entry; what it does not show is as in the file. */
export function entryLayout(entry: WrittenEntry, file: Layout): Layout {
	const layout = layoutOf(entry.source, [entry], file);
	const gaps = new Set(entry.assignments.map(gapsAroundEquals).map(({ before, after }) => `${before}=${after}`));
	const { column, value } = layout.equals;
	const isUniform = column !== null || value !== null || gaps.size === 1;
	return isUniform ? layout : { ...layout, equals: file.equals };
}

/** Changes a name to a case. */
export function cased(name: string, target: Case): string {
	if (target === 'upper') return name.toUpperCase();
	return target === 'capital' ? (valueIn(compounds, name) ?? name.charAt(0).toUpperCase() + name.slice(1)) : name;
}

/** Types that consist of two words, as JabRef and Emacs write them. */
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
	return { type, beforeOpen: onlySpaces(beforeOpen), open, beforeKey: onlySpaces(beforeKey) };
}

/** The whitespace if it has only spaces, otherwise ''. */
function onlySpaces(whitespace: string): string {
	return /^ *$/.test(whitespace) ? whitespace : '';
}

function nameOf({ assignment: { source, start }, name }: Assignment): string {
	return source.text.slice(start, start + name.length);
}

/** The whitespace before a field that starts a line; null for other fields. */
function indentOf({ assignment: { source, start } }: Assignment): string | null {
	return /(?:^|[\r\n])([ \t]*),?[ \t]*$/.exec(source.text.slice(Math.max(0, start - 80), start))?.[1] ?? null;
}

/** UTF-16 units around `=`; wider gaps are those of an alignment. */
const maxGap = 8;

function equalsOf(entries: readonly WrittenEntry[]): Equals {
	const rows = entries.map(({ assignments }) => assignments.map(gapsAroundEquals));
	const all = rows.flat();
	const hasLengths = (row: readonly EqualsGaps[]) => new Set(row.map(({ name }) => name)).size > 1;
	const aligned = (rows: readonly (readonly EqualsGaps[])[], column: (gaps: EqualsGaps) => number) =>
		rows.filter((row) => hasLengths(row) && new Set(row.map(column)).size === 1);
	const half = rows.filter(hasLengths).length / 2;
	const short = rows.map(withoutLongNames);
	const alignedEquals = aligned(short, ({ name, before }) => name + before.length);
	const after = mostFrequent(
		all.map(({ after }) => after.slice(0, maxGap)),
		' ',
	);
	if (alignedEquals.length > half) {
		const columns = alignedEquals.flatMap(([first]) => (first ? [first.name + first.before.length] : []));
		const gaps = alignedEquals.map((row) => Math.min(...row.map(({ before }) => before.length)));
		const gap = mostFrequent(gaps, 1);
		// With a fixed column, entries with only short names have a wider gap, and long names are beyond it.
		const fixed =
			gaps.some((other) => other > gap) || short.some((row, index) => row.length < (rows[index]?.length ?? 0));
		return {
			column: fixed ? mostFrequent(columns, 0) : 'longest',
			before: ' '.repeat(fixed ? 1 : gap),
			after,
			value: null,
		};
	}
	const before = mostFrequent(
		all.map(({ before }) => before.slice(0, maxGap)),
		' ',
	);
	const alignedValues = aligned(rows, ({ name, before, after }) => name + before.length + 1 + after.length);
	const value = mostFrequent(
		alignedValues.flatMap(([first]) => (first ? [first.name + first.before.length + 1 + first.after.length] : [])),
		0,
	);
	if (alignedValues.length <= half) return { column: null, before, after, value: null };
	return { column: null, before, after: ' ', value };
}

/** The fields whose names are not longer than the column of most of them. */
function withoutLongNames(row: readonly EqualsGaps[]): readonly EqualsGaps[] {
	const columnOf = ({ name, before }: EqualsGaps) => name + before.length;
	const column = mostFrequent(row.map(columnOf), 0);
	return row.filter((gaps) => columnOf(gaps) <= column || gaps.before.length > 1);
}

interface EqualsGaps {
	/** Length of the name, in UTF-16 units. */
	readonly name: number;
	/** The whitespace before and after `=`: tabs or spaces. */
	readonly before: string;
	readonly after: string;
}

function gapsAroundEquals({ assignment, span, name }: Assignment): EqualsGaps {
	const between = assignment.source.text.slice(assignment.start + name.length, span.start);
	const equals = Math.max(between.indexOf('='), 0);
	return { name: name.length, before: gapOf(between.slice(0, equals)), after: gapOf(between.slice(equals + 1)) };
}

function gapOf(whitespace: string): string {
	return /^\t+$/.test(whitespace) ? whitespace : ' '.repeat(whitespace.length);
}

/** How an entry ends after its last field. */
function endOf({ assignments, source: { text } }: WrittenEntry): { comma: boolean; close: string | null }[] {
	const last = assignments.at(-1);
	const [whole, comma, space = ''] = (last && /^(?:\s*(,))?(\s*)[})]\s*$/.exec(text.slice(last.assignment.end))) ?? [];
	if (whole === undefined) return [];
	return [{ comma: comma === ',', close: /[\r\n]/.test(space) ? (/(?<![ \t])[ \t]*$/.exec(space)?.[0] ?? '') : null }];
}

/** Numbers of empty lines between neighbouring entries with nothing else between them. */
function gapsIn(entries: readonly WrittenEntry[]): number[] {
	return entries.flatMap(({ source }, index) => {
		const next = entries[index + 1]?.source;
		if (!source.origin || source.origin.source !== next?.origin?.source) return [];
		const between = source.origin.source.text.slice(source.origin.offset + source.text.length, next.origin.offset);
		const lines = /^[ \t]*(?:(\r\n|\n|\r)[ \t]*)+$/.test(between) ? (between.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
		return lines > 0 ? [Math.min(lines - 1, 3)] : [];
	});
}
