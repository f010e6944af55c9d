import { fold } from '../../text/fold.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import { appliesTo, matchesVenue, type VenueRow } from './venue-row.ts';

/** Rows of a file, such as the ranks of all journals. */
export type VenueTable = readonly VenueRow[];

/** What a table is searched by. */
export interface VenueSearch {
	/** The names of the venue, the most specific first. */
	readonly names: readonly string[];
	/** With or without hyphens. */
	readonly issn: readonly string[];
	/** The year of the work; null for one without. */
	readonly year: number | null;
}

/**
 * The row of a table for a venue in the year of the work: by ISSN, then by one of the names, then by the first pattern that matches.
 * Takes constant time in the number of rows without patterns.
 */
export function tableRow(table: VenueTable, { names, issn, year }: VenueSearch): VenueRow | null {
	const { byIssn, byName, patterns } = indexOf(table);
	const applies = (row: VenueRow) => appliesTo(row, year);
	const candidates = [
		...issn.map((number) => byIssn.get(bareIssn(number))),
		...names.flatMap(formsOf).map((form) => byName.get(form)),
	];
	for (const rows of candidates) {
		const row = rows?.find(applies);
		if (row) return row;
	}
	const matches = ({ match }: VenueRow) =>
		match.some((pattern) => isPattern(pattern) && names.some((name) => matchesVenue(pattern, name)));
	return patterns.find((row) => applies(row) && matches(row)) ?? null;
}

const indexOf = cacheByIdentity((table: VenueTable) => {
	const byIssn = new Map<string, VenueRow[]>();
	const byName = new Map<string, VenueRow[]>();
	for (const row of table) {
		for (const number of row.issn) add(byIssn, bareIssn(number), row);
		for (const name of row.match)
			if (!isPattern(name))
				for (const key of new Set([keyOf(name), keyOf(withoutParentheses(name))])) add(byName, key, row);
	}
	return { byIssn, byName, patterns: table.filter(({ match }) => match.some(isPattern)) };
});

function add(index: Map<string, VenueRow[]>, key: string, row: VenueRow): void {
	if (key === '') return;
	const rows = index.get(key);
	if (rows) rows.push(row);
	else index.set(key, [row]);
}

/** True for a name with `*`, and for a regular expression. */
function isPattern(name: string): boolean {
	return name.includes('*') || /^\/.+\/$/.test(name);
}

/** An ISSN without its hyphen. */
export function bareIssn(number: string): string {
	return number.replace(/[^\dX]/gi, '').toUpperCase();
}

/** A name without differences in case, accents and punctuation, and with 'and' for '&'. */
function keyOf(name: string): string {
	return fold(name)
		.replaceAll('&', ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/^the /, '');
}

function withoutParentheses(name: string): string {
	return name.replace(/\([^()]*\)/g, ' ');
}

/**
 * The forms in which a table may have the name of a venue: as written, without the parts that belong to one year ('Proceedings of the
 * 37th', '2020'), and the acronym in parentheses.
 */
const formsOf = memoize((name): readonly string[] => {
	const acronym = /\(([\p{L}][\p{L}\d-]{1,15})[ '’]?[\d’']*\)/u.exec(name)?.[1] ?? '';
	const bare = keyOf(withoutParentheses(name));
	const forms = [keyOf(name), bare, withoutEdition(bare), keyOf(acronym)];
	return [...new Set(forms)].filter(Boolean);
});

function withoutEdition(key: string): string {
	return key
		.replace(/^(?:in )?(?:proceedings|proc) (?:of )?(?:the )?/, '')
		.replace(/^(?:19|20)\d\d /, '')
		.replace(/^(?:\d+(?:st|nd|rd|th)|(?:[a-z]+ty )?(?:first|second|third|[a-z]+th)) (?=\S+ )/, '')
		.replace(/^annual /, '')
		.replace(/ (?:\d{1,3}|(?:19|20)\d\d)$/, '');
}
