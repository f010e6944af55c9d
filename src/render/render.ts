import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { finish } from '../formats/finish-file.ts';
import { type Format, Markup } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import type { LocalText, PublicationList } from '../lists/list.ts';
import type { LinkRow } from '../publications/links/links.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { CslStyle } from './csl-styles/csl-style.ts';
import { placedItems, type RenderedFile } from './documents/document-parts.ts';
import { documents } from './documents/documents.ts';
import { facetsOf } from './documents/facets.ts';
import { type FrontMatter, writeFrontMatter } from './documents/front-matter.ts';
import { jsonLd } from './documents/json-ld.ts';
import { nowhere, type Place } from './documents/place.ts';
import { safeJson } from './documents/safe-json.ts';
import { type Environment, makeEnvironment } from './engine/environment.ts';
import type { Helpers } from './engine/helper.ts';
import { browserScript, stylesheet } from './engine/inlined.ts';
import { TemplateError } from './engine/template-errors.ts';
import type { TemplateSet } from './engine/templates.ts';
import type { Locale } from './locale.ts';
import { type Entries, makeEntries } from './views/entries.ts';
import { type ListView, listView } from './views/list-view.ts';
import { localText } from './views/local-text.ts';

export type { RenderedFile } from './documents/document-parts.ts';

/** What a list is rendered into. */
export interface RenderTarget {
	readonly format: Format;
	readonly locale: Locale;
	/** Level of the outermost heading, 1 to 6. */
	readonly headingLevel: number;
	/** Front matter above the list; its title then replaces the list's heading. */
	readonly frontMatter?: FrontMatter | null;
	/** Title of a whole page, where the list has none of its own. */
	readonly title: LocalText | null;
	/** Whose list it is, given name first. */
	readonly owner: string | null;
	/** Free values the templates see as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
	/** Every list of the project, for formats that may show any of them. */
	readonly lists?: readonly PublicationList[];
	/** Where the output will be published; unknown when omitted. */
	readonly place?: Place;
}

/** What a list is rendered with. */
export interface RenderContext {
	readonly templates: TemplateSet;
	/** The project's rows of the link table, for their labels. */
	readonly links: readonly LinkRow[];
	/** Fields taken out of the BibTeX that is shown. */
	readonly privateFields: readonly string[];
	/** The CSL style of a list, in the language of the target; none has one when left out. */
	styleOf?(list: PublicationList): CslStyle | null;
	/** The project's own helpers; the same object as long as none of them changes. */
	readonly helpers?: Helpers;
}

/** A list in a format that makes one file: its whole contents; null as {@link renderFiles}. */
export function renderList(
	list: PublicationList,
	target: RenderTarget,
	context: RenderContext,
	report: Report,
): string | null {
	const [file] = renderFiles(list, target, context, report) ?? [];
	return file?.contents ?? null;
}

/**
 * A list in a format: the whole contents of its file, or of each of its files where the format makes a folder. Null, with the
 * reason reported, when a template is broken: nothing partial is ever given.
 */
export function renderFiles(
	list: PublicationList,
	target: RenderTarget,
	context: RenderContext,
	report: Report,
): readonly RenderedFile[] | null {
	const environment = environmentOf(context, target);
	const entries = entriesOf(list, environment, target, context);
	try {
		const files = makeFiles(list, entries, environment, target, context);
		if (target.format.unsupported) reportCharacters(list, entries, report);
		return files;
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		report(error.diagnostic);
		return null;
	}
}

function makeFiles(
	list: PublicationList,
	entries: Entries,
	environment: Environment,
	target: RenderTarget,
	context: RenderContext,
): readonly RenderedFile[] {
	const { format, locale, lists = [], frontMatter = null } = target;
	const view = showList(list, entries, target, context);
	const others = lists.filter((one) => one !== list);
	const shown = (one: PublicationList) => {
		const entries = entriesOf(one, environment, target, context);
		return { list: one, view: showList(one, entries, target, context) };
	};
	const allLists = () => [{ list, view }, ...others.map(shown)];
	const document = format.document && documents[format.document];
	const parts = { list, view, lists: allLists, environment, templates: context.templates, format, locale };
	if (document && 'folder' in document) return document.folder(parts);
	const title = format.titleIsMarkup ? format.text(view.pageTitle) : view.pageTitle;
	const text = document ? document.file(parts) : environment.render(format.main, view);
	return [{ name: '', contents: (frontMatter ? writeFrontMatter(frontMatter, title) : '') + finish(format, text) }];
}

/** What the templates see as `options`. */
function optionsOf({ format, options }: RenderTarget): RenderTarget['options'] {
	return { ...format.options, ...options };
}

function entriesOf(
	list: PublicationList,
	environment: Environment,
	target: RenderTarget,
	context: RenderContext,
): Entries {
	const { locale } = target;
	const options = optionsOf(target);
	const linkLabels = new Map(context.links.flatMap(({ kind, label }) => (label === null ? [] : [[kind, label]])));
	const { privateFields } = context;
	const style = context.styleOf?.(list) ?? null;
	return makeEntries(environment, { locale, names: list.spec.names, options, linkLabels, privateFields, style });
}

/** Templates that show a list with its own heading; the others are documents whose heading is the list's. */
const fragments: ReadonlySet<string> = new Set(['list', 'frame']);

function showList(list: PublicationList, entries: Entries, target: RenderTarget, context: RenderContext): ListView {
	const { format, locale, place = nowhere } = target;
	return listView(list, {
		locale,
		headingLevel: target.headingLevel,
		title: target.title === null ? null : localText(target.title, locale.tag),
		owner: target.owner,
		options: optionsOf(target),
		stylesheet: () => stylesheet(context.templates, ['page.css'], format),
		script: () => browserScript('page', format),
		jsonLd: (view) => new Markup(jsonLd(view, placedItems({ list, view }))),
		facets: (view) => new Markup(safeJson(facetsOf(placedItems({ list, view }), locale))),
		idPrefix: format.templates === 'html' ? 'bibfolio-' : '',
		wholePage: !fragments.has(format.main),
		titleAbove: target.frontMatter != null,
		place,
		entries,
	});
}

/** Reports characters that the output may have no glyph for. */
function reportCharacters({ items }: PublicationList, entries: Entries, report: Report): void {
	for (const item of items) {
		const characters = entries.unsupported(item);
		if (!characters.length) continue;
		const { key, keySpan } = item.publication.entry;
		const shown = characters.slice(0, 12).join(' ');
		report(
			diagnostic('output/character', `${key} has characters that LaTeX's standard fonts lack: ${shown}`, {
				span: keySpan,
				hint: 'xelatex and lualatex take a font of this machine that has them; what else there is: docs/latex.md',
			}),
		);
	}
}

/** The environment of a format's language and flavour: `html` and `html-page` share theirs, and with it their entries. */
function environmentOf(
	{ templates, helpers = noHelpers }: RenderContext,
	{ format, locale }: RenderTarget,
): Environment {
	const same = ({ templates, flavour }: Format) => templates === format.templates && flavour === format.flavour;
	const writers = Object.values(formats).flatMap((one) => [one, ...Object.values(one.flavours ?? {})]);
	return environments(templates, locale, helpers, writers.find(same) ?? format);
}

const noHelpers: Helpers = {};

const environments = cacheByIdentity((templates: TemplateSet, locale: Locale, helpers: Helpers, format: Format) =>
	makeEnvironment(templates, format, locale, helpers),
);
