import { plainText } from '../latex/plain-text.ts';
import type { RichText } from '../latex/rich-text.ts';
import { memoize } from '../text/memoize.ts';
import { valueIn } from '../text/value-in.ts';
import { isWide, punctuationOf } from './language/punctuation.ts';
import { romanNumber } from './language/roman-number.ts';
import { type Direction, directionOf, isInScriptOf, supportedTag } from './language/scripts.ts';
import {
	defaultWords,
	dependsOnUse,
	formsOf,
	hasForeignForm,
	inScript,
	type Term,
	wordsFor,
} from './language/term-forms.ts';

/** The terms of a language. Immutable; equal locales are one object. */
export interface Locale {
	/** The requested language tag: `en`, `de`, `en-GB`. */
	readonly tag: string;
	readonly direction: Direction;
	/** The family name comes first, without a comma, in the names of this language. */
	readonly familyFirst: boolean;
	/**
	 * The word for a term; '' for a term that is intentionally empty, null for an unknown term. `month-05.genitive` is a form.
	 *
	 * @param next the text after the term, if forms depend on it: Spanish 'y', but 'e Iglesias'
	 */
	term(name: string, next?: string): string | null;
	/**
	 * The words of a phrase, with its `{slots}`, in the form for these values. Null for an unknown term.
	 *
	 * @param next the value of its last slot, if it is not among the values
	 */
	pattern(name: string, slots: Slots, next?: string): string | null;
	/** A term with its `{slots}` filled: `phrase('date-month', {month: 'May', year: '2020'})`. */
	phrase(name: string, slots: Slots): string;
	/** All forms of a term: their words, or the words by form. Null for an unknown term. */
	forms(name: string): Term | null;
	/** Opening and closing quotation marks, outer then inner. */
	readonly quotes: Quotes;
	/** The marks around titles of books and journals; empty for italics. */
	readonly titleMarks: TitleMarks;
	/** The marks around other titles; empty for quotation marks. */
	readonly articleMarks: TitleMarks;
	/** The slot for January (1) to December. */
	month(month: number): FormSlot;
	/** The slot for spring to winter, EDTF's 21 to 24. */
	season(season: number): FormSlot;
	/** The slots for an ordinal number: `{ordinal}`, `{ordinal.feminine}`, `{number}` and `{roman}`. */
	ordinal(number: number): { readonly ordinal: FormSlot; readonly number: string; readonly roman: string };
	/** A number with the separators of the language: 12,345. */
	number(value: number): string;
	/** The punctuation of templates that the language writes in another way. */
	readonly punctuation: ReadonlyMap<string, string>;
	/** Has full-width punctuation. */
	readonly isWide: boolean;
	/** Items as a list: '13, 14 and 16'. */
	list(items: readonly string[]): string;
	/** The word for 'and' or its symbol with its spaces, before a text. */
	and(term: 'and' | 'and-symbol', next: string): string;
	/** The locale for works and names in the script of a text: this one, or the one with the forms `foreign`. */
	inScriptOf(text: () => string): Locale;
	/** Names of all terms. */
	readonly terms: readonly string[];
	/** The files of the project it was read from, absolute. */
	readonly files: readonly string[];
}

/** Pairs of quotation marks, outer then inner. */
export type Quotes = readonly (readonly [open: string, close: string])[];

export type TitleMarks = readonly [open: string, close: string];

/** The values for the slots of a phrase, by name. */
export type Slots = Readonly<Record<string, string | number | FormSlot>>;

/** A value with forms: `{month}` asks for the form null, `{month.genitive}` for 'genitive'. */
export type FormSlot = (form: string | null) => string;

/** The terms of a locale, and what they belong to. */
export interface LocaleContent {
	readonly tag: string;
	readonly terms: readonly (readonly [name: string, term: Term])[];
	/** The files of the project that they were read from, absolute. */
	readonly files: readonly string[];
	/** The names of the terms in English, which the language lacks. */
	readonly inEnglish: readonly string[];
}

/** The locale with these terms. Equal contents give one object. */
export function localeOf(content: LocaleContent): Locale {
	return sharedLocale(JSON.stringify(content));
}

const sharedLocale = memoize((json) => {
	const content: LocaleContent = JSON.parse(json);
	const foreign = content.terms.some(([, term]) => hasForeignForm(term)) ? makeLocale(content, true, null) : null;
	return makeLocale(content, false, foreign);
}, 40);

/** The quotation marks of a locale. */
export function quotesIn(word: (term: string) => string): Quotes {
	return [
		[word('open-quote'), word('close-quote')],
		[word('open-inner-quote'), word('close-inner-quote')],
	];
}

/**
 * @param isForeign whether it is for works and names in another script
 * @param foreign the locale for these; null for `isForeign`, and for a language without such forms
 */
