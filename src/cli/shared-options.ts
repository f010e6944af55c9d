import type { OptionTable } from './command.ts';

/** Options of every command that reads a library. */
export const libraryOptions = {
	config: {
		type: 'string',
		alias: 'c',
		group: 'Input:',
		describe: 'Configuration file (default: the nearest bibfolio.yaml)',
	},
} as const satisfies OptionTable;

/** Options of every command that prints messages. */
export const messageOptions = {
	quiet: { type: 'boolean', alias: 'q', group: 'Messages:', describe: 'Print only errors' },
	color: {
		type: 'boolean',
		group: 'Messages:',
		describe: 'Use colors (--no-color; NO_COLOR and FORCE_COLOR also work)',
	},
} as const satisfies OptionTable;

/** Options that select works. */
export const selectOptions = {
	where: {
		type: 'string',
		alias: 'w',
		group: 'Lists:',
		describe: 'Only works that match: "venue=journal year>=2019 not keyword=xai"',
	},
	selected: { type: 'boolean', group: 'Lists:', describe: 'Only works marked as selected' },
} as const satisfies OptionTable;

/** The order of the works. */
export const sortOption = {
	sort: {
		type: 'string',
		many: 'commas',
		group: 'Lists:',
		describe: 'Sort keys; a minus sorts in descending order: -year,title',
	},
} as const satisfies OptionTable;
