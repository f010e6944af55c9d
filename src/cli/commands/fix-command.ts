import { command, type OptionsOf } from '../command.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';

/** `bibfolio fix`: what can be mended without anybody's judgement. */
export const fixCommand = command({
	name: 'fix',
	usage: '[files..]',
	summary: 'Mend in the library what check finds and what has one safe remedy; nothing else is touched',
	files: 'The library: .bib files, folders or globs; overrides the configuration',
	options: {
		...libraryOptions,
		only: {
			type: 'string',
			many: 'commas',
			group: 'Ways to run:',
			describe: 'Only findings of these codes, those too that are mended on request only',
		},
		'dry-run': {
			type: 'boolean',
			alias: 'n',
			group: 'Ways to run:',
			describe: 'Write nothing; show what would change',
		},
		check: { type: 'boolean', group: 'Ways to run:', describe: 'Write nothing; exit 1 when something could be mended' },
		...messageOptions,
	},
	examples: [
		['bibfolio fix --dry-run', 'the changes as a diff'],
		['bibfolio fix papers.bib', 'makes them'],
		['bibfolio fix --only field/page-dash,identifier/address', 'nothing else'],
		['bibfolio fix --only bib/duplicate-key', 'takes copies of entries out'],
	],
});

export type FixOptions = OptionsOf<typeof fixCommand.options>;
