import type { Project } from '../project/project.ts';
import { type Client, createClient } from '../sources/http/client.ts';
import type { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The user's mail address, for services that ask for one: from the environment, else from the configuration; null if unknown. */
export function mailtoOf({ lookup }: Pick<Project, 'lookup'>): string | null {
	return process.env['BIBFOLIO_MAILTO']?.trim() || lookup.mailto;
}

/**
 * The client of a command, which shows the host of each request, and each longer wait.
 *
 * @param typedAddresses addresses that the user typed, whose hosts may be private
 */
export function clientOf(
	{ lookup }: Project,
	terminal: Terminal,
	progress: Progress,
	typedAddresses: readonly string[] = [],
): Client {
	return createClient({
		...lookup,
		typedAddresses,
		userAgent: `bibfolio/${terminal.version}`,
		mailto: mailtoOf({ lookup }),
		environment: process.env,
		onRequest: (host) => progress.at(`Asking ${host}`),
		onWait: (host, milliseconds) => progress.at(`Waiting ${Math.ceil(milliseconds / 1000)} s for ${host}`),
	});
}
