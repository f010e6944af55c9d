import { basename } from 'node:path/posix';
import { defaultPrivateFields } from '../../../library/private-fields.ts';
import type { ListFile, NamesFile, SectionFile } from '../../../project/project-file.ts';
import { freeNames } from '../../../text/free-names.ts';
import { valueIn } from '../../../text/value-in.ts';
import type { Folder } from '../folder.ts';
import { mappingIn, siteConfiguration, textIn, wordsIn, yamlMapping } from '../site-configuration.ts';
import type { SurveyContext } from '../survey-context.ts';
import { localFiles, orcidOfSite, venues } from './al-folio.ts';
import { type BibliographyTag, type OtherTag, scholarTags } from './bibliography-tags.ts';
import { whereOf } from './bibtex-query.ts';
import { type MovedList, type MovedPart, type MovedSettings, noSettings, type Setting } from './moved-settings.ts';
import { pageFrontMatter } from './page-front-matter.ts';

/** Reads the settings of a Jekyll site with jekyll-scholar, such as al-folio; null for other folders. */
export function jekyllScholar(folder: Folder, { hasStyles }: SurveyContext): MovedSettings | null {
	const site = siteConfiguration(folder);
	const plugins = site ? [...wordsIn(site.value, 'plugins'), ...wordsIn(site.value, 'gems')] : [];
	const isPlugin = plugins.some((name) => /^jekyll[-/]scholar$/.test(name));
	const scholar = site && (mappingIn(site.value, 'scholar') ?? (isPlugin ? {} : null));
	if (!scholar) return site ? null : unreadable(folder);
	const layout = layoutOf(textIn(scholar, 'bibliography_template'), folder);
	const tags = scholarTags(folder);
	const moved = listsOf(tags.lists, scholar, folder, { hasStyles, hasLayout: layout !== null });
	const { settings, notes } = settingsOf(site.value, scholar, folder, layout, hasStyles);
	return {
		...noSettings,
		tool: `jekyll-scholar (${site.file})`,
		...moved,
		...ownerOf(scholar),
		orcid: orcidOfSite(site.value, folder),
		settings,
		notes: [...moved.notes, ...otherTagNotes(tags.others), ...notes],
	};
}

/** Settings that are not valid YAML; Jekyll accepts some of them, such as duplicate keys. */
function unreadable(folder: Folder): MovedSettings | null {
	const file = ['_config.yml', '_config.yaml'].find(folder.has) ?? '';
	const text = file === '' ? '' : folder.text(file);
	if (!/^scholar:/m.test(text)) return null;
	const problems: string[] = [];
	yamlMapping(text, ({ message, span }) =>
		problems.push(`${message}${span ? ` in line ${text.slice(0, span.start).split('\n').length}` : ''}`),
	);
	const notes = [`Cannot read the settings in ${file}: ${problems[0] ?? 'it contains no mapping'}`];
	return { ...noSettings, tool: `jekyll-scholar (${file})`, notes };
}

type Mapping = Readonly<Record<string, unknown>>;

function ownerOf(scholar: Mapping): Pick<MovedSettings, 'owner' | 'aliases'> {
	const [family, ...others] = wordsIn(scholar, 'last_name');
	if (family === undefined) return { owner: null, aliases: [] };
	// al-folio lists spellings of the given name. Initials match without an alias.
	const spellings = wordsIn(scholar, 'first_name');
	const full = spellings.filter((name) => name.length > 1 && !/\.$/.test(name));
	const given = longest(full.filter((name) => name.startsWith(full[0] ?? ''))) ?? longest(spellings) ?? '';
	const fullName = (familyName: string, givenName = given) => (givenName ? `${familyName}, ${givenName}` : familyName);
	return {
		owner: fullName(family),
		aliases: [
			...others.map((name) => fullName(name)),
			...full.filter((name) => !given.startsWith(name)).map((name) => fullName(family, name)),
		],
	};
}

function longest(names: readonly string[]): string | undefined {
	return names.toSorted((left, right) => right.length - left.length)[0];
}

/** The default library of jekyll-scholar. */
const defaults = { source: '_bibliography', bibliography: 'references.bib' };

