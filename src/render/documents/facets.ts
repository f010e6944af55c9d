import { publicationYear } from '../../lists/publication-date.ts';
import { familyAndFirstGiven } from '../../people/name-form.ts';
import type { Name } from '../../publications/names/name.ts';
import { fold } from '../../text/fold.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { Locale } from '../locale.ts';
import { surname } from '../views/machine-words.ts';
import type { PlacedItem } from './document-parts.ts';

/** What a page's search knows of its works besides what the page shows: for each work places in shared tables. */
export interface Facets {
	readonly kinds: readonly (readonly [kind: string, words: string])[];
	readonly keywords: readonly string[];
	/** 'Family, Given': declared people by their name, others under the fullest spelling they have most often. */
	readonly people: readonly string[];
	/** By id of the item. */
	readonly works: Readonly<
		Record<string, readonly [kind: number, year: number | null, keywords: readonly number[], people: readonly number[]]>
	>;
}

/** The facets of the items of a list. Everybody who made a work is in them, whatever the list cuts. */
export function facetsOf(items: readonly PlacedItem[], locale: Locale): Facets {
	const kinds = new Table((kind: string) => kind);
	const keywords = new Table(foldedKeyword);
	const people = new People(items);
	const works = items.map(({ item: { publication, marks }, view }) => {
		const { contributors, venue } = publication;
		const { names } = contributors.author ??
			contributors.inventor ??
			contributors.organizer ??
			contributors.editor ?? { names: [] };
		const whose = names.map((name) =>
			people.place(name, marks.get(name)?.find(({ person }) => person)?.person?.name ?? null),
		);
		const words = publication.keywords.map((word) => keywords.place(word));
		return [
			view.id,
			[kinds.place(venue.kind), publicationYear(publication), distinct(words), distinct(whose)],
		] as const;
	});
	return {
		kinds: kinds.values.map((kind) => [kind, locale.term(`section-${kind}`) ?? kind]),
		keywords: keywords.values,
		people: people.names,
		works: Object.fromEntries(works),
	};
}

/** Keywords are few and come again and again. */
const foldedKeyword = memoize(fold);

/** Each once: most works have a few, and some thousands of authors. */
function distinct(numbers: readonly number[]): readonly number[] {
	return numbers.length < 2 ? numbers : [...new Set(numbers)];
}

/** Values in the order they are first met, and the place of each. */
class Table {
	readonly values: string[] = [];
	readonly #places = new Map<string, number>();
	readonly #key: (value: string) => string;
	constructor(key: (value: string) => string) {
		this.#key = key;
	}
	place(value: string): number {
		const key = this.#key(value);
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.#places.set(key, this.values.length);
		return this.values.push(value) - 1;
	}
}

/**
 * Who is who among names that nobody declared: one family name and one first given name is one person, and initials
 * are the one person whose name they fit, if there is only one.
 */
class People {
	readonly names: string[] = [];
	readonly #places = new Map<string, number>();
	/** By id of the form, of people who are not declared. */
	readonly #placesOfForms = new Map<string, number>();
	readonly #spellings = new Map<string, Map<string, number>>();
	/** By initial, the full names that it may be; null for several. */
	readonly #full = new Map<string, string | null>();

	constructor(items: readonly PlacedItem[]) {
		const counts = new Map<string, { readonly form: SpokenForm; count: number }>();
		for (const { item } of items)
			for (const list of Object.values(item.publication.contributors))
				for (const name of list.names) {
					const form = spokenForm(name);
					const counted = counts.get(form.id);
					if (counted) counted.count++;
					else counts.set(form.id, { form, count: 1 });
				}
		for (const { form, count } of counts.values()) this.#note(form, count);
	}

	place(name: Name, declared: string | null): number {
		if (declared !== null) return this.#placeOf(`declared ${declared}`, () => declared);
		const form = spokenForm(name);
		const known = this.#placesOfForms.get(form.id);
		if (known !== undefined) return known;
		const key = form.full ?? this.#full.get(form.initial) ?? form.initial;
		const place = this.#placeOf(key, () => this.#bestSpelling(key));
		this.#placesOfForms.set(form.id, place);
		return place;
	}

	#placeOf(key: string, spelling: () => string): number {
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.#places.set(key, this.names.length);
		return this.names.push(spelling()) - 1;
	}

	#note({ initial, full, spelling }: SpokenForm, count: number): void {
		if (full !== null) this.#full.set(initial, (this.#full.get(initial) ?? full) === full ? full : null);
		for (const key of [initial, full]) {
			if (key === null) continue;
			const spellings = this.#spellings.get(key) ?? new Map<string, number>();
			this.#spellings.set(key, spellings);
			spellings.set(spelling, (spellings.get(spelling) ?? 0) + count);
		}
	}

	#bestSpelling(key: string): string {
		const [first = ['', 0], ...rest] = this.#spellings.get(key) ?? [];
		return rest.reduce((best, one) => (one[1] > best[1] ? one : best), first)[0];
	}
}

/** What distinguishes a name from others, and how it is shown. */
interface SpokenForm {
	/** The other three: names with one are alike. */
	readonly id: string;
	readonly initial: string;
	/** Null for initials and bodies. */
	readonly full: string | null;
	readonly spelling: string;
}

const spokenForm = cacheByIdentity((name: Name): SpokenForm => {
	const { initial, full } = keysOf(name);
	const spelt = spelling(name);
	return { id: [initial, full, spelt].join('\0'), initial, full, spelling: spelt };
});

function keysOf(name: Name): Pick<SpokenForm, 'initial' | 'full'> {
	if (name.literal !== null) return { initial: fold(name.literal), full: null };
	const { family, given } = familyAndFirstGiven(name);
	const full = given?.kind === 'full' ? `${family.spelt}|${given.spelt}` : null;
	return { initial: `${family.spelt}|${given?.spelt[0] ?? ''}.`, full };
}

function spelling(name: Name): string {
	return name.literal === null && name.given ? `${surname(name)}, ${name.given}` : surname(name);
}
