import type { Locale } from '../locale.ts';

/** CSL's term, its form, ours for one and, where it differs, for several (CSL 1.0.2, 'Appendix II: Terms'). */
type Row = readonly [term: string, form: string, one: string, several?: string];

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

/** The words of a locale as CSL's XML, over those of English, for a language that CSL's own words are not at hand for. */
export function cslWords(locale: Locale, english: string): string {
	const own = rows.flatMap(([term, form, one, several = one]) => {
		const words = [one, several].map((name) => wordsOf(locale, name));
		return words[0] ? [termOf(term, form, words[0], words[1] || words[0])] : [];
	});
	const ordinals = locale.terms.filter((name) => /^ordinal(?:-\d\d)?$/.test(name));
	const added = [...own, ...ordinals.map((name) => termOf(name, 'long', locale.term(name) ?? ''))];
	const known = new Set(rows.map(([term, form]) => `${term} ${form}`));
	const left = english
		.replace(/<term name="([^"]+)"(?: form="([^"]+)")?[^>]*?(?:\/>|>[\s\S]*?<\/term>)/g, (term, name, form = 'long') =>
			known.has(`${name} ${form}`) || /ordinal/.test(name) ? '' : term,
		)
		.replace(/xml:lang="[^"]*"/, `xml:lang="${locale.tag}"`)
		.replace(/<style-options[^>]*>/, '')
		.replace(/<date form="text">[\s\S]*?<\/date>/, dateOf(locale))
		.replace(/<date form="numeric">[\s\S]*?<\/date>/, numericDate);
	return left.replace('</terms>', `${added.join('')}</terms>`);
}

/** A term without what is filled into it: 'vol.' of 'vol. {number}'. */
function wordsOf(locale: Locale, name: string): string {
	return (locale.term(name) ?? '').replace(/\{\w+\}/g, '').trim();
}

function termOf(term: string, form: string, one: string, several = one): string {
	const kind = form === 'long' ? '' : ` form="${form}"`;
	const words = one === several ? safe(one) : `<single>${safe(one)}</single><multiple>${safe(several)}</multiple>`;
	return `<term name="${term}"${kind}>${words}</term>`;
}

/** A whole date in the order of the locale: '{day}. {month} {year}'. */
function dateOf(locale: Locale): string {
	const [before = '', ...parts] = (locale.term('date-day') ?? '').split(/\{(day|month|year)\}/);
	const written = parts.flatMap((part, at) => {
		if (at % 2) return [];
		const prefix = at === 0 && before ? ` prefix="${safe(before)}"` : '';
		return [`<date-part name="${part}"${prefix} suffix="${safe(parts[at + 1] ?? '')}"/>`];
	});
	return `<date form="text">${written.join('')}</date>`;
}

/** Read alike everywhere: 2020-05-01. */
const numericDate = `<date form="numeric"><date-part name="year"/>${['month', 'day']
	.map((part) => `<date-part name="${part}" form="numeric-leading-zeros" prefix="-"/>`)
	.join('')}</date>`;

function safe(text: string): string {
	return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
