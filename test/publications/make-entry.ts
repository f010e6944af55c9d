import { type Source, source } from '../../src/diagnostics/source.ts';
import type { Annotation, Entry, Field, WrittenEntry } from '../../src/library/entry.ts';

/** An entry as it would be read from a file with these fields, with correct spans. */
export function makeEntry(
	type: string,
	values: Readonly<Record<string, string>>,
	more: { key?: string; annotations?: Readonly<Record<string, readonly Annotation[]>>; parent?: Entry } = {},
): Entry {
	const key = more.key ?? 'key';
	let text = `@${type}{${key}`;
	const offsets: [name: string, assignment: number, value: number][] = [];
	for (const [name, value] of Object.entries(values)) {
		text += ',\n  ';
		const assignment = text.length;
		text += `${name} = `;
		offsets.push([name.toLowerCase(), assignment, text.length]);
		text += `{${value}}`;
	}
	text += '\n}';
	const file = source('test.bib', text);
	const fields = new Map<string, Field>();
	for (const [at, [name, assignment, start]] of offsets.entries()) {
		const value = Object.values(values)[at] ?? '';
		const span = { source: file, start, end: start + value.length + 2 };
		fields.set(name, { name, value, span, assignment: { ...span, start: assignment }, inheritedFrom: null });
	}
	for (const [name, field] of more.parent?.fields ?? []) {
		if (!fields.has(name)) fields.set(name, { ...field, inheritedFrom: more.parent ?? null });
	}
	return {
		key,
		type,
		fields,
		annotations: new Map(Object.entries(more.annotations ?? {})),
		ids: [],
		parents: more.parent ? [more.parent] : [],
		span: { source: file, start: 0, end: text.length },
		keySpan: { source: file, start: type.length + 2, end: type.length + 2 + key.length },
		source: file,
		macros: [],
		macroValues: null,
		written: writtenIn(file),
	};
}

/** An empty written entry, for a source that was not read from a file. */
export function writtenIn(source: Source): WrittenEntry {
	return {
		source,
		type: 'misc',
		key: null,
		keySpan: { source, start: 0, end: 0 },
		fields: new Map(),
		assignments: [],
		annotations: new Map(),
		problems: [],
		valid: true,
		usable: true,
	};
}
