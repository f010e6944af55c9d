import { type CheckContext, runChecks } from '../../src/checks/index.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inFile, source } from '../../src/diagnostics/source.ts';
import { readUserCommands } from '../../src/latex/commands/user-commands.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { matchPeople } from '../../src/people/person-matcher.ts';
import { builtInLinks } from '../../src/publications/links/links.ts';
import { publicationOf } from '../../src/publications/normalize.ts';

/** The diagnostics of the library checks for a .bib text, without those of reading it. */
export function findings(text: string, thisYear: number | null = 2024): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	runChecks({ ...contextOf(text), thisYear }, (diagnostic) => diagnostics.push(diagnostic));
	return diagnostics;
}

/** Each diagnostic as its code and the text of its span: `field/pages {9--3}`. */
export function inShort(text: string): string[] {
	return findings(text).map(({ code, span }) => {
		if (!span) return code;
		const { source: file, start, end } = inFile(span);
		return `${code} ${file.text.slice(start, end)}`;
	});
}

export function contextOf(text: string): CheckContext {
	const library = readLibrary([source('papers.bib', text)], () => {});
	const reading = { commands: readUserCommands(library.preambles, {}), venues: [], links: builtInLinks, files: [] };
	const publications = library.entries.map((entry) => publicationOf(entry, reading, () => {}));
	return { library, publications, matcher: matchPeople([]), privateFields: [] };
}
