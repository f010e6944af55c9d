import { codeRow } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './source.ts';
import { type Place, placeOf, tally } from './source-place.ts';
import { visibleJson } from './visible.ts';

/**
 * For machines, in a stable shape that docs/diagnostics.md describes: fields may be added, none changes its meaning.
 * What a diagnostic does not have is null.
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
			...place(span),
			related: (related ?? []).map((other) => ({ message: other.message, ...place(other.span) })),
		})),
	};
	return `${visibleJson(report)}\n`;
}

function place(span: Span | undefined): Readonly<Record<keyof Place, unknown>> {
	if (span) return placeOf(span);
	return { path: null, line: null, column: null, endLine: null, endColumn: null, start: null, end: null };
}
