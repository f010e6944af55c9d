import { always, isOwner } from '../people/membership.ts';
import { closestPeople } from '../people/name-index.ts';
import { type Person, profileNames, type Spell } from '../people/person.ts';
import { orderedSpells } from '../people/spell-order.ts';
import { fold } from '../text/fold.ts';
import { freeNames } from '../text/free-names.ts';
import type { PersonKeys } from './people-files/person-row.ts';
import type { SpellFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/**
 * Reads the people, each with an id and a role. Without an owner, the first person without a role is the owner; other
 * people without a role are highlighted.
 *
 * @param highlighted the values of `--highlight`: each makes the people with that name owners, or adds an owner
 */
export function readPeople(rows: readonly PersonKeys[], highlighted: readonly string[] = []): readonly Person[] {
	const ids = new Set(rows.flatMap(({ id }) => id ?? []));
	const freeName = freeNames((id) => ids.has(id));
	const freeId = (name: string) => {
		const id = freeName(stemOf(name));
		ids.add(id);
		return id;
	};
	let hasOwner = rows.some(({ role, roles }) => role === 'owner' || roles?.some((spell) => spell.role === 'owner'));
	const declared = rows.map((row): Person => {
		const role = row.role ?? (hasOwner || row.roles ? 'highlight' : 'owner');
		hasOwner ||= row.roles === undefined;
		return {
			id: row.id ?? freeId(row.name),
			name: row.name,
			aliases: asArray(row.aliases ?? []).map((alias) =>
				typeof alias === 'string'
					? { name: alias, from: null, to: null }
					: { name: alias.name, from: day(alias.from), to: day(alias.to) },
			),
			orcid: row.orcid ?? null,
			profiles: profilesOf(row),
			url: row.url ?? null,
			image: row.image ?? null,
			spells: spellsOf({ ...row, role }),
		};
	});
	return highlighted.reduce((people: readonly Person[], words) => withOwner(people, words, freeId), declared);
}

/** Highlights the names of 'Lapuschkin, Sebastian = Bach, Sebastian', which may be declared under another spelling. */
function withOwner(people: readonly Person[], words: string, freeId: (name: string) => string): readonly Person[] {
	const [name = '', ...others] = words.split('=').map((part) => part.replace(/^[\s*_,;]+|[\s*†‡_,;]+$/g, ''));
	const names = [name, ...others.filter(Boolean)];
	const owners = new Set(names.map((each) => closestPeople(each, people)).find((matches) => matches.length > 0));
	const aliasOf = (each: string) => ({ name: each, from: null, to: null });
	if (owners.size === 0) {
		const aliases = names.slice(1).map(aliasOf);
		const rest = { orcid: null, profiles: {}, url: null, image: null, spells: always('owner') };
		return [...people, { id: freeId(name), name, aliases, ...rest }];
	}
	return people.map((person) => {
		if (!owners.has(person)) return person;
		const aliases = names.filter((each) => !closestPeople(each, [person]).length).map(aliasOf);
		// The dates of another role do not limit this one.
		const spells = isOwner(person) ? person.spells : always('owner');
		return { ...person, spells, aliases: [...person.aliases, ...aliases] };
	});
}

/** The ids of the person at the services that have one. */
function profilesOf(row: PersonKeys): Person['profiles'] {
	return Object.fromEntries(
		profileNames.flatMap((name) => (row[name] === undefined ? [] : [[name, String(row[name])] as const])),
	);
}

/** The configured spells, or a single one with the role, dates and groups of the person. */
function spellsOf({ role = 'highlight', roles, from, to, groups }: PersonKeys): readonly Spell[] {
	const rows: readonly SpellFile[] = roles ?? [{ role, from, to }];
	return orderedSpells(
		rows.map((row) => ({
			role: row.role,
			from: day(row.from),
			to: day(row.to),
			groups: asArray(row.groups ?? groups ?? []),
		})),
	);
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
