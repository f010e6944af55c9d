import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Field } from '../library/entry.ts';
import { fieldsOf, wordsIn } from '../publications/entry-fields.ts';
import type { Name } from '../publications/names/name.ts';
import type { Publication } from '../publications/publication.ts';
import type { CheckContext } from './check-context.ts';
import { spanOfWords } from './span-of-words.ts';

/** A title of fewer words may be an acronym or a name. */
const minimumWords = 4;

/** A journal or book of one word may be written so ('PNAS', 'OIKOS'). */
const minimumWordsOfContainer = 2;

/**
 * Reports titles in all capitals, and family names in all capitals if others of the list are not: `text/all-caps`. Reports
 * journals and books in all capitals once with their count, because Web of Science writes all of them so.
 */
export function allCaps({ publications }: CheckContext, report: Report): void {
	checkContainers(publications, report);
	for (const publication of publications) {
		checkTitle(publication, report);
		checkNames(publication, report);
	}
}

function checkTitle({ entry, title: rich }: Publication, report: Report): void {
	const field = entry.fields.get('title');
	if (!field || !isCapitalized(field, () => plainText(rich), minimumWords)) return;
	report(
		diagnostic('text/all-caps', `Title of ${entry.key} is in all capitals`, {
			span: field.span,
			hint: 'Use normal case; a template can capitalize titles',
		}),
	);
}

function checkContainers(publications: readonly Publication[], report: Report): void {
	const found = new Map<string, Field>();
	for (const { entry } of publications) {
		for (const field of fieldsOf(entry, ['journal', 'journaltitle', 'booktitle'])) {
			if (found.has(field.value) || !isCapitalized(field, () => wordsIn(field), minimumWordsOfContainer)) continue;
			// Not 'PLOS ONE', which consists of acronyms.
			if (/\p{L}{6}/u.test(wordsIn(field))) found.set(field.value, field);
		}
	}
	const [first] = found.values();
	if (!first) return;
	const others = found.size === 1 ? '' : ` (and ${found.size - 1} more)`;
	report(
		diagnostic('text/all-caps', `Journal or book "${wordsIn(first)}" is in all capitals${others}`, {
			span: first.span,
			hint: 'Use normal case; a template can capitalize names',
		}),
	);
}

/** Whether a text of several words has no lower-case letter. Most contain one outside of commands. */
function isCapitalized(field: Field, text: () => string, minimum: number): boolean {
	if (field.inheritedFrom || /(?<!\\[a-zA-Z]{0,20})[a-z]/.test(field.value)) return false;
	const words = text().match(/\p{L}{2,}/gu) ?? [];
	return words.length >= minimum && words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
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
