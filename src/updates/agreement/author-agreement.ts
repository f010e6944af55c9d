import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fold, lettersOf } from '../../text/fold.ts';

/** How the authors of two works agree, by family names. `unknown`: one of the works has none. */
export type AuthorAgreement = 'all' | 'some' | 'none' | 'unknown';

/**
 * Compares authors, or editors, to accept a record as that of a work. `all`: the same people and the same first one, where
 * a list that ends in 'and others' may be shorter. `some`: at least half of the shorter list.
 */
export function authorAgreement(one: Publication, other: Publication): AuthorAgreement {
	const [first, second] = [one, other].map(peopleOf);
	if (!first?.length || !second?.length) return 'unknown';
	const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
	const isCut = shorter.length === longer.length || isCutShort(shorter === first ? one : other);
	const candidates = new Set(longer.flat());
	const shared = shorter.filter((keys) => keys.some((key) => candidates.has(key))).length;
	const isSameFirst = shorter[0]?.some((key) => longer[0]?.includes(key));
	if (shared === shorter.length && isCut && isSameFirst) return 'all';
	return shared * 2 >= shorter.length && shared > 0 ? 'some' : 'none';
}

/**
 * Compares authors, or editors, to refuse a record as that of another work. `all`: everybody in the shorter list, if the
 * other one is at most twice as long. `some`: anybody, also if one is an author and one an editor. A family name may be a
 * part of another one: 'García' and 'García Márquez'.
 */
export function authorsInCommon(one: Publication, other: Publication): AuthorAgreement {
	const [first, second] = [one, other].map((work) => namesOf(work).map(nameKeys));
	if (!first?.length || !second?.length) return 'unknown';
	const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
	if (shorter.length * 2 >= longer.length && shorter.every(isAmong(longer))) return 'all';
	const [left, right] = [one, other].map(({ contributors: { author, editor } }) =>
		[...(author?.names ?? []), ...(editor?.names ?? [])].map(nameKeys),
	);
	return left?.some(isAmong(right ?? [])) ? 'some' : 'none';
}

function isAmong(names: readonly (readonly string[])[]): (keys: readonly string[]) => boolean {
	const all = [...new Set(names.flat())];
	const exact = new Set(all);
	return (keys) => keys.some((key) => exact.has(key) || all.some((candidate) => isPart(key, candidate)));
}

/** 'garcia' and 'garciamarquez', 'berg' and 'vandenberg'. */
function isPart(one: string, other: string): boolean {
	const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
	return shorter.length >= 3 && (longer.startsWith(shorter) || longer.endsWith(shorter));
}

function namesOf({ contributors }: Publication): readonly Name[] {
	return (contributors.author ?? contributors.editor)?.names ?? [];
}

/** The keys of the names of people; a collaboration is often missing in the other list. */
function peopleOf(work: Publication): readonly (readonly string[])[] {
	const people = namesOf(work).filter(({ literal }) => literal === null);
	return (people.length > 0 ? people : namesOf(work)).map(nameKeys);
}

function isCutShort({ contributors }: Publication): boolean {
	return (contributors.author ?? contributors.editor)?.etAl ?? false;
}

/**
 * The family name with and without its particles, as letters: 'vandenberg' and 'berg'; and its last word, because some
 * databases take the words before it for given names. 'ü' and 'ue' are the same.
 */
function nameKeys({ family, literal, droppingParticle, nonDroppingParticle }: Name): readonly string[] {
	const written = literal ?? family;
	const keys = [written, `${droppingParticle}${nonDroppingParticle}${written}`];
	if (literal === null) keys.push(/[^\s-]+$/.exec(family)?.[0] ?? family);
	return keys.map((key) => lettersOf(fold(key)).replace(/(?<=[aou])e/g, '')).filter((key) => key !== '');
}
