import { dirname } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Marks } from '../../people/person.ts';
import type { CslItem } from '../../publications/csl/csl-item.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { Locale } from '../locale.ts';
import { type CslEngine, cslEngine } from './csl-engine.ts';
import { longerList } from './csl-et-al.ts';
import { cslInput } from './csl-input.ts';
import { type CslLocales, cslLocales, retrieveWords } from './csl-locale.ts';
import { type CslRun, cslRuns } from './csl-output.ts';
import { type CiteProc, type CslPackage, loadCslPackage } from './csl-package.ts';
import { readCslStyle } from './csl-source.ts';

/** A CSL style in a language. The same style, text and language give the same object. */
export interface CslStyle {
	/** A publication as the style has it; null where it has nothing to say. */
	runs(publication: Publication, marks: Marks): readonly CslRun[] | null;
	/** The files it was read from, absolute; none for a style and words that come with the package. */
	readonly files: readonly string[];
}

/**
 * Loads a style: the name of one that comes with `@citation-js/plugin-csl` (`apa`, `vancouver`, `harvard1`), or a
 * path to a .csl file. Null, with the reason reported (`style/unavailable`), when it cannot be had. A language that CSL
 * has no words for here is reported (`locale/incomplete`).
 *
 * @param root the project's folder (absolute)
 */
export function loadCslStyle(name: string, locale: Locale, root: string, report: Report): CslStyle | null {
	const refuse = (message: string, hint: string) => {
		report(diagnostic('style/unavailable', message, { hint }));
		return null;
	};
	const found = loadCslPackage(root);
	if (!found) {
		const hint = 'Install what formats it: npm install --save-dev @citation-js/core@0.8 @citation-js/plugin-csl@0.8';
		return refuse(`The style “${name}” wants the package @citation-js/plugin-csl`, hint);
	}
	const source = readCslStyle(name, root, found, report);
	if (!source) return null;
	// What is made for a language has words of it between its terms; English is nearly every style's, and means little.
	const language = source.language && !/^en\b/.test(source.language) ? source.language : locale.tag;
	const locales = cslLocales(language, locale, [...source.files.map((file) => dirname(file)), root], found, report);
	if (!locales) return null;
	if (locales.kind !== 'complete') reportWords(language, locales, found, report);
	const { citeproc, locales: packaged } = found;
	const files = [...source.files, ...locales.files];
	const made = stylesOf(locale, citeproc, packaged)(JSON.stringify([source.xml, language, locales.words, files]));
	if ('runs' in made) return made;
	return refuse(`${name} ${made.refusal}`, 'Look at it with a validator of CSL');
}

/** Styles by their XML, language, words and files, given as JSON; or why one cannot be used. */
const stylesOf = cacheByIdentity((locale: Locale, citeproc: CiteProc, packaged: CslPackage['locales']) =>
	memoize((content): CslStyle | { readonly refusal: string } => {
		const [xml, language, words, files] = JSON.parse(content) as [string, string, string | null, string[]];
		try {
			const retrieve = (tag: string) => retrieveWords(tag, language, words, packaged);
			const engine = cslEngine(xml, language, retrieve, citeproc);
			// Some mistakes show only when a style is used.
			if (probes.every((item) => engine.write(item) === '')) return { refusal: 'writes nothing' };
			return makeStyle(engine, files, locale);
		} catch (error) {
			const reason = error instanceof Error ? 'it has what citeproc-js does not know' : String(error);
			const shown = reason
				.replace(/^citeproc-js error:\s*(?:CSL processor error:\s*)?|\.$/g, '')
				.replace(/"([^"]*)"/g, '“$1”');
			return { refusal: `cannot be used: ${shown}` };
		}
	}, 20),
);

/** Works that any style has something to say of. */
const probes: readonly CslItem[] = ['article-journal', 'book', 'chapter'].map((type) => ({
	...{
		id: type,
		type,
		title: 'Title',
		'container-title': 'Container',
		volume: '1',
		page: '1-2',
		publisher: 'Publisher',
	},
	...{
		author: [{ family: 'Family', given: 'Given' }],
		editor: [{ literal: 'Literal' }],
		issued: { 'date-parts': [[2020, 5, 3]] },
	},
}));

function reportWords(language: string, { kind }: CslLocales, { citeproc }: CslPackage, report: Report): void {
	const name = citeproc.LANG_BASES[language]?.replace('_', '-') ?? language;
	const standIns =
		kind === 'own' ? 'those of the locale stand in, and English ones where it has none' : 'English ones stand in';
	report(
		diagnostic('locale/incomplete', `CSL's words for “${language}” are not here; ${standIns}`, {
			hint: `Put locales-${name}.xml of https://github.com/citation-style-language/locales beside bibfolio.yaml`,
		}),
	);
}

function makeStyle(engine: CslEngine, files: readonly string[], locale: Locale): CslStyle {
	return {
		files,
		runs(publication, marks) {
			const isMarked = (name: Name) => (marks.get(name)?.length ?? 0) > 0;
			const input = cslInput(publication, isMarked, (term) => locale.term(term), locale.quotes);
			const written = engine.write(input.item);
			const longer = longerList(input, written);
			if (!longer) return written === '' ? null : cslRuns(written, input, engine.words);
			const again = engine.write(longer.input.item, longer.raise);
			if (longer.holds(again)) return cslRuns(again, longer.input, engine.words);
			return cslRuns(engine.write(input.item, Number.POSITIVE_INFINITY), input, engine.words);
		},
	};
}
