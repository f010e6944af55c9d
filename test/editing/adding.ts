import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { source } from '../../src/diagnostics/source.ts';
import type { Draft } from '../../src/editing/drafts/draft.ts';
import { readDrafts } from '../../src/editing/drafts/read-drafts.ts';
import { type AddOptions, type AddPlan, parsesAsPlanned, planAdditions } from '../../src/editing/plan-additions.ts';
import { replacedText } from '../../src/editing/replacements.ts';
import { readLibrary } from '../../src/library/read-library.ts';
import { publicationOf, type Reading } from '../../src/publications/normalize.ts';
import type { Publication } from '../../src/publications/publication.ts';

const reading: Reading = { commands: new Map(), venues: [], links: [], files: [] };

/** The drafts of a text. */
export function drafts(text: string, path = 'input'): Draft[] {
	return readDrafts(source(path, text), () => {}) ?? [];
}

/** The publications of a library's text. */
export function works(text: string): Publication[] {
	return readLibrary([source('papers.bib', text)], () => {}).entries.map((entry) =>
		publicationOf(entry, reading, () => {}),
	);
}

/** Adds drafts to a library of one file. */
export function add(
	library: string,
	input: readonly Draft[],
	options: Partial<AddOptions> = {},
): AddPlan & { readonly text: string; readonly codes: readonly string[]; readonly isWell: boolean } {
	const file = source('papers.bib', library);
	const read = readLibrary([file], () => {});
	const publications = read.entries.map((entry) => publicationOf(entry, reading, () => {}));
	const context = { file, library: read, publications, reading };
	const plan = planAdditions(input, context, { key: null, pattern: null, dialect: null, ...options });
	const text = replacedText(library, plan.replacements);
	const diagnostics: Diagnostic[] = [];
	const isWell = parsesAsPlanned(file, source('papers.bib', text), plan.added, (one) => diagnostics.push(one));
	return { ...plan, text, isWell, codes: [...plan.problems, ...diagnostics].map(({ code }) => code) };
}
