import { nearest } from '../text/closest-word.ts';
import { functionWords } from '../text/function-words.ts';
import { transliterate } from '../text/transliterate.ts';

/** What a key is made of. */
export interface KeyMatter {
	/** Family names of the authors, or of the editors where there are none, with their particles. */
	readonly names: readonly string[];
	readonly title: string;
	/** Four digits or fewer; '' without one. */
	readonly year: string;
	readonly month: string;
	readonly type: string;
	/** Journal or book. */
	readonly container: string;
	readonly volume: string;
	readonly firstPage: string;
}

/** A pattern that was read: gives a key without its letter behind. */
export type KeyPattern = (matter: KeyMatter) => string;

/** What is used where neither the configuration nor the library says something else. */
export const usualPattern = 'auth.lower + shorttitle(3,3) + year';

/**
 * Reads a pattern in Better BibTeX's words, `auth.lower + shorttitle(3,3) + year`, or JabRef's, `[auth:lower]_[year]`:
 * functions and quoted texts, each with filters. An error says what is wrong.
 */
export function readKeyPattern(pattern: string): KeyPattern | { readonly error: string; readonly hint: string } {
	const terms = pattern.includes('[') ? bracketed(pattern) : pattern.split(/\s*\+\s*(?=(?:[^"']|"[^"]*"|'[^']*')*$)/);
	const parts: KeyPattern[] = [];
	for (const written of terms) {
		const part = readTerm(written.trim());
		if ('error' in part) return part;
		parts.push(part);
	}
	return (matter) => clean(parts.map((part) => part(matter)).join(''));
}

/** What every processor takes as a key: ASCII without spaces and what means something to TeX. */
function clean(key: string): string {
	return transliterate(key).replace(/[^A-Za-z0-9_:.+/-]+/g, '');
}

/** JabRef's brackets as terms: what stands between them is text. */
function bracketed(pattern: string): string[] {
	// One that is not closed is no pattern, and is told as it stands.
	if (/[[\]]/.test(pattern.replace(/\[[^\]]*\]/g, ''))) return [pattern];
	return [...pattern.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)].map(([, inside, text]) =>
		inside === undefined
			? `"${text}"`
			: inside
					.replace(/^([a-z]+)(\d+)_(\d+)/i, '$1($2,$3)')
					.replace(/^([a-z]+)(\d+)/i, '$1($2)')
					.replace(/:/g, '.'),
	);
}

function readTerm(written: string): KeyPattern | { readonly error: string; readonly hint: string } {
	const text = /^(?:"([^"]*)"|'([^']*)')/.exec(written);
	const call = /^([a-z]+)(?:\(([^)]*)\))?/i.exec(written);
	const head = text ?? call;
	const filters =
		head && /^(?:\.[a-z]+(?:\(\d*(?:,\s*\d+)?\))?)*$/i.exec(written.slice(head[0].length))
			? written.slice(head[0].length)
			: null;
	if (!head || filters === null)
		return { error: `Unexpected “${written}” in a key pattern`, hint: `For example ${usualPattern}` };
	const name = call?.[1]?.toLowerCase() ?? '';
	const make = text ? () => text[1] ?? text[2] ?? '' : functions[name];
	if (!make) return unknown(call?.[1] ?? '', Object.keys(functions));
	const numbers = (call?.[2] ?? '').split(',').filter(Boolean).map(Number);
	const changes: ((value: string) => string)[] = [];
	for (const [, filter = '', given = ''] of filters.matchAll(/\.([a-z]+)(?:\(([^)]*)\))?/gi)) {
		const change = filtersByName[filter.toLowerCase()];
		if (!change) return unknown(filter, Object.keys(filtersByName));
		const parameters = given.split(',').filter(Boolean).map(Number);
		changes.push((value) => change(value, parameters));
	}
	return (matter) => changes.reduce((value, change) => change(value), make(matter, numbers));
}

function unknown(name: string, known: readonly string[]): { error: string; hint: string } {
	const near = nearest(name, known);
	return {
		error: `Unknown “${name}” in a key pattern`,
		hint: near ? `Did you mean “${near}”?` : `There are ${known.join(', ')}`,
	};
}

type Make = (matter: KeyMatter, numbers: readonly number[]) => string;

const bare = (name: string) =>
	transliterate(name)
		.replace(/[^A-Za-z0-9-]+/g, '')
		.replace(/-+/g, '');

const author: Make = ({ names: [first = ''] }, [letters]) => bare(first).slice(0, letters);

const functions: Readonly<Record<string, Make>> = {
	auth: author,
	author,
	authfirst: author,
	authors: ({ names }, [most = names.length]) =>
		names.slice(0, most).map(bare).join('') + (names.length > most ? 'EtAl' : ''),
	authetal: ({ names: [first = '', second, ...more] }) =>
		bare(first) + (more.length > 0 ? 'EtAl' : second ? bare(second) : ''),
	lastauth: ({ names }) => bare(names.at(-1) ?? ''),
	authini: ({ names }, [letters = 1]) => names.map((name) => bare(name).slice(0, letters)).join(''),
	alpha: ({ names }) =>
		names.length === 1
			? bare(names[0] ?? '').slice(0, 3)
			: names
					.slice(0, 4)
					.map((name) => bare(name).slice(0, 1))
					.join(''),
	year: ({ year }) => year,
	date: ({ year }) => year,
	shortyear: ({ year }) => year.slice(-2),
	month: ({ month }) => month,
	type: ({ type }) => type,
	title: ({ title }) => words(title).map(capital).join(''),
	shorttitle: ({ title }, [most = 3, capitals = 0]) => someWords(title, most, capitals),
	veryshorttitle: ({ title }, [most = 1, capitals = 0]) => someWords(title, most, capitals),
	journal: ({ container }) => words(container).map(capital).join(''),
	volume: ({ volume }) => volume,
	firstpage: ({ firstPage }) => firstPage,
};

/** The first words that say something, so many of them with a capital. */
function someWords(title: string, most: number, capitals: number): string {
	const all = words(title);
	const telling = all.filter((word) => !functionWords.has(word.toLowerCase()));
	return (telling.length > 0 ? telling : all)
		.slice(0, most)
		.map((word, index) => (index < capitals ? capital(word) : word))
		.join('');
}

function words(title: string): string[] {
	return transliterate(title.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).match(/[A-Za-z0-9]+/g) ?? [];
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

const filtersByName: Readonly<Record<string, (value: string, numbers: readonly number[]) => string>> = {
	lower: (value) => value.toLowerCase(),
	upper: (value) => value.toUpperCase(),
	capitalize: capital,
	abbr: (value) => value.replace(/(?<=[A-Za-z])[a-z]+/g, ''),
	clean: (value) => value.replace(/[^A-Za-z0-9]+/g, ''),
	substring: (value, [start = 1, length]) =>
		value.slice(start - 1, length === undefined ? undefined : start - 1 + length),
};
