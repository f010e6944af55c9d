import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import type { Output } from './output.ts';
import { groupByPath, type PlannedFile, planFile } from './planned-files.ts';

/**
 * The paths of outputs that are missing or differ from their files. Reports each as `output/stale`, at the first line
 * that differs. Writes nothing.
 */
export function staleOutputs(outputs: readonly Output[], root: string, report: Report): string[] {
	return groupByPath(outputs).flatMap((group) => {
		const file = planFile(group, root, report);
		if (file?.isUpToDate) return [];
		if (file) report(staleDiagnostic(file));
		return group[0]?.path ?? [];
	});
}

function staleDiagnostic({ path, before, after, shared }: PlannedFile) {
	const hint = 'Run bibfolio build';
	if (after === null)
		return diagnostic(
			'output/stale',
			`Obsolete ${path.endsWith('.html') ? 'page' : 'file'} ${path}: what it shows no longer exists`,
			{ hint },
		);
	const text = before()?.toString();
	const expected = String(after);
	if (text === undefined) return diagnostic('output/stale', `Missing output ${path}`, { hint });
	if (!shared && text.replaceAll('\r\n', '\n') === expected)
		return diagnostic('output/stale', `Wrong line endings in ${path}`, {
			hint: 'Stop Git from converting them: add "out/** -text" to .gitattributes',
		});
	const { start, end, line } = firstDifference(text, expected);
	return diagnostic('output/stale', `Outdated output ${path}: expected ${line === '' ? 'nothing' : `"${line}"`} here`, {
		span: { source: source(path, text), start, end },
		hint,
	});
}

/** The first line of a text that differs from the expected text (offsets), and the expected line, shortened. */
function firstDifference(text: string, expected: string): { start: number; end: number; line: string } {
	let at = 0;
	while (at < text.length && text[at] === expected[at]) at++;
	const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const start = Math.min(lineStart, text.length);
	const end = lineEnd(text, at);
	const line = expected.slice(lineStart, lineEnd(expected, at)).trim();
	return { start, end, line: line.length > 100 ? `${line.slice(0, 100)}…` : line };
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
