import { codeFrame } from './code-frame.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { placeOf, tally } from './place.ts';
import type { Span } from './source.ts';
import { visible } from './visible.ts';

type Paint = (style: Style, text: string) => string;

/** SGR parameters (ECMA-48 §8.3.117). */
const styles = { error: 31, warning: 33, info: 34, bold: 1, dim: 2 } as const;
type Style = keyof typeof styles;

/**
 * For people: `path:line:column: severity: message [code]`, so that terminals and editors link the place, the lines
 * around it, the hint and related places; at the end '2 errors, 5 warnings in 3 files'.
 */
export function printText(
	diagnostics: readonly Diagnostic[],
	options: { readonly colour: boolean; readonly summary?: boolean },
): string {
	if (diagnostics.length === 0) return '';
	const paint: Paint = options.colour ? (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m` : (_, text) => text;
	const blocks = diagnostics.map((one) => block(one, paint));
	const last = options.summary === false ? '' : `\n${paint('bold', summary(diagnostics))}\n`;
	return `${blocks.join('\n')}${last}`;
}

/** '2 errors, 5 warnings in 3 files'; severities that do not occur are left out. */
export function summary(diagnostics: readonly Diagnostic[]): string {
	const counts = tally(diagnostics);
	const parts = (['error', 'warning', 'info'] as const)
		.filter((severity) => counts[severity] > 0)
		.map((severity) => several(counts[severity], severity));
	const files = counts.files > 0 ? ` in ${several(counts.files, 'file')}` : '';
	return parts.join(', ') + files;
}

function several(count: number, noun: Severity | 'file'): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function block({ code, severity, message, span, hint, related }: Diagnostic, paint: Paint): string {
	const lines = [
		`${span ? `${paint('bold', shortPlace(span))}: ` : ''}${paint(severity, `${severity}:`)} ${visible(message)} ${paint('dim', `[${code}]`)}`,
	];
	if (span) lines.push(paintFrame(codeFrame(span), severity, paint));
	for (const other of related ?? [])
		lines.push(`  ${paint('bold', shortPlace(other.span))}: ${visible(other.message)}`);
	if (hint) lines.push(`  ${paint('bold', 'hint:')} ${visible(hint)}`);
	return `${lines.join('\n')}\n`;
}

/** `path:line:column`. */
function shortPlace(span: Span): string {
	const { path, line, column } = placeOf(span);
	return `${visible(path)}:${line}:${column}`;
}

/** Colours a frame's gutter and marker; its text stays as it is. */
function paintFrame(frame: string, severity: Severity, paint: Paint): string {
	return frame.replace(
		/^(>| )( *\d* \|)( [\t ]*\^+$)?/gm,
		(_, arrow: string, gutter: string, marker: string | undefined) =>
			(arrow === '>' ? paint(severity, arrow) : arrow) +
			paint('dim', gutter) +
			(marker === undefined ? '' : paint(severity, marker)),
	);
}
