import type { Locale } from '../locale.ts';

/** A text with a capital letter at the beginning, by the rules of a language: Turkish 'İ' for 'i'. */
export function capitalized(text: string, { tag }: Locale): string {
	const first = text.charAt(0);
	const capital = /^(?:tr|az)\b/.test(tag) ? first.toLocaleUpperCase(tag) : first.toUpperCase();
	return capital + text.slice(1);
}
