import type { Person } from '../people/person.ts';
import { fold } from '../text/fold.ts';
import { freeNames } from '../text/free-names.ts';
import type { PersonFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/**
 * Reads the people, each with an id and a role. Without an owner, the first person without a role is the owner; other
 * people without a role are highlighted.
 */
export function readPeople(files: readonly PersonFile[]): Person[] {
	const rows = files.map((file) => (typeof file === 'string' ? { name: file } : file));
	const ids = new Set(rows.flatMap(({ id }) => id ?? []));
	const freeId = freeNames((id) => ids.has(id));
	let hasOwner = rows.some(({ role }) => role === 'owner');
	return rows.map((row) => {
		const role = row.role ?? (hasOwner ? 'highlight' : 'owner');
		hasOwner = true;
		const id = row.id ?? freeId(stemOf(row.name));
		ids.add(id);
		return {
			id,
			name: row.name,
			aliases: asArray(row.aliases ?? []).map((alias) =>
				typeof alias === 'string'
					? { name: alias, from: null, to: null }
					: { name: alias.name, from: day(alias.from), to: day(alias.to) },
			),
			orcid: row.orcid ?? null,
			url: row.url ?? null,
			role,
			from: day(row.from),
			to: day(row.to),
		};
	});
}

/** 'lapuschkin-sebastian'. */
function stemOf(name: string): string {
	return fold(name)
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

function day(value: string | number | undefined): string | null {
	return value === undefined ? null : String(value);
}
