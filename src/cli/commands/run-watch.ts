import { watchProject } from '../../preview/watch/watch.ts';
import type { ExitCode } from '../command.ts';
import { load, loadWithHelpers, refuse, refuseStandardInput } from '../load.ts';
import { closed, stopped } from '../stopped.ts';
import type { Terminal } from '../terminal.ts';
import { tellWatch } from '../watch-lines.ts';
import { optionsOf } from './run-build.ts';
import type { WatchOptions } from './watch-command.ts';

/** Builds and writes whenever an input changes, until it is stopped. */
export async function runWatch(options: WatchOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	if (files.includes('-')) return refuseStandardInput('watch', terminal);
	const read = () => load(options.config, optionsOf(options, files), terminal.cwd);
	const { project, problems } = await loadWithHelpers(options.config, optionsOf(options, files), terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const stop = stopped();
	const tell = tellWatch(project, terminal, options.quiet ?? false);
	const watch = watchProject(project, { load: read, poll: options.poll ?? false, pdf: options.pdf ?? false, tell });
	await stop;
	await closed(watch.close());
	return 0;
}
