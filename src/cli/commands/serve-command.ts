import { command, type OptionsOf, type OptionTable } from '../command.ts';
import { watchOptions } from './watch-command.ts';

const options = {
	...watchOptions,
	port: {
		type: 'number',
		alias: 'p',
		group: 'Preview:',
		describe: 'Port, or the next free one after it; usually 4020',
	},
	host: { type: 'string', group: 'Preview:', describe: 'Address to listen on, 127.0.0.1 unless told; 0.0.0.0 for all' },
} as const satisfies OptionTable;

/** `bibfolio serve`: watch, with the lists in a browser. */
export const serveCommand = command({
	name: 'serve',
	usage: '[files..]',
	summary: 'Watch, and show the lists in a browser that follows',
	files: 'The library: .bib files, folders or globs; overrides the configuration',
	options,
	examples: [
		['bibfolio serve', 'the page at http://127.0.0.1:4020/'],
		['bibfolio serve papers.bib --out site/ --port 8000', 'another port'],
	],
});

export type ServeOptions = OptionsOf<typeof options>;
