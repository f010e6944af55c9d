import { valueIn } from '../../text/value-in.ts';
import { supportedTag } from './scripts.ts';
import { formsOf, pluralCategories, type Term, type TermForms } from './term-forms.ts';

/**
 * What the terms of a language lack in comparison with English: the names of missing terms; 'works.few' for a missing
 * plural form; 'works {number}' for a missing value.
 */
export function missingForms(
	tag: string,
	terms: ReadonlyMap<string, Term>,
	english: ReadonlyMap<string, Term>,
): readonly string[] {
	return [...english].flatMap(([name, original]) => {
		const term = terms.get(name);
		if (term === undefined) return [name];
		if (term === original) return [];
		return [...missingPlurals(tag, name, term), ...missingSlots(tag, name, term, original)];
	});
}

/** The plural forms that a term with plural forms lacks. */
function missingPlurals(tag: string, name: string, term: Term): readonly string[] {
	if (typeof term === 'string') return [];
	const type = name.startsWith('ordinal') ? 'ordinal' : 'cardinal';
	const isPlural = Object.keys(term).some((form) => form !== 'other' && pluralCategories.includes(form));
	const needed = isPlural && term['other'] === undefined ? integerCategories(tag, type) : [];
	return [
		...needed.flatMap((category) => (term[category] === undefined ? [`${name}.${category}`] : [])),
		...Object.entries(term).flatMap(([form, words]) =>
			missingPlurals(form === 'foreign' ? 'en' : tag, `${name}.${form}`, words),
		),
	];
}

/** The plural categories that whole numbers have in a language. */
function integerCategories(tag: string, type: 'cardinal' | 'ordinal'): readonly string[] {
	const rules = new Intl.PluralRules(supportedTag(tag), { type });
	return [...new Set(Array.from({ length: 201 }, (_, number) => rules.select(number)))];
}

/** The values that a form of a term does not show. The form for the number 1 need not show it. */
function missingSlots(tag: string, name: string, term: Term, english: Term): readonly string[] {
	const needed = new Set(formsOf(name, english).flatMap(([, words]) => slotsIn(words)));
	return formsOf(name, term).flatMap(([path, words]) => {
		const shown = slotsIn(words);
		return [...needed].flatMap((slot) => {
			if (words === '' || [slot, ...(valueIn(alternatives, slot) ?? [])].some((name) => shown.includes(name)))
				return [];
			if (/^(?:number|day|start)$/.test(slot) && isForOneNumber(tag, path, term)) return [];
			return [`${path} {${slot}}`];
		});
	});
}

/** The values that can replace another one in a phrase. */
const alternatives: Readonly<Record<string, readonly string[]>> = { ordinal: ['number', 'roman', 'year'] };

/** The names of the values in a phrase, without their forms. */
function slotsIn(words: string): readonly string[] {
	return [...words.matchAll(/\{([\w-]+)[^{}]*\}/g)].map(([, slot = '']) => slot);
}

/** Whether a form is for a single number: `1`, or `one` in a language in which only 1 has it. */
function isForOneNumber(tag: string, path: string, term: Term | TermForms): boolean {
	if (typeof term === 'string') return false;
	const form = path.split('.').at(-1) ?? '';
	if (/^\d+$/.test(form)) return true;
	const rules = new Intl.PluralRules(path.includes('.foreign.') ? 'en' : supportedTag(tag));
	const numbers = Array.from({ length: 201 }, (_, number) => number).filter((number) => rules.select(number) === form);
	return form !== 'other' && numbers.length === 1;
}
