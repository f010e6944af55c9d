import { codeRow } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './source.ts';
import { type Place, placeOf, tally } from './source-place.ts';
import { visibleJson } from './visible.ts';

/**
 * Diagnostics as JSON for programs, in the stable form of docs/diagnostics.md: properties may be added, but none changes
 * its meaning. Absent values are null.
 */
export function printJson(
	diagnostics: readonly Diagnostic[],
	{ toolVersion }: { readonly toolVersion: string },
): string {
	const { error, warning, info, files } = tally(diagnostics);
	const report = {
		version: toolVersion,
		summary: { errors: error, warnings: warning, infos: info, files },
		diagnostics: diagnostics.map(({ code, severity, message, hint, remedy, span, related }) => ({
			code,
			severity,
			message,
			hint: hint ?? null,
			remedy: remedy ? codeRow(code).remedy : null,
			...nullablePlace(span),
			related: (related ?? []).map(({ message, span }) => ({ message, ...nullablePlace(span) })),
		})),
	};
	return `${visibleJson(report)}\n`;
}

function nullablePlace(span: Span | undefined): Readonly<Record<keyof Place, unknown>> {
	if (span) return placeOf(span);
	return { path: null, line: null, column: null, endLine: null, endColumn: null, start: null, end: null };
}
