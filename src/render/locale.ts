import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import { type ProjectFolder, readProjectFile } from '../library/files/read-project-file.ts';
import { closestWord } from '../text/closest-word.ts';
import { memoize } from '../text/memoize.ts';
import { valueIn } from '../text/value-in.ts';
import { parseYaml } from '../text/yaml.ts';
import { builtInTemplates } from './engine/built-in-templates.ts';

/** The terms of a language. Immutable; equal locales are one object. */
export interface Locale {
	/** The requested language tag: `en`, `de`, `en-GB`. */
	readonly tag: string;
	/** The word for a term; '' for a term that is intentionally empty, null for an unknown term. */
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
	/** Names of all terms. */
	readonly terms: readonly string[];
	/** The files of the project it was read from, absolute. */
	readonly files: readonly string[];
}

/**
 * Loads the locale of a language tag: the built-in file, then the project's `locales/TAG.yaml`, then `words`, each of which
 * overrides the previous one. `de-AT` also uses the files of `de`. Reports an unknown language, for which it returns null,
 * and unknown terms in `words` (`locale/unknown`). Terms missing from a language of the project are reported
 * (`locale/incomplete`) and replaced by English ones.
 *
 * @param folder the project's `templates/` (absolute), or null
 * @param project the project of the folder
 */
export function loadLocale(
	tag: string,
	words: Readonly<Record<string, string>>,
	folder: string | null,
	report: Report,
	project: ProjectFolder = { root: folder ?? '/', readable: null },
): Locale | null {
	const files = filesOf(tag, folder);
	if (!files.length) {
		const tags = availableTags(folder);
		const hint = `${suggestion(tag, tags)}Use ${tags.join(', ')}, or add locales/${tag}.yaml to the templates folder`;
		report(diagnostic('locale/unknown', `Unknown locale "${tag}"`, { hint }));
		return null;
	}
	const layers = files.map(({ builtIn, path }) =>
		path === null ? builtInTerms(builtIn) : readTerms(path, project, report),
	);
	if (layers.includes(null)) return null;
	const terms = new Map(layers.flatMap((layer) => [...(layer ?? [])]));
	const english = builtInTerms('locales/en.yaml');
	const missing = [...english.keys()].filter((name) => !terms.has(name) && !optional.test(name));
	if (missing.length)
		report(
			diagnostic('locale/incomplete', `Missing ${counted(missing.length)} in locale "${tag}": ${missing.join(', ')}`, {
				hint: 'Add them to replace the English words; write "" for an empty one',
			}),
		);
	for (const [name, word] of english) if (missing.includes(name)) terms.set(name, word);
	for (const [name, word] of Object.entries(words)) {
		if (!terms.has(name) && !optional.test(name))
			report(
				diagnostic('locale/unknown', `Unknown term "${name}"`, {
					hint: `${suggestion(name, [...terms.keys()])}Define terms of your templates in locales/${tag}.yaml`,
				}),
			);
		else terms.set(name, word);
	}
	const paths = files.flatMap(({ path }) => path ?? []);
	return sharedLocale(JSON.stringify([tag.replaceAll('_', '-'), [...terms], paths]));
}

function counted(terms: number): string {
	return terms === 1 ? '1 term' : `${terms} terms`;
}

/** Terms that a language may lack or add: ordinal suffixes, and kinds of links, marks and sections. */
const optional = /^(?:ordinal-\d\d|link-.*|mark-.*|section-.*)$/;

/** A locale file. */
interface LocaleFile {
	/** The name of the built-in file. */
	readonly builtIn: string;
	/** The absolute path of a file of the project; null for a built-in file. */
	readonly path: string | null;
}

function filesOf(tag: string, folder: string | null): LocaleFile[] {
	const names = [tag.split(/[-_]/)[0] ?? tag, tag].filter((name) => /^[\w-]+$/.test(name));
	return [...new Set(names)].flatMap((name) => {
		const builtIn = `locales/${name}.yaml`;
		const path = folder && join(folder, builtIn);
		return [
			...(Object.hasOwn(builtInTemplates.files, builtIn) ? [{ builtIn, path: null }] : []),
			...(path && existsSync(path) ? [{ builtIn, path }] : []),
		];
	});
}

function availableTags(folder: string | null): string[] {
	const locales = folder && join(folder, 'locales');
	const names = [
		...Object.keys(builtInTemplates.files).filter((name) => name.startsWith('locales/')),
		...(locales && existsSync(locales) ? readdirSync(locales).filter((name) => name.endsWith('.yaml')) : []),
	];
	return [...new Set(names.map((name) => name.replace(/^locales\/|\.yaml$/g, '')))].sort();
}

function suggestion(name: string, candidates: readonly string[]): string {
	const match = closestWord(name, candidates);
	return match ? `Did you mean "${match}"? ` : '';
}

type Terms = ReadonlyMap<string, string>;

function builtInTerms(name: string): Terms {
	const compiled = valueIn(builtInTemplates.terms ?? {}, name);
	if (compiled) return new Map(Object.entries(compiled));
	const { terms, problems } = parseTerms(JSON.stringify([name, valueIn(builtInTemplates.files, name) ?? '']));
	if (!terms) throw new Error(`${name}: ${problems[0]?.message}`);
	return terms;
}

/** The terms of a file of the project. Null, with the reason reported, when it cannot be read or is not a YAML mapping. */
function readTerms(file: string, project: ProjectFolder, report: Report): Terms | null {
	const path = relative(project.root, file);
	const text = readProjectFile(file, project, report);
	if (text === null) return null;
	const { terms, problems } = parseTerms(JSON.stringify([path, text]));
	for (const problem of problems) report(problem);
	return terms;
}

/** The terms of a file, given as JSON of its path and text. Cached, because parsing YAML takes longer than a short list. */
const parseTerms = memoize((file): { readonly terms: Terms | null; readonly problems: readonly Diagnostic[] } => {
	const [path, text] = JSON.parse(file) as [string, string];
	const problems: Diagnostic[] = [];
	const yaml = parseYaml(source(path, text), (problem) => problems.push(problem), 'config/syntax');
	if (!yaml) return { terms: null, problems };
	const terms = new Map<string, string>();
	for (const [name, word] of Object.entries(yaml.value ?? {})) {
		if (typeof word === 'string' || typeof word === 'number') terms.set(name, String(word));
		else if (word === null) terms.set(name, '');
		else
			problems.push(
				diagnostic('config/invalid', `Expected text for the term "${name}"`, {
					span: yaml.spanOf([name]),
					hint: 'Put the text in quotation marks',
				}),
			);
	}
	return { terms, problems };
}, 20);

/** The locale with a tag, terms and files, given as JSON. */
const sharedLocale = memoize((content) => {
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
		ordinal: (number) => `${number}${ordinalSuffix(number, terms)}`,
		terms: [...terms.keys()],
		files,
	};
}

/** Fills `{slots}` with values. A slot without a value stays. */
function fill(pattern: string, slots: Readonly<Record<string, string | number>>): string {
	return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => String(valueIn(slots, name) ?? slot));
}

function ordinalSuffix(number: number, terms: Terms): string {
	const lastTwo = Math.abs(number) % 100;
	const name = (digits: number) => `ordinal-${String(digits).padStart(2, '0')}`;
	return (
		(lastTwo > 9 ? terms.get(name(lastTwo)) : undefined) ?? terms.get(name(lastTwo % 10)) ?? terms.get('ordinal') ?? ''
	);
}
