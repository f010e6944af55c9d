import { closestWord } from '../text/closest-word.ts';

/** Wrong usage of the command line. Ends the command with its message, a hint, and exit code 2. */
export class UsageError extends Error {
	readonly hint: string | null;
	constructor(message: string, hint: string | null = null) {
		super(message);
		this.hint = hint;
	}
}

/** Refuses `-`: standard input can be read only once, so it can be neither watched nor changed. */
export function refuseStandardInput(command: string, files: readonly string[]): void {
	if (!files.includes('-')) return;
	throw new UsageError(`bibfolio ${command} cannot read standard input`, 'Name the files of the library');
}

/** The hint 'Did you mean "html"?', or all valid words after a label if none is similar. */
export function suggestion(word: string, validWords: readonly string[], label: string): string {
	const near = closestWord(word, validWords);
	return near ? `Did you mean "${near}"?` : `${label}: ${validWords.join(', ')}`;
}
