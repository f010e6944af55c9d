import type { Entry } from '../../library/entry.ts';
import { fieldOf } from '../entry-fields.ts';
import { type Residue, readResidue } from './read-residue.ts';

/** Fields that may contain residue. */
export const remarkFields = ['note', 'howpublished', 'bibbase_note'] as const;

/**
 * An entry without the residue of programs in its remarks. Values in the residue become fields that the entry lacks, such as
 * the CSL variables in Zotero's Extra (`original-date: 1865`) and `DOI: …`.
 */
export function withoutResidue(entry: Entry): Entry {
	return remarkFields.reduce((current, name) => withoutResidueOf(current, name), entry);
}

function withoutResidueOf(entry: Entry, name: string): Entry {
	const field = entry.fields.get(name);
	const residue = field && readResidue(field);
	if (!field || !residue) return entry;
	const fields = new Map(entry.fields);
	if (residue.rest === '') fields.delete(name);
	else fields.set(name, { ...field, value: residue.rest });
	for (const [added, value] of missingFields(entry, residue)) fields.set(added, { ...field, name: added, value });
	return { ...entry, fields };
}

/** The fields in the residue that the entry lacks. A CSL type counts for @misc, where `type` distinguishes data and software. */
export function missingFields(entry: Entry, { fields }: Residue): ReadonlyMap<string, string> {
	const missing = new Map<string, string>();
	for (const [name, value] of fields) {
		const field = name === 'journaltitle' ? containerField(entry) : name;
		const isUseless = name === 'type' && !(entry.type === 'misc' && /^(?:dataset|software)$/.test(value));
		if (!isUseless && !hasField(entry, field)) missing.set(field, value);
	}
	return missing;
}

function hasField(entry: Entry, name: string): boolean {
	if (name === 'eprintclass' || name === 'eprinttype')
		return entry.fields.has('eprint') || fieldOf(entry, name) !== null;
	const others =
		name === 'issue' ? ['issue', 'number'] : name === 'journaltitle' ? ['journaltitle', 'booktitle'] : [name];
	return others.some((other) => fieldOf(entry, other) !== null);
}

/** The field for a container: the book of a chapter or paper, else a journal. */
function containerField({ type }: Entry): string {
	return /^in|^conference$/.test(type) ? 'booktitle' : 'journaltitle';
}
