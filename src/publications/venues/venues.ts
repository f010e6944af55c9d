import type { UserCommands } from '../../latex/commands/user-commands.ts';
import { plainText } from '../../latex/plain-text.ts';
import { type RichText, richText } from '../../latex/rich-text.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { linearRegex } from '../../text/linear-regex.ts';
import { fieldOf, fieldsOf, wordsIn, wordsOf } from '../entry-fields.ts';
import { preprintServer } from '../preprints.ts';
import { joinTitles, richField, withEnd, withoutIn } from '../rich-fields.ts';
import { venueAfterState, withoutStateAfter } from '../status.ts';
import { type VenueKind, venueKindOf, venueKinds } from './venue-kinds.ts';

export { type VenueKind, venueKinds } from './venue-kinds.ts';

/** Where a publication appeared. */
export interface Venue {
	readonly kind: VenueKind;
	/** The full name; null if the entry has none. */
	readonly name: RichText | null;
	/** Short name ('ICML', 'PRL') from the entry (`shortjournal`, `abbr`) or the venue table. */
	readonly short: string | null;
	/** From the venue table: a rank ('A*'), a CSS colour, an address. */
	readonly rank: string | null;
	readonly colour: string | null;
	readonly url: string | null;
}

/** A row of the venue table: patterns of venue names, and data about the venue. */
export interface VenueRow {
	/** Case-insensitive. `*` matches any characters; `/…/` is a regular expression. */
	readonly match: readonly string[];
	readonly kind: VenueKind | null;
	readonly name: string | null;
	readonly short: string | null;
	readonly rank: string | null;
	readonly colour: string | null;
	readonly url: string | null;
}

/**
 * The venue of an entry. Its kind comes from the entry (`venuekind`), or from the first row that matches one of the venue's
 * names, or from the rules in `venue-kinds.ts`. Names of the row take precedence over those of the entry. `commands` are the
 * user's LaTeX commands.
 */
export function venueOf(entry: Entry, cslType: string, rows: readonly VenueRow[], commands?: UserCommands): Venue {
	const row = rows.length > 0 ? matching(rows, namesOf(entry, commands)) : null;
	const server = cslType === 'article' ? preprintServer(entry) : null;
	return {
		kind: kindInEntry(entry) ?? row?.kind ?? venueKindOf(entry, cslType),
		name: nonEmpty(row?.name ?? server) ?? nameOf(entry, commands),
		short: row?.short ?? shortOf(entry),
		rank: row?.rank ?? null,
		colour: row?.colour ?? null,
		url: row?.url ?? null,
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

function namesOf(entry: Entry, commands?: UserCommands): string[] {
	const names = [...nameFields, 'abbr', 'shortjournal'].map((name) => wordsOf(entry, name));
	const full = nameOf(entry, commands);
	return [...names, full ? plainText(full) : ''].filter((name) => name !== '');
}

function matching(rows: readonly VenueRow[], names: readonly string[]): VenueRow | null {
	return rows.find((row) => row.match.some((pattern) => names.some((name) => matches(pattern, name)))) ?? null;
}

function matches(pattern: string, name: string): boolean {
	const regex = expressionIn(pattern);
	if (regex === null) return matchesGlob(pattern.toLowerCase(), name.toLowerCase());
	return 'test' in regex && regex.test(name);
}

/** What is wrong with a pattern of a venue row; null if nothing is. */
export function patternError(pattern: string): string | null {
	const regex = expressionIn(pattern);
	return regex && 'error' in regex ? regex.error : null;
}

/** The regular expression between slashes; null for a pattern with `*`. */
function expressionIn(pattern: string): ReturnType<typeof linearRegex> | null {
	const text = /^\/(.+)\/$/.exec(pattern)?.[1];
	return text === undefined ? null : linearRegex(text);
}

/** Matches a whole name with `*` for any characters, part by part from left to right, in linear time. */
function matchesGlob(pattern: string, name: string): boolean {
	const parts = pattern.split('*');
	const [head = '', ...rest] = parts;
	if (rest.length === 0) return name === head;
	const tail = rest.pop() ?? '';
	if (!name.startsWith(head) || !name.endsWith(tail)) return false;
	let at = head.length;
	for (const part of rest) {
		const match = name.indexOf(part, at);
		if (match < 0) return false;
		at = match + part.length;
	}
	return at <= name.length - tail.length;
}
