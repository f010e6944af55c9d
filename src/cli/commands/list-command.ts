import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions, selectOptions } from '../shared-options.ts';

/** `bibfolio list`: what is in the library, in the terminal. */
export const listCommand = command({
	name: 'list',
	usage: '[words..]',
	summary: 'Look something up in the library: words, conditions, or everything',
	files: 'Words to look for, conditions such as year=2019.. or venue=journal, and .bib files',
	options: {
		...libraryOptions,
		format: {
			type: 'string',
			alias: 'f',
			group: 'Output:',
			describe: 'table, keys, json (CSL-JSON), bibtex, or rendered: html, markdown, latex, text, typst',
		},
		list: { type: 'string', alias: 'l', group: 'Lists:', describe: 'Only the works of this list' },
		...selectOptions,
		sort: {
			type: 'string',
			many: 'commas',
			group: 'Lists:',
			describe: 'Order, a minus descends: -year,title',
		},
		limit: { type: 'number', group: 'Lists:', describe: 'At most so many works' },
		...messageOptions,
	},
	examples: [
		['bibfolio list gait 2020', 'works with both words in title, names, venue, year, keywords …'],
		['bibfolio list venue=journal year=2019..', 'by conditions, the same as those of build --where'],
		['bibfolio list mine not keyword=xai --format keys', 'one key a line, for other programs'],
	],
});

export type ListOptions = OptionsOf<typeof listCommand.options>;
