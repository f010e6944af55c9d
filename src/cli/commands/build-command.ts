import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions, selectOptions } from '../shared-options.ts';

/** `bibfolio build`: the lists of a library, written to files or to standard output. */
export const buildCommand = command({
	name: 'build',
	usage: '[files..]',
	summary: 'Make publication lists from a BibTeX or BibLaTeX library',
	files: 'The library: .bib files, folders, globs, or - for standard input; overrides the configuration',
	options: {
		...libraryOptions,
		highlight: {
			type: 'string',
			many: 'repeat',
			group: 'People:',
			describe: 'Mark this author: "Family, Given"; other names of the same person after =',
		},
		out: {
			type: 'string',
			alias: 'o',
			group: 'Output:',
			describe: 'Folder for the lists, or one file such as cv.tex',
		},
		format: {
			type: 'string',
			alias: 'f',
			many: 'commas',
			group: 'Output:',
			describe:
				'Only these formats: html-page, html, markdown, latex, latex-document, json, atom, embed, works, sitemap, text, typst',
		},
		flavour: {
			type: 'string',
			group: 'Output:',
			describe: 'Whose Markdown: gfm, commonmark, remark, vitepress, jekyll, hugo, pandoc, quarto, mdx, myst',
		},
		stdout: {
			type: 'boolean',
			group: 'Output:',
			describe: 'Print one list, the first or that of --list, instead of writing files',
		},
		templates: { type: 'string', group: 'Output:', describe: 'Folder of your own templates' },
		locale: { type: 'string', group: 'Output:', describe: 'Language of the lists: en, de' },
		title: { type: 'string', group: 'Output:', describe: 'Title of the lists' },
		list: {
			type: 'string',
			alias: 'l',
			many: 'commas',
			group: 'Lists:',
			describe: 'Only these lists of the configuration',
		},
		...selectOptions,
		'group-by': {
			type: 'string',
			many: 'commas',
			group: 'Lists:',
			describe: 'Sections by venue, year, type, status, keyword, person or any field',
		},
		sort: {
			type: 'string',
			many: 'commas',
			group: 'Lists:',
			describe: 'Order, a minus descends: -year,title',
		},
		number: {
			type: 'string',
			choices: ['up', 'down', 'none'],
			group: 'Lists:',
			describe: 'Count up, down to the oldest, or not at all',
		},
		limit: { type: 'number', group: 'Lists:', describe: 'At most so many works in each list' },
		pdf: {
			type: 'boolean',
			group: 'Output:',
			describe: 'Make a PDF of each latex-document, beside it, with the TeX of this machine',
		},
		check: { type: 'boolean', group: 'Ways to run:', describe: 'Write nothing; exit 1 when a file is out of date' },
		strict: { type: 'boolean', group: 'Ways to run:', describe: 'Write nothing when the library has an error' },
		json: { type: 'boolean', group: 'Messages:', describe: 'Say what was done as JSON on standard output' },
		...messageOptions,
	},
	examples: [
		['bibfolio build', 'as bibfolio.yaml says, or every .bib here'],
		['bibfolio build papers.bib --highlight "Lapuschkin, Sebastian" --out site/', 'lists at once'],
		['bibfolio build --stdout --format markdown --where "year>=2020" > recent.md', 'one list, to a pipe'],
		['bibfolio build papers.bib --pdf --out cv.pdf', 'one list as a PDF'],
		['bibfolio build --check', 'in CI: fail when a list is out of date'],
	],
});

export type BuildOptions = OptionsOf<typeof buildCommand.options>;
