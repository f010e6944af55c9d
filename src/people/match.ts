import type { Name, NameList } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import { type DeclaredName, formsOf } from './declared.ts';
import { markOf } from './mark-annotations.ts';
import { type Candidate, closest, type NameIndex, nameIndex } from './name-index.ts';
import type { Mark, Marks, Person } from './people.ts';
import { within } from './period.ts';

/** Knows who is who: the same answer for every list and format. */
export interface Matcher {
	readonly people: readonly Person[];
	/** Why each name of a work is marked; names without a mark are not in it. */
	marks(publication: Publication): Marks;
	/** The declared people among a work's contributors of any role, each once, in order. */
	personsIn(publication: Publication): readonly Person[];
	/** A declared person by id, ORCID, or any name they may be called. Null when nobody, or more than one, answers to it. */
	find(idOrName: string): Person | null;
	/** Which name of a work is whose, and which may be several people's. */
	matches(publication: Publication): readonly Match[];
	/** The declared names that a name agrees with, whatever its ORCID and date. */
	agreeing(name: Name): readonly DeclaredName[];
}

/** A name of a work that agrees with declared people. */
export interface Match {
	readonly name: Name;
	readonly role: string;
	/** Whose it is; null when it may be several people's and nothing decides. */
	readonly person: Person | null;
	/** Everybody it may be, when nothing decides. */
	readonly rivals: readonly Person[];
}

/**
 * Makes a matcher for the people declared.
 *
 * A name is a person's when family name and given names or initials agree with one of their names (see `agreement`),
 * or the ORCID is theirs; another ORCID forbids it. An alias counts between its dates. Where several people answer to
 * a name, the closest agreement has it; then the one whose role was held at the time; where that is a draw, nobody is
 * marked, and the checks say so. So a name without given names is a person's when no other has that family name. A
 * person stands once in a list of names: of several that agree, the closest is theirs, and all of them in a draw.
 */
export function matchPeople(people: readonly Person[]): Matcher {
	const index = nameIndex(people);
	const matched = new WeakMap<Publication, readonly Match[]>();
	const marked = new WeakMap<Publication, Marks>();
	const found = new Map<string, Person | null>();

	function matches(publication: Publication): readonly Match[] {
		if (people.length === 0) return nobody;
		let all = matched.get(publication);
		if (!all) {
			all = Object.entries(publication.contributors).flatMap(([role, list]) =>
				matchList(list, role, publication, index),
			);
			matched.set(publication, all);
		}
		return all;
	}

	return {
		people,
		matches,
		marks(publication) {
			let marks = marked.get(publication);
			if (!marks) {
				marks = marksOf(publication, matches(publication));
				marked.set(publication, marks);
			}
			return marks;
		},
		personsIn: (publication) => [...new Set(matches(publication).flatMap(({ person }) => person ?? []))],
		agreeing: (name) => index.byText(name).flatMap(({ declared }) => declared ?? []),
		find(idOrName) {
			let person = found.get(idOrName);
			if (person === undefined) {
				person = findPerson(idOrName.trim(), people, index);
				found.set(idOrName, person);
			}
			return person;
		},
	};
}

function findPerson(wanted: string, people: readonly Person[], index: NameIndex): Person | null {
	const byId = people.find(({ id }) => id === wanted) ?? index.byOrcid(wanted);
	if (byId) return byId;
	const named = closest(formsOf(wanted).flatMap((form) => index.byForm(form)));
	return named?.person ?? people.find(({ id }) => id.toLowerCase() === wanted.toLowerCase()) ?? null;
}

function matchList(list: NameList, role: string, publication: Publication, index: NameIndex): Match[] {
	const found: { name: Name; candidates: readonly Candidate[]; first: Candidate | null }[] = [];
	const best = new Map<Person, number>();
	for (const name of list.names) {
		const candidates = current(index.byName(name), publication);
		if (candidates.length === 0) continue;
		const first = closest(candidates);
		found.push({ name, candidates, first });
		if (first) best.set(first.person, Math.max(best.get(first.person) ?? 0, first.score));
	}
	return found
		.filter(({ first }) => !first || first.score === best.get(first.person))
		.map(({ name, candidates, first }) => {
			const rivals = first ? [] : [...new Set(candidates.map(({ person }) => person))];
			return { name, role, person: first?.person ?? null, rivals };
		});
}

/** Without aliases out of their dates; people whose role was held at the time are half a step ahead. */
function current(candidates: readonly Candidate[], publication: Publication): readonly Candidate[] {
	return candidates.flatMap((candidate) => {
		if (candidate.declared?.alias && !within(candidate.declared.alias, publication)) return [];
		return within(candidate.person, publication) ? { ...candidate, score: candidate.score + 0.5 } : candidate;
	});
}

/** Roles of people and annotations, as marks; of two marks of one kind the person's stays. */
function marksOf(publication: Publication, matches: readonly Match[]): Marks {
	let marks: Map<Name, readonly Mark[]> | null = null;
	for (const { name, person } of matches) {
		if (!person || !within(person, publication)) continue;
		marks ??= new Map();
		marks.set(name, [{ kind: person.role, person }]);
	}
	for (const list of Object.values(publication.contributors)) {
		for (const name of list.names) {
			for (const annotation of name.annotations) {
				const kind = markOf(annotation);
				const known = marks?.get(name) ?? [];
				if (!kind || known.some((mark) => mark.kind === kind)) continue;
				marks ??= new Map();
				marks.set(name, [...known, { kind, person: null }]);
			}
		}
	}
	return marks ?? unmarked;
}

// What most works have of it; one of each is enough.
const nobody: readonly Match[] = [];
const unmarked: Marks = new Map();
