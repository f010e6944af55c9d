import type { BuildResult } from '../build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../diagnostics/prepare-diagnostics.ts';
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
	const counted = countedProgress(progress);
	return createOnlineChecker(clientOf(project, terminal, counted), reading, counted.count);
}

/** A progress whose stages end with the number of the current work, if it has one: 'Asking api.crossref.org (12 of 340)'. */
export interface CountedProgress extends Progress {
	count(number: number | null, total: number): void;
}

export function countedProgress(progress: Progress): CountedProgress {
	let place = '';
	return {
		...progress,
		at: (stage) => progress.at(`${stage}${place}`),
		count: (number, total) => {
			place = number === null ? '' : ` (${number} of ${total})`;
		},
	};
}

/** What services say about the works of a library, with the configured severities. */
export async function onlineDiagnostics(
	checker: OnlineChecker,
	{ publications, project }: Pick<BuildResult, 'publications' | 'project'>,
): Promise<readonly Diagnostic[]> {
	const found: Diagnostic[] = [];
	await checker.check(publications, (diagnostic) => found.push(diagnostic));
	return prepareDiagnostics(found, project.checks);
}
