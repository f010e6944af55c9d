import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Format } from '../formats/format.ts';
import { formatIn } from '../formats/index.ts';
import type { ProjectFolder } from '../library/files/read-project-file.ts';
import { numbersOf } from '../lists/citation-numbers.ts';
import type { LocalText, PublicationList } from '../lists/list.ts';
import { filledValue } from '../lists/part-placeholders.ts';
import type { LinkRow } from '../publications/links/links.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { keepEqual } from '../text/keep-equal.ts';
import { type CslStyle, loadCslStyle } from './csl-styles/csl-style.ts';
import { citeStyle } from './documents/cited-reference.ts';
import { documents } from './documents/documents.ts';
import { FinishedFile } from './documents/finished-file.ts';
import type { FrontMatter } from './documents/front-matter.ts';
import type { OtherPage, OtherPages } from './documents/other-pages.ts';
import type { Place } from './documents/place.ts';
import { builtInHelpers } from './engine/environment.ts';
import type { Helpers } from './engine/helper.ts';
import { loadTemplates } from './engine/templates.ts';
import type { Term } from './language/term-forms.ts';
import { loadLocale } from './load-locale.ts';
import type { Locale } from './locale.ts';
import { lookNamed } from './looks.ts';
import { titleWithNumbers, withNumbersInTexts } from './numbers-in-texts.ts';
import { type RenderContext, type RenderTarget, renderFiles } from './render.ts';
import { heading } from './views/list-view.ts';

