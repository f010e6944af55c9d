import type { Name, NameList } from '../publications/name.ts';
import type { Publication } from '../publications/publication.ts';
import { agreement } from './agree.ts';
import { markOf } from './annotations.ts';
import { type DeclaredName, declaredNames, formsOf } from './declared.ts';
import { type NameForm, nameForm } from './name-form.ts';
import type { Mark, Person } from './people.ts';
import { within } from './period.ts';

/** Knows who is who: the same answer for every list and format. */
export interface Matcher {
	readonly people: readonly Person[];
	/** Why each name of a work is marked; names without a mark are not in it. */
	marks(publication: Publication): ReadonlyMap<Name, readonly Mark[]>;
	/** The declared people among a work's contributors of any role, each once, in order. */
	personsIn(publication: Publication): readonly Person[];
	/** A declared person by id, or by any name they may be called. Null when nobody, or more than one, answers to it. */
	find(idOrName: string): Person | null;
	/** Which name of a work is whose, and which may be several people's. */
	matches(publication: Publication): readonly Match[];
}

/** A name of a work that agrees with declared people. */
export interface Match {
	readonly name: Name;
	readonly role: string;
	/** Whose it is; null when it may be several people's and nothing decides. */
	readonly person: Person | null;
	/** Under which name; null for an ORCID. */
	readonly declared: DeclaredName | null;
	/** Everybody it may be, when nothing decides. */
	readonly rivals: readonly Person[];
}

interface Candidate {
	readonly person: Person;
	readonly declared: DeclaredName | null;
	/** See `agreement`; an ORCID is beyond all. */
	readonly score: number;
}

const sure = 1000;

/**
 * Makes a matcher for the people declared.
 *
 * A name is a person's when family name and given names or initials agree with one of their names (see `agreement`),
 * or the ORCID is theirs; another ORCID forbids it. A name without given names is a person's when no other declared
 * person has that family name. An alias counts between its dates. Where several people answer to a name, the closest
 * agreement has it; where that is a draw, nobody is marked, and the checks say so. A person stands once in a list
 * of names: of several that agree, the closest is theirs, and all of them when that is a draw.
 */
export function matchPeople(people: readonly Person[]): Matcher {
	const lookUp = index(people);
	const matched = new WeakMap<Publication, readonly Match[]>();
	const marked = new WeakMap<Publication, ReadonlyMap<Name, readonly Mark[]>>();

	function matches(publication: Publication): readonly Match[] {
		let found = matched.get(publication);
		if (!found) {
			found = Object.entries(publication.contributors).flatMap(([role, list]) =>
				matchList(list, role, publication, lookUp),
			);
			matched.set(publication, found);
		}
		return found;
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
		personsIn(publication) {
			return [...new Set(matches(publication).flatMap((match) => match.person ?? []))];
		},
		find(idOrName) {
			const wanted = idOrName.trim();
			const byId = people.find(
				(person) => person.id === wanted || (person.orcid && person.orcid === bareOrcid(wanted)),
			);
			if (byId) return byId;
			const ranked = formsOf(wanted).flatMap((form) => lookUp.byForm(form));
			return (
				winner(ranked)?.person ?? people.find((person) => person.id.toLowerCase() === wanted.toLowerCase()) ?? null
			);
		},
	};
}

interface Index {
	byName(name: Name): readonly Candidate[];
	byForm(form: NameForm): readonly Candidate[];
}

