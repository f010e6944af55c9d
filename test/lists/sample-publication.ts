import { source } from '../../src/diagnostics/source.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import type { Annotation, Entry, Field } from '../../src/library/entry.ts';
import { publicationOf } from '../../src/publications/normalize.ts';
import type { Publication } from '../../src/publications/publication.ts';
import { writtenIn } from '../publications/make-entry.ts';

const reading = { commands: readUserCommands([], {}), venues: [], links: [], files: [] };
let count = 0;

/** A publication from an entry type and fields; the default key contains a number. */
export function work(type: string, fields: Readonly<Record<string, string>>, annotations: Marks = {}): Publication {
	const { key = `work${++count}`, ...others } = fields;
	const text = source('library.bib', `@${type}{${key}}`);
	const span = { source: text, start: 0, end: text.text.length };
	const entry: Entry = {
		key,
		type,
		fields: new Map(
			Object.entries(others).map(([name, value]): [string, Field] => [
				name,
				{ name, value, span, assignment: span, inheritedFrom: null },
			]),
		),
		annotations: new Map(
			Object.entries(annotations).map(([field, words]): [string, Annotation[]] => [
				field,
				words.map(([item, ...values]) => ({ name: 'default', item, part: null, values, literal: false, span })),
			]),
		),
		ids: [],
		parents: [],
		span,
		keySpan: { source: text, start: type.length + 2, end: type.length + 2 + key.length },
		source: text,
		macros: [],
		macroValues: null,
		written: writtenIn(text),
	};
	return publicationOf(entry, reading, () => {});
}

/** Annotations by field: one-based index of the name, then the values. */
export type Marks = Readonly<Record<string, readonly (readonly [item: number, ...words: string[]])[]>>;
