import type { CslItem, CslName } from './csl-json.ts';

/** A variable of an item as text; null without it. */
export function textOf(item: CslItem, variable: string): string | null {
	const value = item[variable];
	return typeof value === 'string' ? value : null;
}

/** 'Ludwig van Beethoven', 'Martin Luther King, Jr.'; 王明, because names in Chinese characters, kana and hangul begin with the family. */
export function givenFirst(name: CslName): string {
	const { literal, given = '', suffix } = name;
	const isEastern = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々ー・\s]+$/u.test(surname(name) + given);
	const plain = isEastern ? surname(name) + given : [given, surname(name)].filter(Boolean).join(' ');
	return literal ?? [plain, suffix].filter(Boolean).join(', ');
}

/**
 * 'van Beethoven, Ludwig', 'King, Martin Luther, Jr.'; without a given name 'King Jr.'. The only form that separates family
 * names of several words from given names.
 */
export function familyFirst(name: CslName): string {
	const { literal, given, suffix } = name;
	return literal ?? [surname(name), given, suffix].filter(Boolean).join(given ? ', ' : ' ');
}

function surname(name: CslName): string {
	return [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
}

/** The start of a date in ISO 8601, as exact as it is known: '2021-12', '2021'; null for a date before Christ. */
export function isoDate(item: CslItem): string | null {
	const [parts = []] = (item.issued ?? item['event-date'])?.['date-parts'] ?? [];
	const [year = 0] = parts;
	if (year < 1) return null;
	return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
