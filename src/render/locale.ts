import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import { unreadable } from '../diagnostics/unreadable.ts';
import { nearest } from '../text/closest-word.ts';
import { parseYaml } from '../text/yaml.ts';
import { builtInCode } from './engine/built-in-code.ts';
import { builtInTemplates } from './engine/template-folders.ts';

/** The words of a language. Immutable; the same files and rewordings give the same object. */
export interface Locale {
	/** The language tag asked for: `en`, `de`, `en-GB`. */
	readonly tag: string;
	/** The word for a term as it stands in the file, '' where a term is blank on purpose; null for an unknown term. */
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
	/** The files read, absolute. */
	readonly files: readonly string[];
}

/**
 * The locale of a language tag: the built-in file, the project's own `locales/TAG.yaml` over it, `words` over both.
 * The file of `de-AT` stands over that of `de`, and need not be there. A language nobody has, and a reworded term that does not exist, are
 * reported (`locale/unknown`), the first with null; terms that a project's own language lacks are English and reported (`locale/incomplete`).
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
	const read = files.map((file) =>
		readTerms(file, report, file.startsWith(builtInTemplates) ? file : relative(root, file)),
	);
	if (read.includes(null)) return null;
	const english = readTerms(join(builtInTemplates, 'locales', 'en.yaml'), report);
	const terms = new Map(read.flatMap((part) => [...(part ?? [])]));
	const missing = [...(english?.keys() ?? [])].filter((name) => !terms.has(name) && !optional.test(name));
	if (missing.length)
		report(
			diagnostic('locale/incomplete', `The locale “${tag}” lacks ${counted(missing.length)}: ${missing.join(', ')}`, {
				hint: 'English words stand in for them; an empty word is "" in the file',
			}),
		);
	for (const [name, word] of english ?? []) if (missing.includes(name)) terms.set(name, word);
	for (const [name, word] of Object.entries(words)) {
		if (!terms.has(name) && !optional.test(name))
			report(
				diagnostic('locale/unknown', `Unknown word “${name}”`, {
					hint: `${nearestHint(name, [...terms.keys()])}A word of a template of your own belongs in locales/${tag}.yaml`,
				}),
			);
		else terms.set(name, word);
	}
	return intern(makeLocale(tag.replaceAll('_', '-'), terms, files));
}

function counted(terms: number): string {
	return terms === 1 ? '1 term' : `${terms} terms`;
}

/** Terms a language need not have, or may have more of: ends of ordinals, own kinds of links, marks and sections. */
const optional = /^(?:ordinal-\d\d|link-.*|mark-.*|section-.*)$/;

function filesOf(tag: string, folder: string | null): string[] {
	const names = [tag.split(/[-_]/)[0] ?? tag, tag].filter((name) => /^[\w-]+$/.test(name));
	const files = names.flatMap((name) =>
		[builtInTemplates, ...(folder ? [folder] : [])].map((place) => join(place, 'locales', `${name}.yaml`)),
	);
	return [...new Set(files)].filter((file) => existsSync(file));
}

function knownTags(folder: string | null): string[] {
	const names = [builtInTemplates, ...(folder ? [folder] : [])].flatMap((place) => {
		const locales = join(place, 'locales');
		return existsSync(locales) ? readdirSync(locales).filter((name) => name.endsWith('.yaml')) : [];
	});
	return [...new Set(names.map((name) => name.slice(0, -'.yaml'.length)))].sort();
}

function nearestHint(name: string, known: readonly string[]): string {
	const found = nearest(name, known);
	return found ? `Did you mean “${found}”? ` : '';
}

type Terms = ReadonlyMap<string, string>;

const readBefore = new Map<string, { readonly text: string; readonly terms: Terms }>();

/**
 * The terms of one file; null, reported, when it cannot be read or is not a YAML map of words. Parsed anew only when its
 * text changed.
 *
 * @param shown its path as it is reported
 */
export function readTerms(file: string, report: Report, shown = file): Terms | null {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		report(unreadable(shown, error));
		return null;
	}
	const before = readBefore.get(file);
	if (before?.text === text) return before.terms;
	const compiled = builtInCode.locales[basename(file)];
	if (compiled?.text === text) return new Map(Object.entries(compiled.terms));
	const yaml = parseYaml(source(shown, text), report, 'config/syntax');
	if (!yaml) return null;
	const terms = new Map<string, string>();
	let sound = true;
	for (const [name, word] of Object.entries(yaml.value ?? {})) {
		if (typeof word === 'string' || typeof word === 'number') terms.set(name, String(word));
		else if (word === null) terms.set(name, '');
		else {
			sound = false;
			report(
				diagnostic('config/invalid', `Expected a word for the term “${name}”`, {
					span: yaml.spanOf([name]),
					hint: 'Put it between quotation marks',
				}),
			);
		}
	}
	if (sound) readBefore.set(file, { text, terms });
	return terms;
}

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

const interned = new Map<string, { readonly content: string; readonly locale: Locale }>();

/** The object made last time for this tag when its words are the same: what was rendered with it stays valid. */
function intern(locale: Locale): Locale {
	const content = JSON.stringify([locale.files, locale.terms.map((name) => [name, locale.term(name)])]);
	const known = interned.get(locale.tag);
	if (known?.content === content) return known.locale;
	interned.set(locale.tag, { content, locale });
	return locale;
}
