import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import type { Name } from '../../publications/names/name.ts';

/** Rich text without its markup, as machines are told it. */
export function plainWords(text: RichText | null): string | null {
	return text && plainText(text).trim();
}

/** The first day of a date as ISO 8601 has it, as exact as it is known: '2021', '2021-05'; null before Christ. */
export function isoDate(date: DateValue | null): string | null {
	const point = date?.start ?? date?.end;
	if (!point || point.year < 1) return null;
	const figures = [point.month, point.month && point.day].filter((part) => part !== null && part !== 0);
	return [String(point.year).padStart(4, '0'), ...figures.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** The family name after its particle, or the name of an organization. */
export function surname({ literal, family, nonDroppingParticle, droppingParticle }: Name): string {
	return literal ?? spaced(nonDroppingParticle || droppingParticle, family);
}

/** Two words with a space between them, or the one that is not empty. */
export function spaced(first: string, second: string): string {
	return first && second ? `${first} ${second}` : first || second;
}