function makeLocale(content: LocaleContent, isForeign: boolean, foreign: Locale | null): Locale {
	const { tag, terms, files, inEnglish } = content;
	const language = supportedTag(tag);
	const inThisScript = terms.map(([name, term]) => [name, inScript(term, isForeign)] as const);
	const byName = new Map<string, Term>(inThisScript);
	/** The default words of each term, and the words of each form by its path. */
	const words = new Map([
		...inThisScript.flatMap(([name, term]) => formsOf(name, term)),
		...inThisScript.map(([name, term]) => [name, defaultWords(term)] as const),
	]);
	/** The terms whose form depends on their use. */
	const selected = new Map(inThisScript.filter(([, term]) => dependsOnUse(term)));
	const withEnglishRules = new Set([...inEnglish, ...(isForeign ? namesOfForeign(terms) : [])]);
	const cardinals = rulesOf(language, withEnglishRules, 'cardinal');
	const ordinals = rulesOf(language, withEnglishRules, 'ordinal');
	const grouping = lazy(() => new Intl.NumberFormat(language, { numberingSystem: 'latn' }));

	const word = (name: string) => words.get(name) ?? '';
	const number = (value: number) => (Math.abs(value) < 1000 ? String(value) : grouping().format(value));
	const formSlot =
		(name: string): FormSlot =>
		(form) =>
			(form === null ? undefined : words.get(`${name}.${form}`)) ?? word(name);
	const andBetween = word('and-between');
	const direction = directionOf(tag);
	const punctuation = punctuationOf(word, isForeign ? 'ltr' : direction);

	function term(name: string, next?: string): string | null {
		const forms = next === undefined ? undefined : selected.get(name);
		if (forms) return wordsFor(forms, { number: null, next: next ?? null, last: null }, cardinals(name));
		return words.get(name) ?? null;
	}

	function pattern(name: string, slots: Slots, next?: string): string | null {
		const forms = selected.get(name);
		if (!forms) return words.get(name) ?? null;
		const last = lastValue(word(name), slots);
		return wordsFor(forms, { number: numberIn(valueIn(slots, 'number')), next: next ?? last, last }, cardinals(name));
	}

	function ordinal(value: number): ReturnType<Locale['ordinal']> {
		const use = { number: value, next: null, last: null };
		const ordinalSlot: FormSlot = (form) => {
			const all = byName.get('ordinal') ?? '';
			const ofGender = typeof all === 'string' || form === null ? undefined : valueIn(all, form);
			return fill(wordsFor(ofGender ?? all, use, ordinals('ordinal')), { number: String(value) }, String);
		};
		return { ordinal: ordinalSlot, number: String(value), roman: romanNumber(value) };
	}

	const locale: Locale = {
		tag,
		direction,
		familyFirst: word('name-order') === 'family given',
		term,
		pattern,
		phrase: (name, slots) => fill(pattern(name, slots) ?? '', slots, number),
		forms: (name) => byName.get(name) ?? null,
		quotes: quotesIn(word),
		titleMarks: [word('open-title'), word('close-title')],
		articleMarks: [word('open-title.article'), word('close-title.article')],
		month: (month) => formSlot(`month-${twoDigits(month)}`),
		season: (season) => formSlot(`season-${twoDigits(season - 20)}`),
		ordinal,
		number,
		punctuation,
		isWide: isWide(punctuation),
		list(items) {
			const last = items.at(-1);
			if (last === undefined || items.length < 2) return items.join('');
			return `${items.slice(0, -1).join(word('list-delimiter'))}${locale.and('and', last)}${last}`;
		},
		and: (name, next) => andBetween.replace('{and}', () => term(name, next) || '&'),
		inScriptOf: (text) => (foreign === null || isInScriptOf(tag, text()) ? locale : foreign),
		terms: terms.map(([name]) => name),
		files,
	};
	return locale;
}

/** The names of terms with a form for works and names in another script, which has the plural categories of English. */
function namesOfForeign(terms: LocaleContent['terms']): readonly string[] {
	return terms.flatMap(([name, term]) => (hasForeignForm(term) ? [name] : []));
}

/** The plural rules for a term: those of the language, or those of English for an English term. */
function rulesOf(
	language: string,
	inEnglish: ReadonlySet<string>,
	type: 'cardinal' | 'ordinal',
): (term: string) => Intl.PluralRules {
	const own = lazy(() => new Intl.PluralRules(language, { type }));
	const english = lazy(() => new Intl.PluralRules('en', { type }));
	return (term) => (inEnglish.has(term) ? english() : own());
}

function lazy<Value>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => {
		value ??= make();
		return value;
	};
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}

/** The number that a value shows: 3 for 3, '3' and rich text of it; null for other text. */
function numberIn(value: unknown): number | null {
	if (typeof value === 'number') return value;
	const text = typeof value === 'string' ? value : isText(value) ? plainText(value) : '';
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function isText(value: unknown): value is RichText {
	return Array.isArray(value);
}

/** The value of the last slot of a phrase; null without one. */
function lastValue(pattern: string, slots: Slots): string | null {
	const [, last] = /\{([\w-]+)[^{}]*\}[^{}]*$/.exec(pattern) ?? [];
	const value = last === undefined ? undefined : valueIn(slots, last);
	return value === undefined ? null : typeof value === 'function' ? value(null) : String(value);
}

/** Whether the number in a slot is written with separators: a number of works, not a year. */
export function isCount(slot: string): boolean {
	return slot === 'number' || slot === 'found' || slot === 'count';
}

/** Fills `{slots}` with values. A slot without a value stays. A full stop after a value that ends in one is not repeated. */
function fill(pattern: string, slots: Slots, number: (value: number) => string): string {
	const words = (slot: string, name: string, form: string | undefined) => {
		const value = valueIn(slots, name);
		if (typeof value === 'function') return value(form ?? null);
		return typeof value === 'number' && isCount(name) ? number(value) : String(value ?? slot);
	};
	return pattern.replace(
		/(\{([\w-]+)(?:\.([\w-]+))?\})(\.?)/g,
		(_, slot: string, name: string, form: string | undefined, stop: string) => {
			const text = words(slot, name, form);
			return text.endsWith('.') ? text : text + stop;
		},
	);
}
