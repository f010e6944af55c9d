import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { fileNameKey } from '../text/file-names.ts';
import type { BuiltOutput } from './built-output.ts';
import type { OutputSpec } from './output.ts';

/**
 * Reports parts of repeated outputs at the place of another output (`config/invalid`), because one would overwrite the other:
 * once for each configured output. Paths that differ only in case are the same on some systems.
 */
export function reportCollisions(outputs: readonly BuiltOutput[], report: Report): void {
	const files = new Map<string, BuiltOutput[]>();
	const reported = new Set<OutputSpec>();
	for (const output of outputs) {
		const key = fileNameKey(output.path.replace(/^(?:\.\/)+/, ''));
		const sameFile = files.get(key) ?? [];
		files.set(key, sameFile);
		const other = sameFile.find(({ region }) => !region || !output.region || region === output.region);
		sameFile.push(output);
		const isRepeated = output.row.forEach !== null || other?.row.forEach != null;
		if (!other || !isRepeated || reported.has(output.row)) continue;
		reported.add(output.row);
		report(collision(output, other));
	}
}

function collision({ path, region, span, row }: BuiltOutput, other: BuiltOutput) {
	const place = region ? `region "${region}" in ${path}` : `path ${path}`;
	return diagnostic('config/invalid', `Duplicate output ${place}`, {
		span,
		hint: row === other.row ? 'Use {id}, which is unique, in the path' : 'Use a different path for each output',
		related: row !== other.row && other.span ? [{ message: 'The other output is here', span: other.span }] : [],
	});
}
