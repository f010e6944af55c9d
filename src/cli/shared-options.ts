import type { OptionTable } from './command.ts';

/** Options of every command that reads a library. */
export const libraryOptions = {
	config: {
		type: 'string',
		alias: 'c',
		group: 'Input:',
		describe: 'Configuration, instead of the nearest bibfolio.yaml',
	},
} as const satisfies OptionTable;

/** Options of every command that has something to say. */
export const messageOptions = {
	quiet: { type: 'boolean', alias: 'q', group: 'Messages:', describe: 'Say nothing but errors' },
	color: { type: 'boolean', group: 'Messages:', describe: 'Colours, or --no-color; also NO_COLOR, FORCE_COLOR' },
} as const satisfies OptionTable;

/** Options that select works. */
export const selectOptions = {
	where: {
		type: 'string',
		alias: 'w',
		group: 'Lists:',
		describe: 'Only these works: "venue=journal year>=2019 not keyword=xai"',
	},
	selected: { type: 'boolean', group: 'Lists:', describe: 'Only works marked as selected' },
} as const satisfies OptionTable;
