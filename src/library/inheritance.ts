import type { Entry, Field } from './entry.ts';
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
	const rows = rowsFor(parent.type, type);
	// A parent's own booktitle is what classic BibTeX hands down, so it goes before its title.
	if (rows.some((row) => row.fields['title']?.includes('booktitle'))) copy(parent, 'booktitle', 'booktitle', fields);
	const renamed = new Set<string>();
	for (const row of rows) {
		for (const [name, targets] of Object.entries(row.fields)) {
			renamed.add(name);
			for (const target of targets) copy(parent, name, target, fields);
		}
	}
	const settled = new Set([...fields.keys()].flatMap((name) => (has(fields, name) ? (synonyms.get(name) ?? []) : [])));
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
	fields.set(target, { ...field, name: target, inheritedFrom: field.inheritedFrom ?? parent });
}

/** Whether the entry has the field. An empty one (`note = {}`) is none, as biber has it. */
function has(fields: ReadonlyMap<string, Field>, name: string): boolean {
	const field = fields.get(name);
	return field !== undefined && field.value.trim() !== '';
}

function isOwn(name: string): boolean {
	return notInherited.has(name) || notInheritedPrefixes.some((prefix) => name.startsWith(prefix));
}

const rowsByTypes = new Map<string, readonly InheritanceRow[]>();

function rowsFor(source: string, target: string): readonly InheritanceRow[] {
	const types = `${source} ${target}`;
	let rows = rowsByTypes.get(types);
	if (!rows) {
		const fits = (row: InheritanceRow) => row.sources.includes(source) && row.targets.includes(target);
		rows = inheritanceTable.filter(fits);
		if (rows.length === 0 && fits(otherBook)) rows = [otherBook];
		rowsByTypes.set(types, rows);
	}
	return rows;
}

const synonyms = new Map(sameThing.flatMap((names) => names.map((name) => [name, names] as const)));
