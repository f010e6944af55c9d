import { codeRow } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { inFile, position, type Span } from './source.ts';

/**
 * The position of a span in its file. Lines and columns are one-based, columns and offsets count UTF-16 units, and ends
 * are exclusive: `endColumn` is the column after the last character.
 */
export interface Place {
	/** With forward slashes. */
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly start: number;
	readonly end: number;
}

/** The position of a span in the file that contains it. */
export function placeOf(span: Span): Place {
	const { source, start, end } = inFile(span);
	const from = position(source, start);
	const to = position(source, end);
	return {
		path: source.path.replaceAll('\\', '/'),
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column,
		start,
		end,
	};
}

/** Sorts diagnostics: first those without a position, then by path and offset. Equal ones keep their order. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const located = diagnostics.map((diagnostic) => ({
		diagnostic,
		span: diagnostic.span ? inFile(diagnostic.span) : null,
	}));
	located.sort((a, b) => {
		if (!a.span || !b.span) return Number(a.span !== null) - Number(b.span !== null);
		const [left, right] = [a.span.source.path, b.span.source.path];
		return left < right ? -1 : left > right ? 1 : a.span.start - b.span.start;
	});
	return located.map(({ diagnostic }) => diagnostic);
}

/** True for an error that stops the build. */
export function stops({ code, severity }: Diagnostic): boolean {
	return severity === 'error' && codeRow(code).stops !== undefined;
}

/** The number of diagnostics of each severity, and of files with diagnostics. */
export function tally(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity | 'files', number>> {
	const count = { error: 0, warning: 0, info: 0 };
	const files = new Set<string>();
	for (const { severity, span } of diagnostics) {
		count[severity]++;
		if (span) files.add(inFile(span).source.path);
	}
	return { ...count, files: files.size };
}
