/** The data of a list as `src/render/documents/packed-data.ts` writes it, which describes the properties. */
export interface PackedData {
	readonly names: readonly (Name | null)[];
	readonly people: readonly (string | null)[];
	readonly ids: readonly string[];
	readonly works: Columns & { readonly key: readonly (string | null)[]; readonly facets: readonly PackedFacets[] };
	readonly csl: Columns;
}

interface Name {
	readonly family?: string;
	readonly given?: string;
	readonly 'non-dropping-particle'?: string;
	readonly literal?: string;
}

type Columns = Readonly<Record<string, readonly unknown[]>>;
type PackedFacets = readonly [...values: unknown[], people: readonly number[] | null];

/** Restores the data of a list, a `ListData`. */
export function unpacked({ names, people, ids, works, csl, ...rest }: PackedData): object {
	const items = rowsOf(csl, ids.length);
	const rows = rowsOf(works, ids.length);
	for (const [index, item] of items.entries()) {
		const row = rows[index] as Record<string, unknown>;
		const [kind, year, keywords, shownPeople] = works.facets[index] as PackedFacets;
		const key = works.key[index] ?? ids[index];
		const indices = shownPeople ?? [...new Set(item['author'] as readonly number[] | undefined)];
		for (const [variable, value] of Object.entries(item))
			if (Array.isArray(value)) item[variable] = value.map((name) => names[name]);
		Object.assign(row, {
			key,
			facets: [kind, year, keywords, indices],
			csl: { id: key, 'citation-key': key, ...item },
		});
	}
	return {
		...rest,
		people: people.map((person, index) => person ?? spelled(names[index])),
		works: Object.fromEntries(rows.map((row, index) => [ids[index], row])),
	};
}

/** Rows of columns. Null means that a row lacks a property. */
function rowsOf(columns: Columns, length: number): Record<string, unknown>[] {
	const rows = Array.from({ length }, (): Record<string, unknown> => ({}));
	for (const [property, column] of Object.entries(columns))
		for (const [index, value] of column.entries()) {
			const row = rows[index];
			if (row && value !== null) row[property] = value;
		}
	return rows;
}

/** 'Family, Given'. */
function spelled(name: Name | null | undefined): string {
	const { 'non-dropping-particle': particle, family = '', given, literal } = name ?? {};
	if (literal !== undefined) return literal;
	return `${particle ? `${particle} ` : ''}${family}${given ? `, ${given}` : ''}`;
}
