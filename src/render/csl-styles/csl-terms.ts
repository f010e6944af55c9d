import type { Locale } from '../locale.ts';

/** CSL's term and form, our term and, where it differs, our plural term (CSL 1.0.2, 'Appendix II: Terms'). */
type Row = readonly [cslTerm: string, form: string, term: string, plural?: string];

const roles = [
	['editor', 'edited-by'],
	['translator', 'translated-by'],
	['director', 'directed-by'],
	['interviewer', 'interviewed-by'],
	['illustrator', 'illustrated-by'],
	['compiler', 'compiled-by'],
] as const;
const numbered = (term: string, count: number) =>
	Array.from({ length: count }, (_, at) => `${term}-${String(at + 1).padStart(2, '0')}`);

const rows: readonly Row[] = [
	...['and', 'et-al', 'in', 'accessed', 'preprint'].map((term): Row => [term, 'long', term]),
	...['open-quote', 'close-quote', 'open-inner-quote', 'close-inner-quote', 'page-range-delimiter'].map(
		(term): Row => [term, 'long', term],
	),
	['no date', 'long', 'no-date'],
	['no date', 'short', 'no-date'],
	['in press', 'long', 'status-in-press'],
	['presented at', 'long', 'presented-at'],
	['circa', 'long', 'date-circa'],
	['circa', 'short', 'date-circa'],
	['edition', 'long', 'edition'],
	['edition', 'short', 'edition'],
	['chapter', 'long', 'chapter'],
	['chapter', 'short', 'chapter'],
	['version', 'long', 'version'],
	['issue', 'long', 'issue'],
	['issue', 'short', 'issue'],
	['volume', 'long', 'volume'],
	['volume', 'short', 'volume'],
	['number-of-volumes', 'long', 'volumes'],
	['number-of-volumes', 'short', 'volumes'],
	['page', 'long', 'page', 'page-plural'],
	['page', 'short', 'page', 'page-plural'],
	['editor', 'long', 'editor', 'editor-plural'],
	['editor', 'short', 'editor-short', 'editor-short-plural'],
	...roles.flatMap(([role, verb]): Row[] => [
		[role, 'verb', verb],
		[role, 'verb-short', verb],
	]),
	...numbered('month', 12).flatMap((month): Row[] => [
		[month, 'long', month],
		[month, 'short', `${month}-short`],
	]),
	...numbered('season', 4).map((season): Row => [season, 'long', season]),
];

/** A CSL locale as XML, made of the terms of a locale over English ones, for a language without a CSL locale. */
export function cslTerms(locale: Locale, english: string): string {
	// The form of months in dates with a day: a genitive.
	const [, monthForm] = /\{month\.([\w-]+)\}/.exec(locale.term('date-day') ?? '') ?? [];
	const terms = rows.flatMap(([cslTerm, form, term, plural = term]) => {
		const words = [term, plural].map(
			(name, at) => wordsOf(locale, `${name}.${monthForm}`, at + 1) || wordsOf(locale, name, at + 1),
		);
		return words[0] ? [termXml(cslTerm, form, words[0], words[1] || words[0])] : [];
	});
	// 'přel.' or 'пер.:' is also the label after a name, '(K. Novák, přel.)'; 'translated by' is not. Editors have their own.
	const labels = roles.slice(1).flatMap(([role, verb]) => {
		const words = wordsOf(locale, verb, 1);
		return /[.:]$/.test(words) ? [[role, words.replace(/:$/, '')] as const] : [];
	});
	// Styles write most ordinals for editions, so the suffixes have the gender of these: '2.ª ed.'
	const [, gender = null] = /\{ordinal\.([\w-]+)\}/.exec(locale.term('edition') ?? '') ?? [];
	const ordinals = ordinalSuffixes((number) => /\d(\D*)$/.exec(locale.ordinal(number).ordinal(gender))?.[1] ?? '');
	const added = [
		...terms,
		...labels.map(([role, label]) => termXml(role, 'short', label)),
		...ordinals.map(([name, suffix]) => termXml(name, 'long', suffix)),
	];
	const replaced = new Set([
		...rows.map(([cslTerm, form]) => `${cslTerm} ${form}`),
		...labels.map(([role]) => `${role} short`),
	]);
	const remaining = english
		.replace(/<term name="([^"]+)"(?: form="([^"]+)")?[^>]*?(?:\/>|>[\s\S]*?<\/term>)/g, (term, name, form = 'long') =>
			replaced.has(`${name} ${form}`) || /ordinal/.test(name) ? '' : term,
		)
		.replace(/xml:lang="[^"]*"/, `xml:lang="${locale.tag}"`)
		.replace(/<style-options[^>]*>/, '')
		.replace(/<date form="text">[\s\S]*?<\/date>/, dateXml(locale))
		.replace(/<date form="numeric">[\s\S]*?<\/date>/, numericDate);
	return remaining.replace('</terms>', `${added.join('')}</terms>`);
}

