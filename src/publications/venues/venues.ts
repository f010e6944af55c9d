import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainText } from '../../latex/plain-text.ts';
import { type RichText, richText } from '../../latex/rich-text.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { fieldOf, fieldsOf, wordsIn, wordsOf } from '../entry-fields.ts';
import { preprintServer } from '../preprints.ts';
import { joinTitles, richField, withEnd, withoutIn } from '../rich-fields.ts';
import { venueAfterState, withoutStateAfter } from '../status.ts';
import { type VenueKind, venueKindOf, venueKinds } from './venue-kinds.ts';
import { appliesTo, matchesVenue, type VenueRow } from './venue-row.ts';
import { bareIssn, tableRow, type VenueSearch, type VenueTable } from './venue-table.ts';

export { type VenueKind, venueKinds } from './venue-kinds.ts';
export { patternError, type VenueRow, type YearRange } from './venue-row.ts';
export type { VenueTable } from './venue-table.ts';

/** Where a publication appeared. */
export interface Venue {
	readonly kind: VenueKind;
	/** The full name; null if the entry has none. */
	readonly name: RichText | null;
	/** Short name ('ICML', 'PRL') from the entry (`shortjournal`, `abbr`) or the venue table. */
	readonly short: string | null;
	/** From the venue tables, for the year of the work: a rank ('A*'), a quartile ('Q1'). */
	readonly rank: string | null;
	readonly quartile: string | null;
	/** From the venue tables: a CSS colour, an address. */
	readonly colour: string | null;
	readonly url: string | null;
}

/** What else decides on the venue of an entry. */
export interface VenueDetails extends Partial<Pick<VenueSearch, 'issn' | 'year'>> {
	/** The user's LaTeX commands. */
	readonly commands?: UserCommands;
	/** Tables with further facts, such as ranks. */
	readonly tables?: readonly VenueTable[];
}

/**
 * The venue of an entry. Its kind comes from the entry (`venuekind`), or from the first row that matches one of the venue's
 * names, or from the rules in `venue-kinds.ts`. Names of the row take precedence over those of the entry. Each table completes what
 * the row and the tables before it do not say.
 */
export function venueOf(
	entry: Entry,
	cslType: string,
	rows: readonly VenueRow[],
	{ commands, tables = [], issn = [], year = null }: VenueDetails = {},
): Venue {
	const names = rows.length + tables.length > 0 ? namesOf(entry, commands) : [];
	const search = { names, issn, year };
	const facts = [firstMatch(rows, search), ...tables.map((table) => tableRow(table, search))];
	const fact = <Key extends keyof VenueRow>(key: Key) => facts.find((row) => row?.[key] != null)?.[key] ?? null;
	const server = cslType === 'article' ? preprintServer(entry) : null;
	return {
		kind: kindInEntry(entry) ?? fact('kind') ?? venueKindOf(entry, cslType),
		name: nonEmpty(fact('name') ?? server) ?? nameOf(entry, commands),
		short: fact('short') ?? shortOf(entry),
		rank: fact('rank'),
		quartile: fact('quartile'),
		colour: fact('colour'),
		url: fact('url'),
	};
}

function nonEmpty(name: string | null): RichText | null {
	return name === null || name === '' ? null : richText(name);
}

const kindFields = ['venuekind', 'entrysubtype', 'pubtype'];

/** The kind in the entry: `venuekind = {workshop}`, or `entrysubtype` or `pubtype` if they contain a kind. */
function kindInEntry(entry: Entry): VenueKind | null {
	for (const field of fieldsOf(entry, kindFields)) {
		const words = wordsIn(field).toLowerCase().replace(/\s+/g, '-');
		const kind = venueKinds.find((name) => name === words);
		if (kind) return kind;
	}
	return null;
}

/** Fields that may name the venue, the most specific first. */
const nameFields = [
	...[
		'journaltitle',
		'booktitle',
		'maintitle',
		'eventtitle',
		'institution',
		'organization',
		'series',
		'publisher',
		'howpublished',
	],
];

function nameOf(entry: Entry, commands?: UserCommands): RichText | null {
	const [journal, book] = ['journaltitle', 'booktitle'].map((name) => fieldOf(entry, name));
	const container = journal ?? book;
	const submittedTo = container ? venueAfterState(wordsIn(container)) : null;
	if (submittedTo !== null) return nonEmpty(submittedTo);
	if (journal) return joinTitles(named(journal, commands), richField(fieldOf(entry, 'journalsubtitle'), commands));
	if (book) return joinTitles(named(book, commands), richField(fieldOf(entry, 'booksubtitle'), commands));
	const field = ['maintitle', 'eventtitle', 'institution', 'organization', 'series']
		.map((name) => fieldOf(entry, name))
		.find(Boolean);
	return richField(field ?? null, commands);
}

/** The name of a container without 'In' before it and a status after it. */
function named(field: Field, commands?: UserCommands): RichText | null {
	return withEnd(withoutIn(richField(field, commands)), withoutStateAfter);
}

const shortFields = [...['abbr', 'shortjournal', 'journalabbreviation', 'journal-iso', 'shortbooktitle', 'venueshort']];

function shortOf(entry: Entry): string | null {
	const [field] = fieldsOf(entry, shortFields);
	if (field) return wordsIn(field);
	// MathSciNet writes the abbreviated name to `journal` and the full one to `fjournal`.
	return entry.fields.has('fjournal') && entry.fields.has('journal') ? wordsOf(entry, 'journal') : null;
}

/** All names of the venue, the most specific first. */
function namesOf(entry: Entry, commands?: UserCommands): string[] {
	const [journal = '', book = '', ...others] = nameFields.map((name) => wordsOf(entry, name));
	const full = nameOf(entry, commands);
	const short = ['abbr', 'shortjournal'].map((name) => wordsOf(entry, name));
	return [journal, book, full ? plainText(full) : '', ...short, ...others].filter((name) => name !== '');
}

/** The first row that matches one of the names in the year, or a number. */
function firstMatch(rows: readonly VenueRow[], { names, issn, year }: VenueSearch): VenueRow | null {
	const hasNumber = (row: VenueRow) =>
		row.issn.some((number) => issn.some((other) => bareIssn(number) === bareIssn(other)));
	const hasName = (row: VenueRow) => row.match.some((pattern) => names.some((name) => matchesVenue(pattern, name)));
	return rows.find((row) => appliesTo(row, year) && (hasNumber(row) || hasName(row))) ?? null;
}
