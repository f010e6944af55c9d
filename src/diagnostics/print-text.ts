import { codeFrame } from './code-frame.ts';
import { type Code, codeRow } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './source.ts';
import { placeOf, stops, tally } from './source-place.ts';
import { visible, visiblePath, withoutCommand } from './visible.ts';

type Paint = (style: Style, text: string) => string;

/** SGR parameters (ECMA-48 §8.3.117). */
const styles = { error: 31, warning: 33, info: 34, bold: 1, dim: 2 } as const;
type Style = keyof typeof styles;

/** The number of diagnostics of each code that appear with code frame and hint; the others get a single line. */
const framesPerCode = 20;

/**
 * Diagnostics as text: `path:line:column: severity: message [code]`, which terminals and editors link, the lines around
 * the position, related positions and the hint. The last line counts: '2 errors, 5 warnings in 3 files'.
 */
export function printText(
	diagnostics: readonly Diagnostic[],
	options: { readonly colour: boolean; readonly summary?: boolean; readonly frames?: boolean },
): string {
	if (diagnostics.length === 0) return '';
	// Errors that stop the build come first: people look for them, and the library may have many old warnings.
	const stopping = diagnostics.filter(stops);
	const inOrder = [...stopping, ...diagnostics.filter((diagnostic) => !stops(diagnostic))];
	const paint: Paint = options.colour ? (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m` : (_, text) => text;
	const counts = new Map<Code, number>();
	const blocks = inOrder.map((diagnostic) => {
		const count = (counts.get(diagnostic.code) ?? 0) + 1;
		counts.set(diagnostic.code, count);
		return count > framesPerCode ? [headline(diagnostic, paint)] : block(diagnostic, paint, options.frames !== false);
	});
	const lines = blocks.flatMap((block, index) => {
		const bothSingleLines = block.length === 1 && blocks[index - 1]?.length === 1;
		return index === 0 || bothSingleLines ? block : ['', ...block];
	});
	if (options.summary !== false)
		lines.push('', paint('bold', summary(diagnostics)), ...reminder(inOrder, stopping.length, paint));
	return `${lines.map(withoutCommand).join('\n')}\n`;
}

/** Number of diagnostics that a terminal shows without scrolling. */
const mostAtOnce = 5;

/** The first error that stops the build again, because the diagnostics after it may have scrolled it away. */
function reminder([first, ...others]: readonly Diagnostic[], stopping: number, paint: Paint): string[] {
	return first && stopping > 0 && others.length - stopping >= mostAtOnce
		? ['Fix this first:', headline(first, paint)]
		: [];
}

/** '2 errors, 5 warnings in 3 files; 4 fixable with bibfolio fix', without severities that do not occur. */
export function summary(diagnostics: readonly Diagnostic[]): string {
	const counts = tally(diagnostics);
	const parts = (['error', 'warning', 'info'] as const)
		.filter((severity) => counts[severity] > 0)
		.map((severity) => counted(counts[severity], severity));
	const files = counts.files > 0 ? ` in ${counted(counts.files, 'file')}` : '';
	const fixable = diagnostics.filter(({ code, remedy }) => remedy && codeRow(code).remedy === 'always').length;
	const fixes = fixable > 0 ? `; ${fixable === diagnostics.length ? 'all' : fixable} fixable with bibfolio fix` : '';
	return parts.join(', ') + files + fixes;
}

function counted(count: number, noun: Severity | 'file'): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function block(diagnostic: Diagnostic, paint: Paint, hasFrame: boolean): string[] {
	const { severity, span, hint, related } = diagnostic;
	const lines = [headline(diagnostic, paint)];
	if (span && hasFrame) lines.push(paintFrame(codeFrame(span), severity, paint));
	for (const place of related ?? [])
		lines.push(`  ${paint('bold', shortPlace(place.span))}: ${visible(place.message)}`);
	if (hint) lines.push(`  ${paint('bold', 'hint:')} ${visible(hint)}${fixNote(diagnostic)}`);
	return lines;
}

/** The command that does what the hint says. */
function fixNote({ code, remedy }: Diagnostic): string {
	if (!remedy) return '';
	return ` (fixable with bibfolio fix${codeRow(code).remedy === 'asked' ? ` --only ${code}` : ''})`;
}

function headline({ code, severity, message, span }: Diagnostic, paint: Paint): string {
	const place = span ? `${paint('bold', shortPlace(span))}: ` : '';
	return `${place}${paint(severity, `${severity}:`)} ${visible(message)} ${paint('dim', `[${code}]`)}`;
}

/** `path:line:column`. */
function shortPlace(span: Span): string {
	const { path, line, column } = placeOf(span);
	return `${visiblePath(path)}:${line}:${column}`;
}

/** Colours the gutter and the marker of a code frame. */
function paintFrame(frame: string, severity: Severity, paint: Paint): string {
	return frame.replace(
		/^(>| )( *\d* \|)( [\t ]*\^+$)?/gm,
		(_, arrow: string, gutter: string, marker: string | undefined) =>
			(arrow === '>' ? paint(severity, arrow) : arrow) +
			paint('dim', gutter) +
			(marker === undefined ? '' : paint(severity, marker)),
	);
}
