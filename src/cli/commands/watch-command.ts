import { watchProject } from '../../preview/watch/watch.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load, loadWithHelpers } from '../load.ts';
import { refuse } from '../problems.ts';
import { closed, stopped } from '../stopped.ts';
import type { Terminal } from '../terminal.ts';
import { refuseStandardInput } from '../usage-error.ts';
import { watchReporter } from '../watch-lines.ts';
import { listOptions, projectOptions } from './list-options.ts';

/** Options of the commands that rebuild on changes. */
export const watchOptions = {
	...listOptions,
	poll: {
		type: 'boolean',
		group: 'Mode:',
		describe: 'Poll files for changes (for network drives and containers)',
	},
} as const satisfies OptionTable;

export type WatchOptions = OptionsOf<typeof watchOptions>;

/** `bibfolio watch`: rebuilds on every change. */
export const watchCommand: Command<typeof watchOptions> = {
	name: 'watch',
	usage: '[files..]',
	summary: 'Rebuild when the library, the configuration or a template changes',
	files: 'Library: .bib files, folders or globs (overrides the configuration)',
	options: watchOptions,
	examples: [
		['bibfolio watch', 'use bibfolio.yaml, or every .bib file in this folder'],
		['bibfolio watch papers.bib --out site/', 'work without a configuration'],
	],
	run: runWatch,
};

async function runWatch(options: WatchOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	refuseStandardInput('watch', files);
	const read = () => load(options, projectOptions(options, files), terminal.cwd);
	const { project, problems } = await loadWithHelpers(options, projectOptions(options, files), terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const stop = stopped();
	const { poll = false, pdf = false, quiet = false } = options;
	const watch = watchProject(project, { load: read, poll, pdf, onEvent: watchReporter(project, terminal, quiet) });
	await stop;
	await closed(watch.close());
	return 0;
}
