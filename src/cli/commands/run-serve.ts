import { resolve } from 'node:path';
import type { BuildResult } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formats } from '../../formats/index.ts';
import {
	addressOf,
	isLoopback,
	type Listed,
	listingPage,
	type Preview,
	type Shown,
	type Site,
	servePreview,
} from '../../preview/serve/serve.ts';
import { type WatchEvent, watchProject } from '../../preview/watch/watch.ts';
import type { Project } from '../../project/project.ts';
import type { ExitCode } from '../command.ts';
import { load, loadWithHelpers, refuse, refuseStandardInput } from '../load.ts';
import { closed, stopped } from '../stopped.ts';
import type { Terminal } from '../terminal.ts';
import { asText, tellWatch } from '../watch-lines.ts';
import { optionsOf, worksByPath } from './run-build.ts';
import type { ServeOptions } from './serve-command.ts';

const usualPort = 4020;

/** Watches, and shows the outputs in a browser, until it is stopped. */
export async function runServe(options: ServeOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	if (files.includes('-')) return refuseStandardInput('serve', terminal);
	const { host = '127.0.0.1', port = usualPort, quiet = false, poll = false, pdf = false } = options;
	const read = () => load(options.config, optionsOf(options, files), terminal.cwd);
	const { project, problems } = await loadWithHelpers(options.config, optionsOf(options, files), terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const stop = stopped();
	const preview = await open(host, port, shownOf(project, null, null), terminal);
	if (!preview) return 2;
	if (!quiet) terminal.out(greeting(host, port, preview.port));

	let last: BuildResult | null = null;
	const say = tellWatch(project, terminal, quiet);
	const tell = (event: WatchEvent) => {
		say(event);
		if (event.kind === 'built') {
			last = event.result;
			const errors = event.unwritten ? asPlainText(event.found.filter(({ severity }) => severity === 'error')) : null;
			preview.show(
				shownOf(last.project, last, errors),
				event.outputs.some(({ written }) => written),
			);
		} else if (event.kind === 'held')
			preview.show(shownOf(last?.project ?? project, last, asPlainText(event.found)), false);
	};
	const asPlainText = (found: readonly Diagnostic[]) =>
		asText(found, { ...terminal, colour: { out: false, err: false } });
	const watch = watchProject(project, { load: read, poll, pdf, tell });
	await stop;
	await closed(Promise.all([watch.close(), preview.close()]));
	return 0;
}

/** The preview; null, said, where the address cannot be listened on. */
async function open(host: string, port: number, shown: Shown, terminal: Terminal): Promise<Preview | null> {
	if (port > 65_535) {
		terminal.err(`Unexpected ${port} after --port, expected a number from 1 to 65535\n`);
		return null;
	}
	try {
		return await servePreview(host, port, shown);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		terminal.err(`${reasons[code ?? ''] ?? message}: ${host}, port ${port}. Choose others with --host and --port\n`);
		return null;
	}
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'That port needs more rights than you have',
	EADDRINUSE: 'That port is in use, and so are those after it',
	EADDRNOTAVAIL: 'That is no address of this machine',
	ENOTFOUND: 'There is no machine of that name',
};

function greeting(host: string, asked: number, port: number): string {
	const name = host.includes(':') ? `[${host}]` : host;
	const moved = port === asked ? '' : `Port ${asked} is in use\n`;
	const open = isLoopback(host) ? '' : '; other machines can reach it';
	return `${moved}Serving http://${name}:${port}/${open}\n`;
}

interface ShownFile {
	readonly path: string;
	readonly format: string;
	/** The output it is a file of. */
	readonly folder: string | null;
}

/** Files of a folder that the list of outputs names; there may be one for each work. */
const mostListed = 12;

function shownOf(project: Project, result: BuildResult | null, errors: string | null): Shown {
	const { root } = project;
	const files = filesOf(project, result);
	const site: Site = {
		outputs: files.map(({ path }) => resolve(root, path)),
		inputs: [root, ...project.library.map((pattern) => resolve(root, pattern)), resolve(root, project.templates)],
	};
	const works = result && worksByPath(result);
	const addressIn = (path: string) => addressOf(resolve(root, path), site);
	const listed = files.filter((one, index) => files[index - mostListed]?.folder !== one.folder || one.folder === null);
	const formatOf = new Map(listed.map(({ path, format }) => [path, format]));
	const outputs = [...formatOf].map(([path, format]): Listed => {
		const what = [format, works?.get(path)].filter(Boolean).join(', ');
		return { path, address: addressIn(path), what };
	});
	const pages = project.outputs.flatMap(({ path, format }) => (format === 'html-page' ? [addressIn(path)] : []));
	const [page, ...others] = pages;
	const home = page !== undefined && others.length === 0 ? page : null;
	return { site, home, listing: listingPage('Publication lists', outputs), errors };
}

/** The files of the outputs. Which ones a folder has is known when it was made once. */
function filesOf({ outputs }: Project, result: BuildResult | null): ShownFile[] {
	return outputs.flatMap(({ path, format }): ShownFile[] => {
		if (!formats[format]?.folder) return [{ path, format, folder: null }];
		const made = result?.outputs.filter((one) => one.spec.path === path && !one.obsolete) ?? [];
		return made.map((one) => ({ path: one.path, format, folder: path }));
	});
}
