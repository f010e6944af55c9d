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
	/** CSL's XML for a language; English for one that nobody has. */
	retrieve(tag: string): string;
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
	const packaged = (tag: string) =>
		locales.list().find((own) => own === tag) ?? locales.list().find((own) => sameLanguage(own, tag));
	const kind = file || packaged(language) ? 'complete' : sameLanguage(locale.tag, language) ? 'own' : 'english';
	const read = file ? readWords(file.path, report) : null;
	if (file && read === null) return null;
	const given = read ?? (kind === 'own' ? cslWords(locale, english) : null);
	return {
		retrieve: (tag) => (given !== null && sameLanguage(tag, language) ? given : locales.get(packaged(tag) ?? 'en-US')),
		files: file ? [file.path] : [],
		kind,
	};
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
