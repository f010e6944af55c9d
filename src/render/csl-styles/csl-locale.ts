import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import { unreadable } from '../../diagnostics/unreadable.ts';
import { xmlProblem } from '../../text/xml.ts';
import type { Locale } from '../locale.ts';
import type { CslPackage } from './csl-package.ts';
import { cslWords } from './csl-words.ts';

/** The words that a style is given. */
export interface CslLocales {
	/** CSL's XML for the language of the style; null for the words of the package. */
	readonly words: string | null;
	/** The files read, absolute. */
	readonly files: readonly string[];
	/** Where the words of the language come from: complete ones, made of the list's own, or none but English. */
	readonly kind: 'complete' | 'own' | 'english';
}

/**
 * The words of a language for styles: a file `locales-pl-PL.xml` of the CSL project in one of the folders, else those that
 * come with the package, else the words of the list's own locale over English. Null, reported, for a file that is broken.
 */
export function cslLocales(
	language: string,
	locale: Locale,
	folders: readonly string[],
	{ locales }: CslPackage,
	report: Report,
): CslLocales | null {
	const file = [...new Set([...folders, ...locale.files.map(dirname)])]
		.flatMap((folder) => filesIn(folder))
		.sort((one, other) => Number(other.tag === language) - Number(one.tag === language))
		.find(({ tag }) => sameLanguage(tag, language));
	const english = locales.get('en-US');
	const kind =
		file || packagedTag(language, locales) ? 'complete' : sameLanguage(locale.tag, language) ? 'own' : 'english';
	const read = file ? readWords(file.path, report) : null;
	if (file && read === null) return null;
	const words = read ?? (kind === 'own' ? cslWords(locale, english) : null);
	return { words, files: file ? [file.path] : [], kind };
}

/** CSL's XML for a language tag: the words given for the style's language, else those of the package or English. */
export function retrieveWords(
	tag: string,
	language: string,
	words: string | null,
	locales: CslPackage['locales'],
): string {
	if (words !== null && sameLanguage(tag, language)) return words;
	return locales.get(packagedTag(tag, locales) ?? 'en-US');
}

function packagedTag(tag: string, locales: CslPackage['locales']): string | undefined {
	return locales.list().find((own) => own === tag) ?? locales.list().find((own) => sameLanguage(own, tag));
}

function readWords(path: string, report: Report): string | null {
	try {
		const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
		const problem = xmlProblem(source(path, text));
		if (!problem) return text;
		const hint = 'Take it again from https://github.com/citation-style-language/locales';
		report(diagnostic('style/unavailable', `Its words are broken: ${problem.message}`, { hint, span: problem.span }));
	} catch (error) {
		report(unreadable(path, error));
	}
	return null;
}

function sameLanguage(one: string, other: string): boolean {
	return one.split(/[-_]/)[0]?.toLowerCase() === other.split(/[-_]/)[0]?.toLowerCase();
}

/** The locale files of a folder, by their tags. */
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
