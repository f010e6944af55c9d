import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';

/** `bibfolio check`: what is wrong with a library, and what to do about it. */
export const checkCommand = command({
	name: 'check',
	usage: '[files..]',
	summary: 'Look for mistakes in the library: syntax, missing fields, names, dates, duplicates, links',
	files: 'The library: .bib files, folders, globs, or - for standard input; overrides the configuration',
	options: {
		...libraryOptions,
		format: {
			type: 'string',
			alias: 'f',
			choices: ['text', 'json', 'github', 'sarif'],
			group: 'Output:',
			describe: 'How findings are printed',
		},
		strict: { type: 'boolean', group: 'Ways to run:', describe: 'Exit 1 on a warning, too' },
		...messageOptions,
	},
	examples: [
		['bibfolio check papers.bib', 'every finding with its line and a remedy'],
		['bibfolio check --format github', 'as annotations in GitHub Actions'],
		['bibfolio check --format sarif > bibfolio.sarif', 'for code scanning'],
	],
});

export type CheckOptions = OptionsOf<typeof checkCommand.options>;
