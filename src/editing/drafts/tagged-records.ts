import type { CslInput } from './csl-drafts.ts';

/** One record of a tagged format: its tags in order, each with a value. */
export type TaggedRecord = readonly (readonly [tag: string, value: string])[];

/** A tagged format, and how to convert its records to CSL. */
export interface TaggedFormat {
	/** Matches a line with a tag; the first group is the tag, the second the value. */
	readonly line: RegExp;
	/** The tag that starts a record, and the one that ends it; null if only the start of the next record ends it. */
	readonly first: string;
	readonly last: string | null;
	read(record: TaggedRecord): CslInput;
}

/** The records of a text. A line without a tag continues the previous one. */
export function recordsIn(text: string, { line, first, last }: TaggedFormat): TaggedRecord[] {
	const records: [string, string][][] = [];
	let open = false;
	for (const textLine of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
		const [, tag, value = ''] = line.exec(textLine) ?? [];
		if (tag === first || (tag !== undefined && !open)) {
			if (tag === last) continue;
			records.push([]);
			open = true;
		}
		if (tag !== undefined && tag === last) open = false;
		const record = records.at(-1);
		if (!record || !open) continue;
		const previous = record.at(-1);
		if (tag !== undefined) record.push([tag, value.trim()]);
		else if (previous && textLine.trim() !== '') previous[1] = `${previous[1]} ${textLine.trim()}`.trim();
	}
	return records;
}

/** The non-empty values of some tags, in the order of the record. */
export function valuesOf(record: TaggedRecord, ...tags: readonly string[]): string[] {
	return record.flatMap(([tag, value]) => (tags.includes(tag) && value !== '' ? [value] : []));
}

/** The first value of the first tag that has one. */
export function firstOf(record: TaggedRecord, ...tags: readonly string[]): string | undefined {
	for (const tag of tags) {
		const [value] = valuesOf(record, tag);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** Parses 'Noether, Emmy' or 'Noether, Emmy, Jr.'. A name without a comma is an organization, or starts with an initial. */
export function nameOf(name: string): Readonly<Record<string, string>> {
	const [family = '', given, suffix] = name.split(/\s*,\s*/);
	if (given) return { family, given, ...(suffix && { suffix }) };
	const words = family.split(/\s+/);
	const last = words.at(-1) ?? '';
	const isPerson = /^\p{Lu}\.?$/u.test(words[0]?.replace(/\.$/, '') ?? '') && words.length > 1;
	return isPerson ? { family: last, given: words.slice(0, -1).join(' ') } : { literal: family };
}

/** A CSL item without empty variables. */
export function item(variables: Readonly<Record<string, unknown>>): CslInput {
	return Object.fromEntries(
		Object.entries(variables).filter(
			([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
		),
	);
}
