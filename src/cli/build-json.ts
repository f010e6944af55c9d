import type { BuildResult } from '../build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { tally } from '../diagnostics/source-place.ts';
import { visibleJson } from '../diagnostics/visible.ts';
import { isLatexDocument, pdfPath } from '../output/pdf/make-pdf.ts';
import type { FileStatus } from './build-summary.ts';
import type { ExitCode } from './command.ts';
import { problemsJson } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** The summary of a build as JSON. `result` is null if the project is invalid. */
export function buildJson(
	result: BuildResult | null,
	statuses: readonly FileStatus[],
	diagnostics: readonly Diagnostic[],
	exitCode: ExitCode,
	terminal: Terminal,
): string {
	const statusOf = new Map(statuses.map(({ path, status }) => [path, status]));
	const { error: errors, warning: warnings, info: infos } = tally(diagnostics);
	const summary = {
		version: terminal.version,
		exitCode,
		counts: { entries: result?.library.entries.length ?? 0, errors, warnings, infos },
		outputs: (result?.outputs ?? []).flatMap(({ path, region, spec, row, list }) => {
			const part = list?.spec.part;
			const partOf = part && { part: { key: part.key, id: part.id, name: part.name } };
			const shared = { list: row.list, ...partOf, format: spec.format, works: list?.items.length ?? null };
			const inRegion = region != null && { region };
			const output = { path, ...inRegion, ...shared, done: statusOf.get(path) ?? 'not-written' };
			const pdfStatus = isLatexDocument(spec) ? statusOf.get(pdfPath(path)) : undefined;
			return pdfStatus ? [output, { path: pdfPath(path), ...shared, format: 'pdf', done: pdfStatus }] : [output];
		}),
		diagnostics: problemsJson(diagnostics, terminal),
	};
	return `${visibleJson(summary)}\n`;
}
