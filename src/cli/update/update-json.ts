import { visibleJson } from '../../diagnostics/visible.ts';
import type { Project } from '../../project/project.ts';
import type { ExitCode } from '../command.ts';
import { metricsFacts } from '../metrics-summary.ts';
import { problemsJson } from '../problems.ts';
import { syncFacts } from '../sync/sync-json.ts';
import type { Terminal } from '../terminal.ts';
import type { UpdateOutcome } from './update-library.ts';
import { updateTitle } from './update-title.ts';

/** The summary of an update for programs. A part that did not run is null. */
export function updateJson(outcome: UpdateOutcome, exitCode: ExitCode, project: Project, terminal: Terminal): string {
	const { sync, check, metrics, lists, changed, problems } = outcome;
	const summary = {
		version: terminal.version,
		exitCode,
		title: updateTitle(outcome),
		root: project.root,
		changed,
		sync: sync && syncFacts(sync),
		check: check && {
			marked: problemsJson(check.fixed, terminal),
			problems: problemsJson(check.remaining, terminal),
		},
		metrics: metrics && metricsFacts(metrics, project),
		lists,
		diagnostics: problemsJson(problems, terminal),
	};
	return `${visibleJson(summary)}\n`;
}
