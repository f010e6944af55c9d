import { readFileSync } from 'node:fs';

/** Pages of the help by their width in columns, and by command; '' is the page of all commands. */
export type HelpPages = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** Columns that no line of the help is longer than. */
export function helpWidth(columns: number | undefined = process.stdout.columns): number {
	return Math.min(110, columns ?? 100);
}

/** The widths that pages are made for when the command is compiled: of an ordinary terminal, of none, of a wide one. */
export const helpWidths: readonly number[] = [80, 100, 110];

/** The command whose help the words ask for, and nothing else; '' for that of all commands. Null where they do not. */
export function pageAsked(words: readonly string[]): string | null {
	const [first = '', second = '', ...more] = words;
	if (more.length || words.length === 0) return null;
	if (words.length === 1) return isHelp(first) || first === 'help' ? '' : null;
	return isHelp(second) ? first : first === 'help' ? second : null;
}

function isHelp(word: string): boolean {
	return word === '--help' || word === '-h';
}

/**
 * The page that the words ask for, as it was made before; null where they ask for something else, or there is no page
 * of that width. To make one takes longer than Node's own start.
 *
 * @param file of {@link HelpPages}
 */
export function madePage(words: readonly string[], file: string): string | null {
	const asked = pageAsked(words);
	if (asked === null) return null;
	try {
		const pages: HelpPages = JSON.parse(readFileSync(file, 'utf8'));
		return pages[helpWidth()]?.[asked] ?? null;
	} catch {
		return null;
	}
}
