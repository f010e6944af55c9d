import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import {
	patternError,
	type VenueKind,
	type VenueRow,
	type VenueTable,
	venueKinds,
	type YearRange,
} from '../publications/venues/venues.ts';
import { closestWord } from '../text/closest-word.ts';
import { type CsvRow, readCsv } from '../text/csv.ts';
import { memoize } from '../text/memoize.ts';
import { type VenueColumn, type VenueTableFile, venueColumns } from './project-file.ts';
import { asArray, yearRange } from './project-selectors.ts';
import { venueColumn, venueWords } from './venue-words.ts';

/** The indices of the columns of a table. */
type Columns = ReadonlyMap<VenueColumn, readonly number[]>;

/** What a table says about all its rows. */
export interface TableDefaults {
	readonly kind: VenueKind | null;
	readonly years: YearRange | null;
}

/** What a file with venues contains. */
export interface ReadTable {
	readonly table: VenueTable;
	/** Problems in the file; rows with problems are skipped. */
	readonly problems: readonly Diagnostic[];
	/** Problems of the columns that the configuration names. */
	readonly columnProblems: readonly ColumnProblem[];
}

interface ColumnProblem {
	readonly column: VenueColumn;
	readonly message: string;
	readonly hint: string;
}

/**
 * Reads a CSV file with venues. The same text gives the same object, because a configuration is loaded for each change while the files
 * are watched.
 *
 * @param chosen the columns to use, which replace those that the headers suggest
 */
export function readVenueTable(file: Source, chosen: VenueTableFile['columns'], defaults: TableDefaults): ReadTable {
	return readText([JSON.stringify({ path: file.path, chosen, defaults }), file.text].join('\0'));
}

const mostTables = 20;

const readText = memoize((key): ReadTable => {
	const end = key.indexOf('\0');
	const { path, chosen, defaults } = JSON.parse(key.slice(0, end));
	return readTable(source(path, key.slice(end + 1)), chosen, defaults);
}, mostTables);

function readTable(file: Source, chosen: VenueTableFile['columns'], defaults: TableDefaults): ReadTable {
	const problems: Diagnostic[] = [];
	const columnProblems: ColumnProblem[] = [];
	const first = firstProblems((problem) => problems.push(problem), file);
	const [header, ...rows] = readCsv(file, first.report, 'venues/invalid');
	if (!header) return { table: [], problems, columnProblems };
	const names = Object.values(chosen ?? {}).flat();
	const hasHeader = !chosen || names.some((name) => typeof name === 'string');
	const columns = chosen ? chosenColumns(header, chosen, file, columnProblems) : columnsOf(header, first.report);
	if (!columns.has('match') && !columns.has('issn')) {
		const hint = 'Begin the file with a line of headers such as match,year,rank, or map them under "columns"';
		const message = `Missing column "match" in ${file.path}`;
		if (chosen)
			columnProblems.push({ column: 'match', message: 'Missing column "match"', hint: 'Add "match" or "issn"' });
		else problems.push(diagnostic('venues/invalid', message, { span: header.spanOf(), hint }));
		return { table: [], problems, columnProblems };
	}
	const table = (hasHeader ? rows : [header, ...rows]).flatMap(
		(row) => venueIn(row, columns, defaults, first.report) ?? [],
	);
	first.end();
	return { table, problems, columnProblems };
}

/** Problems of one file that are reported: a wrong column would give one for each row. */
const mostProblems = 20;

/** Reports only the first problems of a file, and at the end the number of the others. */
function firstProblems(report: Report, file: Source): { readonly report: Report; readonly end: () => void } {
	let count = 0;
	return {
		report(problem: Diagnostic) {
			count++;
			if (count <= mostProblems) report(problem);
		},
		end() {
			if (count <= mostProblems) return;
			const message = `${count - mostProblems} more problems in ${file.path}`;
			report(
				diagnostic('venues/invalid', message, { span: { source: file, start: 0, end: 0 }, hint: 'Fix the first ones' }),
			);
		},
	};
}

function columnsOf(header: CsvRow, report: Report): Columns {
	const columns = new Map<VenueColumn, number[]>();
	for (const [index, cell] of header.cells.entries()) {
		const column = venueColumn(cell);
		if (column) columns.set(column, [...(columns.get(column) ?? []), index]);
		const near = column === null ? closestWord(cell, venueWords) : null;
		const details = { span: header.spanOf(index), hint: `Did you mean "${near}"?` };
		if (near !== null) report(diagnostic('venues/unknown-column', `Unknown column "${cell}"`, details));
	}
	const names = columns.get('name');
	if (names && !columns.has('match')) columns.set('match', names);
	return columns;
}

