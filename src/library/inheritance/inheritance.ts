import type { Entry, Field } from '../entry.ts';
import {
	anyBook,
	type InheritanceRow,
	inheritanceTable,
	notInherited,
	notInheritedPrefixes,
	synonymousFields,
} from './inheritance-table.ts';

/** Adds the fields that an entry inherits through its crossref (BibLaTeX manual, appendix B). The entry's own fields take precedence. */
export function inheritFrom(parent: Entry, type: string, fields: Map<string, Field>): void {
	const { renamed, isInBook } = renamingOf(parent.type, type);
	// Classic BibTeX inherits the parent's booktitle, so it takes precedence over the parent's title.
	if (isInBook) copy(parent, 'booktitle', 'booktitle', fields);
	for (const [name, targets] of renamed) for (const target of targets) copy(parent, name, target, fields);
	const settled = new Set<string>();
	for (const [name, { value }] of fields) {
		const names = synonyms.get(name);
		if (names && value.trim() !== '') for (const synonym of names) settled.add(synonym);
	}
	// A child with a different year has its own date and inherits no part of one. A child with a month may inherit the year.
	const sameYear = has(fields, 'year') && fields.get('year')?.value.trim() === parent.fields.get('year')?.value.trim();
	if (settled.has('year') && !sameYear) settled.add('month').add('day');
	if (has(fields, 'month') && parent.fields.has('year')) settled.add('date').add('day');
	for (const name of parent.fields.keys()) {
		if (renamed.has(name) || settled.has(name) || isNotInherited(name)) continue;
		copy(parent, name, name, fields);
	}
}

/** Adds the fields of an @xdata container. The entry's own fields take precedence (BibLaTeX manual § 3.13.6). */
export function inheritData(container: Entry, fields: Map<string, Field>): void {
	for (const name of container.fields.keys()) {
		if (name !== 'ids' && name !== 'xdata') copy(container, name, name, fields);
	}
}

function copy(parent: Entry, name: string, target: string, fields: Map<string, Field>): void {
	const field = parent.fields.get(name);
	if (!field || has(fields, target)) return;
	fields.set(target, { ...field, name: target, inheritedFrom: field.inheritedFrom ?? parent });
}

/** Whether the entry has the field. An empty one (`note = {}`) does not count, as in biber. */
function has(fields: ReadonlyMap<string, Field>, name: string): boolean {
	const field = fields.get(name);
	return field !== undefined && field.value.trim() !== '';
}

function isNotInherited(name: string): boolean {
	return notInherited.has(name) || notInheritedPrefixes.some((prefix) => name.startsWith(prefix));
}

/** The fields that a child of one type inherits from a parent of another under other names. */
interface Renaming {
	/** Parent field to the child's fields. */
	readonly renamed: ReadonlyMap<string, readonly string[]>;
	/** Whether the parent's title is the child's booktitle. */
	readonly isInBook: boolean;
}

function renamingOf(source: string, target: string): Renaming {
	const fits = (row: InheritanceRow) => row.sources.includes(source) && row.targets.includes(target);
	const rows = inheritanceTable.filter(fits);
	if (rows.length === 0 && fits(anyBook)) rows.push(anyBook);
	const renamed = new Map<string, readonly string[]>();
	for (const { fields } of rows) {
		for (const [name, targets] of Object.entries(fields)) renamed.set(name, [...(renamed.get(name) ?? []), ...targets]);
	}
	return { renamed, isInBook: renamed.get('title')?.includes('booktitle') ?? false };
}

const synonyms = new Map(synonymousFields.flatMap((names) => names.map((name) => [name, names] as const)));
