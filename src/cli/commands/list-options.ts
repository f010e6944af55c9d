import { flavourNames, formats } from '../../formats/index.ts';
import { groupKeys } from '../../lists/headings.ts';
import { builtInLocales } from '../../project/built-in-locales.ts';
import { looks } from '../../render/looks.ts';
import type { OptionsOf, OptionTable } from '../command.ts';
import type { ProjectOptions } from '../load.ts';
import { libraryOptions, messageOptions, selectOptions, sortOption } from '../shared-options.ts';

/** Options of the commands that write lists. */
export const listOptions = {
	...libraryOptions,
	highlight: {
		type: 'string',
		many: 'repeat',
		group: 'People:',
		describe: 'Highlight this author, in any form: "Family, Given = Other, Name" (repeatable)',
	},
	out: { type: 'string', alias: 'o', group: 'Output:', describe: 'Output folder, or one file such as cv.tex' },
	format: {
		type: 'string',
		alias: 'f',
		many: 'commas',
		group: 'Output:',
		suggestions: Object.keys(formats),
		describe: `Only these formats: ${Object.keys(formats).join(', ')}`,
	},
	flavour: {
		type: 'string',
		group: 'Output:',
		suggestions: flavourNames,
		describe: `Markdown flavour: ${flavourNames.join(', ')}`,
	},
	look: {
		type: 'string',
		group: 'Output:',
		suggestions: Object.keys(looks),
		describe: `Look of HTML lists: ${Object.keys(looks).join(', ')}`,
	},
	templates: { type: 'string', group: 'Output:', describe: 'Folder of your templates (default: templates)' },
	locale: {
		type: 'string',
		group: 'Output:',
		suggestions: builtInLocales,
		describe: `Language of the lists: ${builtInLocales.join(', ')}`,
	},
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
		suggestions: groupKeys,
		describe: 'Group by venue, year, type, status, keyword, person or any field',
	},
	...sortOption,
	number: {
		type: 'string',
		choices: ['up', 'down', 'none'],
		group: 'Lists:',
		describe: 'Number works up or down through the list, or not at all',
	},
	limit: { type: 'number', group: 'Lists:', describe: 'Maximum number of works per list' },
	pdf: {
		type: 'boolean',
		group: 'Output:',
		describe: 'Also compile each latex-document to PDF (needs TeX)',
	},
	...messageOptions,
} as const satisfies OptionTable;

export type ListOptions = OptionsOf<typeof listOptions>;

/** The options of a command line as a project takes them. */
export function projectOptions(options: ListOptions, files: readonly string[]): ProjectOptions {
	const { format: formats, list: lists, 'group-by': groupBy, ...rest } = options;
	const { out, flavour, look, highlight, title, locale, where, selected, sort, number, limit, templates, pdf } = rest;
	return {
		...{ files, formats, lists, groupBy, out, flavour, look, highlight, title, locale, where, selected },
		...{ sort, number, limit, templates, pdf },
	};
}
