import { fold } from '../../text/fold.ts';
import { valueIn } from '../../text/value-in.ts';

/**
 * A term of a locale: its words, or several forms of them by name. The name of a form says when it is used:
 *
 * - a plural category of CLDR (`one`, `few`, `many` …) or a number (`1`): for that `{number}`
 * - `before a, e, h`: before text that begins with one of these; the longest beginning wins
 * - `after 00, s`: in phrases whose last value ends with one of these; the longest ending wins
 * - `foreign`: in works and names that are not in the script of the language
 * - any other name: where a phrase asks for it, such as `{month.genitive}`
 * - `other`, or the first form: everywhere else
 */
export type Term = string | TermForms;

/** The forms of a term, which can have forms themselves. */
export interface TermForms {
	readonly [form: string]: Term;
}

/** What a form depends on. */
export interface TermUse {
	/** The number that the term counts; null without one. */
	readonly number: number | null;
	/** The text after the term, or the last value in it; null if it is unknown. */
	readonly next: string | null;
	/** The last value in the term; null without one. */
	readonly last: string | null;
}

/** Plural categories of CLDR, in its order. */
export const pluralCategories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The words of a term. */
export function wordsFor(term: Term, use: TermUse, rules: Intl.PluralRules): string {
	let form = term;
	while (typeof form !== 'string') form = formFor(form, use, rules);
	return form;
}

/** The words of a term where nothing selects a form. */
export function defaultWords(term: Term): string {
	let form = term;
	while (typeof form !== 'string') form = defaultForm(form);
	return form;
}

/** Whether the use of a term selects one of its forms. */
export function dependsOnUse(term: Term): term is TermForms {
	if (typeof term === 'string') return false;
	return Object.entries(term).some(
		([name, form]) => /^(?:before|after)\s|^\d+$/.test(name) || isPlural(name) || dependsOnUse(form),
	);
}

function isPlural(name: string): boolean {
	return name !== 'other' && pluralCategories.includes(name);
}

/** A term in its form for the script: `foreign`, or the others. */
export function inScript(term: Term, isForeign: boolean): Term {
	if (typeof term === 'string') return term;
	const { foreign, ...rest } = term;
	if (foreign !== undefined && isForeign) return inScript(foreign, isForeign);
	const forms = Object.entries(rest).map(([name, form]) => [name, inScript(form, isForeign)] as const);
	const [first] = forms;
	if (first === undefined) return foreign ?? '';
	// `{ foreign: …, other: … }` is only a choice of the script.
	return forms.length === 1 && first[0] === 'other' ? first[1] : Object.fromEntries(forms);
}

/** Whether a term has a form for works and names in another script. */
export function hasForeignForm(term: Term): boolean {
	return typeof term !== 'string' && (term['foreign'] !== undefined || Object.values(term).some(hasForeignForm));
}

/** All words of a term with the path of their form: `works.one`, or only `and`. */
export function formsOf(name: string, term: Term): (readonly [path: string, words: string])[] {
	if (typeof term === 'string') return [[name, term]];
	return Object.entries(term).flatMap(([form, words]) => formsOf(`${name}.${form}`, words));
}

function formFor(forms: TermForms, { number, next, last }: TermUse, rules: Intl.PluralRules): Term {
	const category = number === null ? 'other' : rules.select(number);
	// `other` is also the form for everything else, so the text decides first.
	const counted = valueIn(forms, String(number)) ?? (category === 'other' ? undefined : valueIn(forms, category));
	const start = next === null ? null : fold(next.slice(0, 20));
	const end = last === null ? null : fold(last.slice(-20));
	return (
		counted ??
		longestMatch(forms, 'before ', (letters) => start?.startsWith(letters)) ??
		longestMatch(forms, 'after ', (letters) => end?.endsWith(letters)) ??
		defaultForm(forms)
	);
}

function defaultForm(forms: TermForms): Term {
	return forms['other'] ?? Object.values(forms)[0] ?? '';
}

/** The form `before …` or `after …` with the longest match; letters are compared without case and accents. */
function longestMatch(
	forms: TermForms,
	prefix: string,
	isMatch: (letters: string) => boolean | undefined,
): Term | undefined {
	let best: Term | undefined;
	let length = 0;
	for (const [name, form] of Object.entries(forms)) {
		if (!name.startsWith(prefix)) continue;
		for (const written of name.slice(prefix.length).split(',')) {
			const letters = fold(written);
			if (letters.length <= length || !isMatch(letters)) continue;
			best = form;
			length = letters.length;
		}
	}
	return best;
}
