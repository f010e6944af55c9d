import { command, type OptionsOf, type OptionTable } from '../command.ts';
import { buildCommand } from './build-command.ts';

const { stdout: _stdout, check: _check, strict: _strict, json: _json, ...options } = buildCommand.options;

/** What `build` can be told about lists and outputs, and how to watch: for every command that keeps outputs current. */
export const watchOptions = {
	...options,
	poll: {
		type: 'boolean',
		group: 'Ways to run:',
		describe: 'Look at the files again and again: for network drives and containers',
	},
} as const satisfies OptionTable;

/** `bibfolio watch`: the lists follow the library. */
export const watchCommand = command({
	name: 'watch',
	usage: '[files..]',
	summary: 'Make the lists again whenever the library, the configuration or a template is saved',
	files: 'The library: .bib files, folders or globs; overrides the configuration',
	options: watchOptions,
	examples: [
		['bibfolio watch', 'as bibfolio.yaml says, until Ctrl-C'],
		['bibfolio watch papers.bib --out site/', 'without a configuration'],
	],
});

export type WatchOptions = OptionsOf<typeof watchOptions>;
