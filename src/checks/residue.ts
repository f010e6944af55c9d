import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../library/entry.ts';
import { addition } from '../library/syntax/addition.ts';
import { fieldRemoval } from '../library/syntax/removal.ts';
import { placesInValue } from '../library/value-places.ts';
import { dateAsEdition } from '../publications/details.ts';
import { isDateAsPages } from '../publications/page-ranges.ts';
import { isPlaceholder } from '../publications/placeholders.ts';
import { type Residue, readResidue } from '../publications/residue/read-residue.ts';
import { missingFields, remarkFields } from '../publications/residue/without-residue.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports data that programs write and lists do not show, each kind once with its count: lines of Zotero's Extra and records
 * of databases in remarks, placeholders such as `??`, and dates in `edition` and `pages`. A fix moves values to their own fields.
 */
export function residue({ publications }: CheckContext, report: Report): void {
	const found: { readonly message: string; readonly field: Field; readonly edits: readonly Edit[] }[] = [];
	for (const { entry, type } of publications) {
		for (const field of entry.fields.values()) {
			if (field.inheritedFrom) continue;
			const message = problemOf(field, type);
			if (message === null) continue;
			found.push({ message, field, edits: editsOf(entry, field) });
		}
	}
	for (const kind of ['Unexpected data', 'Unexpected placeholder', 'Unexpected date']) {
		const [first, ...others] = found.filter(({ message }) => message.startsWith(kind));
		if (!first) continue;
		const message = `${first.message}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
		const remedy = [first, ...others].flatMap(({ edits }) => edits);
		const hint = 'Remove it; lists do not show it';
		report(diagnostic('field/residue', message, { span: first.field.span, hint, remedy }));
	}
}

function problemOf(field: Field, type: string): string | null {
	const { name } = field;
	// `field/pages` reports those of pages.
	if (isPlaceholder(field) && name !== 'pages') return `Unexpected placeholder "${field.value}" in the field "${name}"`;
	if (name === 'edition' && dateAsEdition.test(field.value)) return 'Unexpected date in the field "edition"';
	if (name === 'pages' && isDateAsPages(field.value, type)) return 'Unexpected date in the field "pages"';
	if (!remarks.has(name) || !readResidue(field)) return null;
	return `Unexpected data of a program in the field "${name}"`;
}

const remarks: ReadonlySet<string> = new Set(remarkFields);

function editsOf(entry: Entry, field: Field): readonly Edit[] {
	const residue = remarks.has(field.name) && !isPlaceholder(field) ? readResidue(field) : null;
	if (!residue) return [fieldRemoval(field.assignment)];
	const moved = [...missingFields(entry, residue)].map(([name, value]) => `${name} = {${value}}`);
	if (residue.rest !== '') {
		const placeOf = placesInValue(field);
		const edits = disjoint(residue.ranges).map(([start, end]) => ({ span: placeOf(start, end), text: '' }));
		return edits.some(({ span }) => span === field.span) ? [] : [...edits, ...addition(entry, moved)];
	}
	const [first, ...others] = moved;
	if (first === undefined) return [fieldRemoval(field.assignment)];
	return [{ span: field.assignment, text: first }, ...addition(entry, others)];
}

/** Ranges without overlaps. */
function disjoint(ranges: Residue['ranges']): Residue['ranges'] {
	const result: (readonly [number, number])[] = [];
	for (const [start, end] of ranges) {
		const last = result.at(-1);
		if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
		else result.push([start, end]);
	}
	return result;
}
