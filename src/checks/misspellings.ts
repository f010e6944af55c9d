import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { fieldOf } from '../publications/entry-fields.ts';
import { editDistance, nearest } from '../text/closest-word.ts';
import type { CheckContext } from './check-context.ts';
import { commonFields, isKnownField } from './known-fields.ts';
import { knownTypes } from './required-fields.ts';

interface Slip {
	readonly meant: string;
	readonly span: Span;
	count: number;
	/** The right word at every place. */
	readonly remedy: Edit[];
}

/**
 * Reports fields and entry types that are a slip away from known ones, each spelling once with its count, at its
 * first place: `field/misspelt`, `bib/unknown-type`. A field is left alone where the entry has the right one too;
 * one that lists understand all the same ('page') is reported, since BibTeX does not.
 */
export function misspellings({ publications }: CheckContext, report: Report): void {
	const fields = new Map<string, Slip | null>();
	const types = new Map<string, Slip | null>();
	for (const { entry } of publications) {
		if (!knownTypes.has(entry.type)) {
			const span = typeSpan(entry.span);
			count(types, entry.type, () => nearType(entry.type), span, { ...span, start: span.start + 1 });
		}
		for (const [name, field] of entry.fields) {
			if (field.inheritedFrom || isKnownField(name) || fields.get(name) === null) continue;
			const right = fields.get(name)?.meant ?? nearField(name);
			if (right === null) fields.set(name, null);
			else if ((fieldOf(entry, right) ?? field) === field) {
				const { assignment } = field;
				count(fields, name, () => right, assignment, { ...assignment, end: assignment.start + name.length });
			}
		}
	}
	for (const [name, slip] of types) {
		if (slip) report(diagnostic('bib/unknown-type', `Unknown entry type @${name}${times(slip)}`, place(slip, '@')));
	}
	for (const [name, slip] of fields) {
		if (slip) report(diagnostic('field/misspelt', `Unknown field "${name}"${times(slip)}`, place(slip, '')));
	}
}

function count(
	slips: Map<string, Slip | null>,
	name: string,
	nearest: () => string | null,
	span: Span,
	word: Span,
): void {
	const known = slips.get(name);
	if (known === null) return;
	const right = known?.meant ?? nearest();
	const slip = known ?? (right === null ? null : { meant: right, span, count: 0, remedy: [] });
	if (!known) slips.set(name, slip);
	if (!slip || right === null) return;
	slip.count++;
	const written = word.source.text.slice(word.start, word.end).trimEnd();
	if (written.toLowerCase() === name)
		slip.remedy.push({ span: { ...word, end: word.start + written.length }, text: right });
}

function times({ count: found }: Slip): string {
	return found === 1 ? '' : ` (${found} times)`;
}

function place({ meant: right, span, remedy }: Slip, sign: string) {
	return { span, hint: `Did you mean "${sign}${right}"?`, remedy };
}

/**
 * One slip, or two in a very long name: 'autor', 'tittle', 'page', 'adress'. A letter before a known name makes another
 * name on purpose ('faddress', 'xauthor').
 */
function nearField(name: string): string | null {
	if (name.length < 4 || name.length > 16) return null;
	const right = nearest(name, commonFields);
	return right !== null && !name.endsWith(right) && isSlip(name, right) ? right : null;
}

function isSlip(name: string, right: string): boolean {
	return editDistance(name, right) <= (right.length < 11 ? 1 : 2);
}

function nearType(name: string): string | null {
	if (name.length < 4 || name.length > 20) return null;
	const right = nearest(name, knownTypes);
	return right !== null && isSlip(name, right) ? right : null;
}

/** `@type` at the start of an entry. */
function typeSpan(entry: Span): Span {
	const open = entry.source.text.slice(entry.start, entry.start + 200).search(/[{(]/);
	return { ...entry, end: open < 0 ? entry.end : entry.start + open };
}
