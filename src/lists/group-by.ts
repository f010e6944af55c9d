import { plainText } from '../latex/plain-text.ts';
import type { Highlights } from '../people/highlight.ts';
import type { Publication } from '../publications/publication.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { valueIn } from '../text/value-in.ts';
import { compareWords } from './compare-words.ts';
import type { GroupKey, SortKey } from './list.ts';
import { isForthcoming, publicationYear } from './publication-date.ts';

/** Publications with one heading: a title, or a term of the locale. */
export interface Group {
	readonly title: string | null;
	readonly term: string | null;
	readonly publications: readonly Publication[];
}

interface Heading {
	readonly title: string | null;
	readonly term: string | null;
	/** Sorts the groups; equal ranks keep the order of first appearance. */
	readonly rank: number | string;
}

/**
 * Groups publications by a key, each in one group, such as that of its first keyword or first declared person. Venue kinds
 * and statuses appear in the order of their tables, years and decades newest first unless the list is sorted oldest first,
 * keywords alphabetically, people as declared, and values of a field in the order of first appearance. Forthcoming works
 * are before all years, and works without the key last, as 'none' or 'undated'.
 */
export function groupBy(
	key: GroupKey,
	publications: readonly Publication[],
	highlights: Highlights,
	sort: readonly SortKey[],
): Group[] {
	const readHeading = valueIn(headings, key) ?? fieldHeading(key);
	const context: Context = { highlights, oldestFirst: isOldestFirst(sort) };
	const groups = new Map<string, Heading & { publications: Publication[] }>();
	for (const publication of publications) {
		const heading = readHeading(publication, context);
		const id = `${heading.term ?? ''}|${heading.title?.toLowerCase() ?? ''}`;
		const group = groups.get(id);
		if (group) group.publications.push(publication);
		else groups.set(id, { ...heading, publications: [publication] });
	}
	return [...groups.values()].sort((one, other) => byRank(one.rank, other.rank));
}

interface Context {
	readonly highlights: Highlights;
	readonly oldestFirst: boolean;
}

type ReadHeading = (publication: Publication, context: Context) => Heading;

const none: Heading = { title: null, term: 'none', rank: Number.POSITIVE_INFINITY };

const headings: Readonly<Record<string, ReadHeading>> = {
	venue: ({ venue }) => ({ title: null, term: venue.kind, rank: venueKinds.indexOf(venue.kind) }),
	status: ({ status }) => ({ title: null, term: status.kind, rank: statuses.indexOf(status.kind) }),
	type: ({ type }) => ({ title: null, term: type, rank: 0 }),
	year: (publication, { oldestFirst }) => yearHeading(publication, 1, oldestFirst),
	decade: (publication, { oldestFirst }) => yearHeading(publication, 10, oldestFirst),
	keyword: ({ keywords: [first] }) => (first === undefined ? none : { title: first, term: null, rank: first }),
	person: (publication, { highlights: { matcher } }) => {
		const [person] = matcher.personsIn(publication);
		return person ? { title: person.name, term: null, rank: matcher.people.indexOf(person) } : none;
	},
	series: ({ collectionTitle }) =>
		collectionTitle ? { title: plainText(collectionTitle), term: null, rank: 0 } : none,
};

/** Built-in keys of `group-by`; field names are keys, too. */
export const groupKeys = Object.keys(headings);

function fieldHeading(field: string): ReadHeading {
	return (publication) => {
		const value = fieldText(publication, field)?.trim();
		return value ? { title: value, term: null, rank: 0 } : none;
	};
}

function yearHeading(publication: Publication, span: number, oldestFirst: boolean): Heading {
	const year = publicationYear(publication);
	if (year === null) {
		const forthcoming = isForthcoming(publication);
		const first = forthcoming !== oldestFirst;
		return forthcoming
			? { title: null, term: 'forthcoming', rank: first ? Number.NEGATIVE_INFINITY : Number.MAX_VALUE }
			: { title: null, term: 'undated', rank: Number.POSITIVE_INFINITY };
	}
	const from = Math.floor(year / span) * span;
	const title = span === 1 ? String(from) : `${from}–${from + span - 1}`;
	return { title, term: null, rank: oldestFirst ? from : -from };
}

/** The first sort key with a date decides the direction of years. */
function isOldestFirst(sort: readonly SortKey[]): boolean {
	const key = sort.find(({ key }) => key === 'year' || key === 'date');
	return key !== undefined && !key.descending;
}

function byRank(one: number | string, other: number | string): number {
	if (typeof one === 'string' && typeof other === 'string') return compareWords(one, other);
	if (typeof one === 'string') return -1;
	if (typeof other === 'string') return 1;
	return one === other ? 0 : one - other;
}
