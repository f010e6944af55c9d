import { codeFrame } from './code-frame.ts';
import { type Code, codeRow } from './codes.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './source.ts';
import { placeOf, tally } from './source-place.ts';
import { visible } from './visible.ts';

type Paint = (style: Style, text: string) => string;

/** SGR parameters (ECMA-48 §8.3.117). */
const styles = { error: 31, warning: 33, info: 34, bold: 1, dim: 2 } as const;
type Style = keyof typeof styles;

/** So many findings of a code are shown with frame and hint; the others, which are alike, with place and message. */
const framesOfCode = 20;

/**
 * For people: `path:line:column: severity: message [code]`, so that terminals and editors link the place, the lines
 * around it, related places and the hint; at the end '2 errors, 5 warnings in 3 files'.
 */
export function printText(
	diagnostics: readonly Diagnostic[],
	options: { readonly colour: boolean; readonly summary?: boolean },
): string {
	if (diagnostics.length === 0) return '';
	const paint: Paint = options.colour ? (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m` : (_, text) => text;
	const met = new Map<Code, number>();
	const blocks = diagnostics.map((one) => {
		const count = (met.get(one.code) ?? 0) + 1;
		met.set(one.code, count);
		return count > framesOfCode ? [headline(one, paint)] : block(one, paint);
	});
	const lines = blocks.flatMap((block, index) => {
		const alone = block.length === 1 && blocks[index - 1]?.length === 1;
		return index === 0 || alone ? block : ['', ...block];
	});
	if (options.summary !== false) lines.push('', paint('bold', summary(diagnostics)));
	return `${lines.join('\n')}\n`;
}

/** '2 errors, 5 warnings in 3 files'; severities that do not occur are left out. */
export function summary(diagnostics: readonly Diagnostic[]): string {
	const counts = tally(diagnostics);
	const parts = (['error', 'warning', 'info'] as const)
		.filter((severity) => counts[severity] > 0)
		.map((severity) => several(counts[severity], severity));
	const files = counts.files > 0 ? ` in ${several(counts.files, 'file')}` : '';
	const fixable = diagnostics.filter(({ code, remedy }) => remedy && codeRow(code).remedy === 'always').length;
	const remedies = fixable > 0 ? `; bibfolio fix mends ${fixable === diagnostics.length ? 'all' : fixable}` : '';
	return parts.join(', ') + files + remedies;
}

function several(count: number, noun: Severity | 'file'): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function block(one: Diagnostic, paint: Paint): string[] {
	const { severity, span, hint, related } = one;
	const lines = [headline(one, paint)];
	if (span) lines.push(paintFrame(codeFrame(span), severity, paint));
	for (const other of related ?? [])
		lines.push(`  ${paint('bold', shortPlace(other.span))}: ${visible(other.message)}`);
	if (hint) lines.push(`  ${paint('bold', 'hint:')} ${visible(hint)}${remedyWords(one)}`);
	return lines;
}

/** Who does what the hint says. */
function remedyWords({ code, remedy }: Diagnostic): string {
	if (!remedy) return '';
	return ` (bibfolio fix ${codeRow(code).remedy === 'asked' ? `--only ${code} ` : ''}does it)`;
}

function headline({ code, severity, message, span }: Diagnostic, paint: Paint): string {
	const place = span ? `${paint('bold', shortPlace(span))}: ` : '';
	return `${place}${paint(severity, `${severity}:`)} ${visible(message)} ${paint('dim', `[${code}]`)}`;
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
