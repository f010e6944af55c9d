import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './source.ts';
import { placeOf } from './source-place.ts';
import { visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * GitHub's workflow commands: `::error file=…,line=…,col=…,title=…::message`. The most serious come first, because
 * GitHub shows only ten annotations of each level per step ('Workflow commands for GitHub Actions').
 */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
	return severities
		.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity))
		.map((diagnostic) => `${annotation(diagnostic)}\n`)
		.join('');
}

function annotation({ code, severity, message, hint, span, related }: Diagnostic): string {
	const lines = [message, ...(related ?? []).map((place) => `${shortPlace(place.span)}: ${place.message}`)];
	if (hint) lines.push(`Hint: ${hint}`);
	const properties = Object.entries({ ...(span && placeProperties(span)), title: code }).map(
		([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`,
	);
	return `::${commands[severity]} ${properties.join(',')}::${escapeData(lines.map(visible).join('\n'))}`;
}

function placeProperties(span: Span): Readonly<Record<string, string | number>> {
	const { path, line, column, endLine, endColumn } = placeOf(span);
	const place = { file: path, line, col: column, endLine };
	// GitHub accepts endColumn only on a single line, where it is the last character and not the one after it.
	return endLine === line ? { ...place, endColumn: Math.max(column, endColumn - 1) } : place;
}

function shortPlace(span: Span): string {
	const { path, line, column } = placeOf(span);
	return `${path}:${line}:${column}`;
}

/** Escapes a message as the Actions toolkit does. */
function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property, whose separators need it too. */
function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
