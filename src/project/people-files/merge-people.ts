import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { bylineOf, readName } from '../../people/declared-names.ts';
import { closestPeople } from '../../people/name-index.ts';
import { profileNames } from '../../people/person.ts';
import { orcidIn } from '../../publications/names/name-annotations.ts';
import { fold } from '../../text/fold.ts';
import type { AliasFile, SpellFile } from '../project-file.ts';
import { asArray } from '../project-selectors.ts';
import type { PersonKeys, PersonRow } from './person-row.ts';

/**
 * Merges the rows about the same person: several rows of a spreadsheet are several roles, and a row of `bibfolio.yaml` completes one of
 * a file. Rows are about the same person if they have the same id or ORCID iD, or the same name and no different id or iD. The first
 * row decides where they differ. Two rows of the configuration are two people.
 */
export function mergePeople(rows: readonly PersonRow[], report: Report): PersonKeys[] {
	const people: PersonRow[] = [];
	const byIdentity = new Map<string, number[]>();
	/** People who consist of several rows. */
	const completed = new Set<number>();
	for (const row of rows) {
		const identities = identitiesOf(row);
		const rivals = [...new Set(identities.flatMap((identity) => byIdentity.get(identity) ?? []))];
		const same = rivals.find((index) => isSame(people[index] as PersonRow, row)) ?? shortened(row, people, completed);
		if (same !== undefined) completed.add(same);
		const index = same ?? people.length;
		people[index] = same === undefined ? withOwnId(row, people, report) : merged(people[index] as PersonRow, row);
		for (const identity of identities) byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
	}
	return people.map(({ keys }) => keys);
}

/** The only person of the configuration whose name agrees with that of a row in a file: 'Noether, E.' for 'Emmy Noether'. */
function shortened(row: PersonRow, people: readonly PersonRow[], completed: ReadonlySet<number>): number | undefined {
	const agreeing = people.flatMap((person, index) =>
		person.span === null &&
		row.span !== null &&
		!completed.has(index) &&
		isSame(person, row) &&
		haveAgreeingNames(person, row)
			? index
			: [],
	);
	return agreeing.length === 1 ? agreeing[0] : undefined;
}

function haveAgreeingNames({ keys: { name } }: PersonRow, other: PersonRow): boolean {
	const words = new Set(wordsOf(name));
	// Most names have no word in common, which is much faster to see.
	if (!wordsOf(other.keys.name).some((word) => words.has(word))) return false;
	const person = { id: '', name, aliases: [], orcid: null, profiles: {}, url: null, image: null, spells: [] };
	return closestPeople(other.keys.name, [person]).length > 0;
}

/** The words of a name without initials. */
function wordsOf(name: string): string[] {
	return fold(name).match(/\p{L}{2,}|\p{Lo}/gu) ?? [];
}

/** A row without an id that another person has. */
function withOwnId(row: PersonRow, people: readonly PersonRow[], report: Report): PersonRow {
	const { id, ...keys } = row.keys;
	const owner = id !== undefined && row.span !== null && people.find((person) => person.keys.id === id);
	if (!owner) return row;
	const hint = 'Give each person another id, or correct the ORCID iD if it is the same person';
	const span = row.span ?? undefined;
	report(diagnostic('people/invalid', `Duplicate id "${id}" of ${owner.keys.name} and ${keys.name}`, { span, hint }));
	return { ...row, keys };
}

/** What identifies the person of a row. The aliases of a file are too often initials. */
function identitiesOf({ keys: { id, orcid, name, aliases }, span }: PersonRow): string[] {
	const names = span === null ? namesOf({ name, aliases }) : [name];
	return [
		...(id === undefined ? [] : [`id ${id}`]),
		...(orcid === undefined ? [] : [`orcid ${bareOrcid(orcid)}`]),
		...new Set(names.map((each) => `name ${comparedName(each)}`)),
	];
}

/** The name and the aliases of a person. */
function namesOf({ name, aliases = [] }: Pick<PersonKeys, 'name' | 'aliases'>): string[] {
	return [name, ...asArray(aliases).map(nameOfAlias)];
}

