import { plainText } from '../latex/plain-text.ts';
import { compareDates } from '../publications/dates/entry-dates.ts';
import type { Publication } from '../publications/publication.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { fold } from '../text/fold.ts';
import { compareWords } from './compare-words.ts';
import type { SortKey } from './list.ts';
import { isForthcoming, publicationDate, publicationYear } from './publication-date.ts';

/**
 * Sorts by several keys, the first deciding first; what is equal in all of them keeps its order in the file. A work
 * that lacks what a key asks for comes last in either direction, but one not yet dated counts as the newest.
 */
export function sortPublications(publications: readonly Publication[], keys: readonly SortKey[]): Publication[] {
	const columns = keys.map(({ key }) => columnOf(key));
	const rows = publications.map((publication, place) => ({
		publication,
		values: columns.map(({ read }) => read(publication, place)),
	}));
	rows.sort((one, other) => {
		for (let index = 0; index < keys.length; index++) {
			const [left, right] = [one.values[index], other.values[index]];
			if (left === null || right === null) {
				if (left === right) continue;
				return left === null ? 1 : -1;
			}
			const order = columns[index]?.compare(left, right) ?? 0;
			if (order !== 0) return keys[index]?.descending ? -order : order;
		}
		return 0;
	});
	return rows.map(({ publication }) => publication);
}

interface Column {
	/** The value to sort by, or null; `place` is that in the file. */
	readonly read: (publication: Publication, place: number) => unknown;
	readonly compare: (one: unknown, other: unknown) => number;
}

function column<Value>(
	read: (publication: Publication, place: number) => Value | null,
	compare: (one: Value, other: Value) => number,
): Column {
	return { read, compare: compare as Column['compare'] };
}

const byNumber = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

const columns: Readonly<Record<string, Column>> = {
	year: column(
		(work) => sortField(work, 'sortyear', yearNumber) ?? (isForthcoming(work) ? Infinity : publicationYear(work)),
		byNumber,
	),
	date: column(
		(work) => (isForthcoming(work) ? { date: null } : publicationDate(work) ? { date: publicationDate(work) } : null),
		(one, other) => compareDates(one.date, other.date),
	),
	status: column((work) => statuses.indexOf(work.status.kind), byNumber),
	type: column((work) => work.type, compareWords),
	title: column((work) => sortField(work, 'sorttitle', fold) ?? (fold(plainText(work.title)) || null), compareWords),
	author: column(authorKey, compareWords),
	venue: column((work) => venueKinds.indexOf(work.venue.kind), byNumber),
	'venue-name': column((work) => work.venue.name && fold(plainText(work.venue.name)), compareWords),
	rank: column((work) => rankKey(work.venue.rank), compareWords),
	key: column((work) => work.key, compareWords),
	added: column((_, place) => place, byNumber),
};

/** Names that may stand in `sort` beside the names of fields. */
export const sortKeys: readonly string[] = Object.keys(columns);

function columnOf(key: string): Column {
	const known = Object.hasOwn(columns, key) ? columns[key] : undefined;
	return known ?? column((work) => fieldText(work, key), compareWords);
}

/** BibLaTeX's own fields for sorting (manual §2.2.3) win over what is shown. */
function sortField<Value>(work: Publication, field: string, read: (value: string) => Value | null): Value | null {
	if (!work.entry.fields.has(field)) return null;
	const value = fieldText(work, field);
	return value === null ? null : read(value);
}

function yearNumber(value: string): number | null {
	const year = Number.parseInt(value, 10);
	return Number.isNaN(year) ? null : year;
}

/** Family names, then given names; particles that are not dropped count (CSL 1.0.2, demote-non-dropping-particle). */
function authorKey(work: Publication): string | null {
	const own = sortField(work, 'sortname', fold);
	if (own) return own;
	const { author, editor } = work.contributors;
	const names = (author ?? editor)?.names ?? [];
	const words = names.map(({ literal, nonDroppingParticle, family, given }) =>
		fold(literal ?? `${nonDroppingParticle} ${family} ${given}`.trim()),
	);
	return words.length === 0 ? null : words.join(' \u0001 ');
}

/** A* before A, A before B; Q1 before Q2. */
function rankKey(rank: string | null): string | null {
	if (rank === null) return null;
	const words = fold(rank).trim();
	return words.endsWith('*') ? `${words.slice(0, -1)} 0` : `${words} 1`;
}
