import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './source.ts';
import { placeOf } from './source-place.ts';
import { visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * GitHub's workflow commands: `::error file=…,line=…,col=…,title=…::message`. The gravest come first, since GitHub
 * shows only ten annotations of a kind for a step ('Workflow commands for GitHub Actions').
 */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
	return severities
		.flatMap((severity) => diagnostics.filter((one) => one.severity === severity))
		.map((one) => `${annotation(one)}\n`)
		.join('');
}

function annotation({ code, severity, message, hint, span, related }: Diagnostic): string {
	const lines = [message, ...(related ?? []).map((other) => `${shortPlace(other.span)}: ${other.message}`)];
	if (hint) lines.push(`Hint: ${hint}`);
	const head = Object.entries({ ...(span && where(span)), title: code }).map(
		([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`,
	);
	return `::${commands[severity]} ${head.join(',')}::${escapeData(lines.map(visible).join('\n'))}`;
}

function where(span: Span): Readonly<Record<string, string | number>> {
	const { path, line, column, endLine, endColumn } = placeOf(span);
	const place = { file: path, line, col: column, endLine };
	// GitHub takes endColumn on one line only; there it is the last character, not the one after it.
	return endLine === line ? { ...place, endColumn: Math.max(column, endColumn - 1) } : place;
}

function shortPlace(span: Span): string {
	const { path, line, column } = placeOf(span);
	return `${path}:${line}:${column}`;
}

/** The escapes of the Actions toolkit for a message … */
function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** … and for a property, where the separators count too. */
function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
