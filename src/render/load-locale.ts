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
import { missingForms } from './language/missing-forms.ts';
import { closestTag } from './language/scripts.ts';
import { defaultWords, type Term } from './language/term-forms.ts';
import { type Locale, localeOf, type Quotes, quotesIn } from './locale.ts';

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
	words: Readonly<Record<string, Term>>,
	folder: string | null,
	report: Report,
	project: ProjectFolder = { root: folder ?? '/', readable: null },
): Locale | null {
	const exact = filesOf(tag, folder);
	const closest = exact.length || !isTag(tag) ? null : closestTag(tag, availableTags(folder));
	const files = closest === null ? exact : filesOf(closest, folder);
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
	const problems = missingForms(tag, terms, english);
	if (problems.length)
		report(
			diagnostic(
				'locale/incomplete',
				`Missing ${counted(problems.length)} in locale "${tag}": ${problems.join(', ')}`,
				{
					hint: 'Add them to replace the English words; write "" for an empty one',
				},
			),
		);
	const inEnglish = [...english].filter(([name]) => !terms.has(name));
	for (const [name, word] of inEnglish) terms.set(name, word);
	for (const [name, word] of Object.entries(words)) {
		if (!terms.has(name) && !/^(?:link|mark|section)-/.test(name))
			report(
				diagnostic('locale/unknown', `Unknown term "${name}"`, {
					hint: `${suggestion(name, [...terms.keys()])}Define terms of your templates in locales/${tag}.yaml`,
				}),
			);
		else terms.set(name, word);
	}
	const paths = files.flatMap(({ path }) => path ?? []);
	const replaced = inEnglish.map(([name]) => name).filter((name) => !Object.hasOwn(words, name));
	return localeOf({ tag: tag.replaceAll('_', '-'), terms: [...terms], files: paths, inEnglish: replaced });
}

function counted(terms: number): string {
	return terms === 1 ? '1 term' : `${terms} terms`;
}

/** A locale file. */
interface LocaleFile {
	/** The name of the built-in file. */
	readonly builtIn: string;
	/** The absolute path of a file of the project; null for a built-in file. */
	readonly path: string | null;
}

/** Whether a text may be a language tag: `zh`, `pt-BR`. `Intl` treats others as English. */
function isTag(text: string): boolean {
	return /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(text);
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

type Terms = ReadonlyMap<string, Term>;

function builtInTerms(name: string): Terms {
	const compiled = valueIn(builtInTemplates.terms ?? {}, name);
	if (compiled) return new Map(Object.entries(compiled));
	const { terms, problems } = parseTerms(JSON.stringify([name, valueIn(builtInTemplates.files, name) ?? '']));
	if (!terms) throw new Error(`${name}: ${problems[0]?.message}`);
	return terms;
}

/** The quotation marks of a language, outer then inner; null if no built-in locale has them. */
export const quotesOf = memoize((tag): Quotes | null => {
	const closest = filesOf(tag, null).length ? tag : closestTag(tag, availableTags(null));
	const files = closest === null ? [] : filesOf(closest, null);
	if (!files.length) return null;
	const terms = new Map(files.flatMap(({ builtIn }) => [...builtInTerms(builtIn)]));
	return quotesIn((name) => defaultWords(terms.get(name) ?? ''));
}, 100);

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
	const terms = new Map<string, Term>();
	for (const [name, word] of Object.entries(yaml.value ?? {})) {
		const term = readTerm(word);
		if (term !== null) terms.set(name, term);
		else
			problems.push(
				diagnostic('config/invalid', `Expected text for the term "${name}"`, {
					span: yaml.spanOf([name]),
					hint: 'Put the text in quotation marks, or write forms of it: {one: "…", other: "…"}',
				}),
			);
	}
	return { terms, problems };
}, 40);

/** A term as YAML has it; null if it is neither text nor forms of it. */
function readTerm(value: unknown): Term | null {
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	if (value === null) return '';
	if (typeof value !== 'object' || Array.isArray(value)) return null;
	const forms = Object.entries(value).map(([form, words]) => [form, readTerm(words)] as const);
	return forms.length && forms.every(([, words]) => words !== null) ? (Object.fromEntries(forms) as Term) : null;
}