/** Declared names by family name in both spellings, so that a name costs the same with one person or with forty. */
function index(people: readonly Person[]): Index {
	const byWord = new Map<string, Set<DeclaredName>>();
	const byOrcid = new Map<string, Person>();
	for (const person of people) if (person.orcid) byOrcid.set(bareOrcid(person.orcid), person);
	for (const declared of declaredNames(people)) {
		for (const key of declared.forms.flatMap(keysOf)) {
			const known = byWord.get(key);
			if (known) known.add(declared);
			else byWord.set(key, new Set([declared]));
		}
	}
	const memo = new Map<string, readonly Candidate[]>();

	function byForm(form: NameForm): readonly Candidate[] {
		const candidates: Candidate[] = [];
		for (const declared of new Set(keysOf(form).flatMap((key) => [...(byWord.get(key) ?? [])]))) {
			let best: number | null = null;
			for (const other of declared.forms) {
				const score = agreement(form, other);
				if (score !== null && (best === null || score > best)) best = score;
			}
			if (best !== null) candidates.push({ person: declared.person, declared, score: best });
		}
		const bare = form.readings[0]?.givens.every((givens) => givens.length === 0);
		return bare && new Set(candidates.map((candidate) => candidate.person)).size > 1 ? [] : candidates;
	}

	return {
		byForm,
		byName(name) {
			const owner = name.orcid ? byOrcid.get(bareOrcid(name.orcid)) : undefined;
			if (owner) return [{ person: owner, declared: null, score: sure }];
			const key = `${name.literal ?? ''}|${name.nonDroppingParticle} ${name.droppingParticle} ${name.family}|${name.given || name.givenInitials || ''}|${name.suffix}`;
			let candidates = memo.get(key);
			if (!candidates) {
				candidates = byForm(nameForm(name));
				memo.set(key, candidates);
			}
			return name.orcid ? candidates.filter((candidate) => !candidate.person.orcid) : candidates;
		},
	};
}

/** The words under which a form is found: its family names, or the whole of it for a literal. */
function keysOf({ literal, readings }: NameForm): string[] {
	const words = literal ? [literal] : readings.map(({ family }) => family);
	return [...new Set(words.flatMap(({ plain, spelt }) => [plain, spelt]))];
}

function matchList(list: NameList, role: string, publication: Publication, lookUp: Index): Match[] {
	const best = new Map<Person, number>();
	const found: { name: Name; first: Candidate | null; score: number; rivals: Person[] }[] = [];
	for (const name of list.names) {
		const candidates = lookUp
			.byName(name)
			.filter(({ declared }) => !declared?.alias || within(declared.alias, publication))
			.map((candidate) =>
				within(candidate.person, publication) ? { ...candidate, score: candidate.score + 0.5 } : candidate,
			);
		if (candidates.length === 0) continue;
		const first = winner(candidates);
		const top = Math.max(...candidates.map((candidate) => candidate.score));
		const rivals = first ? [] : candidates.filter(({ score }) => score === top).map(({ person }) => person);
		found.push({ name, first, score: top, rivals: [...new Set(rivals)] });
		if (first) best.set(first.person, Math.max(best.get(first.person) ?? 0, top));
	}
	return found
		.filter(({ first, score }) => !first || score === best.get(first.person))
		.map(({ name, first, rivals }) => ({
			name,
			role,
			person: first?.person ?? null,
			declared: first?.declared ?? null,
			rivals,
		}));
}

/** The candidate whose agreement is closest; null where two people draw. */
function winner(candidates: readonly Candidate[]): Candidate | null {
	let best: Candidate | null = null;
	let drawn = false;
	for (const candidate of candidates) {
		if (!best || candidate.score > best.score) {
			best = candidate;
			drawn = false;
		} else if (candidate.score === best.score && candidate.person !== best.person) drawn = true;
	}
	return drawn ? null : best;
}

/** Roles of people and annotations, as marks; of two marks of one kind the person's stays. */
function marksOf(publication: Publication, matches: readonly Match[]): ReadonlyMap<Name, readonly Mark[]> {
	const marks = new Map<Name, Mark[]>();
	for (const { name, person } of matches) {
		if (person && within(person, publication)) marks.set(name, [{ kind: person.role, person }]);
	}
	for (const list of Object.values(publication.contributors)) {
		for (const name of list.names) {
			for (const annotation of name.annotations) {
				const kind = markOf(annotation);
				const known = marks.get(name) ?? [];
				if (!kind || known.some((mark) => mark.kind === kind)) continue;
				marks.set(name, [...known, { kind, person: null }]);
			}
		}
	}
	return marks;
}

function bareOrcid(orcid: string): string {
	return orcid
		.trim()
		.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
		.toUpperCase();
}
