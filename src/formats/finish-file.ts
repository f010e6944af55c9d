import type { Format } from './format.ts';

/** A finished file of a format: the whitespace that templates cannot control is tidied, definitions are added. */
export function finish({ tidy, definitions }: Format, file: string): string {
	if (!tidy) return file;
	const tidied = `${tidy(file).trim()}\n`;
	if (!definitions) return tidied;
	const place = Math.max(0, tidied.search(definitions.before));
	return tidied.slice(0, place) + definitions.write(tidied) + tidied.slice(place);
}
