import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { CheckContext } from './check-context.ts';
import { spanOfWords } from './span-of-words.ts';

/** Fewer words can be an acronym or a name. */
const fewestWords = 4;

/** Reports titles in capitals throughout, and family names in capitals where others of the list are not: `text/all-caps`. */
export function allCaps({ publications }: CheckContext, report: Report): void {
	for (const publication of publications) {
		title(publication, report);
		names(publication, report);
	}
}

function title({ entry, title: rich }: Publication, report: Report): void {
	const field = entry.fields.get('title');
	// What holds a small letter outside of commands cannot be in capitals: most titles end here.
	if (!field || field.inheritedFrom || /(?<!\\[a-zA-Z]{0,20})[a-z]/.test(field.value)) return;
	const words = plainText(rich).match(/\p{L}{2,}/gu) ?? [];
	if (words.length < fewestWords || words.some((word) => word !== word.toUpperCase() || word === word.toLowerCase()))
		return;
	report(
		diagnostic('text/all-caps', `Title of ${entry.key} is in all capitals`, {
			span: field.span,
			hint: 'Use normal case; a template can capitalize titles',
		}),
	);
}

function names({ entry, contributors }: Publication, report: Report): void {
	for (const [role, list] of Object.entries(contributors)) {
		const field = entry.fields.get(role);
		if (!field || field.inheritedFrom) continue;
		const loud = list.names.filter(isLoud);
		const [first] = loud;
		if (!first || loud.length === list.names.filter((name) => name.literal === null).length) continue;
		report(
			diagnostic('text/all-caps', `Family name "${first.family}" in ${entry.key} is in all capitals`, {
				span: spanOfWords(field, first.family),
				hint: 'Use normal case, as in the other names; a template can capitalize names',
			}),
		);
	}
}

/** 'MÜLLER', not 'LI' (which may be initials put in the wrong place) and not a body such as 'NASA', which is a literal. */
function isLoud({ family, given, literal }: Name): boolean {
	if (literal !== null || given === '' || family.length < 4) return false;
	return family === family.toUpperCase() && family !== family.toLowerCase();
}