function nameOfAlias(alias: AliasFile): string {
	return typeof alias === 'string' ? alias : alias.name;
}

/** A name in one order, without case and accents. */
function comparedName(text: string): string {
	const name = readName(text);
	return fold(name ? bylineOf(name) : text);
}

function bareOrcid(orcid: string): string {
	return orcidIn(orcid).orcid ?? orcid.toUpperCase();
}

/** Whether rows with something in common are about one person. */
function isSame(one: PersonRow, other: PersonRow): boolean {
	if (one.span === null && other.span === null) return false;
	const [first, second] = [one.keys, other.keys];
	const orcids = [first.orcid, second.orcid].flatMap((orcid) => (orcid === undefined ? [] : bareOrcid(orcid)));
	if (orcids.length === 2) return orcids[0] === orcids[1];
	if (first.id === undefined || second.id === undefined) return true;
	return first.id === second.id && !areStrangers(first, second);
}

/**
 * True if no name of the one has a word or an initial of the given name in common with a name of the other, in one script. So an id
 * that was copied by mistake does not make two people one. A changed name keeps a part, or is an alias.
 */
function areStrangers(one: PersonKeys, other: PersonKeys): boolean {
	const otherNames = namesOf(other);
	return namesOf(one).every((name) => otherNames.every((otherName) => haveNothingInCommon(name, otherName)));
}

function haveNothingInCommon(name: string, other: string): boolean {
	const [words, otherWords] = [wordsOf(name), wordsOf(other)];
	if (isLatin.test(name) !== isLatin.test(other)) return false;
	const [initial, otherInitial] = [name, other].map((each) => comparedName(each).charAt(0));
	return initial !== otherInitial && !words.some((word) => otherWords.includes(word));
}

const isLatin = /\p{sc=Latin}/u;

function merged(one: PersonRow, other: PersonRow): PersonRow {
	const [first, second] = [one.keys, other.keys];
	const { role, from, to, groups, roles, ...rest } = first;
	const isKnown = (name: string) => namesOf(first).some((known) => comparedName(known) === comparedName(name));
	const further = [second.name, ...asArray(second.aliases ?? [])].filter((alias) => !isKnown(nameOfAlias(alias)));
	const aliases = [...asArray(first.aliases ?? []), ...further];
	// A row of the configuration replaces a role that a file gives without dates.
	const own = spellsOf(first);
	const isReplaced = (spell: SpellFile) =>
		one.span === null && own.length > 0 && spell.from === undefined && spell.to === undefined;
	const spells = distinctSpells([...own, ...spellsOf(second).filter((spell) => !isReplaced(spell))]);
	const keys: PersonKeys = {
		...rest,
		...Object.fromEntries(profileNames.map((name) => [name, first[name] ?? second[name]])),
		id: first.id ?? second.id,
		orcid: first.orcid ?? second.orcid,
		url: first.url ?? second.url,
		image: first.image ?? second.image,
		...(aliases.length > 0 && { aliases }),
		...(spells.length > 0 ? { roles: spells } : { groups: first.groups ?? second.groups }),
	};
	return { keys, span: one.span };
}

function spellsOf({ role, from, to, groups, roles }: PersonKeys): SpellFile[] {
	if (roles) return roles.map((spell) => ({ ...spell, groups: spell.groups ?? groups }));
	return role === undefined && from === undefined && to === undefined && groups === undefined
		? []
		: [{ role: role ?? 'member', from, to, groups }];
}

/** Without repetitions; the earliest first if all of them have a beginning. */
function distinctSpells(spells: readonly SpellFile[]): SpellFile[] {
	const distinct = [...new Map(spells.map((spell) => [JSON.stringify(spell), spell])).values()];
	if (!distinct.every(({ from }) => from !== undefined)) return distinct;
	return distinct.toSorted((one, other) => (String(one.from) < String(other.from) ? -1 : 1));
}
