import { plainText } from '../latex/plain-text.ts';
import { compareDates } from '../publications/dates/date-order.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { fold } from '../text/fold.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { valueIn } from '../text/value-in.ts';
import { compareWords } from './compare-words.ts';
import type { SortKey } from './list.ts';
import { isForthcoming, publicationDate, publicationYear } from './publication-date.ts';
import { rankOrder } from './rank-order.ts';
import { citationsOf } from './shown-metrics.ts';

/**
 * Sorts by several keys, the first key first. Publications that are equal in all keys keep their order. Publications without
 * a value are last in both directions, but forthcoming ones count as the newest.
 */
export function sortPublications(publications: readonly Publication[], keys: readonly SortKey[]): Publication[] {
	const readers = keys.map(({ key }) => columnOf(key));
	const rows = publications.map((publication, position) => ({
		publication,
		values: readers.map(({ read }) => read(publication, position)),
	}));
	rows.sort((one, other) => {
		for (let index = 0; index < keys.length; index++) {
			const [left, right] = [one.values[index], other.values[index]];
			if (left === null || right === null) {
				if (left === right) continue;
				return left === null ? 1 : -1;
			}
			const order = readers[index]?.compare(left, right) ?? 0;
			if (order !== 0) return keys[index]?.descending ? -order : order;
		}
		return 0;
	});
	return rows.map(({ publication }) => publication);
}

interface Column {
	/** The value to sort by, or null; `position` is that before sorting. */
	readonly read: (publication: Publication, position: number) => unknown;
	readonly compare: (one: unknown, other: unknown) => number;
}

function column<Value>(
	read: (publication: Publication, position: number) => Value | null,
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
		(work) =>
			isForthcoming(work) ? { date: null } : publicationYear(work) === null ? null : { date: publicationDate(work) },
		(one, other) => compareDates(one.date, other.date),
	),
	status: column((work) => statuses.indexOf(work.status.kind), byNumber),
	type: column((work) => work.type, compareWords),
	title: column((work) => titleKey(work), compareWords),
	author: column((work) => authorKey(work), compareWords),
	venue: column((work) => venueKinds.indexOf(work.venue.kind), byNumber),
	'venue-name': column((work) => work.venue.name && fold(plainText(work.venue.name)), compareWords),
	rank: column((work) => work.venue.rank && rankOrder(work.venue.rank), compareWords),
	quartile: column((work) => work.venue.quartile && rankOrder(work.venue.quartile), compareWords),
	citations: column((work) => citationsOf(work)?.count ?? null, byNumber),
	key: column((work) => work.key, compareWords),
	added: column((_, position) => position, byNumber),
};

/** Built-in sort keys; field names are keys, too. */
export const sortKeys: readonly string[] = Object.keys(columns);

function columnOf(key: string): Column {
	const builtIn = valueIn(columns, key);
	return builtIn ?? column((work) => fieldText(work, key), compareWords);
}

/** The sort fields of BibLaTeX (manual §2.2.3) take precedence over the displayed values. */
function sortField<Value>(work: Publication, field: string, read: (value: string) => Value | null): Value | null {
	if (!work.entry.fields.has(field)) return null;
	const value = fieldText(work, field);
	return value === null ? null : read(value);
}

function yearNumber(value: string): number | null {
	const year = Number.parseInt(value, 10);
	return Number.isNaN(year) ? null : year;
}

const titleKey = cacheByIdentity(
	(work: Publication): string | null => sortField(work, 'sorttitle', fold) ?? (fold(plainText(work.title)) || null),
);

/** A name in Latin script if it is known in it, so that transliterated names are in the order of the alphabet. */
function inLatin(name: Name): Name {
	const other = name.inOtherScript;
	return other && /^\P{L}*\p{Script=Latin}/u.test(other.literal ?? other.family) ? other : name;
}

/**
 * Family names with non-dropping particles (CSL 1.0.2, demote-non-dropping-particle), then given names; in Latin script if they are
 * known in it.
 */
const authorKey = cacheByIdentity((work: Publication): string | null => {
	const sortName = sortField(work, 'sortname', fold);
	if (sortName) return sortName;
	const { author, editor } = work.contributors;
	const names = (author ?? editor)?.names ?? [];
	const words = names
		.map(inLatin)
		.map(({ literal, nonDroppingParticle, family, given }) =>
			fold(literal ?? `${nonDroppingParticle} ${family} ${given}`.trim()),
		);
	return words.length === 0 ? null : words.join(' \u0001 ');
});
