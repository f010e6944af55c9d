import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import type { Name } from '../../publications/names/name.ts';

/** Rich text without its markup, for machine-readable output. */
export function plainWords(text: RichText | null): string | null {
	return text && plainText(text).trim();
}

/** The start of a date in ISO 8601, as exact as it is known: '2021', '2021-05'; null for a date before Christ. */
export function isoDate(date: DateValue | null): string | null {
	const point = date?.start ?? date?.end;
	if (!point || point.year < 1) return null;
	const monthAndDay = [point.month, point.month && point.day].filter((part) => part !== null && part !== 0);
	return [String(point.year).padStart(4, '0'), ...monthAndDay.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** The family name with its particle, or the name of an organization. */
export function surname({ literal, family, nonDroppingParticle, droppingParticle }: Name): string {
	return literal ?? joinWords(nonDroppingParticle || droppingParticle, family);
}

/** Two words with a space between them; only one of them if the other is empty. */
export function joinWords(first: string, second: string): string {
	return first && second ? `${first} ${second}` : first || second;
}

/** 'Ludwig van Beethoven', 'Martin Luther King, Jr.' */
export function fullName({ literal, family, given, droppingParticle, nonDroppingParticle, suffix }: Name): string {
	const plain = joinWords(given, joinWords(joinWords(droppingParticle, nonDroppingParticle), family));
	return literal ?? (suffix ? `${plain}, ${suffix}` : plain);
}
