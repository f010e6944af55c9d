import type { Name } from '../publications/names/name.ts';
import { editDistance } from '../text/closest-word.ts';
import type { DeclaredName } from './declared-names.ts';
import { agreement } from './name-agreement.ts';
import { type NameForm, type NameWord, nameForm } from './name-form.ts';

/** A declared name that nearly equals a name, and why. */
export interface NearMatch {
	readonly declared: DeclaredName;
	/** For a message: 'the family name differs by a letter or two'. */
	readonly reason: string;
}

/**
 * The declared name that an unmatched name nearly equals: with swapped family and given names, one or two typos in the
 * family or first given name, a missing part of the family name, or a shortened given name. Short names have no near
 * matches: 'Li' is not 'Lu'. A different initial counts only if the family name is `unique`: it occurs once in the library,
 * apart from the person's own publications.
 */
export function nearMatch(name: Name, declared: readonly DeclaredName[], unique: boolean): NearMatch | null {
	if (name.literal !== null) return null;
	const form = nameForm(name);
	const swapped = nameForm({
		...name,
		family: name.given,
		given: name.family,
		droppingParticle: '',
		nonDroppingParticle: '',
	});
	for (const { reason, applies } of nearRules) {
		for (const each of declared) {
			if (each.forms.some((other) => !other.literal && applies(form, other, swapped)))
				return { declared: each, reason };
		}
	}
	const namesake = unique && declared.find(({ forms }) => forms.some((other) => hasDifferentInitial(form, other)));
	return namesake ? { declared: namesake, reason: 'the initial differs' } : null;
}

function hasDifferentInitial(written: NameForm, declared: NameForm): boolean {
	const [one, other] = [familyOf(written), familyOf(declared)];
	return one !== null && one.plain === other?.plain && givenOf(written)?.plain.length === 1;
}

interface NearRule {
	readonly reason: string;
	readonly applies: (written: NameForm, declared: NameForm, swapped: NameForm) => boolean;
}

const nearRules: readonly NearRule[] = [
	{
		reason: 'family and given names seem to be swapped',
		applies: (written, declared, swapped) => givenOf(written) !== null && (agreement(swapped, declared) ?? 0) > 0,
	},
	{
		reason: 'the family name differs by a letter or two',
		applies: (written, declared) => {
			const [one, other] = [familyOf(written), familyOf(declared)];
			return one !== null && other !== null && isTypo(one, other) && sameGiven(written, declared, one, other);
		},
	},
	{
		reason: 'the given name differs by a letter or two, or is shortened',
		applies: (written, declared) => {
			const [one, other] = [givenOf(written), givenOf(declared)];
			const family = familyOf(declared);
			if (!one || !other || !family || familyOf(written)?.plain !== family.plain) return false;
			return isTypo(one, other) || isShortened(one.plain, other.plain) || isShortened(other.plain, one.plain);
		},
	},
	{
		reason: 'part of the family name is missing',
		applies: (written, declared) => {
			const [one, other] = [familyOf(written), familyOf(declared)];
			if (!one || !other || one.plain === other.plain) return false;
			const [short, long] = one.plain.length < other.plain.length ? [one, other] : [other, one];
			if (short.plain.length < 4 || !(long.plain.startsWith(short.plain) || long.plain.endsWith(short.plain)))
				return false;
			return sameGiven(written, declared, one, other);
		},
	},
];

function familyOf({ readings: [reading] }: NameForm): NameWord | null {
	return reading?.family ?? null;
}

function givenOf({ readings: [reading] }: NameForm): NameWord | null {
	return reading?.givens[0]?.[0] ?? null;
}

/** True if the given names agree, assuming equal family names. */
function sameGiven(written: NameForm, declared: NameForm, from: NameWord, to: NameWord): boolean {
	const readings = written.readings.flatMap((each) => (each.family === from ? { ...each, family: to } : []));
	return (agreement({ ...written, readings }, declared) ?? 0) > 0;
}

/** Allows one typo from five letters on, two from eight. */
function isTypo({ plain: one }: NameWord, { plain: other }: NameWord): boolean {
	const allowed = Math.min(one.length, other.length) >= 8 ? 2 : Math.min(one.length, other.length) >= 5 ? 1 : 0;
	return (
		allowed > 0 &&
		Math.abs(one.length - other.length) <= allowed &&
		one !== other &&
		editDistance(one, other) <= allowed
	);
}

/** 'Seb' or 'Alex' for the full name. */
function isShortened(short: string, long: string): boolean {
	return short.length >= 3 && short.length < long.length && long.startsWith(short);
}
