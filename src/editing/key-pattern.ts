import { closestWord } from '../text/closest-word.ts';
import { functionWords } from '../text/function-words.ts';
import { transliterate } from '../text/transliterate.ts';
import { valueIn } from '../text/value-in.ts';

/** The data of a publication that keys are generated from. */
export interface KeyData {
	/** Family names of the authors, or else of the editors, with their particles. */
	readonly names: readonly string[];
	readonly title: string;
	/** At most four digits; '' if unknown. */
	readonly year: string;
	readonly month: string;
	readonly type: string;
	/** Title of the journal or book. */
	readonly container: string;
	readonly volume: string;
	readonly firstPage: string;
}

/** A parsed pattern: generates a key, without the letter that makes it unique. */
export type KeyPattern = (data: KeyData) => string;

/** The default pattern, if there is none in the configuration and none can be detected in the library. */
export const defaultKeyPattern = 'auth.lower + shorttitle(3,3) + year';

/**
 * Parses a pattern in the syntax of Better BibTeX, `auth.lower + shorttitle(3,3) + year`, or of JabRef,
 * `[auth:lower]_[year]`: functions and quoted texts with filters. Returns an error with a hint if it is invalid.
 */
export function readKeyPattern(pattern: string): KeyPattern | PatternError {
	const terms = pattern.includes('[') ? termsInBrackets(pattern) : termsInSum(pattern);
	const parts: KeyPattern[] = [];
	for (const term of terms) {
		const part = readTerm(term.trim());
		if ('error' in part) return part;
		parts.push(part);
	}
	return (data) => clean(parts.map((part) => part(data)).join(''));
}

/** Every processor accepts ASCII without spaces and TeX's special characters. */
function clean(key: string): string {
	return transliterate(key).replace(/[^A-Za-z0-9_:.+/-]+/g, '');
}

/** The terms between plus signs that are not in quotes. */
function termsInSum(pattern: string): string[] {
	const terms = [''];
	for (const [piece] of pattern.matchAll(/"[^"]*"|'[^']*'|[^"'+]+|./gs)) {
		if (piece === '+') terms.push('');
		else terms.push(terms.pop() + piece);
	}
	return terms;
}

/** The terms of JabRef's syntax; text between brackets is literal. */
function termsInBrackets(pattern: string): string[] {
	// An unclosed bracket makes the whole pattern invalid.
	if (/[[\]]/.test(pattern.replace(/\[[^[\]]*\]/g, ''))) return [pattern];
	return [...pattern.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)].map(([, inside, text]) =>
		inside === undefined
			? `"${text}"`
			: inside
					.replace(/^([a-z]+)(\d+)_(\d+)/i, '$1($2,$3)')
					.replace(/^([a-z]+)(\d+)/i, '$1($2)')
					.replace(/:/g, '.'),
	);
}

interface PatternError {
	readonly error: string;
	readonly hint: string;
}

function readTerm(term: string): KeyPattern | PatternError {
	const text = /^(?:"([^"]*)"|'([^']*)')/.exec(term);
	const call = /^([a-z]+)(?:\(([^)]*)\))?/i.exec(term);
	const head = text ?? call;
	const filters =
		head && /^(?:\.[a-z]+(?:\(\d*(?:,\s*\d+)?\))?)*$/i.exec(term.slice(head[0].length))
			? term.slice(head[0].length)
			: null;
	if (!head || filters === null)
		return { error: `Invalid key pattern "${term}"`, hint: `Use a pattern such as ${defaultKeyPattern}` };
	const name = call?.[1]?.toLowerCase() ?? '';
	const generate = text ? () => text[1] ?? text[2] ?? '' : valueIn(functions, name);
	if (!generate) return unknown('function', call?.[1] ?? '', Object.keys(functions));
	const numbers = (call?.[2] ?? '').split(',').filter(Boolean).map(Number);
	const changes: ((value: string) => string)[] = [];
	for (const [, filter = '', list = ''] of filters.matchAll(/\.([a-z]+)(?:\(([^)]*)\))?/gi)) {
		const change = valueIn(filtersByName, filter.toLowerCase());
		if (!change) return unknown('filter', filter, Object.keys(filtersByName));
		const parameters = list.split(',').filter(Boolean).map(Number);
		changes.push((value) => change(value, parameters));
	}
	return (data) => changes.reduce((value, change) => change(value), generate(data, numbers));
}

function unknown(kind: 'function' | 'filter', name: string, names: readonly string[]): PatternError {
	const near = closestWord(name, names);
	return {
		error: `Unknown ${kind} "${name}" in key pattern`,
		hint: near ? `Did you mean "${near}"?` : `Use one of ${names.join(', ')}`,
	};
}

type KeyFunction = (data: KeyData, numbers: readonly number[]) => string;

const bare = (name: string) =>
	transliterate(name)
		.replace(/[^A-Za-z0-9-]+/g, '')
		.replace(/-+/g, '');

const author: KeyFunction = ({ names: [first = ''] }, [letters]) => bare(first).slice(0, letters);

const functions: Readonly<Record<string, KeyFunction>> = {
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

/** The first significant words of a title, some of them capitalized. */
function someWords(title: string, most: number, capitals: number): string {
	const all = words(title);
	const significant = all.filter((word) => !functionWords.has(word.toLowerCase()));
	return (significant.length > 0 ? significant : all)
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
