import type { Diagnostic } from './diagnostic.ts';
import { printGithub } from './print-github.ts';
import { printJson } from './print-json.ts';
import { printSarif } from './print-sarif.ts';
import { printText } from './print-text.ts';
import { inReadingOrder } from './source-place.ts';

/** Options for printing diagnostics. */
export interface PrintOptions {
	readonly format: DiagnosticFormat;
	/** ANSI colours, for text only. The caller checks the terminal and NO_COLOR. */
	readonly colour: boolean;
	/** The version of Bibfolio, for SARIF and JSON. */
	readonly toolVersion: string;
	/** False omits the last line, which counts the diagnostics; for text only. */
	readonly summary?: boolean;
	/** False omits the lines of files around each position; for text only. */
	readonly frames?: boolean;
}

/** Prints diagnostics that are in reading order. The result ends with a line break unless it is empty. */
type Printer = (diagnostics: readonly Diagnostic[], options: PrintOptions) => string;

export type DiagnosticFormat = 'text' | 'json' | 'github' | 'sarif';

const printers: Readonly<Record<DiagnosticFormat, Printer>> = {
	text: printText,
	json: printJson,
	github: printGithub,
	sarif: printSarif,
};

/** The choices of `--format`. */
export const diagnosticFormats = Object.keys(printers) as readonly DiagnosticFormat[];

/**
 * Prints diagnostics as text with code frames and a summary, as JSON, as GitHub annotations or as SARIF 2.1.0, in the
 * order of files and positions. Without diagnostics, text and GitHub give an empty string, the others an empty report.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
	return printers[options.format](inReadingOrder(diagnostics), options);
}
