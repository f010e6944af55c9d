import { type Diagnostic, diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { UserCommands } from '../latex/commands/user-commands.ts';
import { protectiveBraces } from '../latex/escaped-braces.ts';
import type { TextIssue } from '../latex/latex-reader.ts';
import { scriptsAsText } from '../latex/math/script-text.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainText } from '../latex/plain-text.ts';
import { isBlank, type RichText, richText } from '../latex/rich-text.ts';
import type { Field } from '../library/entry.ts';
import { placesInValue } from '../library/value-places.ts';

/**
 * A field's value as rich text; null if there is nothing to show. Formulas that are only scripts are text, and ligatures are
 * letters. Reports LaTeX problems at their position in the file. An inherited field reports nothing, because its parent does.
 */
export function richField(
	field: Field | null,
	commands: UserCommands = new Map(),
	report: Report = () => {},
): RichText | null {
	if (!field) return null;
	const escaped: TextIssue[] = [];
	let placeOf: ReturnType<typeof placesInValue> | null = null;
	const text = parseLatex(field.value, { commands }, (issue) => {
		if (field.inheritedFrom) return;
		placeOf ??= placesInValue(field);
		if (issue.code === 'text/escaped-brace') escaped.push(issue);
		else report(textProblem(placeOf, issue));
	});
	if (escaped.length > 0) report(escapedBraces(field, escaped));
	const letters = ligature.test(field.value) ? withoutLigatures(text) : text;
	const shown = scriptsAsText(letters);
	return isBlank(shown) ? null : shown;
}

/** The characters for 'fi', 'fl' and others, which come from copied PDFs. */
const ligature = /[\ufb00-\ufb06]/;
const eachLigature = new RegExp(ligature, 'g');

function withoutLigatures(text: RichText): RichText {
	return text.map((node) => {
		if ('children' in node) return { ...node, children: withoutLigatures(node.children) };
		if (node.type !== 'text') return node;
		return { ...node, value: node.value.replace(eachLigature, (character) => character.normalize('NFKC')) };
	});
}

function textProblem(
	placeOf: ReturnType<typeof placesInValue>,
	{ code, message, command, start, end }: TextIssue,
): Diagnostic {
	const hint = command ? definitionHint(command) : undefined;
	return diagnostic(code, message, { span: placeOf(start, end), hint });
}

/** The hint for an unknown LaTeX command. */
export function definitionHint(command: string): string {
	return `Define ${command} under "macros" in the configuration, or in @preamble`;
}

/** The diagnostic for all escaped braces of a field that only protect case. */
function escapedBraces(field: Field, issues: readonly TextIssue[]): Diagnostic {
	const [first] = issues as [TextIssue];
	const braces = protectiveBraces(field.value);
	const placeOf = placesInValue(field);
	const edits = issues.flatMap(({ start }) => {
		const opening = braces.get(start);
		return [opening, opening?.closing].flatMap((brace, index): Edit[] => {
			const span = brace ? placeOf(brace.start, brace.end) : field.span;
			return span === field.span ? [] : [{ span, text: index === 0 ? '{' : '}' }];
		});
	});
	const message = `${first.message}${issues.length === 1 ? '' : ` (and ${issues.length - 1} more)`}`;
	const span = placeOf(first.start, first.end);
	const hint = 'Remove the backslashes, so that the braces protect case';
	return diagnostic('text/escaped-brace', message, { span, hint, remedy: edits });
}

/** The text without the match of a pattern in its first node, if that is plain text. */
export function without(text: RichText | null, pattern: RegExp): RichText | null {
	const [first, ...rest] = text ?? [];
	if (first?.type !== 'text' || !pattern.test(first.value)) return text;
	return [{ ...first, value: first.value.replace(pattern, '') }, ...rest];
}

/**
 * A name without stray punctuation at its ends: a comma, or a full stop after a number or bracket, where a style adds its own
 * ('Proc. 2020.' and 'Denver,'). The full stop of an abbreviation ('Inc.') stays.
 */
export function withoutStrayMarks(text: RichText | null): RichText | null {
	const start = without(text, /^[.,;:]+\s+/);
	const last = start?.at(-1);
	if (!start || last?.type !== 'text') return start;
	const value = last.value.replace(/\s*[,;:]+\s*$|(?<=[\d)\]])\.\s*$/, '');
	if (value === last.value) return start;
	const clean = [...start.slice(0, -1), ...(value === '' ? [] : [{ ...last, value }])];
	return clean.length > 0 ? clean : null;
}

/** The text with its last node changed, if that is plain text. */
export function withEnd(text: RichText | null, change: (words: string) => string): RichText | null {
	const last = text?.at(-1);
	if (!text || last?.type !== 'text' || change(last.value) === last.value) return text;
	return [...text.slice(0, -1), ...richText(change(last.value))];
}

/** A book's title without the 'In' of 'In Proceedings of …', which styles add; 'In Search of …' stays. */
export function withoutIn(title: RichText | null): RichText | null {
	return without(title, /^in(?::\s*|\s+(?=(?:the\s+)?(?:proc\.|proceedings\b|\d+(?:st|nd|rd|th)\b)))/i);
}

/**
 * Joins a title and its subtitle: ': ' between them, a space if the title already ends in punctuation
 * (BibLaTeX's \subtitlepunct, and the rule of CSL's processors). Chinese and Japanese ones have '：' and no space.
 */
export function joinTitles(title: RichText | null, subtitle: RichText | null, separator = ': '): RichText | null {
	if (!title || !subtitle) return title ?? subtitle;
	const words = plainText(title);
	const isWide = wideEnd.test(words) && wideStart.test(plainText(subtitle));
	const punctuated = /[.:;,?!…–—。：；，？！]["”’»)\]」』》）]*\s*$/.test(words);
	const [space, colon] = isWide ? ['', '：'] : [' ', separator];
	return [...title, { type: 'text', value: punctuated ? space : colon }, ...subtitle];
}

const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
const wideEnd = new RegExp(`[${wide}…—][”’]?\\s*$`, 'u');
const wideStart = new RegExp(`^\\s*[“‘]?[${wide}]`, 'u');
