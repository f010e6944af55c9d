import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import { finish } from '../formats/finish-file.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { rawBlock } from '../formats/markdown/raw-block.ts';
import type { Item, LocalText, Part, PublicationList, Section } from '../lists/list.ts';
import { photoOf } from '../people/photos.ts';
import { imageSources } from '../publications/image-hosts.ts';
import type { LinkRow } from '../publications/links/links.ts';
import type { Publication } from '../publications/publication.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { valueIn } from '../text/value-in.ts';
import type { CslStyle } from './csl-styles/csl-style.ts';
import type { CiteStyle } from './documents/cited-reference.ts';
import { placedItems, type RenderedFile, type ShownList, viewWith } from './documents/document-parts.ts';
import { documents } from './documents/documents.ts';
import { FinishedFile } from './documents/finished-file.ts';
import { type FrontMatter, writeFrontMatter } from './documents/front-matter.ts';
import { listData } from './documents/list-data.ts';
import { noOtherPages, type OtherPages, partKey } from './documents/other-pages.ts';
import { pageHead } from './documents/page-head.ts';
import { type Place, unknownPlace } from './documents/place.ts';
import { type ShownTable, shownTable } from './documents/shown-table.ts';
import { type Environment, makeEnvironment } from './engine/environment.ts';
import type { Helpers } from './engine/helper.ts';
import { browserScript, stylesheet } from './engine/inlined.ts';
import { TemplateError } from './engine/template-errors.ts';
import type { TemplateSet } from './engine/templates.ts';
import type { Locale } from './locale.ts';
import { defaultLook, type Look, lookNamed } from './looks.ts';
import { type Entries, makeEntries } from './views/entries.ts';
import { type ListView, listView, type References } from './views/list-view.ts';
import { localText } from './views/local-text.ts';
import { personView } from './views/person-view.ts';
import { tableView } from './views/table-view.ts';

/** The output for which a list is rendered. */
export interface RenderTarget {
	readonly format: Format;
	readonly locale: Locale;
	/** Level of the outermost heading, 1 to 6. */
	readonly headingLevel: number;
	/** Name of the look; the default one when omitted. Only HTML has looks. */
	readonly look?: string;
	/** HTML is written as a raw block of Markdown. */
	readonly inRawBlock?: boolean;
	/** Front matter above the list; its title then replaces the list's heading. */
	readonly frontMatter?: FrontMatter | null;
	/** The CSL styles in which readers of a page can cite its works; none when omitted. */
	readonly citeStyles?: readonly CiteStyle[];
	/** Title of a whole page whose list has no title. */
	readonly title: LocalText | null;
	/** Address of a picture for previews of links, absolute or relative to the site; none when omitted. */
	readonly image?: string | null;
	/** 'list', or the name of a statistic; that of the format when omitted. */
	readonly show?: string;
	/** Replaces the title of the list; its own title when null or omitted. */
	readonly listTitle?: LocalText | null;
	/** Values that templates see as `options`. */
	readonly options: Readonly<Record<string, string | number | boolean>>;
	/** All lists of the project, for formats that contain more than one. */
	readonly lists?: readonly PublicationList[];
	/** The address of the output and related ones; unknown when omitted. */
	readonly place?: Place;
	/** The pages that the output links to; none when omitted. */
	readonly otherPages?: OtherPages;
}

/** What all lists of a project are rendered with. */
export interface RenderContext {
	readonly templates: TemplateSet;
	/** The rows that the project adds to the link table, for their labels. */
	readonly links: readonly LinkRow[];
	/** Fields removed from the BibTeX that is shown. */
	readonly privateFields: readonly string[];
	/** Hosts whose images are shown; none when omitted. */
	readonly imageHosts?: readonly string[];
	/** The CSL styles of the lists in the language of the target, by name; null for one that cannot be used. */
	readonly styles?: Readonly<Record<string, CslStyle | null>>;
	/** The helpers of the project; the same object while none of them changes. */
	readonly helpers?: Helpers;
}

/**
 * Renders a list. Returns the complete file, or all files if the format produces a folder. Null, with the reason
 * reported, when a template fails: there is no partial output.
 */
export function renderFiles(
	list: PublicationList,
	target: RenderTarget,
	context: RenderContext,
	report: Report,
): readonly FinishedFile[] | null {
	const { lists = [] } = target;
	const publications = [
		...new Set([list, ...lists].flatMap(({ items }) => items.map(({ publication }) => publication))),
	];
	return attemptAll(
		publications,
		({ entry }) => entry,
		report,
		(rest, report) => {
			if (rest === publications) return renderedOnce(list, target, context, report);
			const kept = new Set(rest);
			const reduced = new Map([list, ...lists].map((each) => [each, onlyWith(each, kept)]));
			const others = lists.map((each) => reduced.get(each) ?? each);
			return renderAll(reduced.get(list) ?? list, { ...target, lists: others }, context, report);
		},
	);
}

