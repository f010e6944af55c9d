import { sortKeys } from '../lists/sort.ts';
import type { OptionsOf, OptionTable } from './command.ts';

/** Options of every command that reads a library. */
export const libraryOptions = {
	config: {
		type: 'string',
		alias: 'c',
		group: 'Input:',
		describe: 'Configuration file (default: the nearest bibfolio.yaml)',
	},
	'allow-outside': {
		type: 'string',
		many: 'repeat',
		group: 'Input:',
		describe: 'Let the configuration use this folder outside the project (repeatable)',
	},
} as const satisfies OptionTable;

export type LibraryOptions = OptionsOf<typeof libraryOptions>;

/** Options of every command that prints messages. */
export const messageOptions = {
	quiet: { type: 'boolean', alias: 'q', group: 'Messages:', describe: 'Print only errors' },
	color: {
		type: 'boolean',
		group: 'Messages:',
		describe: 'Force colors; --no-color turns them off (also NO_COLOR, FORCE_COLOR)',
	},
} as const satisfies OptionTable;

/** Options that select works. */
export const selectOptions = {
	where: {
		type: 'string',
		alias: 'w',
		group: 'Lists:',
		describe: 'Only matching works: "venue=journal year>=2019 not keyword=xai"',
	},
	selected: { type: 'boolean', group: 'Lists:', describe: 'Only works marked as selected' },
} as const satisfies OptionTable;

/** The option that orders works. */
export const sortOption = {
	sort: {
		type: 'string',
		many: 'commas',
		group: 'Lists:',
		suggestions: sortKeys.flatMap((key) => [key, `-${key}`]),
		describe: 'Sort keys; a minus means descending: -year,title',
	},
} as const satisfies OptionTable;
