import { publicationYear } from '../../lists/publication-date.ts';
import { familyAndFirstGiven } from '../../people/name-form.ts';
import type { Name } from '../../publications/names/name.ts';
import { venueKinds } from '../../publications/venues/venue-kinds.ts';
import { fold } from '../../text/fold.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { Locale } from '../locale.ts';
import { surname } from '../views/plain-values.ts';
import type { PlacedItem } from './document-parts.ts';

/** Data for the search of a page that is not visible on it: for each work, indices into shared tables. */
export interface Facets {
	/** In the default order of sections. */
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	readonly keywords: readonly string[];
	/** 'Family, Given': the declared name of a person, else the most frequent spelling. */
	readonly people: readonly string[];
	/** By the id of the item. */
	readonly works: Readonly<
		Record<string, readonly [kind: number, year: number | null, keywords: readonly number[], people: readonly number[]]>
	>;
}

/** The facets of the items of a list. They include the people that 'et al.' hides in the list. */
export function facetsOf(items: readonly PlacedItem[], locale: Locale): Facets {
	const kinds = new Table((kind: string) => kind);
	const kindsInUse = new Set(items.map(({ item }) => item.publication.venue.kind));
	for (const kind of venueKinds) if (kindsInUse.has(kind)) kinds.indexOf(kind);
	const keywords = new Table(foldedKeyword);
	const peopleTable = new PeopleTable(items);
	const works = items.map(({ item: { publication, marks }, view }) => {
		const { contributors, venue } = publication;
		const { names } = contributors.author ??
			contributors.inventor ??
			contributors.organizer ??
			contributors.editor ?? { names: [] };
		const people = names.map((name) =>
			peopleTable.indexOf(name, marks.get(name)?.find(({ person }) => person)?.person?.name ?? null),
		);
		const words = publication.keywords.map((keyword) => keywords.indexOf(keyword));
		return [
			view.id,
			[kinds.indexOf(venue.kind), publicationYear(publication), distinct(words), distinct(people)],
		] as const;
	});
	return {
		kinds: kinds.values.map((kind) => [kind, locale.term(`section-${kind}`) ?? kind]),
		keywords: keywords.values,
		people: peopleTable.names,
		works: Object.fromEntries(works),
	};
}

/** Cached, because works share keywords. */
const foldedKeyword = memoize(fold);

/** Without duplicates. */
function distinct(numbers: readonly number[]): readonly number[] {
	return numbers.length < 2 ? numbers : [...new Set(numbers)];
}

/** Distinct values in order of first occurrence, and the index of each. */
class Table {
	readonly values: string[] = [];
	readonly #indices = new Map<string, number>();
	readonly #key: (value: string) => string;
	constructor(key: (value: string) => string) {
		this.#key = key;
	}
	indexOf(value: string): number {
		const key = this.#key(value);
		const existing = this.#indices.get(key);
		if (existing !== undefined) return existing;
		this.#indices.set(key, this.values.length);
		return this.values.push(value) - 1;
	}
}

/**
 * The people behind names. Undeclared names are one person if they share family name and first given name. Initials
 * belong to the person they match, if there is only one.
 */
class PeopleTable {
	readonly names: string[] = [];
	readonly #indices = new Map<string, number>();
	/** Indices of undeclared people, by the id of a {@link NameKeys}. */
	readonly #indicesById = new Map<string, number>();
	readonly #spellings = new Map<string, Map<string, number>>();
	/** The full name for each initial; null if there are several. */
	readonly #fullByInitial = new Map<string, string | null>();

	constructor(items: readonly PlacedItem[]) {
		const counts = new Map<string, { readonly keys: NameKeys; count: number }>();
		for (const { item } of items)
			for (const list of Object.values(item.publication.contributors))
				for (const name of list.names) {
					const keys = nameKeys(name);
					const counted = counts.get(keys.id);
					if (counted) counted.count++;
					else counts.set(keys.id, { keys, count: 1 });
				}
		for (const { keys, count } of counts.values()) this.#add(keys, count);
	}

	indexOf(name: Name, declared: string | null): number {
		if (declared !== null) return this.#indexOfKey(`declared ${declared}`, () => declared);
		const keys = nameKeys(name);
		const existing = this.#indicesById.get(keys.id);
		if (existing !== undefined) return existing;
		const key = keys.full ?? this.#fullByInitial.get(keys.initial) ?? keys.initial;
		const index = this.#indexOfKey(key, () => this.#bestSpelling(key));
		this.#indicesById.set(keys.id, index);
		return index;
	}

	#indexOfKey(key: string, spelling: () => string): number {
		const existing = this.#indices.get(key);
		if (existing !== undefined) return existing;
		this.#indices.set(key, this.names.length);
		return this.names.push(spelling()) - 1;
	}

	#add({ initial, full, spelling }: NameKeys, count: number): void {
		if (full !== null)
			this.#fullByInitial.set(initial, (this.#fullByInitial.get(initial) ?? full) === full ? full : null);
		for (const key of [initial, full]) {
			if (key === null) continue;
			const spellings = this.#spellings.get(key) ?? new Map<string, number>();
			this.#spellings.set(key, spellings);
			spellings.set(spelling, (spellings.get(spelling) ?? 0) + count);
		}
	}

	#bestSpelling(key: string): string {
		const [first = ['', 0], ...rest] = this.#spellings.get(key) ?? [];
		return rest.reduce((best, next) => (next[1] > best[1] ? next : best), first)[0];
	}
}

/** The keys that tell people apart by a name, and its spelling. */
interface NameKeys {
	/** The other three properties combined. */
	readonly id: string;
	/** Family name and first initial. */
	readonly initial: string;
	/** Family name and first given name; null for initials and organizations. */
	readonly full: string | null;
	readonly spelling: string;
}

const nameKeys = cacheByIdentity((name: Name): NameKeys => {
	const { initial, full } = keysOf(name);
	const spelling = spellingOf(name);
	return { id: [initial, full, spelling].join('\0'), initial, full, spelling };
});

function keysOf(name: Name): Pick<NameKeys, 'initial' | 'full'> {
	if (name.literal !== null) return { initial: fold(name.literal), full: null };
	const { family, given } = familyAndFirstGiven(name);
	const full = given?.kind === 'full' ? `${family.spelt}|${given.spelt}` : null;
	return { initial: `${family.spelt}|${given?.spelt[0] ?? ''}.`, full };
}

function spellingOf(name: Name): string {
	return name.literal === null && name.given ? `${surname(name)}, ${name.given}` : surname(name);
}
