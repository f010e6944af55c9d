import type { Project } from '../project/project.ts';
import type { Reading } from '../publications/normalize.ts';
import { createOnlineChecker, type OnlineChecker } from '../updates/online-checks/index.ts';
import { clientOf } from './client.ts';
import type { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The online checks of a command, which show each request: 'Asking api.crossref.org (12 of 340)'. */
export function onlineCheckerOf(
	project: Project,
	reading: Reading,
	terminal: Terminal,
	progress: Progress,
): OnlineChecker {
	let place = '';
	const counted: Progress = { ...progress, at: (stage) => progress.at(`${stage}${place}`) };
	return createOnlineChecker(clientOf(project, terminal, counted), reading, (number, count) => {
		place = number === null ? '' : ` (${number} of ${count})`;
	});
}
