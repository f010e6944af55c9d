import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import { nearest } from '../text/closest-word.ts';
import { memoize } from '../text/memoize.ts';
import { parseYaml } from '../text/yaml.ts';
import { builtInTemplates } from './engine/built-in-templates.ts';

/** The words of a language. Immutable; equal words give the same object. */
export interface Locale {
	/** The language tag asked for: `en`, `de`, `en-GB`. */
	readonly tag: string;
	/** The word for a term; '' for a term that is empty on purpose, null for an unknown term. */
	term(name: string): string | null;
	/** A term with its `{slots}` filled: `phrase('date-month', {month: 'May', year: 2020})`. */
	phrase(name: string, slots: Readonly<Record<string, string | number>>): string;
	/** Opening and closing quotation marks, outer then inner. */
	readonly quotes: readonly (readonly [open: string, close: string])[];
	/** January to December. */
	readonly months: readonly string[];
	readonly shortMonths: readonly string[];
	/** Spring to winter, EDTF's 21 to 24. */
	readonly seasons: readonly string[];
	/** 1st, 2., 3e … (CSL 1.0.2, 'Ordinal Suffixes'). */
	ordinal(number: number): string;
	/** Names of all terms, for the nearest one to a misspelt name. */
	readonly terms: readonly string[];
	/** The project's own files it was read from, absolute. */
	readonly files: readonly string[];
}

/**
 * The locale of a language tag: the built-in file, then the project's own `locales/TAG.yaml`, then `words`, each over the
 * one before. `de-AT` needs no file of its own: the file of `de` is used as well. An unknown language and an unknown word
 * are reported (`locale/unknown`), the first with null; terms that a project's own language lacks are English and reported
 * (`locale/incomplete`).
 *
 * @param folder the project's `templates/` (absolute), or null
 * @param root the folder that reported paths start from (absolute)
 */
export function loadLocale(
	tag: string,
	words: Readonly<Record<string, string>>,
	folder: string | null,
	report: Report,
	root: string = folder ?? '/',
): Locale | null {
	const files = filesOf(tag, folder);
	if (!files.length) {
		const known = knownTags(folder);
		const hint = `${nearestHint(tag, known)}There are ${known.join(', ')}; another is one file, locales/${tag}.yaml in the templates folder`;
		report(diagnostic('locale/unknown', `Unknown locale “${tag}”`, { hint }));
		return null;
	}
	const read = files.map(({ builtIn, own }) => (own === null ? builtInTerms(builtIn) : ownTerms(own, root, report)));
	if (read.includes(null)) return null;
	const terms = new Map(read.flatMap((part) => [...(part ?? [])]));
	const english = builtInTerms('locales/en.yaml');
	const missing = [...english.keys()].filter((name) => !terms.has(name) && !optional.test(name));
	if (missing.length)
		report(
			diagnostic('locale/incomplete', `The locale “${tag}” lacks ${counted(missing.length)}: ${missing.join(', ')}`, {
				hint: 'English words stand in for them; an empty word is "" in the file',
			}),
		);
	for (const [name, word] of english) if (missing.includes(name)) terms.set(name, word);
	for (const [name, word] of Object.entries(words)) {
		if (!terms.has(name) && !optional.test(name))
			report(
				diagnostic('locale/unknown', `Unknown word “${name}”`, {
					hint: `${nearestHint(name, [...terms.keys()])}A word of a template of your own belongs in locales/${tag}.yaml`,
				}),
			);
		else terms.set(name, word);
	}
	const ownFiles = files.flatMap(({ own }) => own ?? []);
	return localeOf(JSON.stringify([tag.replaceAll('_', '-'), [...terms], ownFiles]));
}

function counted(terms: number): string {
	return terms === 1 ? '1 term' : `${terms} terms`;
}

/** Terms a language need not have, or may have more of: ends of ordinals, own kinds of links, marks and sections. */
const optional = /^(?:ordinal-\d\d|link-.*|mark-.*|section-.*)$/;

/** A file of terms: a built-in one by name, or one of the project (absolute). */
interface TermFile {
	readonly builtIn: string;
	readonly own: string | null;
}

