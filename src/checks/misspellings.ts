import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { closestWord, editDistance } from '../text/closest-word.ts';
import type { CheckContext } from './check-context.ts';
import { commonFields, isKnownField } from './known-fields.ts';
import { knownTypes } from './required-fields.ts';

interface Misspelling {
	readonly correction: string;
	readonly span: Span;
	count: number;
	/** Corrects every occurrence. */
	readonly remedy: Edit[];
}

/**
 * Reports fields and entry types that are a typo away from known ones, each spelling once with its count, at its first
 * place: `field/misspelt`, `bib/unknown-type`. A field is accepted if the entry also has the correct one. A field that
 * Bibfolio understands anyway ('page') is reported, because BibTeX does not.
 */
export function misspellings({ publications }: CheckContext, report: Report): void {
	const fields = new Map<string, Misspelling | null>();
	const types = new Map<string, Misspelling | null>();
	for (const { entry } of publications) {
		if (!knownTypes.has(entry.type)) {
			const span = typeSpan(entry.span);
			countMisspelling(types, entry.type, () => nearType(entry.type), span, { ...span, start: span.start + 1 });
		}
		for (const [name, field] of entry.fields) {
			if (field.inheritedFrom || isKnownField(name) || fields.get(name) === null) continue;
			const right = fields.get(name)?.correction ?? nearField(name);
			if (right === null) fields.set(name, null);
			else if ((fieldOf(entry, right) ?? field) === field) {
				const { assignment } = field;
				countMisspelling(fields, name, () => right, assignment, { ...assignment, end: assignment.start + name.length });
			}
		}
	}
	for (const [name, misspelling] of types) {
		if (misspelling)
			report(
				diagnostic('bib/unknown-type', `Unknown entry type @${name}${times(misspelling)}`, place(misspelling, '@')),
			);
	}
	for (const [name, misspelling] of fields) {
		if (misspelling)
			report(diagnostic('field/misspelt', `Unknown field "${name}"${times(misspelling)}`, place(misspelling, '')));
	}
}

function countMisspelling(
	misspellingsByName: Map<string, Misspelling | null>,
	name: string,
	findCorrection: () => string | null,
	span: Span,
	word: Span,
): void {
	const existing = misspellingsByName.get(name);
	if (existing === null) return;
	const right = existing?.correction ?? findCorrection();
	const misspelling = existing ?? (right === null ? null : { correction: right, span, count: 0, remedy: [] });
	if (!existing) misspellingsByName.set(name, misspelling);
	if (!misspelling || right === null) return;
	misspelling.count++;
	const written = word.source.text.slice(word.start, word.end).trimEnd();
	if (written.toLowerCase() === name)
		misspelling.remedy.push({ span: { ...word, end: word.start + written.length }, text: right });
}

function times({ count }: Misspelling): string {
	return count === 1 ? '' : ` (${count} times)`;
}

function place({ correction, span, remedy }: Misspelling, prefix: string) {
	return { span, hint: `Did you mean "${prefix}${correction}"?`, remedy };
}

/**
 * Allows one typo, or two in a very long name: 'autor', 'tittle', 'page', 'adress'. A known name with a prefix is a custom
 * field ('faddress', 'xauthor').
 */
function nearField(name: string): string | null {
	if (name.length < 4 || name.length > 16) return null;
	const right = closestWord(name, commonFields);
	return right !== null && !name.endsWith(right) && isTypo(name, right) ? right : null;
}

function isTypo(name: string, right: string): boolean {
	return editDistance(name, right) <= (right.length < 11 ? 1 : 2);
}

function nearType(name: string): string | null {
	if (name.length < 4 || name.length > 20) return null;
	const right = closestWord(name, knownTypes);
	return right !== null && isTypo(name, right) ? right : null;
}

/** `@type` at the start of an entry. */
function typeSpan(entry: Span): Span {
	const open = entry.source.text.slice(entry.start, entry.start + 200).search(/[{(]/);
	return { ...entry, end: open < 0 ? entry.end : entry.start + open };
}
