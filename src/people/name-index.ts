import type { Name } from '../publications/names/name.ts';
import { agreement } from './agree.ts';
import { type DeclaredName, declaredNames } from './declared.ts';
import { type NameForm, nameForm, type Word, word } from './name-form.ts';
import type { Person } from './people.ts';

/** A declared name that a name may be. */
export interface Candidate {
	readonly person: Person;
	/** Under which name; null for an ORCID. */
	readonly declared: DeclaredName | null;
	/** See `agreement`; an ORCID is beyond all. */
	readonly score: number;
}

/** Finds the declared names that a name agrees with. */
export interface NameIndex {
	/** By ORCID, or else by the name; people with another ORCID than the name are not among them. */
	byName(name: Name): readonly Candidate[];
	/** By the name alone. */
	byText(name: Name): readonly Candidate[];
	byForm(form: NameForm): readonly Candidate[];
	byOrcid(orcid: string): Person | null;
}

const beyondAll = 1000;

/**
 * Indexes all names of the people by family name in both spellings, so that a name costs the same with one person or
 * with forty; each spelling of a name is compared once. Most names are told apart by the last letters of the family.
 */
export function nameIndex(people: readonly Person[]): NameIndex {
	const orcids = new Map(
		people.flatMap((person) => (person.orcid ? [[bareOrcid(person.orcid), person] as const] : [])),
	);
	const byWord = new Map<string, Set<DeclaredName>>();
	const endings = new Set<string>();
	for (const declared of declaredNames(people)) {
		for (const key of declared.forms.flatMap(keysOf)) {
			for (let letters = 1; letters <= endLength; letters++) endings.add(key.slice(-letters));
			const known = byWord.get(key);
			if (known) known.add(declared);
			else byWord.set(key, new Set([declared]));
		}
	}
	const known = new Map<string, readonly Candidate[]>();
	const likely = new Map<string, boolean>();

	function byForm(form: NameForm): Candidate[] {
		const candidates: Candidate[] = [];
		for (const declared of new Set(keysOf(form).flatMap((key) => [...(byWord.get(key) ?? [])]))) {
			const scores = declared.forms.flatMap((other) => agreement(form, other) ?? []);
			if (scores.length > 0) candidates.push({ person: declared.person, declared, score: Math.max(...scores) });
		}
		return candidates;
	}

	/** A family name read with more given names in front of it still ends in the same letters. */
	function mayBeDeclared(surname: string): boolean {
		let answer = likely.get(surname);
		if (answer === undefined) {
			const { plain, spelt } = word(surname);
			answer = endings.has(plain.slice(-endLength)) || endings.has(spelt.slice(-endLength));
			likely.set(surname, answer);
		}
		return answer;
	}

	function byText(name: Name): readonly Candidate[] {
		if (!mayBeDeclared(name.literal ?? name.family)) return [];
		const { literal, nonDroppingParticle, droppingParticle, family, given, givenInitials, suffix } = name;
		const key = [literal, nonDroppingParticle, droppingParticle, family, given, givenInitials, suffix].join('|');
		let candidates = known.get(key);
		if (!candidates) {
			candidates = byForm(nameForm(name));
			known.set(key, candidates);
		}
		return candidates;
	}

	return {
		byForm,
		byText,
		byOrcid: (orcid) => orcids.get(bareOrcid(orcid)) ?? null,
		byName(name) {
			if (name.orcid === null) return byText(name);
			const owner = orcids.get(bareOrcid(name.orcid));
			if (owner) return [{ person: owner, declared: null, score: beyondAll }];
			return byText(name).filter(({ person }) => person.orcid === null);
		},
	};
}

/** The candidate whose agreement is closest; null where two people draw. */
export function closest(candidates: readonly Candidate[]): Candidate | null {
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

const endLength = 4;

/** The words under which a form is found: its family names, or the whole of it for a literal. */
function keysOf({ literal, readings }: NameForm): string[] {
	const words: readonly Word[] = literal ? [literal] : readings.map(({ family }) => family);
	return [...new Set(words.flatMap(({ plain, spelt }) => [plain, spelt]))];
}

/** '0000-0002-1825-0097' of any way to write it. */
function bareOrcid(orcid: string): string {
	return orcid
		.trim()
		.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
		.toUpperCase();
}
