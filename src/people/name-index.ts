import type { Name } from '../publications/names/name.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { type DeclaredName, declaredNames, nameForms } from './declared-names.ts';
import { agreement } from './name-agreement.ts';
import { type NameForm, type NameWord, nameForm } from './name-form.ts';
import type { Person } from './person.ts';

/** A declared name that agrees with a name. */
export interface Candidate {
	readonly person: Person;
	/** The declared name; null for an ORCID. */
	readonly declared: DeclaredName | null;
	/** See `agreement`; an ORCID scores highest. */
	readonly score: number;
}

/** Finds the declared names that a name agrees with. */
export interface NameIndex {
	/** By ORCID, else by the name; people with a different ORCID are excluded. */
	byName(name: Name): readonly Candidate[];
	/** By the name alone. */
	byText(name: Name): readonly Candidate[];
	byForm(form: NameForm): readonly Candidate[];
	byOrcid(orcid: string): Person | null;
}

const orcidScore = 1000;

/** Indexes all names of the people by family name in both spellings. */
export function nameIndex(people: readonly Person[]): NameIndex {
	const orcids = new Map(
		people.flatMap((person) => (person.orcid ? [[bareOrcid(person.orcid), person] as const] : [])),
	);
	const byWord = new Map<string, Set<DeclaredName>>();
	for (const declared of declaredNames(people)) {
		for (const key of declared.forms.flatMap(keysOf)) {
			const others = byWord.get(key);
			if (others) others.add(declared);
			else byWord.set(key, new Set([declared]));
		}
	}

	function byForm(form: NameForm): Candidate[] {
		const candidates: Candidate[] = [];
		for (const declared of new Set(keysOf(form).flatMap((key) => [...(byWord.get(key) ?? [])]))) {
			const scores = declared.forms.flatMap((other) => agreement(form, other) ?? []);
			if (scores.length > 0) candidates.push({ person: declared.person, declared, score: Math.max(...scores) });
		}
		return candidates;
	}

	const byText = cacheByIdentity((name: Name): readonly Candidate[] => byForm(nameForm(name)));

	return {
		byForm,
		byText,
		byOrcid: (orcid) => orcids.get(bareOrcid(orcid)) ?? null,
		byName(name) {
			if (name.orcid === null) return byText(name);
			const owner = orcids.get(bareOrcid(name.orcid));
			if (owner) return [{ person: owner, declared: null, score: orcidScore }];
			return byText(name).filter(({ person }) => person.orcid === null);
		},
	};
}

/** The candidate with the best agreement; null if two people tie. */
export function closestCandidate(candidates: readonly Candidate[]): Candidate | null {
	let best: Candidate | null = null;
	let tied = false;
	for (const candidate of candidates) {
		if (!best || candidate.score > best.score) {
			best = candidate;
			tied = false;
		} else if (candidate.score === best.score && candidate.person !== best.person) tied = true;
	}
	return tied ? null : best;
}

/** The people whose names agree best with a name; several in a tie. */
export function closestPeople(name: string, people: readonly Person[]): readonly Person[] {
	const index = nameIndex(people);
	const candidates = nameForms(name).flatMap((form) => index.byForm(form));
	const best = Math.max(...candidates.map(({ score }) => score));
	return people.filter((person) => candidates.some((each) => each.person === person && each.score === best));
}

/** The index keys of a form: its family names, and the whole name of a literal. */
function keysOf({ literal, readings }: NameForm): string[] {
	const words: readonly NameWord[] = [...(literal ? [literal] : []), ...readings.map(({ family }) => family)];
	return [...new Set(words.flatMap(({ plain, spelt }) => [plain, spelt]))];
}

/** The bare form, '0000-0002-1825-0097'. */
function bareOrcid(orcid: string): string {
	return orcid
		.trim()
		.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
		.toUpperCase();
}
