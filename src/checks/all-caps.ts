import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { CheckContext } from './check-context.ts';
import { spanOfWords } from './span-of-words.ts';

/** A title of fewer words may be an acronym or a name. */
const minimumWords = 4;

/** Reports titles in all capitals, and family names in all capitals if others of the list are not: `text/all-caps`. */
export function allCaps({ publications }: CheckContext, report: Report): void {
	for (const publication of publications) {
		checkTitle(publication, report);
		checkNames(publication, report);
	}
}

function checkTitle({ entry, title: rich }: Publication, report: Report): void {
	const field = entry.fields.get('title');
	// Most titles contain a lower-case letter outside of commands.
	if (!field || field.inheritedFrom || /(?<!\\[a-zA-Z]{0,20})[a-z]/.test(field.value)) return;
	const words = plainText(rich).match(/\p{L}{2,}/gu) ?? [];
	if (words.length < minimumWords || words.some((word) => word !== word.toUpperCase() || word === word.toLowerCase()))
		return;
	report(
		diagnostic('text/all-caps', `Title of ${entry.key} is in all capitals`, {
			span: field.span,
			hint: 'Use normal case; a template can capitalize titles',
		}),
	);
}

function checkNames({ entry, contributors }: Publication, report: Report): void {
	for (const [role, list] of Object.entries(contributors)) {
		const field = entry.fields.get(role);
		if (!field || field.inheritedFrom) continue;
		const capitalized = list.names.filter(isAllCaps);
		const [first] = capitalized;
		if (!first || capitalized.length === list.names.filter((name) => name.literal === null).length) continue;
		report(
			diagnostic('text/all-caps', `Family name "${first.family}" in ${entry.key} is in all capitals`, {
				span: spanOfWords(field, first.family),
				hint: 'Use normal case, as in the other names; a template can capitalize names',
			}),
		);
	}
}

/** 'MÜLLER', but not 'LI' (which may be misplaced initials) and not an organization such as 'NASA', which is a literal. */
function isAllCaps({ family, given, literal }: Name): boolean {
	if (literal !== null || given === '' || family.length < 4) return false;
	return family === family.toUpperCase() && family !== family.toLowerCase();
}
