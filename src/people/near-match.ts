import type { Name } from '../publications/names/name.ts';
import { editDistance } from '../text/closest-word.ts';
import type { DeclaredName } from './declared-names.ts';
import { agreement } from './name-agreement.ts';
import { type NameForm, type NameWord, nameForm } from './name-form.ts';

/** Why a name nearly is a declared one. */
export interface NearMatch {
	readonly declared: DeclaredName;
	/** 'a slip of the pen in the family name', for a message. */
	readonly reason: string;
}

/**
 * The declared name that a name which matches nobody nearly is: with family and given names swapped, a slip or two in
 * the family or the first given name, a part of the family name missing, or a given name cut short. Short names are
 * left alone: 'Li' is not 'Lu'. Another initial is a slip only in a family name that stands `alone`: once in the library
 * but for the person's own works.
 */
export function nearMatch(name: Name, declared: readonly DeclaredName[], alone: boolean): NearMatch | null {
	if (name.literal !== null) return null;
	const form = nameForm(name);
	const turned = nameForm({
		...name,
		family: name.given,
		given: name.family,
		droppingParticle: '',
		nonDroppingParticle: '',
	});
	for (const { reason, applies } of slips) {
		for (const each of declared) {
			if (each.forms.some((other) => !other.literal && applies(form, other, turned))) return { declared: each, reason };
		}
	}
	const namesake = alone && declared.find((each) => each.forms.some((other) => otherInitial(form, other)));
	return namesake ? { declared: namesake, reason: 'the initial differs' } : null;
}

function otherInitial(written: NameForm, declared: NameForm): boolean {
	const [one, other] = [familyOf(written), familyOf(declared)];
	return one !== null && one.plain === other?.plain && givenOf(written)?.plain.length === 1;
}

interface Slip {
	readonly reason: string;
	readonly applies: (written: NameForm, declared: NameForm, turned: NameForm) => boolean;
}

const slips: readonly Slip[] = [
	{
		reason: 'family and given names seem to be swapped',
		applies: (written, declared, turned) => givenOf(written) !== null && (agreement(turned, declared) ?? 0) > 0,
	},
	{
		reason: 'the family name differs by a letter or two',
		applies: (written, declared) => {
			const [one, other] = [familyOf(written), familyOf(declared)];
			return one !== null && other !== null && isSlip(one, other) && sameGiven(written, declared, one, other);
		},
	},
	{
		reason: 'the given name differs by a letter or two, or is shortened',
		applies: (written, declared) => {
			const [one, other] = [givenOf(written), givenOf(declared)];
			const family = familyOf(declared);
			if (!one || !other || !family || familyOf(written)?.plain !== family.plain) return false;
			return isSlip(one, other) || isCutShort(one.plain, other.plain) || isCutShort(other.plain, one.plain);
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

/** Whether the given names agree, taking the family names for the same. */
function sameGiven(written: NameForm, declared: NameForm, from: NameWord, to: NameWord): boolean {
	const readings = written.readings.flatMap((each) => (each.family === from ? { ...each, family: to } : []));
	return (agreement({ ...written, readings }, declared) ?? 0) > 0;
}

/** One slip from five letters on, two from eight on. */
function isSlip({ plain: one }: NameWord, { plain: other }: NameWord): boolean {
	const allowed = Math.min(one.length, other.length) >= 8 ? 2 : Math.min(one.length, other.length) >= 5 ? 1 : 0;
	return (
		allowed > 0 &&
		Math.abs(one.length - other.length) <= allowed &&
		one !== other &&
		editDistance(one, other) <= allowed
	);
}

/** 'Seb' or 'Alex' for the whole name. */
function isCutShort(short: string, long: string): boolean {
	return short.length >= 3 && short.length < long.length && long.startsWith(short);
}
