import type { BuildResult } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
	isLoopback,
	type Preview,
	type PreviewState,
	type ShownErrors,
	servePreview,
} from '../../preview/serve/serve.ts';
import { type WatchEvent, watchProject } from '../../preview/watch/watch.ts';
import { valueIn } from '../../text/value-in.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load, loadWithHelpers } from '../load.ts';
import { shownOf } from '../preview-files.ts';
import { problemsText, refuse } from '../problems.ts';
import { closed, stopped } from '../stopped.ts';
import type { Terminal } from '../terminal.ts';
import { refuseStandardInput, UsageError } from '../usage-error.ts';
import { watchReporter } from '../watch-lines.ts';
import { projectOptions } from './list-options.ts';
import { watchOptions } from './watch-command.ts';

const defaultPort = 4020;
const defaultHost = '127.0.0.1';

const options = {
	...watchOptions,
	port: {
		type: 'number',
		alias: 'p',
		group: 'Preview:',
		describe: `Port (default: ${defaultPort}); if it is taken, the next free one is used`,
	},
	host: {
		type: 'string',
		group: 'Preview:',
		describe: `Address to listen on (default: ${defaultHost}); 0.0.0.0 means all`,
	},
} as const satisfies OptionTable;

type ServeOptions = OptionsOf<typeof options>;

/** `bibfolio serve`: watches, with a preview in the browser. */
export const serveCommand: Command<typeof options> = {
	name: 'serve',
	usage: '[files..]',
	summary: 'Build, watch and preview with live reload',
	files: 'Library: .bib files, folders or globs (overrides the configuration)',
	options,
	examples: [
		['bibfolio serve', `preview at http://${defaultHost}:${defaultPort}/`],
		['bibfolio serve papers.bib --out site/ --port 8000', 'use another port'],
	],
	run: runServe,
};

async function runServe(options: ServeOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	refuseStandardInput('serve', files);
	const { host = defaultHost, port = defaultPort, quiet = false, poll = false, pdf = false } = options;
	const read = () => load(options, projectOptions(options, files), terminal.cwd);
	const { project, problems } = await loadWithHelpers(options, projectOptions(options, files), terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const stop = stopped();
	const preview = await startPreview(host, port, shownOf(project, null, null));
	if (!quiet) terminal.out(greeting(host, port, preview.port));

	let last: BuildResult | null = null;
	const printEvent = watchReporter(project, terminal, quiet);
	const onEvent = (event: WatchEvent) => {
		printEvent(event);
		if (event.kind === 'built') {
			last = event.result;
			const errors = event.hasWriteErrors
				? shownErrors(event.diagnostics.filter(({ severity }) => severity === 'error'))
				: null;
			const isChanged = event.outputs.some(({ written }) => written);
			preview.show(shownOf(last.project, last, errors), isChanged);
		} else if (event.kind === 'held')
			preview.show(shownOf(last?.project ?? project, last, shownErrors(event.diagnostics)), false);
	};
	const plain = { ...terminal, colour: { out: false, err: false } };
	const shownErrors = (diagnostics: readonly Diagnostic[]): ShownErrors => ({
		withLines: problemsText(diagnostics, plain),
		withoutLines: problemsText(diagnostics, plain, { frames: false }),
	});
	const watch = watchProject(project, { load: read, poll, pdf, onEvent: onEvent });
	await stop;
	await closed(Promise.all([watch.close(), preview.close()]));
	return 0;
}

/** Starts the preview. Throws a usage error if it cannot listen on the address. */
async function startPreview(host: string, port: number, shown: PreviewState): Promise<Preview> {
	if (port > 65_535) throw new UsageError(`Expected a port from 1 to 65535 after --port, found "${port}"`);
	try {
		return await servePreview(host, port, shown);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = valueIn(reasons, code ?? '') ?? message;
		throw new UsageError(`Cannot listen on ${host}, port ${port}: ${reason}`, 'Use another --host or --port');
	}
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EADDRINUSE: 'this port and the following ones are in use',
	EADDRNOTAVAIL: 'this machine does not have that address',
	ENOTFOUND: 'unknown host',
};

function greeting(host: string, requestedPort: number, port: number): string {
	const name = host.includes(':') ? `[${host}]` : host;
	const notice = port === requestedPort ? '' : `Port ${requestedPort} is in use\n`;
	const warning = isLoopback(host) ? '' : ' (other machines can reach it)';
	return `${notice}Serving http://${name}:${port}/${warning}\n`;
}
