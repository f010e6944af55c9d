import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import type { Output } from './output.ts';
import { byFile, type PlannedFile, planFile } from './planned-files.ts';

/**
 * The paths of the files that are not there or have other bytes; each is reported (`output/stale`) at the first line
 * that differs. Writes nothing.
 */
export function staleOutputs(outputs: readonly Output[], root: string, report: Report): string[] {
	return byFile(outputs).flatMap((group) => {
		const file = planFile(group, root, report);
		if (file?.done) return [];
		if (file) report(difference(file));
		return group[0]?.path ?? [];
	});
}

function difference({ path, before, after, shared }: PlannedFile) {
	const hint = 'Run bibfolio build';
	if (after === null)
		return diagnostic('output/stale', `${path} is the page of a work or list that is not there any more`, { hint });
	const text = before()?.toString();
	const expected = String(after);
	if (text === undefined) return diagnostic('output/stale', `${path} does not exist`, { hint });
	if (!shared && text.replaceAll('\r\n', '\n') === expected)
		return diagnostic('output/stale', `${path} has other line ends than the library gives`, {
			hint: 'Keep git from changing them: a line “out/** -text” in .gitattributes',
		});
	const { start, end, says } = firstDifference(text, expected);
	return diagnostic('output/stale', `${path} is not what the library gives; here it would say ${says}`, {
		span: { source: source(path, text), start, end },
		hint,
	});
}

/** The first line of a text that differs from another text, and that line there. */
function firstDifference(text: string, other: string): { start: number; end: number; says: string } {
	let at = 0;
	while (at < text.length && text[at] === other[at]) at++;
	const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const start = Math.min(lineStart, text.length);
	const end = lineEnd(text, at);
	const line = other.slice(lineStart, lineEnd(other, at)).trim();
	return { start, end, says: line === '' ? 'nothing' : `“${line.length > 100 ? `${line.slice(0, 100)}…` : line}”` };
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