/**
 * The suffixes of ordinal numbers as terms of CSL: one for all numbers, those of a last digit, and those of two last digits
 * (CSL 1.0.2, 'Ordinal Suffixes').
 */
function ordinalSuffixes(suffixOf: (number: number) => string): (readonly [term: string, suffix: string])[] {
	const numbers = Array.from({ length: 100 }, (_, number) => number);
	const common = suffixOf(100);
	const terms = new Map([['ordinal', common]]);
	const written = (number: number) => terms.get(`ordinal-${two(number % 10)}`) ?? common;
	for (const digit of numbers.slice(0, 10)) {
		const suffix = suffixOf(20 + digit);
		if (suffix !== common && suffix === suffixOf(30 + digit)) terms.set(`ordinal-${two(digit)}`, suffix);
	}
	for (const number of numbers.slice(10)) {
		if (suffixOf(number) !== written(number)) terms.set(`ordinal-${two(number)}`, suffixOf(number));
	}
	// Before ten, only the last digit counts: '1er', but '21e'.
	for (const digit of numbers.slice(1, 10)) {
		if (suffixOf(digit) === written(digit)) continue;
		terms.set(`ordinal-${two(digit)}`, suffixOf(digit));
		for (const number of numbers.slice(10).filter((number) => number % 10 === digit))
			if (!terms.has(`ordinal-${two(number)}`)) terms.set(`ordinal-${two(number)}`, suffixOf(number));
	}
	return [...terms];
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

/**
 * A term for a number without its slots: 'vol.' from 'vol. {number}', 頁 from 第{pages}頁, 'oldal' from '{pages}. oldal', 'tom'
 * from '1 tom'.
 */
function wordsOf(locale: Locale, name: string, number: number): string {
	const words = (locale.pattern(name, { number }) ?? '')
		.replace(/^.*\{[^{}]*\}\.?(?=\P{P}*\p{L})|\{[^{}]*\}|^1 /gu, '')
		.trim();
	return name === 'in' ? words.replace(/\s*[:：]$/, '') : words;
}

function termXml(cslTerm: string, form: string, single: string, plural = single): string {
	const attribute = form === 'long' ? '' : ` form="${form}"`;
	const words =
		single === plural
			? escapeXml(single)
			: `<single>${escapeXml(single)}</single><multiple>${escapeXml(plural)}</multiple>`;
	return `<term name="${cslTerm}"${attribute}>${words}</term>`;
}

/** A full date in the order of the locale: '{day}. {month} {year}'. */
function dateXml(locale: Locale): string {
	const [start = '', ...parts] = (locale.term('date-day') ?? '').split(/\{(day|month|year)(?:\.[\w-]+)?\}/);
	const written = parts.flatMap((part, at) => {
		if (at % 2) return [];
		const prefix = at === 0 && start ? ` prefix="${escapeXml(start)}"` : '';
		return [`<date-part name="${part}"${prefix} suffix="${escapeXml(parts[at + 1] ?? '')}"/>`];
	});
	return `<date form="text">${written.join('')}</date>`;
}

/** The same in every language: 2020-05-01. */
const numericDate = `<date form="numeric"><date-part name="year"/>${['month', 'day']
	.map((part) => `<date-part name="${part}" form="numeric-leading-zeros" prefix="-"/>`)
	.join('')}</date>`;

function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