/** The path of a library by its name in jekyll-scholar: 'papers', 'papers.bib'; null if there is no such file. */
function libraryNamed(name: string, scholar: Mapping, folder: Folder): string | null {
	const place = (textIn(scholar, 'source') ?? defaults.source).replace(/^[./]*|\/*$/g, '');
	const paths = [`${place}/${name}`, `${place}/${name}.bib`].map((path) => path.replace(/^\//, ''));
	return paths.find(folder.has) ?? null;
}

/** The libraries of a bibliography: one, or all that match a pattern such as `**\/*.bib`. */
function defaultLibrary(scholar: Mapping, folder: Folder): string | null {
	const name = textIn(scholar, 'bibliography') ?? defaults.bibliography;
	const place = (textIn(scholar, 'source') ?? defaults.source).replace(/^[./]*|\/*$/g, '');
	if (name.includes('*')) return folder.files.some((file) => file.startsWith(`${place}/`)) ? `${place}/${name}` : null;
	const path = libraryNamed(name, scholar, folder);
	return path ?? folder.files.find((file) => file.startsWith(`${place}/`) && /\.bib$/i.test(file)) ?? null;
}

/** The text of the layout that shows an entry; null if jekyll-scholar writes its citation style. */
function layoutOf(name: string | null, folder: Folder): string | null {
	if (name === null) return null;
	const file = folder.files.find((path) => path.replace(/\.[a-z]+$/i, '') === `_layouts/${name}`);
	// A theme may contain the layout, as al-folio's does.
	if (file === undefined) return /^[\w-]+$/.test(name) ? '' : null;
	const text = folder.text(file);
	return /\{\{-?\s*reference\b/.test(text) ? null : text;
}

interface Lists {
	readonly library: readonly string[];
	readonly lists: readonly MovedList[];
	readonly replacements: readonly MovedPart[];
	readonly notes: readonly string[];
}

/** One list for each tag with other options, and the tags to replace. */
function listsOf(
	tags: readonly BibliographyTag[],
	scholar: Mapping,
	folder: Folder,
	context: { readonly hasStyles: boolean; readonly hasLayout: boolean },
): Lists {
	const standard = defaultLibrary(scholar, folder);
	const notes: string[] = [];
	const drafts = tags.flatMap((tag) => {
		const draft = draftOf(tag.options, tag.groupField, ofPage(tag.file, scholar, folder), folder, context);
		const place = `${tag.file}:${tag.line}`;
		if ('problem' in draft) {
			notes.push(`Replace {% bibliography %} in ${place} yourself: ${draft.problem}`);
			return [];
		}
		notes.push(...draft.notes.map((note) => `${place}: ${note}`));
		return [{ tag, draft }];
	});
	const libraries = [...new Set([standard, ...drafts.flatMap(({ draft }) => draft.files)])].flatMap(
		(path) => path ?? [],
	);
	const freeId = freeNames((id) => lists.some((list) => list.id === id));
	const lists: (MovedList & { readonly key: string })[] = [];
	const idOf = ({ id, list, files }: Draft, comment: string): string => {
		const where = libraries.length > 1 ? { where: whereIn(files, list) } : {};
		const value = { ...where, ...list, ...where };
		const key = JSON.stringify(value);
		const existing = lists.find((other) => other.key === key);
		if (existing) return existing.id;
		lists.push({ id: freeId(id), value, comment, key });
		return lists.at(-1)?.id ?? id;
	};
	if (drafts.length === 0) {
		const draft = draftOf(new Map(), null, scholar, folder, context);
		if ('problem' in draft) notes.push(`"query" under "scholar": ${draft.problem}`);
		else idOf(draft, 'The settings under "scholar"');
	}
	const replacements = drafts
		// The list of all works comes first, because it is the default.
		.toSorted(
			(left, right) => Number(left.draft.list.where !== undefined) - Number(right.draft.list.where !== undefined),
		)
		.map(({ tag: { file, start, end, line, written, dashes }, draft }) => {
			const list = idOf(draft, shortened(`${file}:${line} ${written.replace(/\s+/g, ' ')}`));
			const write = (lines: readonly string[]) => includeText(lines, dashes, file, folder);
			return { file, line, start, end, written, list, write };
		});
	return { library: libraries, lists: lists.map(({ key: _, ...list }) => list), replacements, notes };
}

/** The lines that show a list, with the whitespace control of the tag. Only Markdown needs the blank lines. */
function includeText(
	lines: readonly string[],
	[open, close]: BibliographyTag['dashes'],
	file: string,
	folder: Folder,
): string {
	const needed = /\.(?:md|markdown)$/i.test(file) ? lines : lines.filter((line) => line !== '');
	return needed
		.map((line) => line.replace(/^\{% (include .*) %\}$/, `{%${open} $1 ${close}%}`))
		.join(folder.text(file).includes('\r\n') ? '\r\n' : '\n');
}

/** The settings for a page, whose front matter may replace those of the site. */
function ofPage(file: string, scholar: Mapping, folder: Folder): Mapping {
	return { ...scholar, ...mappingIn(pageFrontMatter(folder.text(file)), 'scholar') };
}

/** The condition of a list of some library files only. */
function whereIn(files: readonly (string | null)[], { where }: ListFile): string {
	const library = `library=${files.map((file) => basename(file ?? '')).join(',')}`;
	if (typeof where !== 'string') return library;
	return `${library} ${/\bor\b/.test(where) ? `(${where})` : where}`;
}

interface Draft {
	readonly id: string;
	readonly list: ListFile;
	/** The library files. */
	readonly files: readonly string[];
	readonly notes: readonly string[];
}

/** Options of a tag that have no effect on a list of Bibfolio. */
const ignoredOptions = ['prefix', 'remove_duplicates', 'bibliography_list_tag', 'text', 'clear'];
const supportedOptions = [
	...['file', 'query', 'max', 'group_by', 'group_order', 'sort_by', 'order', 'type_order', 'style', 'template'],
];

function draftOf(
	options: BibliographyTag['options'],
	groupField: string | null,
	scholar: Mapping,
	folder: Folder,
	{ hasStyles, hasLayout }: { readonly hasStyles: boolean; readonly hasLayout: boolean },
): Draft | { readonly problem: string } {
	const option = (name: string) => options.get(name)?.[0] ?? textIn(scholar, name);
	if (options.has('cited') || options.has('cited_in_order'))
		return { problem: 'it lists the works that the page cites, which only jekyll-scholar knows' };
	const query = (option('query') ?? '').replace(
		/^\{\{-?\s*site\.scholar\.query\s*-?\}\}$/,
		textIn(scholar, 'query') ?? '',
	);
	const isDynamic = [...options.values()]
		.flat()
		.find((value) => value.includes('{{') && !value.includes('site.scholar.'));
	if (isDynamic !== undefined) return { problem: `Liquid decides "${isDynamic}" when the page is built` };
	const named = (options.get('file') ?? []).filter(
		(name) => !/^\{\{-?\s*site\.scholar\.bibliography\s*-?\}\}$/.test(name),
	);
	const files = named.length
		? named.map((name) => libraryNamed(name, scholar, folder))
		: [defaultLibrary(scholar, folder)].flatMap((path) => path ?? []);
	if (files.includes(null)) return { problem: `there is no library "${named[files.indexOf(null)]}"` };
	const translated = whereOf(query);
	if ('problem' in translated) return { problem: translated.problem };
	const { where } = translated;
	const groups = groupField === null ? keysIn(option('group_by')) : [groupField];
	const sections = groups[0] === 'type' ? typeSections(option('type_order'), scholar) : [];
	const max = Number(option('max') ?? 0);
	const style = options.get('style')?.[0] ?? (hasLayout ? null : textIn(scholar, 'style'));
	const others = [...options.keys()].filter((name) => ![...supportedOptions, ...ignoredOptions].includes(name));
	const notes = [
		...others.map((name) => `--${name} has no counterpart`),
		...(options.has('template') ? ['--template has no counterpart: see docs/templates.md to change an entry'] : []),
	];
	const list: ListFile = {
		...(where !== null && { where }),
		...(sections.length
			? { sections: sections.map((section) => ({ ...section, ...(groups[1] && { 'group-by': groups.slice(1) }) })) }
			: { 'group-by': withKinds(groups) }),
		sort: sortOf(
			option('sort_by'),
			option('order'),
			groups,
			groupField === null ? option('group_order') : 'descending',
		),
		// jekyll-scholar writes a numbered list, and a layout such as al-folio's hides the numbers.
		...(hasLayout && { number: 'none' as const }),
		...(max > 0 && groups.length === 0 && { limit: max }),
		...(style !== null && hasStyles && isInstalled(style, folder) && { style: stylePath(style) }),
	};
	return { id: idFor(where, named[0]), list, files: files.flatMap((file) => file ?? []), notes };
}

/** 'year, type' as keys; none for 'none'. */
function keysIn(value: string | null): string[] {
	const keys = (value ?? '').split(/[\s,]+/).filter(Boolean);
	return keys[0] === 'none' ? [] : keys.map((key) => (key === 'keywords' ? 'keyword' : key));
}

/** Keys of Bibfolio: the kinds of venues have headings in words, and entry types have none. One key without brackets. */
function withKinds(groups: readonly string[]): string | string[] {
	const keys = groups.map((key) => (key === 'type' ? 'venue' : key));
	return keys.length === 1 ? (keys[0] ?? '') : keys;
}

/** The sort keys. Without `sort_by`, works keep the order of the file. */
function sortOf(
	sortBy: string | null,
	order: string | null,
	groups: readonly string[],
	groupOrder: string | null,
): string[] {
	const orders = (order ?? 'ascending').split(/[\s,]+/).filter(Boolean);
	const keys = keysIn(sortBy).map((key, index) => {
		const isDescending = /^(?:desc|reverse)/i.test(orders[index] ?? orders.at(-1) ?? '');
		return (isDescending ? '-' : '') + (key === 'month' || key === 'day' ? 'date' : key);
	});
	// The direction of a sort key with the year is the direction of the groups.
	const byYear = groups.includes('year') ? [/^(?:desc|reverse)/i.test(groupOrder ?? '') ? '-year' : 'year'] : [];
	return [...new Set([...byYear, ...keys])];
}

/** Sections in the order of `type_order`, with the names of `type_names`. Works of other types come last. */
function typeSections(order: string | null, scholar: Mapping): SectionFile[] {
	const names = mappingIn(scholar, 'type_names') ?? {};
	const aliases = Object.entries(
		mappingIn(scholar, 'type_aliases') ?? { phdthesis: 'thesis', mastersthesis: 'thesis' },
	);
	return (order ?? '')
		.split(/[\s,]+/)
		.filter(Boolean)
		.map((type) => {
			const types = [type, ...aliases.flatMap(([other, target]) => (target === type ? other : []))];
			return {
				title: textIn(names, type) ?? valueIn(typeNames, type) ?? type,
				where: { type: types.map((name) => `@${name}`) },
			};
		});
}

/** The headings of jekyll-scholar for entry types. */
const typeNames: Readonly<Record<string, string>> = {
	article: 'Journal Articles',
	book: 'Books',
	incollection: 'Book Chapters',
	inproceedings: 'Conference Articles',
	thesis: 'Theses',
	phdthesis: 'Theses',
	mastersthesis: 'Theses',
	manual: 'Manuals',
	techreport: 'Technical Reports',
	unpublished: 'Unpublished',
};

/** The id of a list from its first condition: 'selected', 'article', 'year-2020'. */
function idFor(where: string | null, file: string | undefined): string {
	const [condition = ''] = (where ?? file?.replace(/\.bib$/i, '') ?? 'publications').replace(/^\(/, '').split(' ');
	const words = condition.replace(/^type=@|^field\./, '').replace(/=true$/, '');
	const id = words
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return id === '' || id.length > 24 ? 'list' : id;
}

/** The longest comment. */
const maximumComment = 110;

function shortened(text: string): string {
	return text.length > maximumComment ? `${text.slice(0, maximumComment - 1)}…` : text;
}

const includedStyles = ['apa', 'vancouver', 'harvard1'];

function isInstalled(style: string, { has }: Folder): boolean {
	return includedStyles.includes(style) || has(stylePath(style));
}

function stylePath(style: string): string {
	return style.replace(/^\.\//, '');
}

function settingsOf(
	site: Mapping,
	scholar: Mapping,
	folder: Folder,
	layout: string | null,
	hasStyles: boolean,
): { settings: Setting[]; notes: string[] } {
	const settings: Setting[] = [];
	const notes: string[] = [];
	const filtered = wordsIn(site, 'filtered_bibtex_keywords').filter((name) => !defaultPrivateFields.includes(name));
	const style = textIn(scholar, 'style');
	if (layout !== null) settings.push(namesSetting(site));
	settings.push(...localFiles(site, layout, folder), ...venues(folder));
	if (filtered.length)
		settings.push({
			key: 'private-fields',
			comment: 'filtered_bibtex_keywords: fields that published BibTeX omits, besides the default ones.',
			value: ['default', ...filtered],
		});
	if (style !== null && layout === null && !(hasStyles && isInstalled(style, folder))) {
		const install = hasStyles ? `download ${style}.csl and add "style: ${style}.csl"` : styleInstallation(style);
		notes.push(`style: ${style} needs a CSL style: ${install} to the list (see docs/csl-styles.md)`);
	} else if (style !== null && layout !== null)
		notes.push(`style: ${style} was used for citations only; to use it in a list, add "style: ${style}" to the list`);
	const badges = Object.entries(mappingIn(site, 'enable_publication_badges') ?? {}).flatMap(([name, isOn]) =>
		isOn === true ? name : [],
	);
	if (badges.length || site['enable_publication_badges'] === true)
		notes.push(
			`enable_publication_badges (${badges.join(', ') || 'all'}): Bibfolio shows no badges that load scripts of other sites`,
		);
	if (site['enable_publication_thumbnails'] === false)
		notes.push(
			'enable_publication_thumbnails: false: Bibfolio shows the images in "preview"; remove the fields to hide them',
		);
	if (site['enable_video_embedding'] === true) notes.push('enable_video_embedding: Bibfolio links to videos');
	if (site['bib_search'] === true)
		notes.push('bib_search: the search of al-folio does not search the list; remove {% include bib_search.liquid %}');
	if (textIn(scholar, 'repository') !== null)
		notes.push('repository: Bibfolio links only the files that the entries name, such as pdf = {weber2022.pdf}');
	if (folder.files.some((file) => file.startsWith(`_layouts/${textIn(scholar, 'details_layout') ?? 'bibtex.html'}`)))
		notes.push('details_dir: for a page per work, add an output with "format: works" (see docs/embedding.md)');
	if (!wordsIn(site, 'exclude').includes('bibfolio.yaml'))
		notes.push('Add bibfolio.yaml and node_modules to "exclude" in _config.yml, so that Jekyll does not publish them');
	const filters = wordsIn(scholar, 'bibtex_filters').filter((name) => !usualFilters.includes(name));
	if (filters.length)
		notes.push(`bibtex_filters: Bibfolio reads LaTeX itself; the filters ${filters.join(', ')} have no counterpart`);
	return { settings, notes };
}

function styleInstallation(style: string): string {
	const name = includedStyles.includes(style) ? style : `${style}.csl`;
	return `install @citation-js/core@0.8 and @citation-js/plugin-csl@0.8 with npm, and add "style: ${name}"`;
}

/** Filters for LaTeX, which Bibfolio reads. */
const usualFilters = ['latex', 'smallcaps', 'superscript', 'subscript', 'italics', 'markdown'];

/** The names as the layout of al-folio shows them. */
function namesSetting(site: Mapping): Setting {
	const limit = Number(site['max_author_limit'] ?? 0);
	const value: NamesFile = {
		'name-as-sort-order': 'none',
		'initialize-with': null,
		...(limit > 0 && { 'et-al-min': limit + 1, 'et-al-use-first': limit }),
	};
	const comment = limit > 0 ? `, and max_author_limit: ${limit}` : '';
	return { key: 'names', comment: `Given names in full before family names, as in al-folio${comment}.`, value };
}

function otherTagNotes(tags: readonly OtherTag[]): string[] {
	const names = [...new Set(tags.map(({ name }) => name))];
	return names.map((name) => {
		const places = tags.filter((tag) => tag.name === name).map(({ file, line }) => `${file}:${line}`);
		const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
		return `{% ${name} %} has no counterpart (${places.slice(0, 3).join(', ')}${more}); keep jekyll-scholar for it`;
	});
}
