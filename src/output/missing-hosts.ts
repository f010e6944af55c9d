import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { BuiltOutput } from './built-output.ts';
import type { OutputSpec } from './output.ts';
import { regionTexts } from './regions/region-texts.ts';

/** More missing places are counted instead of named. */
const mostNamed = 5;

/**
 * Separates the parts of repeated outputs whose file or region does not exist, such as that of a new member, and reports
 * them (`output/missing-host`). If all places of an output are missing, one stays, for the error that explains them.
 *
 * @returns the other outputs, and the paths of the missing places
 */
export function withoutMissingHosts(
	outputs: readonly BuiltOutput[],
	root: string,
	report: Report,
): { readonly outputs: readonly BuiltOutput[]; readonly missing: readonly string[] } {
	const rows = new Map<OutputSpec, BuiltOutput[]>();
	for (const output of outputs) {
		if (output.row.forEach === null || !output.region) continue;
		const parts = rows.get(output.row);
		if (parts) parts.push(output);
		else rows.set(output.row, [output]);
	}
	const missing = new Set<BuiltOutput>();
	for (const [row, parts] of rows) {
		const absent = parts.filter(({ path, region }) => regionTexts(path, root)?.has(region ?? '') !== true);
		for (const output of absent.slice(absent.length === parts.length ? 1 : 0)) missing.add(output);
		if (absent.length > 0 && absent.length < parts.length) report(missingHosts(row, absent, parts.length));
	}
	return { outputs: outputs.filter((output) => !missing.has(output)), missing: [...missing].map(({ path }) => path) };
}

function missingHosts({ path, region }: OutputSpec, absent: readonly BuiltOutput[], count: number) {
	const named = absent.slice(0, mostNamed).map((output) => `${output.path}#${output.region}`);
	const more = absent.length > mostNamed ? ` and ${absent.length - mostNamed} more` : '';
	const message = `No place for ${absent.length} of ${count} lists of ${path}#${region}: ${named.join(', ')}${more}`;
	return diagnostic('output/missing-host', message, {
		span: absent[0]?.span ?? undefined,
		hint: 'Create the file with the markers of the region, or select fewer parts with "where"',
	});
}