function filesOf(tag: string, folder: string | null): TermFile[] {
	const names = [tag.split(/[-_]/)[0] ?? tag, tag].filter((name) => /^[\w-]+$/.test(name));
	return [...new Set(names)].flatMap((name) => {
		const builtIn = `locales/${name}.yaml`;
		const own = folder && join(folder, builtIn);
		return [
			...(builtIn in builtInTemplates.files ? [{ builtIn, own: null }] : []),
			...(own && existsSync(own) ? [{ builtIn, own }] : []),
		];
	});
}

function knownTags(folder: string | null): string[] {
	const own = folder && join(folder, 'locales');
	const names = [
		...Object.keys(builtInTemplates.files).filter((name) => name.startsWith('locales/')),
		...(own && existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.yaml')) : []),
	];
	return [...new Set(names.map((name) => name.replace(/^locales\/|\.yaml$/g, '')))].sort();
}

function nearestHint(name: string, known: readonly string[]): string {
	const found = nearest(name, known);
	return found ? `Did you mean “${found}”? ` : '';
}

type Terms = ReadonlyMap<string, string>;

function builtInTerms(name: string): Terms {
	const compiled = builtInTemplates.terms?.[name];
	if (compiled) return new Map(Object.entries(compiled));
	const { terms, problems } = parseTerms(JSON.stringify([name, builtInTemplates.files[name] ?? '']));
	if (!terms) throw new Error(`${name}: ${problems[0]?.message}`);
	return terms;
}

/** The terms of a project's file; null, reported, when it cannot be read or is no YAML map of words. */
function ownTerms(file: string, root: string, report: Report): Terms | null {
	const shown = relative(root, file);
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		report(unreadable(shown, error));
		return null;
	}
	const { terms, problems } = parseTerms(JSON.stringify([shown, text]));
	for (const problem of problems) report(problem);
	return terms;
}

/** The terms of a file given as JSON of its path and text. Reading YAML takes longer than a short list. */
const parseTerms = memoize((file): { readonly terms: Terms | null; readonly problems: readonly Diagnostic[] } => {
	const [path, text] = JSON.parse(file) as [string, string];
	const problems: Diagnostic[] = [];
	const yaml = parseYaml(source(path, text), (found) => problems.push(found), 'config/syntax');
	if (!yaml) return { terms: null, problems };
	const terms = new Map<string, string>();
	for (const [name, word] of Object.entries(yaml.value ?? {})) {
		if (typeof word === 'string' || typeof word === 'number') terms.set(name, String(word));
		else if (word === null) terms.set(name, '');
		else
			problems.push(
				diagnostic('config/invalid', `Expected a word for the term “${name}”`, {
					span: yaml.spanOf([name]),
					hint: 'Put it between quotation marks',
				}),
			);
	}
	return { terms, problems };
}, 20);

/** The locale of its tag, terms and files, given as JSON. */
const localeOf = memoize((content) => {
	const [tag, terms, files] = JSON.parse(content) as [string, [string, string][], string[]];
	return makeLocale(tag, new Map(terms), files);
}, 20);

function makeLocale(tag: string, terms: Terms, files: readonly string[]): Locale {
	const word = (name: string) => terms.get(name) ?? '';
	const numbered = (stem: string, count: number, end = '') =>
		Array.from({ length: count }, (_, index) => word(`${stem}-${String(index + 1).padStart(2, '0')}${end}`));
	return {
		tag,
		term: (name) => terms.get(name) ?? null,
		phrase: (name, slots) => fill(word(name), slots),
		quotes: [
			[word('open-quote'), word('close-quote')],
			[word('open-inner-quote'), word('close-inner-quote')],
		],
		months: numbered('month', 12),
		shortMonths: numbered('month', 12, '-short'),
		seasons: numbered('season', 4),
		ordinal: (number) => `${number}${ordinalEnd(number, terms)}`,
		terms: [...terms.keys()],
		files,
	};
}

/** Puts values into `{slots}`; a slot without a value stays as it is. */
function fill(pattern: string, slots: Readonly<Record<string, string | number>>): string {
	return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

function ordinalEnd(number: number, terms: Terms): string {
	const two = Math.abs(number) % 100;
	const name = (digits: number) => `ordinal-${String(digits).padStart(2, '0')}`;
	return (two > 9 ? terms.get(name(two)) : undefined) ?? terms.get(name(two % 10)) ?? terms.get('ordinal') ?? '';
}
