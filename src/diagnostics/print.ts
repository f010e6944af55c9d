import type { Diagnostic } from './diagnostic.ts';
import { printGithub } from './print-github.ts';
import { printJson } from './print-json.ts';
import { printSarif } from './print-sarif.ts';
import { printText } from './print-text.ts';
import { inReadingOrder } from './source-place.ts';

/** How diagnostics are shown. */
export interface PrintOptions {
	readonly format: DiagnosticFormat;
	/** ANSI colours; text only. Nothing here looks at the terminal or at NO_COLOR. */
	readonly colour: boolean;
	/** Bibfolio's own version, for SARIF and JSON. */
	readonly toolVersion: string;
	/** False leaves out the last line, which counts; text only. */
	readonly summary?: boolean;
}

/** A printer gets the diagnostics in reading order and ends with a line break unless it has nothing to say. */
type Printer = (diagnostics: readonly Diagnostic[], options: PrintOptions) => string;

export type DiagnosticFormat = 'text' | 'json' | 'github' | 'sarif';

const printers: Readonly<Record<DiagnosticFormat, Printer>> = {
	text: printText,
	json: printJson,
	github: printGithub,
	sarif: printSarif,
};

/** The names of the formats: the choices of `--format`. */
export const diagnosticFormats = Object.keys(printers) as readonly DiagnosticFormat[];

/**
 * The diagnostics as text with code frames and a summary line, as JSON, as GitHub's annotations or as SARIF 2.1.0,
 * ordered by file and place. No diagnostics: an empty string as text and for GitHub, an empty report otherwise.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
	return printers[options.format](inReadingOrder(diagnostics), options);
}
