import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions, selectOptions } from '../shared-options.ts';

/** `bibfolio export`: the works as data for other programs. */
export const exportCommand = command({
	name: 'export',
	usage: '[files..]',
	summary: 'Give the works as CSL-JSON, or as BibTeX without private fields',
	files: 'The library: .bib files, folders, globs, or - for standard input; overrides the configuration',
	options: {
		...libraryOptions,
		format: {
			type: 'string',
			alias: 'f',
			choices: ['csl-json', 'bibtex'],
			group: 'Output:',
			describe: 'What to write; csl-json unless --out ends in .bib',
		},
		out: { type: 'string', alias: 'o', group: 'Output:', describe: 'A file instead of standard output' },
		list: { type: 'string', alias: 'l', group: 'Lists:', describe: 'The works of this list, in its order' },
		...selectOptions,
		...messageOptions,
	},
	examples: [
		['bibfolio export papers.bib > papers.json', 'CSL-JSON for pandoc, Zotero, citeproc'],
		['bibfolio export --format bibtex --where "person=lapuschkin-sebastian"', 'the entries as written'],
	],
});

export type ExportOptions = OptionsOf<typeof exportCommand.options>;
