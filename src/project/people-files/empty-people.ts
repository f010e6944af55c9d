import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';

/**
 * The diagnostic for a file from which no person can be read. It stops the build, because a file that is being saved or was emptied
 * by mistake must not remove the pages of people.
 */
export function emptyPeople(
	file: Source,
	{ problem = `No people in ${file.path}`, hint = allowing, span }: EmptyPeople = {},
): Diagnostic {
	return diagnostic('people/empty', problem, { hint, span: span ?? { source: file, start: 0, end: 0 } });
}

interface EmptyPeople {
	readonly problem?: string;
	readonly hint?: string;
	readonly span?: Span;
}

const allowing =
	'Existing lists stay unchanged; to allow an empty file, set "checks: { people/empty: off }" in bibfolio.yaml';
