import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { source } from '../diagnostics/source.ts';
import type { Output } from './output.ts';

/**
 * The paths of the outputs whose files are not there or have other bytes; each is reported (`output/stale`) at the
 * first line that differs. Writes nothing.
 */
export function staleOutputs(outputs: readonly Output[], root: string, report: Report): string[] {
	return outputs.flatMap(({ path, contents }) => {
		const bytes = bytesOf(resolve(root, path));
		if (bytes?.equals(Buffer.from(contents))) return [];
		const hint = 'Run bibfolio build';
		const text = bytes?.toString();
		if (text === undefined) report(diagnostic('output/stale', `${path} does not exist`, { hint }));
		else if (text.replaceAll('\r\n', '\n') === contents)
			report(
				diagnostic('output/stale', `${path} has other line ends than the library gives`, {
					hint: 'Keep git from changing them: a line “out/** -text” in .gitattributes',
				}),
			);
		else {
			const { start, end, expected } = firstDifference(text, contents);
			report(
				diagnostic('output/stale', `${path} is not what the library gives; here it would say ${expected}`, {
					span: { source: source(path, text), start, end },
					hint,
				}),
			);
		}
		return [path];
	});
}

/** Null when there is no file that can be read. */
function bytesOf(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}

/** The first line of a text that differs from another's, and what stands there instead. */
function firstDifference(text: string, other: string): { start: number; end: number; expected: string } {
	let at = 0;
	while (at < text.length && text[at] === other[at]) at++;
	const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const start = Math.min(lineStart, text.length);
	const end = lineEnd(text, at);
	const line = other.slice(lineStart, lineEnd(other, at)).trim();
	return { start, end, expected: line === '' ? 'nothing' : `“${line.length > 100 ? `${line.slice(0, 100)}…` : line}”` };
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
