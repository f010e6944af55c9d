import type { Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { type ProjectFolder, readProjectTable } from '../library/files/read-project-file.ts';
import { patternError, type VenueRow, type VenueTable, type YearRange } from '../publications/venues/venues.ts';
import type { ProjectFile, VenueFile, VenueTableFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';
import { readVenueTable, readYears } from './venue-table-file.ts';

type Path = readonly (string | number)[];

/** The venues of a configuration. */
export interface ProjectVenues {
	readonly rows: readonly VenueRow[];
	/** The contents of the files, in their order. */
	readonly tables: readonly VenueTable[];
	/** The files that were read, relative to root. */
	readonly files: readonly string[];
}

/** Receives what is wrong with the rows and files. */
export interface VenueListener {
	/** An invalid value of the configuration. */
	invalid(message: string, path: Path, hint?: string): void;
	spanOf(path: Path): Span | undefined;
	/** A problem in a file. */
	readonly report: Report;
}

/** Reads the rows of `venues`, and the tables that they name. */
export function readVenues(
	{ venues = [] }: ProjectFile,
	folder: ProjectFolder,
	listener: VenueListener,
): ProjectVenues {
	const read = { rows: [] as VenueRow[], tables: [] as VenueTable[], files: [] as string[] };
	for (const [index, venue] of asArray(venues).entries()) {
		const path = ['venues', ...(Array.isArray(venues) ? [index] : [])];
		const years = venue.year === undefined ? null : readYears(venue.year);
		if (venue.year !== undefined && years === null) {
			const message = `Expected years such as 2019 or 2015-2019, found "${venue.year}"`;
			listener.invalid(message, [...path, 'year'], 'Write the earlier year first');
		}
		if ('match' in venue) read.rows.push(venueRow(venue, years, path, listener));
		else
			for (const [at, file] of asArray(venue.table).entries()) {
				const place = [...path, 'table', ...(Array.isArray(venue.table) ? [at] : [])];
				read.files.push(file);
				read.tables.push(tableIn(file, venue, years, folder, { path, place }, listener));
			}
	}
	return read;
}

function tableIn(
	file: string,
	{ columns, kind }: VenueTableFile,
	years: YearRange | null,
	folder: ProjectFolder,
	{ path, place }: { readonly path: Path; readonly place: Path },
	{ invalid, spanOf, report }: VenueListener,
): VenueTable {
	const source = readProjectTable(file, folder, spanOf(place), report);
	if (!source) return [];
	const { table, problems, columnProblems } = readVenueTable(source, columns, { kind: kind ?? null, years });
	for (const problem of problems) report(problem);
	for (const { column, message, hint } of columnProblems) invalid(message, [...path, 'columns', column], hint);
	return table;
}

function venueRow(row: VenueFile, years: YearRange | null, path: Path, { invalid }: VenueListener): VenueRow {
	for (const [at, pattern] of asArray(row.match).entries()) {
		const error = patternError(pattern);
		if (error === null) continue;
		const hint = 'Use the syntax of RE2, or a pattern with * such as "*Pattern Recognition*"';
		const place = [...path, 'match', ...(Array.isArray(row.match) ? [at] : [])];
		invalid(`Invalid regular expression ${pattern}: ${error}`, place, hint);
	}
	return {
		match: asArray(row.match),
		issn: asArray(row.issn ?? []),
		years,
		kind: row.kind ?? null,
		name: row.name ?? null,
		short: row.short ?? null,
		rank: row.rank ?? null,
		quartile: row.quartile ?? null,
		colour: row.colour ?? null,
		url: row.url ?? null,
	};
}
