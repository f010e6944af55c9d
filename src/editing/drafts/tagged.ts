import type { CslInput } from './csl-drafts.ts';

/** One record of a tagged format: its tags in their order, each with a value. */
export type TaggedRecord = readonly (readonly [tag: string, value: string])[];

/** What a tagged format says in CSL's terms. */
export interface TaggedFormat {
	/** A line with a tag: its first group is the tag, its second the value. */
	readonly line: RegExp;
	/** The tag that begins a record, and the one that ends it; null where the next one's beginning does. */
	readonly first: string;
	readonly last: string | null;
	read(record: TaggedRecord): CslInput;
}

/** The records of a text; a line without a tag goes on with the one before. */
export function recordsIn(text: string, { line, first, last }: TaggedFormat): TaggedRecord[] {
	const records: [string, string][][] = [];
	let open = false;
	for (const written of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
		const [, tag, value = ''] = line.exec(written) ?? [];
		if (tag === first || (tag !== undefined && !open)) {
			if (tag === last) continue;
			records.push([]);
			open = true;
		}
		if (tag !== undefined && tag === last) open = false;
		const record = records.at(-1);
		if (!record || !open) continue;
		const before = record.at(-1);
		if (tag !== undefined) record.push([tag, value.trim()]);
		else if (before && written.trim() !== '') before[1] = `${before[1]} ${written.trim()}`.trim();
	}
	return records;
}

/** The values of any of some tags, in the order of the record; empty ones left out. */
export function valuesOf(record: TaggedRecord, ...tags: readonly string[]): string[] {
	return record.flatMap(([tag, value]) => (tags.includes(tag) && value !== '' ? [value] : []));
}

/** The first value of the first of some tags that has one. */
export function firstOf(record: TaggedRecord, ...tags: readonly string[]): string | undefined {
	for (const tag of tags) {
		const [value] = valuesOf(record, tag);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** 'Noether, Emmy' or 'Noether, Emmy, Jr.' as RIS has it; a name without a comma is a body or stands the usual way round. */
export function nameOf(written: string): Readonly<Record<string, string>> {
	const [family = '', given, suffix] = written.split(/\s*,\s*/);
	if (given) return { family, given, ...(suffix && { suffix }) };
	const words = family.split(/\s+/);
	const last = words.at(-1) ?? '';
	const isPerson = /^\p{Lu}\.?$/u.test(words[0]?.replace(/\.$/, '') ?? '') && words.length > 1;
	return isPerson ? { family: last, given: words.slice(0, -1).join(' ') } : { literal: family };
}

/** Without the variables that say nothing. */
export function item(variables: Readonly<Record<string, unknown>>): CslInput {
	return Object.fromEntries(
		Object.entries(variables).filter(
			([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
		),
	);
}
