import { dirname } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { ProjectFolder } from '../../library/files/read-project-file.ts';
import { isVisible, type Marks } from '../../people/person.ts';
import type { CslItem } from '../../publications/csl/csl-item.ts';
import type { Name } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import { valueIn } from '../../text/value-in.ts';
import type { Locale } from '../locale.ts';
import { type CslEngine, cslEngine } from './csl-engine.ts';
import { etAlRetry } from './csl-et-al.ts';
import { cslInput } from './csl-input.ts';
import { type CslLocale, findCslLocale, localeXml } from './csl-locale.ts';
import { type CiteProc, type CslPackage, loadCslPackage } from './csl-package.ts';
import { type CslRun, cslRuns } from './csl-runs.ts';
import { readCslStyle } from './csl-source.ts';

/** A CSL style in a language. Equal styles in the same language are one object. */
export interface CslStyle {
	/** A publication in the style; null if the style writes nothing. */
	runs(publication: Publication, marks: Marks): readonly CslRun[] | null;
	/** The files of the style and its CSL locale, absolute; none for those of the package. */
	readonly files: readonly string[];
}

/**
 * Loads a style, given by the name of one in `@citation-js/plugin-csl` (`apa`, `vancouver`, `harvard1`) or the path of a
 * .csl file. Null, with the reason reported (`style/unavailable`), when it cannot be used. A language without a CSL
 * locale is reported (`locale/incomplete`).
 */
export function loadCslStyle(name: string, locale: Locale, project: ProjectFolder, report: Report): CslStyle | null {
	const refuse = (message: string, hint: string) => {
		report(diagnostic('style/unavailable', message, { hint }));
		return null;
	};
	const { root } = project;
	const cslPackage = loadCslPackage(root);
	if (!cslPackage) {
		const hint = 'Install it with npm install --save-dev @citation-js/core@0.8 @citation-js/plugin-csl@0.8';
		return refuse(`Missing package @citation-js/plugin-csl for the style "${name}"`, hint);
	}
	const source = readCslStyle(name, project, cslPackage, report);
	if (!source) return null;
	// A style made for a language has fixed words in it. English says little: it is the default of nearly every style.
	const language = source.language && !/^en\b/.test(source.language) ? source.language : locale.tag;
	const folders = [...source.files.map((file) => dirname(file)), root];
	const cslLocale = findCslLocale(language, locale, folders, cslPackage, project, report);
	if (!cslLocale) return null;
	if (cslLocale.origin !== 'csl') reportMissingTerms(language, cslLocale, cslPackage, report);
	const { citeproc, locales: packaged } = cslPackage;
	const files = [...source.files, ...cslLocale.files];
	const style = stylesOf(locale, citeproc, packaged)(JSON.stringify([source.xml, language, cslLocale.xml, files]));
	if ('runs' in style) return style;
	return refuse(`Cannot use ${name}: ${style.refusal}`, 'Check the style with a CSL validator');
}

/** Styles by their XML, language, CSL locale and files, given as JSON; or the reason why one cannot be used. */
const stylesOf = cacheByIdentity((locale: Locale, citeproc: CiteProc, packaged: CslPackage['locales']) =>
	memoize((content): CslStyle | { readonly refusal: string } => {
		const [xml, language, terms, files] = JSON.parse(content) as [string, string, string | null, string[]];
		try {
			const retrieve = (tag: string) => localeXml(tag, language, terms, packaged);
			const engine = cslEngine(xml, language, retrieve, citeproc);
			// Some errors of a style appear only when it formats an item.
			if (probes.every((item) => engine.write(item) === '')) return { refusal: 'it writes nothing' };
			return makeStyle(engine, files, locale);
		} catch (error) {
			// citeproc-js throws strings for errors of a style; an Error means that it met something it does not support.
			const reason = error instanceof Error ? 'citeproc-js does not support it' : String(error);
			return { refusal: reason.replace(/^citeproc-js error:\s*(?:CSL processor error:\s*)?|\.$/g, '') };
		}
	}, 20),
);

/** Items for which every style writes something. */
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

function reportMissingTerms(language: string, { origin }: CslLocale, { citeproc }: CslPackage, report: Report): void {
	const name = valueIn(citeproc.LANG_BASES, language)?.replace('_', '-') ?? language;
	const used = origin === 'list' ? 'those of the locale and English ones are used' : 'English ones are used';
	report(
		diagnostic('locale/incomplete', `Missing CSL terms for "${language}"; ${used}`, {
			hint: `Add locales-${name}.xml from https://github.com/citation-style-language/locales next to bibfolio.yaml`,
		}),
	);
}

function makeStyle(engine: CslEngine, files: readonly string[], locale: Locale): CslStyle {
	return {
		files,
		runs(publication, marks) {
			const isMarked = (name: Name) => marks.get(name)?.some(isVisible) ?? false;
			const input = cslInput(publication, isMarked, (term) => locale.term(term), locale.quotes);
			const written = engine.write(input.item);
			const retry = etAlRetry(input, written);
			if (!retry) return written === '' ? null : cslRuns(written, input, engine.terms);
			const rewritten = engine.write(retry.input.item, retry.extraNames);
			if (retry.isComplete(rewritten)) return cslRuns(rewritten, retry.input, engine.terms);
			return cslRuns(engine.write(input.item, Number.POSITIVE_INFINITY), input, engine.terms);
		},
	};
}
