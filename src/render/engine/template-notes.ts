import { builtInTemplates } from './built-in-templates.ts';

/** What each built-in template writes, by its name without format and ending; in the order of a file, then of an entry. */
export const templateNotes: Readonly<Record<string, string>> = {
	page: "a whole HTML page, and that page's stylesheet",
	contents: "a page's contents",
	tools: "what a page's script puts to use",
	document: 'a whole LaTeX document',
	'document-setup': "the document's class, packages and page",
	body: 'the list without what goes before it',
	feed: 'an Atom feed',
	work: 'the page of one work',
	sitemap: 'a sitemap',
	frame: "a page for a frame in another site, and that page's stylesheet",
	embed: 'the stylesheet of lists inside other sites',
	list: 'the list: everything but the page around it',
	preamble: "LaTeX's commands before the list",
	look: "your own LaTeX commands, before the list's",
	legend: 'what the marks mean',
	section: 'a heading and its works',
	items: 'the works of a section, counted or not',
	anchor: 'the link to a work in its page',
	entry: 'one work',
	byline: 'who, and the date',
	names: 'a list of names',
	name: 'one marked name',
	editors: "'Noether E (ed.)'",
	when: 'the date',
	headline: 'what: title and its like',
	'headline-patent': 'the same of a patent',
	'headline-award': 'the same of an award',
	title: 'the title',
	source: 'where it appeared, and everything after that',
	'source-in': 'the same of what stands in a journal or book',
	'source-alone': 'the same of what stands alone',
	'source-talk': 'the same of talks and posters',
	container: 'the journal or book',
	venue: 'an event or institution',
	locator: 'volume, issue, pages',
	series: 'the series and the number in it',
	publisher: 'the publisher and its place',
	'edited-by': 'the editors of the book it is in',
	eprint: 'the arXiv number',
	'eprint-too': 'the arXiv number of what appeared elsewhere, too',
	'inline-links': 'links in the text',
	'links-as-labels': 'links as words',
	'links-as-addresses': 'links as addresses, as on paper',
	styled: 'an entry as a CSL style has it',
	extras: 'badges, links, abstract and BibTeX below an entry',
	award: 'one award',
	note: 'a note of an entry',
	bibfolio: 'the stylesheet of lists',
};

/** The files of the built-in templates by name: templates and stylesheets, then locales (`locales/de.yaml`). */
export function builtInFiles(): string[] {
	return Object.keys(builtInTemplates.files);
}

/** The text of one of the built-in files. */
export function builtInText(file: string): string {
	return builtInTemplates.files[file] ?? '';
}

/** The names of the partials that a template calls, in the order of the text. */
export function partialsIn(text: string): string[] {
	const code = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/g, '');
	return [...new Set([...code.matchAll(/\{\{~?#?>\s*([\w-]+)/g)].map(([, name = '']) => name))];
}

/** 'entry' of `entry.html.hbs`; 'locales/de' of `locales/de.yaml`. */
export function stemOf(file: string): string {
	return file.replace(/\..*$/, '');
}
