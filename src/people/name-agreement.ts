import type { GivenName, NameForm, NameReading, NameWord } from './name-form.ts';

/**
 * Score of how well a name in the library agrees with a declared name; null if they cannot belong to the same person.
 * Each equal full given name adds 10, each matching initial 1, and completely equal given names 5 more. A family name
 * alone agrees with any given name, with a score of 0.
 */
export function agreement(written: NameForm, declared: NameForm): number | null {
	if (written.literal && declared.literal && sameWord(written.literal, declared.literal)) return 15;
	if (written.suffix && declared.suffix && written.suffix !== declared.suffix) return null;
	let best: number | null = null;
	for (const writtenReading of written.readings) {
		for (const declaredReading of declared.readings) {
			if (!sameWord(writtenReading.family, declaredReading.family)) continue;
			const score = readingAgreement(writtenReading, declaredReading);
			if (score !== null && (best === null || score > best)) best = score;
		}
	}
	return best;
}

/** True if two words are the same in either spelling. */
export function sameWord(one: NameWord, other: NameWord): boolean {
	return one.plain === other.plain || one.spelt === other.spelt;
}

/**
 * 'Nascimento, H. A. D.' agrees with 'do Nascimento, Hugo A. D.', but with a lower score than a name with the particle, and
 * only if two given names agree: 'Berg, Jan' and 'van der Berg, Jan' are often two people.
 */
function readingAgreement(one: NameReading, other: NameReading): number | null {
	const score = givenAgreement(one, other);
	const lacking = Number(one.withoutParticles) + Number(other.withoutParticles);
	if (score === null || lacking === 0) return score;
	const agreeing = (reading: NameReading) => Math.max(...reading.givens.map((givens) => givens.length));
	return lacking === 1 && Math.min(agreeing(one), agreeing(other)) > 1 ? score / 2 : null;
}

function givenAgreement(one: NameReading, other: NameReading): number | null {
	let best: number | null = null;
	for (const givens of one.givens) {
		for (const others of other.givens) {
			const score = givensAgreement(givens, others);
			if (score !== null && (best === null || score > best)) best = score;
		}
	}
	return best;
}

/**
 * The first given names must agree. Each further given name of the shorter name must agree, in order, with one of the
 * longer name: 'Klaus' agrees with 'Klaus-Robert' but 'Robert' does not; 'J. M.' agrees with 'John R. M.' but not with
 * 'John R.'.
 */
function givensAgreement(one: readonly GivenName[], other: readonly GivenName[]): number | null {
	if (one.length === 0 || other.length === 0) return one.length === other.length ? 5 : 0;
	if (one.length !== other.length && sameWord(joined(one), joined(other))) return 15;
	const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
	let score = 0;
	let at = 0;
	for (const given of shorter) {
		let step = pairAgreement(given, longer[at]);
		while (step === 0 && at > 0 && at < longer.length) step = pairAgreement(given, longer[++at]);
		if (step === 0) return null;
		score += step;
		at++;
	}
	const throughout = one.length === other.length && one.every((given, index) => given.plain === other[index]?.plain);
	return throughout ? score + 5 : score;
}

function pairAgreement(one: GivenName, other: GivenName | undefined): 0 | 1 | 10 {
	if (!other) return 0;
	if (sameWord(one, other)) return one.kind === 'initial' ? 1 : 10;
	return abbreviates(one, other) || abbreviates(other, one) ? 1 : 0;
}

function abbreviates(short: GivenName, long: GivenName): boolean {
	if (short.kind === 'full') return false;
	return long.plain.startsWith(short.plain) || long.spelt.startsWith(short.spelt);
}

function joined(words: readonly NameWord[]): NameWord {
	return { plain: words.map(({ plain }) => plain).join(''), spelt: words.map(({ spelt }) => spelt).join('') };
}
