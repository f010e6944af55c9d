import { command, type OptionsOf } from '../command.ts';
import { messageOptions } from '../shared-options.ts';

/** `bibfolio init`: from a folder to the first list. */
export const initCommand = command({
	name: 'init',
	usage: '[files..]',
	summary: 'Look around, write a bibfolio.yaml that fits, and make the first lists',
	files: 'The library, where it is not to be looked for',
	options: {
		owner: { type: 'string', group: 'People:', describe: 'Whose lists: "Family, Given"; other names after =' },
		yes: { type: 'boolean', alias: 'y', group: 'Ways to run:', describe: 'Ask nothing, take what is proposed' },
		'dry-run': {
			type: 'boolean',
			alias: 'n',
			group: 'Ways to run:',
			describe: 'Write nothing; print the configuration',
		},
		...messageOptions,
	},
	examples: [
		['bibfolio init', 'with a few questions'],
		['bibfolio init --yes', 'without any'],
		['bibfolio init papers.bib --owner "Lapuschkin, Sebastian = Bach, Sebastian"', 'told beforehand'],
	],
});

export type InitOptions = OptionsOf<typeof initCommand.options>;
