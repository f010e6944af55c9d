import { valueIn } from '../../text/value-in.ts';
import { builtInTemplates } from './built-in-templates.ts';

/** The output of each built-in template, by name without format and extension; in the order of a file, then of an entry. */
export const templateNotes: Readonly<Record<string, string>> = {
	page: 'a complete HTML page, and its stylesheet',
	masthead: 'what is above the list on a page: the way back, the heading, the person',
	person: 'the roles and links of the person whose page it is',
	neighbours: 'the links to the pages of the previous and next year or decade',
	navigation: 'the stylesheet of these links',
	bar: 'the line of tools above a list',
	contents: 'the links to the sections of a list',
	chart: 'the chart of works per year',
	table: 'a table of numbers of works, or an index',
	'table-grid': 'the table itself',
	'table-number': 'one number of a table',
	'table-index': 'an index of people, years, keywords or venues',
	'table-preamble': "LaTeX's commands before a table",
	'table-body': 'the table without its preamble',
	figure: 'a figure as SVG, and its stylesheet',
	'figure-years': 'columns on an axis of years',
	'figure-bars': 'horizontal bars',
	'figure-network': 'the network of co-authors',
	'figure-person': 'one person in the network',
	'figure-block': 'one part of a bar or column',
	'figure-patterns': 'the patterns of the parts',
	tools: "the data for a page's script, and the stylesheet of its tools",
	document: 'a complete LaTeX document',
	cite: 'the dialog "Cite" of a page, and its stylesheet',
	'document-setup': "the document's class, packages and page",
	body: 'the list without its preamble',
	feed: 'an Atom feed',
	work: 'the page of one work, and its stylesheet',
	'work-people': 'the names on the page of a work',
	'work-source': 'where and when a work appeared, in words',
	'work-links': 'the links and identifiers on the page of a work',
	'work-cite': 'the reference and the BibTeX on the page of a work',
	'work-reference': 'the reference to copy',
	sitemap: 'a sitemap',
	frame: 'a frame page for other sites, and its stylesheet',
	embed: 'the stylesheet of lists inside other sites',
	site: 'the stylesheet of lists in your site, against the styles of the site',
	list: 'the list without the page around it',
	preamble: "LaTeX's commands before the list",
	look: 'your LaTeX commands, before those of the list',
	'name-text': 'the text of a name, with its link',
	legend: 'the meaning of the marks',
	section: 'a heading and its works',
	items: 'the works of a section, numbered or not',
	anchor: 'the link to a work in its page',
	entry: 'one work',
	'entry-title': 'one work, its title first',
	'entry-record': 'one work as a reference',
	'title-line': 'the linked title',
	'names-line': 'authors or editors',
	'source-line': 'the venue, the date and further details',
	'line-journal': 'a journal, with volume and pages',
	'line-book': 'proceedings or a book, with volume and pages',
	'line-alone': 'the kind, institution or publisher of a work without those',
	'line-talk': 'where a talk was given',
	'line-event': 'a conference, with place and date',
	'line-date': 'the year or day in words',
	'line-details': 'editors, series, publisher, notes',
	badges: 'the dot, badge, rank and quartile of the venue',
	links: 'links, abstract and BibTeX',
	preview: 'the picture of a work',
	'look-title': 'the stylesheet of the look "title"',
	'look-record': 'the stylesheet of the look "record"',
	'look-compact': 'the stylesheet of the look "compact"',
	'look-cards': 'the stylesheet of the look "cards"',
	byline: 'authors or editors, and the date',
	names: 'a list of names',
	name: 'one marked name',
	editors: "'Noether E (ed.)'",
	when: 'the date',
	retraction: "'[Retracted 2010]' before the title",
	headline: 'the title and its additions',
	'headline-patent': 'the same for a patent',
	'headline-award': 'the same for an award',
	title: 'the title',
	source: 'the source and everything after it',
	'source-in': 'the same for parts of a journal or book',
	'source-alone': 'the same for independent publications',
	'source-talk': 'the same for talks and posters',
	container: 'the journal or book',
	venue: 'an event or institution',
	locator: 'volume, issue, pages',
	notices: 'corrections and expressions of concern',
	notice: 'one of these, or the retraction, as a badge',
	rank: 'the rank and quartile of the venue, in parentheses; badges in HTML',
	series: 'the series and its number',
	publisher: 'the publisher and its place',
	'edited-by': 'the editors of the book',
	eprint: 'the arXiv number',
	'eprint-too': 'the arXiv number of a work published elsewhere',
	'inline-links': 'links in the text',
	'inline-metrics': 'citations and a free copy in the text',
	citations: 'how often the work was cited',
	'links-as-labels': 'links as labels',
	'links-as-addresses': 'links as visible addresses',
	styled: 'an entry in a CSL style',
	extras: 'badges, links, abstract and BibTeX below an entry',
	award: 'one award',
	note: 'a note of an entry',
	bibfolio: 'the stylesheet of lists',
};

/** Names of the built-in files: templates and stylesheets, then locales (`locales/de.yaml`). */
export function builtInFiles(): string[] {
	return Object.keys(builtInTemplates.files);
}

/** The text of a built-in file; '' for an unknown name. */
export function builtInText(file: string): string {
	return valueIn(builtInTemplates.files, file) ?? '';
}

/** Names of the partials that a template calls, in order. */
export function partialsIn(text: string): string[] {
	const code = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/g, '');
	return [...new Set([...code.matchAll(/\{\{~?#?>\s*([\w-]+)/g)].map(([, name = '']) => name))];
}

/** 'entry' of `entry.html.hbs`; 'locales/de' of `locales/de.yaml`. */
export function stemOf(file: string): string {
	return file.replace(/\..*$/, '');
}