function chosenColumns(
	header: CsvRow,
	chosen: NonNullable<VenueTableFile['columns']>,
	file: Source,
	problems: ColumnProblem[],
): Columns {
	const headers = header.cells.map((cell) => cell.toLowerCase());
	return new Map(
		venueColumns.flatMap((column): [VenueColumn, number[]][] => {
			const names = chosen[column];
			if (names === undefined) return [];
			const indices = asArray(names).flatMap((name) => {
				const index = typeof name === 'number' ? name - 1 : headers.indexOf(name.trim().toLowerCase());
				if (index >= 0 && index < headers.length) return index;
				const near = closestWord(String(name), header.cells);
				const hint =
					near === null ? `Use one of: ${header.cells.filter(Boolean).join(', ')}` : `Did you mean "${near}"?`;
				problems.push({ column, message: `Cannot find the column "${name}" in ${file.path}`, hint });
				return [];
			});
			return [[column, indices]];
		}),
	);
}

/** A cell without a value. SJR and JCR write a dash or 'N/A'. */
const noValue = /^(?:-+|–|—|n\/?a|none|null)$/i;

function venueIn(row: CsvRow, columns: Columns, defaults: TableDefaults, report: Report): VenueRow | null {
	const textsOf = (column: VenueColumn) =>
		(columns.get(column) ?? []).flatMap((index) => {
			const cell = row.cells[index] ?? '';
			return cell === '' || noValue.test(cell) ? [] : cell;
		});
	const textOf = (column: VenueColumn) => textsOf(column)[0] ?? null;
	const invalid = (column: VenueColumn, message: string, hint: string) => {
		report(diagnostic('venues/invalid', message, { span: row.spanOf(columns.get(column)?.[0]), hint }));
		return null;
	};
	const match = textsOf('match');
	const issn = textsOf('issn').flatMap((text) => text.match(/\d{4}-?\d{3}[\dX](?![\dX])/gi) ?? []);
	if (match.length + issn.length === 0)
		return invalid('match', 'Missing name of a venue in a row', 'Add the name, or remove the row');
	for (const pattern of match) {
		const error = patternError(pattern);
		const hint = 'Use the syntax of RE2, or a pattern with * such as "*Pattern Recognition*"';
		if (error !== null) return invalid('match', `Invalid regular expression ${pattern}: ${error}`, hint);
	}
	const kind = textOf('kind')?.toLowerCase().replace(/\s+/g, '-') ?? null;
	const knownKind = kind === null ? defaults.kind : venueKinds.find((name) => name === kind);
	if (knownKind === undefined) {
		const near = closestWord(kind ?? '', venueKinds);
		const hint = near === null ? `Use one of: ${venueKinds.join(', ')}` : `Did you mean "${near}"?`;
		return invalid('kind', `Unknown kind of venue "${textOf('kind')}"`, hint);
	}
	const written = writtenYears(textOf('year'), textOf('from'), textOf('to'));
	const years = written === null ? defaults.years : readYears(written);
	if (written !== null && years === null)
		return invalid(
			columns.has('year') ? 'year' : 'from',
			`Expected years such as 2019 or 2015-2019, found "${written}"`,
			'Write the earlier year first',
		);
	return {
		...{
			match,
			issn,
			years,
			kind: knownKind,
			name: columns.get('name') === columns.get('match') ? null : textOf('name'),
		},
		...{ short: textOf('short'), rank: textOf('rank'), quartile: quartileOf(textOf('quartile')) },
		...{ colour: textOf('colour'), url: textOf('url') },
	};
}

function writtenYears(year: string | null, from: string | null, to: string | null): string | null {
	if (from === null && to === null) return year;
	return `${from ?? ''}-${to ?? ''}`;
}

/** The years of '2019', '2015-2019', '2015-' or '-2014'; null for other texts, and for a range that ends before it begins. */
export function readYears(text: string | number): YearRange | null {
	const words = String(text).trim();
	if (/^\d{1,4}$/.test(words)) return { from: Number(words), to: Number(words) };
	const range = yearRange(words);
	if (!range || (range.from === null && range.to === null)) return null;
	return (range.from ?? 0) > (range.to ?? Number.POSITIVE_INFINITY) ? null : range;
}

/** 'Q1' for '1' or 'q1'. */
function quartileOf(text: string | null): string | null {
	const number = /^q?\s?([1-4])$/i.exec(text ?? '')?.[1];
	return number === undefined ? text : `Q${number}`;
}