/** Renders a list. The same arguments give the same files; an exception is thrown again. */
function renderedOnce(list: PublicationList, target: RenderTarget, context: RenderContext, report: Report) {
	const { files, diagnostics } = rendering(list, target, context);
	diagnostics.forEach(report);
	return files;
}

const rendering = cacheByIdentity((list: PublicationList, target: RenderTarget, context: RenderContext) => {
	const diagnostics: Diagnostic[] = [];
	return { files: renderAll(list, target, context, (problem) => diagnostics.push(problem)), diagnostics };
});

/** A list without the other publications, and without the sections that become empty. */
function onlyWith(list: PublicationList, kept: ReadonlySet<Publication>): PublicationList {
	const only = (items: readonly Item[]) => items.filter(({ publication }) => kept.has(publication));
	const inner = (sections: readonly Section[]): Section[] =>
		sections
			.map((section) => ({ ...section, items: only(section.items), sections: inner(section.sections) }))
			.filter(({ items, sections }) => items.length + sections.length > 0);
	return { ...list, items: only(list.items), sections: inner(list.sections) };
}

function renderAll(
	list: PublicationList,
	target: RenderTarget,
	context: RenderContext,
	report: Report,
): readonly FinishedFile[] | null {
	const environment = environmentOf(context, target);
	const { format, show = format.show ?? 'list', listTitle = null, locale } = target;
	try {
		const shown = showsTable(format, show)
			? shownTable(list, show, listTitle && localText(listTitle, locale.tag), locale)
			: null;
		const shownList = shown?.list ?? list;
		const entries = entriesOf(shownList, environment, target, context);
		const view = shown
			? viewOfTable(shown, show, entries, target, context)
			: viewOf(list, entries, target, context, listTitle);
		const files = filesOf({ list: shownList, view }, environment, target, context);
		if (format.unsupported) reportCharacters(shown ? { ...list, items: [] } : list, entries, report);
		return files.map((file) => new FinishedFile(file));
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		report(error.diagnostic);
		return null;
	}
}

/** The view of a list without works, with its table. */
function viewOfTable(
	{ list, table, pageTitle }: ShownTable,
	show: string,
	entries: Entries,
	target: RenderTarget,
	context: RenderContext,
): ListView {
	const { format, locale, otherPages = noOtherPages } = target;
	const view = viewOf(list, entries, target, context);
	const pageOf = (part: Pick<Part, 'key' | 'value'>) => otherPages.parts.get(partKey(part)) ?? null;
	const [outermost = 2, inTitle = 0] = format.main === 'list' ? [view.level, view.title ? 1 : 0] : [];
	const groupLevel = Math.min(6, outermost + inTitle);
	return viewWith(view, {
		pageTitle,
		table: tableView(show, table, { locale, groupLevel, pageOf }),
		get stylesheet() {
			const names = ['table.css', 'page.css', ...navigationStylesheets(otherPages)];
			return stylesheet(context.templates, names, format);
		},
	});
}

function filesOf(
	{ list, view }: ShownList,
	environment: Environment,
	target: RenderTarget,
	context: RenderContext,
): readonly RenderedFile[] {
	const { format, locale, lists = [], frontMatter = null, otherPages = noOtherPages } = target;
	const { show = format.show ?? 'list' } = target;
	const otherLists = lists.filter((other) => other !== list);
	const withView = (other: PublicationList) => {
		const entries = entriesOf(other, environment, target, context);
		return { list: other, view: viewOf(other, entries, target, context) };
	};
	const allLists = () => [{ list, view }, ...otherLists.map(withView)];
	const document = format.document && documents[format.document];
	const { people, partAddresses = [] } = otherPages;
	const { templates } = context;
	const shown = { list, view, lists: allLists, people, partAddresses };
	const outputTitle = target.listTitle ? localText(target.listTitle, locale.tag) : null;
	const parts = { ...shown, environment, templates, format, locale, show, outputTitle };
	if (document && 'folder' in document) return document.folder(parts);
	const title = format.titleIsMarkup ? format.text(view.pageTitle) : view.pageTitle;
	const text = finish(
		format,
		document && 'file' in document ? document.file(parts) : environment.render(templateOf(format, view), view),
	);
	const contents = target.inRawBlock ? rawBlock(text) : text;
	return [{ name: '', contents: (frontMatter ? writeFrontMatter(frontMatter, title) : '') + contents }];
}

/** True if a format shows this statistic as a table, not as a figure. */
function showsTable(format: Format, show: string): boolean {
	return format.document !== 'figure' && format.shows?.includes(show) === true;
}

