import type { CslItem, CslName } from '../../publications/csl/csl-item.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { Facets } from './facets.ts';

/** What is packed of the data of a list; its other properties stay as they are. */
interface Unpacked {
	readonly people: readonly string[];
	readonly works: Readonly<Record<string, UnpackedWork>>;
}

/** What is packed of the data of a work. Each other property is a column. */
interface UnpackedWork {
	readonly key: string;
	readonly facets: Facets['works'][string];
	readonly csl: CslItem;
}

/**
 * The data of a list as it is compressed: like values are adjacent, and nothing is repeated. So it takes two thirds of the
 * bytes. `src/browser/page/data/unpack-data.ts` restores the data.
 */
export interface PackedData {
	/** The distinct names of the works. The name of each of the `people` has the same index, if they are spelled alike. */
	readonly names: readonly (CslName | null)[];
	/** Null for people spelled as their name. */
	readonly people: readonly (string | null)[];
	/** The ids of the items, in order. Each column below has a value for each of them. */
	readonly ids: readonly string[];
	/** The key is null if it is the id. In `facets`, the people are null if they are the authors. */
	readonly works: Columns;
	/** Without `id` and `citation-key`, which are the key. Names are indices in `names`. */
	readonly csl: Columns;
}

/** The values of each property, null where it is absent. */
export type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Packs the data of a list. */
export function packed<Data extends Unpacked>({ people, works, ...rest }: Data): PackedData {
	const names = new NameTable(people, Object.values(works));
	const entries = Object.entries(works);
	const csl = entries.map(([, work]) => packedItem(work.csl, names));
	const rows = entries.map(([id, { csl: _, ...work }], index) => {
		const [kind, year, keywords, own] = work.facets;
		const authors = [...new Set(csl[index]?.['author'] as number[] | undefined)];
		const facets = [kind, year, keywords, own.join() === authors.join() ? null : own];
		return { ...work, key: work.key === id ? null : work.key, facets };
	});
	return {
		...rest,
		names: names.values,
		people: people.map((person, index) => {
			const name = names.values[index];
			return (name ? spelled(name) : '') === person ? null : person;
		}),
		ids: entries.map(([id]) => id),
		works: columns(rows),
		csl: columns(csl),
	};
}

function packedItem(
	{ id: _, 'citation-key': __, ...item }: CslItem,
	names: NameTable,
): Readonly<Record<string, unknown>> {
	const values = Object.entries(item).map(([variable, value]) => [
		variable,
		Array.isArray(value) ? (value as readonly CslName[]).map((name) => names.indexOf(name)) : value,
	]);
	return Object.fromEntries(values);
}

function columns(rows: readonly Readonly<Record<string, unknown>>[]): Columns {
	const table = new Map<string, unknown[]>();
	for (const [index, row] of rows.entries())
		for (const [property, value] of Object.entries(row)) {
			let column = table.get(property);
			if (!column) {
				column = new Array<unknown>(rows.length).fill(null);
				table.set(property, column);
			}
			column[index] = value;
		}
	return Object.fromEntries(table);
}

/** The distinct names of works: first those of people, in their order, then the others. */
class NameTable {
	readonly values: (CslName | null)[];
	readonly #indices = new Map<string, number>();

	constructor(people: readonly string[], works: readonly UnpackedWork[]) {
		const names = new Map<string, CslName>();
		for (const { csl } of works)
			for (const value of [csl['author'], csl['editor']])
				for (const name of (value ?? []) as readonly CslName[]) names.set(spelled(name), name);
		this.values = people.map((person) => names.get(person) ?? null);
		for (const [index, name] of this.values.entries()) if (name) this.#indices.set(jsonOf(name), index);
	}

	indexOf(name: CslName): number {
		const id = jsonOf(name);
		const index = this.#indices.get(id) ?? this.values.push(name) - 1;
		this.#indices.set(id, index);
		return index;
	}
}

/** 'Family, Given', as people are spelled. */
const spelled = cacheByIdentity((name: CslName): string => {
	const { 'non-dropping-particle': particle, family = '', given, literal } = name;
	if (literal !== undefined) return literal;
	return `${particle ? `${particle} ` : ''}${family}${given ? `, ${given}` : ''}`;
});

const jsonOf = cacheByIdentity((name: CslName) => JSON.stringify(name));
