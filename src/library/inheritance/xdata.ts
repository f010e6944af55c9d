import type { Span } from '../../diagnostics/source.ts';
import type { Entry, Field } from '../entry.ts';

// BibLaTeX manual § 3.13.6: `author = {xdata=key-author-2 and Müller, Klaus}`; without a number, the whole field.
const reference = /^xdata\s*=\s*(\S+)-([a-z]+)(?:-(\d+))?$/i;

/** The @xdata entries that single items of an entry's fields refer to. */
export function dataReferences(fields: ReadonlyMap<string, Field>): { key: string; name: string; span: Span }[] {
	const references = [];
	for (const { name, value, span } of fields.values()) {
		// Skips abstracts: a list of references is never that long.
		if (value.length > 2000 || !value.includes('xdata')) continue;
		for (const item of items(value)) {
			const key = reference.exec(item)?.[1];
			if (key !== undefined) references.push({ key, name, span });
		}
	}
	return references;
}

/** Replaces the references in an entry's fields by the values they refer to. A reference to a missing entry or field stays. */
export function resolveReferences(fields: Map<string, Field>, entryOf: (key: string) => Entry | undefined): void {
	for (const [name, field] of fields) {
		if (!field.value.includes('xdata')) continue;
		const value = items(field.value)
			.map((item) => lookUp(item, entryOf) ?? item)
			.join(' and ');
		if (value !== field.value) fields.set(name, { ...field, value });
	}
}

function lookUp(item: string, entryOf: (key: string) => Entry | undefined): string | undefined {
	const [, key = '', name = '', position] = reference.exec(item) ?? [];
	const value = entryOf(key)?.fields.get(name.toLowerCase())?.value;
	return position === undefined || value === undefined ? value : items(value)[Number(position) - 1];
}

/** The items of a list, separated by 'and' outside braces. */
function items(value: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < value.length; i++) {
		if (value[i] === '{') depth++;
		else if (value[i] === '}') depth--;
		else if (depth === 0 && value.startsWith(' and ', i)) {
			parts.push(value.slice(start, i).trim());
			start = i + 5;
			i += 3;
		}
	}
	parts.push(value.slice(start).trim());
	return parts;
}
