import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import { type Omission, omissionOf } from '../library/published-bibtex.ts';
import type { CheckContext } from './check-context.ts';

/** Lists what published BibTeX omits: one diagnostic for each field name and reason, at its first entry. */
export function omittedFields({ library, privateFields }: CheckContext, report: Report): void {
	const omitted = new Map<string, { field: Field; reason: Exclude<Omission, null>; keys: Set<string> }>();
	for (const entry of library.entries) {
		for (const field of entry.written.assignments) {
			const reason = omissionOf(field, entry, privateFields);
			if (reason === null) continue;
			const id = `${reason} ${field.name}`;
			const group = omitted.get(id);
			if (group) group.keys.add(entry.key);
			else omitted.set(id, { field, reason, keys: new Set([entry.key]) });
		}
	}
	for (const { field, reason, keys } of omitted.values()) {
		const [first = ''] = keys;
		const place = keys.size === 1 ? first : `${keys.size} entries`;
		report(
			diagnostic('field/private', `Published BibTeX omits ${what[reason]} "${field.name}" in ${place}`, {
				span: field.assignment,
				hint: hints[reason],
			}),
		);
	}
}

const what = {
	field: 'the private field',
	path: 'the local path in',
	mail: 'the mail address in',
} as const satisfies Record<Exclude<Omission, null>, string>;

const hints: Readonly<Record<Exclude<Omission, null>, string | undefined>> = {
	field: 'To publish other fields, set "private-fields" in bibfolio.yaml',
	path: 'Use an address that others can open',
	mail: 'Remove the address from the names',
};
