import type { Project } from '../project/project.ts';
import { type Client, createClient } from '../sources/http/client.ts';
import type { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

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
		mailto: process.env['BIBFOLIO_MAILTO']?.trim() || lookup.mailto,
		environment: process.env,
		onRequest: (host) => progress.at(`Asking ${host}`),
		onWait: (host, milliseconds) => progress.at(`Waiting ${Math.ceil(milliseconds / 1000)} s for ${host}`),
	});
}
