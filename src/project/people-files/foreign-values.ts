import { type PersonKey, personKey } from './person-words.ts';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or number; null for an empty text and other values. */
export function textOf(value: unknown): string | null {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? null : text;
}

/** The texts in a list, or the only one. */
export function textsOf(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? []);
}

/** The texts under all keys that mean the same. */
export function textsAbout(values: Mapping, meaning: PersonKey): string[] {
	return Object.entries(values).flatMap(([key, value]) => (personKey(key) === meaning ? textsOf(value) : []));
}