/** A list to render in one format, as configured. */
export interface ListTarget {
	/** The file to write. */
	readonly path: string;
	/** Name of the markers around the list; null for a whole file. */
	readonly region: string | null;
	/** Id of the list; null for a format without a list. */
	readonly list: string | null;
	/** 'list', or the name of a statistic. */
	readonly show: string;
	/** Replaces the title of the list; null for that. That of a part may have placeholders. */
	readonly title: LocalText | null;
	/** Name of the format. */
	readonly format: string;
	/** Flavour of the format; null for the default. */
	readonly flavour: string | null;
	/** Language tag; null for the language of the settings. */
	readonly locale: string | null;
	readonly headingLevel: number;
	readonly look: string;
	readonly frontMatter: FrontMatter | null;
	/** The CSL styles in which readers of a page can cite its works. */
	readonly cite: readonly string[];
	readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** The settings of a project that all of its lists share. */
export interface RenderSettings<Target> extends ProjectFolder {
	/** Folder of the project's templates, relative to the root. */
	readonly templates: string;
	/** Language tag. */
	readonly locale: string;
	/** Words that replace those of the locale. */
	readonly words: Readonly<Record<string, Term>>;
	/** Title of whole pages. */
	readonly title: LocalText | null;
	/** Address of a picture for previews of links, absolute or relative to the site; null without one. */
	readonly image: string | null;
	readonly links: readonly LinkRow[];
	readonly privateFields: readonly string[];
	readonly imageHosts: readonly string[];
	/** The configured module of helpers. */
	readonly helpersFile: string | null;
	/** The loaded helpers; undefined if none were passed. */
	readonly helpers: Helpers | undefined;
	/** The address of a target and of its relatives. */
	placeOf(target: Target): Place;
	/** The pages that a target links to. */
	otherPagesOf(target: Target): OtherPages;
}

/** A rendered list, one file or several in a folder; or a file without a list. */
export interface RenderedList<Target> {
	readonly target: Target;
	readonly list: PublicationList | null;
	readonly files: readonly FinishedFile[];
}

/**
 * Renders lists with the templates, locales and CSL styles of a project. Skips a list with an unknown id, format or
 * locale, and one whose template is broken, which is reported.
 *
 * @returns the rendered lists, and the files that were read for them (absolute)
 */
export function renderLists<Target extends ListTarget>(
	lists: readonly PublicationList[],
	targets: readonly Target[],
	settings: RenderSettings<Target>,
	report: Report,
): { readonly rendered: readonly RenderedList<Target>[]; readonly files: readonly string[] } {
	const { root, words, title, image, links, privateFields, imageHosts } = settings;
	const helpers = checkedHelpers(settings, targets.length > 0, report);
	const customFolder = resolve(root, settings.templates);
	const folder = existsSync(customFolder) ? customFolder : null;
	const templates = loadTemplates(folder, report, settings);
	const locales = new Map<string, Locale | null>();
	const styles = new Map<string, CslStyle | null>();
	const wholeLists = lists.filter(({ spec }) => spec.part === null);
	const rendered = targets.flatMap((target): RenderedList<Target>[] => {
		const tag = target.locale ?? settings.locale;
		if (!locales.has(tag)) locales.set(tag, loadLocale(tag, words, folder, report, settings));
		const locale = locales.get(tag);
		const format = formatIn(target.format, target.flavour);
		const document = format?.document && documents[format.document];
		if (document && 'withoutList' in document) {
			const contents = document.withoutList({ templates, format, look: lookNamed(target.look, templates) });
			return [{ target, list: null, files: [new FinishedFile({ name: '', contents })] }];
		}
		const unnumbered = lists.find(({ id }) => id === target.list);
		if (!unnumbered || !format || !locale) return [];
		const list = withNumbersInTexts(locale, unnumbered);
		const styleNamed = (style: string) => {
			const key = `${style} ${tag}`;
			if (!styles.has(key)) styles.set(key, loadCslStyle(style, locale, settings, report));
			return styles.get(key) ?? null;
		};
		const citeStyleOf = (style: string) => {
			const key = `cite ${style} ${tag}`;
			if (!styles.has(key)) styles.set(key, loadCslStyle(style, locale, settings, asCiteWarning(report)));
			const loaded = styles.get(key);
			return loaded ? [citeStyle(style, loaded)] : [];
		};
		const { headingLevel, look, show, ...texts } = withoutPlaceholders(target, list, locale);
		const { options, frontMatter, title: listTitle } = texts;
		const hasDialog = (options['script'] ?? format.options?.['script']) === true && options['cite'] !== false;
		const citeStyles = hasDialog ? target.cite.flatMap(citeStyleOf) : [];
		// Only `embed` contains other lists.
		const isEmbedded = format.document === 'embed';
		const allLists = () => wholeLists.map((whole) => withNumbersInTexts(locale, whole));
		const otherLists = !isEmbedded ? [] : list.spec.part === null ? allLists() : [list];
		const styleNames = [list, ...otherLists].flatMap(({ spec: { style } }) => style ?? []);
		const kept = keptRendering(target)({
			target: {
				format,
				inRawBlock: needsRawBlock(target, format),
				locale,
				headingLevel,
				look,
				frontMatter,
				show,
				citeStyles,
				title,
				image,
				options,
				place: settings.placeOf(target),
				otherPages: pagesWithNumbers(settings.otherPagesOf(target), lists, locale),
				listTitle: titleWithNumbers(listTitle, numbersOf(list), locale),
				lists: otherLists,
			},
			context: {
				...{ templates, links, privateFields, imageHosts, helpers },
				styles: Object.fromEntries(styleNames.map((style) => [style, styleNamed(style)])),
			},
		});
		const files = renderFiles(list, kept.target, kept.context, report);
		return files ? [{ target, list, files }] : [];
	});
	const read = [...locales.values(), ...styles.values()].flatMap((source) => source?.files ?? []);
	return { rendered, files: [...templates.files, ...read] };
}

/** The texts of a target, with the placeholders of its part filled. */
function withoutPlaceholders<Target extends ListTarget>(
	target: Target,
	{ spec }: PublicationList,
	locale: Locale,
): Target {
	const { part } = spec;
	if (part === null) return target;
	const { title, frontMatter, options } = target;
	const filled = <Value>(value: Value) => filledValue(value, part, (term) => heading(term, locale)) as Value;
	return { ...target, title: filled(title), frontMatter: filled(frontMatter), options: filled(options) };
}

/** Pages to link to, with numbers in their titles. */
function pagesWithNumbers(pages: OtherPages, lists: readonly PublicationList[], locale: Locale): OtherPages {
	const numbered = (page: OtherPage | null) => {
		const list = page && lists.find(({ id }) => id === page.list);
		return page && list ? { ...page, title: titleWithNumbers(page.title, numbersOf(list), locale) } : page;
	};
	return { ...pages, up: numbered(pages.up), previous: numbered(pages.previous), next: numbered(pages.next) };
}

/** What the files of a list depend on, besides the list; the same objects as in the previous build if nothing has changed. */
const keptRendering = cacheByIdentity((_target: ListTarget) =>
	keepEqual<{ readonly target: RenderTarget; readonly context: RenderContext }>(),
);

/** True for a fragment of HTML as a whole file of Quarto or R Markdown. Between markers, the file itself has the block. */
function needsRawBlock({ path, region }: ListTarget, { name }: Format): boolean {
	return name === 'html' && region === null && /\.(?:qmd|rmd)$/i.test(path);
}

/** Turns errors of a CSL style that readers can cite in into warnings: the list itself does not need it. */
function asCiteWarning(report: Report): Report {
	return (found) => {
		const { severity, message, hint, span } = found;
		report(severity === 'error' ? diagnostic('style/cite', `${message}; "Cite" omits it`, { hint, span }) : found);
	};
}

const noHelpers: Helpers = {};

/** The loaded helpers. Reports those named like a built-in helper, and a configured module that was not loaded. */
function checkedHelpers({ helpers, helpersFile }: RenderSettings<never>, hasTargets: boolean, report: Report): Helpers {
	if (!helpers && helpersFile !== null && hasTargets) {
		const hint = 'Pass them to build: build(project, { helpers: await loadHelpers(project, report) })';
		report(diagnostic('template/helper', `The helpers in ${helpersFile} were not loaded`, { hint }));
	}
	for (const name of Object.keys(helpers ?? {})) {
		if (!builtInHelpers.includes(name)) continue;
		const message = `Helper "${name}" in ${helpersFile ?? 'the options of build'} has the name of a built-in helper`;
		report(
			diagnostic('template/helper', message, { hint: 'Rename it, because the built-in templates use that helper' }),
		);
	}
	return helpers ?? noHelpers;
}
