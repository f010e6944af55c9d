import { dirname } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Marks } from '../../people/people.ts';
import type { CslItem } from '../../publications/csl/csl-item.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Locale } from '../locale.ts';
import { type CslEngine, cslEngine } from './csl-engine.ts';
import { longerList } from './csl-et-al.ts';
import { cslInput } from './csl-input.ts';
import { type CslLocales, cslLocales } from './csl-locale.ts';
import { type CslRun, cslRuns } from './csl-output.ts';
import { type CslPackage, loadCslPackage } from './csl-package.ts';
import { readCslStyle } from './csl-source.ts';

/** A CSL style in a language. The same style, text and language give the same object. */
export interface CslStyle {
	/** A publication as the style has it; null where it has nothing to say. */
	runs(publication: Publication, marks: Marks): readonly CslRun[] | null;
	/** No other style has it, nor the same in another language. */
	readonly id: number;
	/** The files it was read from, absolute; none for a style and words that come with the package. */
	readonly files: readonly string[];
}

const made = new WeakMap<Locale, Map<string, CslStyle>>();

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
	const styles = made.get(locale) ?? new Map<string, CslStyle>();
	made.set(locale, styles);
	const files = [...source.files, ...locales.files];
	const key = [language, source.xml, locales.retrieve(language), ...files].join('\0');
	const before = styles.get(key);
	if (before) return before;
	try {
		const engine = cslEngine(source.xml, language, locales.retrieve, found.citeproc);
		// Some mistakes are seen when a style is used, not before.
		if (probes.every((item) => engine.write(item) === ''))
			return refuse(`${name} writes nothing`, 'Look at it with a validator of CSL');
		const style = makeStyle(engine, files, locale);
		styles.set(key, style);
		return style;
	} catch (error) {
		const reason = error instanceof Error ? 'it has what citeproc-js does not know' : String(error);
		const words = reason
			.replace(/^citeproc-js error:\s*(?:CSL processor error:\s*)?|\.$/g, '')
			.replace(/"([^"]*)"/g, '“$1”');
		return refuse(`${name} cannot be used: ${words}`, 'Look at it with a validator of CSL');
	}
}

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
		id: next++,
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

let next = 0;
