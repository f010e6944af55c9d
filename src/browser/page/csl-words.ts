import type { CslItem, CslName } from './csl-json.ts';

/** A variable of an item as text; null without it. */
export function textOf(item: CslItem, variable: string): string | null {
	const value = item[variable];
	return typeof value === 'string' ? value : null;
}

/** 'Ludwig van Beethoven'. */
export function givenFirst(name: CslName): string {
	const { literal, given, family, suffix } = name;
	const particles = [name['dropping-particle'], name['non-dropping-particle']];
	return literal ?? [given, ...particles, family, suffix].filter(Boolean).join(' ');
}

/** 'van Beethoven, Ludwig', 'King, Martin, Jr.'; without a given name 'King Jr.'. */
export function familyFirst(name: CslName): string {
	const { literal, given, family, suffix } = name;
	const surname = [name['dropping-particle'], name['non-dropping-particle'], family].filter(Boolean).join(' ');
	return literal ?? [surname, given, suffix].filter(Boolean).join(given ? ', ' : ' ');
}

/** The date of an item in ISO 8601, '2021-12' or '2021'; null if it has none. */
export function isoDate(item: CslItem): string | null {
	const date = item.issued ?? item['event-date'];
	const [parts] = date?.['date-parts'] ?? [];
	if (!parts) return null;
	return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
