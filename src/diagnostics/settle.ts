import { codeRow } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { inFile, type Source } from './source.ts';
import { inReadingOrder } from './source-place.ts';

/** Severities by code, as configured; 'off' silences. */
export type Severities = Readonly<Partial<Record<string, Severity | 'off'>>>;

/**
 * Findings as a person wants them: each once, in reading order, with the severities configured. A finding that is
 * about a word rather than a place, such as an unknown LaTeX command, stands where the word is met first, with a count.
 */
export function settle(found: readonly Diagnostic[], severities: Severities): Diagnostic[] {
	const kept = found.flatMap((one) => {
		const severity = severities[one.code] ?? one.severity;
		return severity === 'off' ? [] : [severity === one.severity ? one : { ...one, severity }];
	});
	return counted(distinct(inReadingOrder(kept)));
}

/** Without those that say the same of the same place. */
function distinct(found: readonly Diagnostic[]): Diagnostic[] {
	const seen = new Map<Source | null, Set<string>>();
	return found.filter(({ code, message, span }) => {
		const place = span ? inFile(span) : null;
		const key = `${place?.start ?? ''}|${code}|${message}`;
		const known = seen.get(place?.source ?? null) ?? new Set();
		seen.set(place?.source ?? null, known);
		return !known.has(key) && known.add(key);
	});
}

function counted(found: readonly Diagnostic[]): Diagnostic[] {
	const counts = new Map<string, number>();
	for (const { code, message } of found) {
		if (codeRow(code).oncePerMessage) counts.set(message, (counts.get(message) ?? 0) + 1);
	}
	const told = new Set<string>();
	return found.flatMap((one) => {
		const count = counts.get(one.message) ?? 0;
		if (!codeRow(one.code).oncePerMessage || count === 1) return [one];
		if (told.has(one.message)) return [];
		told.add(one.message);
		return [{ ...one, message: `${one.message} (${count} times)` }];
	});
}

/**
 * Whether nothing may be written with the severities configured, and whose fault it is; null where outputs are good in
 * spite of all findings.
 */
export function stopsBuild(
	found: readonly Diagnostic[],
	severities: Severities = {},
): 'input' | 'configuration' | null {
	let reason: 'input' | 'configuration' | null = null;
	for (const { code, severity } of found) {
		if ((severities[code] ?? severity) === 'error') reason = codeRow(code).stops ?? reason;
		if (reason === 'configuration') break;
	}
	return reason;
}
