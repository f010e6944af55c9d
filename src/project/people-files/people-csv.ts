import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import { orcidAddress } from '../../people/declared-names.ts';
import type { Period } from '../../people/period.ts';
import { profileNames } from '../../people/person.ts';
import { closestWord } from '../../text/closest-word.ts';
import { type CsvRow, readCsv } from '../../text/csv.ts';
import { isoDate, periodIn } from './dates.ts';
import { emptyPeople } from './empty-people.ts';
import type { PersonKeys, PersonRow } from './person-row.ts';
import { type PersonKey, personKey, personWords } from './person-words.ts';

/** The columns of a table by their meaning. */
type Columns = ReadonlyMap<PersonKey, number>;

/**
 * The people in a spreadsheet saved as CSV: a line of headers, and a row for each person, or for each role of a person. A row without a
 * name is reported and skipped; an invalid value is reported and ignored.
 */
export function peopleInCsv(file: Source, report: Report): PersonRow[] {
	const [header, ...rows] = readCsv(file, report, 'people/invalid');
	if (!header) {
		report(emptyPeople(file));
		return [];
	}
	const columns = columnsOf(header, report);
	const hasName = ['name', 'given', 'family'].some((key) => columns.has(key as PersonKey));
	const isPerson = header.cells.some(isOfPerson);
	if (isPerson || !hasName) {
		const problem = isPerson ? `Missing headers in ${file.path}` : `Missing column "name" in ${file.path}`;
		const hint = 'Begin the file with a line of headers such as name,orcid,role,from,to';
		report(emptyPeople(file, { problem, hint, span: header.spanOf() }));
		return [];
	}
	if (rows.length === 0) report(emptyPeople(file));
	return rows.flatMap((row) => personIn(row, columns, header.cells.length, report));
}

function columnsOf(header: CsvRow, report: Report): Columns {
	const columns = new Map<PersonKey, number>();
	for (const [index, cell] of header.cells.entries()) {
		const key = personKey(cell);
		if (key !== null && !columns.has(key)) columns.set(key, index);
		else if (key === null && cell !== '') report(unknownColumn(cell, header, index));
	}
	// 'Name' beside 'Vorname' is the family name.
	const name = columns.get('name');
	if (name === undefined || !columns.has('given') || columns.has('family')) return columns;
	columns.delete('name');
	return columns.set('family', name);
}

/** True for a value of a person in place of a header: 'Noether, Emmy', a date or an ORCID iD. */
function isOfPerson(cell: string): boolean {
	if (personKey(cell) !== null) return false;
	return /^\p{L}[^,()/]*,\s*\p{L}[^,()/]*$/u.test(cell) || isoDate(cell) !== null || orcidAddress(cell) !== null;
}

/** Only a column that resembles a known one is likely to be a mistake. */
function unknownColumn(cell: string, header: CsvRow, index: number) {
	const near = closestWord(cell, personWords);
	const hint = near === null ? 'Bibfolio does not use it' : `Did you mean "${near}"?`;
	const problem = diagnostic('people/unknown-key', `Unknown column "${cell}"`, { span: header.spanOf(index), hint });
	return near === null ? { ...problem, severity: 'info' as const } : problem;
}

function personIn(row: CsvRow, columns: Columns, width: number, report: Report): PersonRow[] {
	const invalid = (message: string, hint: string, cell?: number) =>
		report(diagnostic('people/invalid', message, { span: row.spanOf(cell), hint }));
	const textOf = (key: PersonKey) => row.cells[columns.get(key) ?? -1] || undefined;
	const listOf = (key: PersonKey) => {
		const texts = (textOf(key) ?? '').split(/\s*[;|]\s*/).filter(Boolean);
		return texts.length > 0 ? texts : undefined;
	};
	const dateOf = (key: keyof Period) => {
		const text = textOf(key);
		if (text === undefined) return periodIn(textOf('period') ?? '')[key] ?? undefined;
		const date = isoDate(text);
		if (date === null && !/^(?:present|now|today|heute|actuel|-|–)$/i.test(text))
			invalid(`Expected a date, found "${text}"`, 'Write YYYY, YYYY-MM or YYYY-MM-DD', columns.get(key));
		return date ?? undefined;
	};
	if (row.cells.slice(width).some((cell) => cell !== ''))
		invalid('More cells than headers in a row', 'Put a cell that contains the separator in double quotes');
	const [given, family] = [textOf('given'), textOf('family')];
	const inParts = given !== undefined && family !== undefined ? `${family}, ${given}` : (family ?? given);
	const name = textOf('name') ?? inParts;
	if (name === undefined) {
		invalid('Missing name in a row', 'Add the name, or remove the row');
		return [];
	}
	const role = textOf('role');
	const keys: PersonKeys = {
		...{ name, id: textOf('id'), aliases: listOf('aliases'), orcid: textOf('orcid'), url: textOf('url') },
		...Object.fromEntries(profileNames.map((key) => [key, textOf(key)])),
		...{ image: textOf('image'), role: role && knownRole(role), from: dateOf('from'), to: dateOf('to') },
		groups: listOf('groups'),
	};
	return [{ keys, span: row.spanOf() }];
}

/** Roles with a meaning of their own, however a spreadsheet capitalizes them. */
const knownRoles = ['owner', 'member', 'student', 'alumni', 'collaborator', 'highlight', 'none'];

function knownRole(role: string): string {
	return knownRoles.find((known) => known === role.toLowerCase()) ?? role;
}
