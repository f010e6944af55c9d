import type { Entry, Field } from '../entry.ts';
import {
	type InheritanceRow,
	inheritanceTable,
	notInherited,
	notInheritedPrefixes,
	otherBook,
	sameThing,
} from './inheritance-table.ts';

/** Adds what an entry inherits from the parent its crossref names (BibLaTeX manual, appendix B). Own fields stay. */
export function inheritFrom(parent: Entry, type: string, fields: Map<string, Field>): void {
	const { renamed, isInBook } = renamingOf(parent.type, type);
	// A parent's own booktitle is what classic BibTeX hands down, so it goes before its title.
	if (isInBook) copy(parent, 'booktitle', 'booktitle', fields);
	for (const [name, targets] of renamed) for (const target of targets) copy(parent, name, target, fields);
	const settled = new Set<string>();
	for (const [name, { value }] of fields) {
		const names = synonyms.get(name);
		if (names && value.trim() !== '') for (const one of names) settled.add(one);
	}
	// A child with another year has a date of its own, no part of which comes from elsewhere; one with a month lacks
	// the year.
	const sameYear = has(fields, 'year') && fields.get('year')?.value.trim() === parent.fields.get('year')?.value.trim();
	if (settled.has('year') && !sameYear) settled.add('month').add('day');
	if (has(fields, 'month') && parent.fields.has('year')) settled.add('date').add('day');
	for (const name of parent.fields.keys()) {
		if (renamed.has(name) || settled.has(name) || isOwn(name)) continue;
		copy(parent, name, name, fields);
	}
}

/** Adds all that an @xdata container holds. Own fields stay (BibLaTeX manual § 3.13.6). */
export function inheritData(container: Entry, fields: Map<string, Field>): void {
	for (const name of container.fields.keys()) {
		if (name !== 'ids' && name !== 'xdata') copy(container, name, name, fields);
	}
}

function copy(parent: Entry, name: string, target: string, fields: Map<string, Field>): void {
	const field = parent.fields.get(name);
	if (!field || has(fields, target)) return;
	const { value, span, assignment, inheritedFrom } = field;
	fields.set(target, { name: target, value, span, assignment, inheritedFrom: inheritedFrom ?? parent });
}

/** Whether the entry has the field. An empty one (`note = {}`) is none, as biber has it. */
function has(fields: ReadonlyMap<string, Field>, name: string): boolean {
	const field = fields.get(name);
	return field !== undefined && field.value.trim() !== '';
}

function isOwn(name: string): boolean {
	return notInherited.has(name) || notInheritedPrefixes.some((prefix) => name.startsWith(prefix));
}

/** What a parent of one type hands down to a child of another under other names. */
interface Renaming {
	/** Parent field to the child's fields. */
	readonly renamed: ReadonlyMap<string, readonly string[]>;
	/** The parent's title is the child's booktitle. */
	readonly isInBook: boolean;
}

const renamings = new Map<string, Renaming>();

function renamingOf(source: string, target: string): Renaming {
	const types = `${source} ${target}`;
	const known = renamings.get(types);
	if (known) return known;
	const fits = (row: InheritanceRow) => row.sources.includes(source) && row.targets.includes(target);
	const rows = inheritanceTable.filter(fits);
	if (rows.length === 0 && fits(otherBook)) rows.push(otherBook);
	const renamed = new Map<string, readonly string[]>();
	for (const { fields } of rows) {
		for (const [name, targets] of Object.entries(fields)) renamed.set(name, [...(renamed.get(name) ?? []), ...targets]);
	}
	const renaming = { renamed, isInBook: renamed.get('title')?.includes('booktitle') ?? false };
	renamings.set(types, renaming);
	return renaming;
}

const synonyms = new Map(sameThing.flatMap((names) => names.map((name) => [name, names] as const)));
