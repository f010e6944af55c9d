import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import { type ProjectFolder, readProjectFile } from '../../library/files/read-project-file.ts';
import { xmlProblem } from '../../text/xml.ts';
import type { Locale } from '../locale.ts';
import type { CslPackage } from './csl-package.ts';
import { cslTerms } from './csl-terms.ts';

/** The CSL locale for the language of a style. */
export interface CslLocale {
	/** The locale as XML; null to use a locale of the package. */
	readonly xml: string | null;
	/** The files read, absolute. */
	readonly files: readonly string[];
	/** Where the terms come from: CSL's own locale, the locale of the list (English for the rest), or English only. */
	readonly origin: 'csl' | 'list' | 'english';
}

/**
 * Finds the CSL locale of a language: a file such as `locales-pl-PL.xml` of the CSL project in one of the folders, else a locale
 * of the package, else the terms of the list's locale, completed in English. Null when a file is broken, which is reported.
 */
export function findCslLocale(
	language: string,
	locale: Locale,
	folders: readonly string[],
	{ locales }: CslPackage,
	project: ProjectFolder,
	report: Report,
): CslLocale | null {
	const file = [...new Set([...folders, ...locale.files.map(dirname)])]
		.flatMap((folder) => filesIn(folder))
		.sort((a, b) => Number(b.tag === language) - Number(a.tag === language))
		.find(({ tag }) => sameLanguage(tag, language));
	const english = locales.get('en-US');
	const origin =
		file || packagedTag(language, locales) ? 'csl' : sameLanguage(locale.tag, language) ? 'list' : 'english';
	const fileXml = file ? readLocaleFile(file.path, project, report) : null;
	if (file && fileXml === null) return null;
	const xml = fileXml ?? (origin === 'list' ? cslTerms(locale, english) : null);
	return { xml, files: file ? [file.path] : [], origin };
}

/** The CSL locale of a tag as XML: `xml` for the style's language, else one of the package, else English. */
export function localeXml(tag: string, language: string, xml: string | null, locales: CslPackage['locales']): string {
	if (xml !== null && sameLanguage(tag, language)) return xml;
	return locales.get(packagedTag(tag, locales) ?? 'en-US');
}

function packagedTag(tag: string, locales: CslPackage['locales']): string | undefined {
	const tags = locales.list();
	return tags.find((packaged) => packaged === tag) ?? tags.find((packaged) => sameLanguage(packaged, tag));
}

function readLocaleFile(path: string, project: ProjectFolder, report: Report): string | null {
	const text = readProjectFile(path, project, report);
	const problem = text === null ? null : xmlProblem(source(path, text));
	if (!problem) return text;
	const hint = 'Download it again from https://github.com/citation-style-language/locales';
	report(diagnostic('style/unavailable', `Invalid CSL locale: ${problem.message}`, { hint, span: problem.span }));
	return null;
}

function sameLanguage(a: string, b: string): boolean {
	return a.split(/[-_]/)[0]?.toLowerCase() === b.split(/[-_]/)[0]?.toLowerCase();
}

/** The CSL locale files of a folder, with their tags. */
function filesIn(folder: string): { tag: string; path: string }[] {
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch {
		return [];
	}
	return names.flatMap((name) => {
		const tag = /^locales-([\w-]+)\.xml$/.exec(name)?.[1];
		return tag === undefined ? [] : [{ tag, path: join(folder, name) }];
	});
}
