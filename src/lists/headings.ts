import { plainText } from '../latex/plain-text.ts';
import type { Highlights } from '../people/highlight.ts';
import { fieldItems } from '../publications/field-items.ts';
import type { Publication } from '../publications/publication.ts';
import { statuses } from '../publications/status.ts';
import { venueKinds } from '../publications/venues/venues.ts';
import { valueIn } from '../text/value-in.ts';
import type { GroupKey, SortKey } from './list.ts';
import { isForthcoming, publicationYear } from './publication-date.ts';
import { rankOrder } from './rank-order.ts';

/** The heading of a group of publications: a title, or a term of the locale. */
export interface Heading {
	readonly title: string | null;
	readonly term: string | null;
	/** Sorts the groups; equal ranks keep the order of first appearance. */
	readonly rank: number | string;
	/** Id of the person whose group it is; absent for other groups. */
	readonly person?: string;
}

/** The headings of the groups that a publication belongs to; one without the key has that of `none` or `undated`. */
export type HeadingsOf = (publication: Publication) => readonly [Heading, ...Heading[]];

/** Reads the headings of publications for a key: a built-in one, or the name of a field. */
export function headingsFor(
	key: GroupKey,
	highlights: Pick<Highlights, 'counted'>,
	sort: readonly SortKey[],
): HeadingsOf {
	const read = valueIn(builtIn, key) ?? fieldHeadings(key);
	const context: Context = { highlights, oldestFirst: isOldestFirst(sort) };
	return (publication) => {
		const [first = none, ...others] = read(publication, context);
		return [first, ...others];
	};
}

interface Context {
	readonly highlights: Pick<Highlights, 'counted'>;
	readonly oldestFirst: boolean;
}

type ReadHeadings = (publication: Publication, context: Context) => readonly Heading[];

/** The heading of publications without the key. */
export const none: Heading = { title: null, term: 'none', rank: Number.POSITIVE_INFINITY };

const builtIn: Readonly<Record<string, ReadHeadings>> = {
	venue: kindHeadings,
	kind: kindHeadings,
	'venue-name': ({ venue }) => (venue.name ? [{ title: plainText(venue.name), term: null, rank: 0 }] : []),
	rank: ({ venue }) => gradeHeadings(venue.rank),
	quartile: ({ venue }) => gradeHeadings(venue.quartile),
	status: ({ status }) => [{ title: null, term: status.kind, rank: statuses.indexOf(status.kind) }],
	type: ({ type }) => [{ title: null, term: type, rank: 0 }],
	year: (publication, { oldestFirst }) => [yearHeading(publication, 1, oldestFirst)],
	decade: (publication, { oldestFirst }) => [yearHeading(publication, 10, oldestFirst)],
	keyword: ({ keywords }) => keywords.map((keyword) => ({ title: keyword, term: null, rank: keyword })),
	person: (publication, { highlights: { counted } }) =>
		counted.peopleIn(publication).map((person) => ({
			...{ title: person.name, term: null, person: person.id },
			rank: counted.people.indexOf(person),
		})),
	group: (publication, { highlights: { counted } }) =>
		counted
			.groupsIn(publication)
			.map((title) => ({ title, term: null, rank: counted.groups.indexOf(title) }))
			.sort((one, other) => one.rank - other.rank),
	series: ({ collectionTitle }) =>
		collectionTitle ? [{ title: plainText(collectionTitle), term: null, rank: 0 }] : [],
};

/** Built-in keys of `group-by`; field names are keys, too. */
export const groupKeys = Object.keys(builtIn);

function kindHeadings({ venue: { kind } }: Publication): readonly Heading[] {
	return [{ title: null, term: kind, rank: venueKinds.indexOf(kind) }];
}

function gradeHeadings(grade: string | null): readonly Heading[] {
	return grade === null ? [] : [{ title: grade, term: null, rank: rankOrder(grade) }];
}

function fieldHeadings(field: string): ReadHeadings {
	return (publication) => fieldItems(publication, field).map((title) => ({ title, term: null, rank: 0 }));
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
