import { codeRow } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { inFile, type Source } from './source.ts';
import { inReadingOrder } from './source-place.ts';

/** Configured severities by code; 'off' silences a code. */
type Severities = Readonly<Partial<Record<string, Severity | 'off'>>>;

/**
 * Prepares diagnostics for output: applies the configured severities, sorts by position, and removes
 * duplicates and consequences of a missing file. A diagnostic about a word, such as an unknown LaTeX command, appears once, at the first position, with a count.
 */
export function prepareDiagnostics(diagnostics: readonly Diagnostic[], severities: Severities): Diagnostic[] {
	const reported = diagnostics.flatMap((diagnostic) => {
		const severity = severities[diagnostic.code] ?? diagnostic.severity;
		return severity === 'off' ? [] : [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }];
	});
	return countWords(distinct(inReadingOrder(withoutConsequences(reported))));
}

/** Without what the library seems to lack if a part of it could not be read. */
function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
	const isIncomplete = diagnostics.some(
		({ code, severity }) => severity === 'error' && codeRow(code).stops === 'input',
	);
	return isIncomplete ? diagnostics.filter(({ code }) => !codeRow(code).needsWholeLibrary) : diagnostics;
}

/** Removes diagnostics with the same code, message and position as an earlier one. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const keysBySource = new Map<Source | null, Set<string>>();
	return diagnostics.filter(({ code, message, span }) => {
		const place = span ? inFile(span) : null;
		const key = `${place?.start ?? ''}|${code}|${message}`;
		const keys = keysBySource.get(place?.source ?? null) ?? new Set();
		keysBySource.set(place?.source ?? null, keys);
		return !keys.has(key) && keys.add(key);
	});
}

/** Merges equal messages of the codes that are about a word. */
function countWords(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const counts = new Map<string, number>();
	for (const { code, message } of diagnostics) {
		if (codeRow(code).oncePerMessage) counts.set(message, (counts.get(message) ?? 0) + 1);
	}
	const reported = new Set<string>();
	return diagnostics.flatMap((diagnostic) => {
		const { code, message } = diagnostic;
		const count = counts.get(message) ?? 0;
		if (!codeRow(code).oncePerMessage || count === 1) return [diagnostic];
		if (reported.has(message)) return [];
		reported.add(message);
		return [{ ...diagnostic, message: `${message} (${count} times)` }];
	});
}

/**
 * Returns what stops the build with the configured severities, so that nothing may be written: the configuration or the
 * input. Null if outputs can be written despite the diagnostics.
 */
export function stopsBuild(
	diagnostics: readonly Diagnostic[],
	severities: Severities = {},
): 'input' | 'configuration' | null {
	let reason: 'input' | 'configuration' | null = null;
	for (const { code, severity } of diagnostics) {
		if ((severities[code] ?? severity) === 'error') reason = codeRow(code).stops ?? reason;
		if (reason === 'configuration') break;
	}
	return reason;
}