/** The template of the whole file. Those of pages and documents contain either a list or a table. */
function templateOf({ main }: Format, { table }: ListView): string {
	return table !== null && main === 'list' ? 'table' : main;
}

/** The `options` that templates see. */
function optionsOf({ format, options }: RenderTarget): RenderTarget['options'] {
	return { ...format.options, ...options };
}

function lookOf({ look = defaultLook }: RenderTarget, { templates }: RenderContext): Look {
	return lookNamed(look, templates);
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
	const { privateFields, imageHosts = [], styles = {} } = context;
	const look = lookOf(target, context);
	const { names, style: styleName } = list.spec;
	const style = styleName === null ? null : (valueIn(styles, styleName) ?? null);
	const { people } = target.otherPages ?? noOtherPages;
	const entriesContext = { locale, look, names, options, linkLabels, privateFields, imageHosts, style, people };
	return makeEntries(environment, entriesContext);
}

/** Main templates that render a fragment, with the list's heading in it. The others render a page with the list's title. */
const fragments: ReadonlySet<string> = new Set(['list', 'frame']);

function viewOf(
	list: PublicationList,
	entries: Entries,
	target: RenderTarget,
	context: RenderContext,
	listTitle: LocalText | null = null,
): ListView {
	const { format, locale, place = unknownPlace, otherPages = noOtherPages, image = null } = target;
	const { owner } = list.highlights;
	const photo = owner && photoOf(owner, context.imageHosts ?? []);
	return listView(list, {
		locale,
		headingLevel: target.headingLevel,
		listTitle,
		title: target.title === null ? null : localText(target.title, locale.tag),
		person: owner && personView(owner, photo && nearAddress(photo, otherPages.root), locale),
		look: lookOf(target, context),
		options: optionsOf(target),
		imageSources: imageSources(context.imageHosts ?? []),
		stylesheet: () =>
			stylesheet(context.templates, [lookOf(target, context).stylesheet, ...pageStylesheets(list, otherPages)], format),
		script: () => browserScript('page', format),
		head: (view) => pageHead(view, list, photo ?? image, locale),
		data: (view) => listData(view, placedItems({ list, view }), locale, target.citeStyles ?? []),
		idPrefix: format.templates === 'html' ? 'bibfolio-' : '',
		wholePage: !fragments.has(format.main),
		titleAbove: target.frontMatter != null,
		place,
		otherPages,
		references: referencesIn(format, place),
		entries,
	});
}

/** The stylesheets of a page after that of its look. */
function pageStylesheets({ highlights }: PublicationList, otherPages: OtherPages): readonly string[] {
	return [
		...['tools.css', 'cite.css', 'page.css'],
		...(highlights.owner ? ['person.css'] : []),
		...navigationStylesheets(otherPages),
	];
}

function navigationStylesheets({ up, previous, next }: OtherPages): readonly string[] {
	return up || previous || next ? ['navigation.css'] : [];
}

/** An address relative to the site, as an address relative to an output. */
function nearAddress(address: string, root: string): string {
	return /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address) ? address : root + address;
}

/** Where references to other works lead in a format. The addresses in a feed must be absolute. */
function referencesIn({ references }: Format, { page, nearPage }: Place): References | null {
	if (references === 'file') return { prefix: '#', toPage: false };
	if (references === 'base') return nearPage === null ? null : { prefix: '#', toPage: true };
	const isAbsolute = references === 'page' && page !== null && /^https?:/i.test(page);
	return isAbsolute ? { prefix: `${page}#`, toPage: true } : null;
}

/** Reports characters that the fonts of the format may lack. */
function reportCharacters({ items }: PublicationList, entries: Entries, report: Report): void {
	for (const item of items) {
		const characters = entries.unsupported(item);
		if (!characters.length) continue;
		const { key, keySpan } = item.publication.entry;
		const shown = characters.slice(0, 12).join(' ');
		report(
			diagnostic('output/character', `Characters missing from LaTeX's standard fonts in ${key}: ${shown}`, {
				span: keySpan,
				hint: 'Use xelatex or lualatex and an installed font that has them; see docs/latex.md',
			}),
		);
	}
}

/** The environment of a format. `html` and `html-page` share one, and thereby their rendered entries. */
function environmentOf(
	{ templates, helpers = noHelpers }: RenderContext,
	{ format, locale }: RenderTarget,
): Environment {
	const isSame = ({ templates, flavour }: Format) => templates === format.templates && flavour === format.flavour;
	const allFormats = Object.values(formats).flatMap((base) => [base, ...Object.values(base.flavours ?? {})]);
	return environments(templates, locale, helpers, allFormats.find(isSame) ?? format);
}

const noHelpers: Helpers = {};

const environments = cacheByIdentity((templates: TemplateSet, locale: Locale, helpers: Helpers, format: Format) =>
	makeEnvironment(templates, format, locale, helpers),
);
