import type { Format } from './format.ts';

/** Finishes a rendered file: tidies whitespace that templates cannot control, and adds definitions. */
export function finish({ tidy, definitions }: Format, file: string): string {
	if (!tidy) return file;
	const tidied = `${tidy(file).trim()}\n`;
	if (!definitions) return tidied;
	const offset = Math.max(0, tidied.search(definitions.before));
	return tidied.slice(0, offset) + definitions.write(tidied) + tidied.slice(offset);
}
