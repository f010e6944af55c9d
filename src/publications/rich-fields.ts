import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { UserCommands } from '../latex/commands/user-commands.ts';
import type { TextIssue } from '../latex/latex-reader.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { plainText } from '../latex/plain-text.ts';
import { isBlank, type RichText } from '../latex/rich-text.ts';
import type { Field } from '../library/entry.ts';
import { placeInValue } from '../library/value-places.ts';

interface Parsed {
	readonly commands: UserCommands | undefined;
	readonly text: RichText;
	readonly issues: readonly TextIssue[];
}

const parsed = new WeakMap<Field, Parsed>();

/** A field's value as rich text, parsed once per field and set of commands; null when there is nothing to show. */
export function richField(field: Field | null, commands?: UserCommands): RichText | null {
	if (!field) return null;
	const { text } = parse(field, commands);
	return isBlank(text) ? null : text;
}

/** The same, with what the parsing found sent to `report` at its place in the file; for own fields only. */
export function reportedField(field: Field | null, commands: UserCommands, report: Report): RichText | null {
	if (!field) return null;
	const { text, issues } = parse(field, commands);
	if (!field.inheritedFrom) {
		for (const { code, message, command, start, end } of issues) {
			const hint = command ? `Declare ${command} under macros in the configuration, or in @preamble` : undefined;
			report(diagnostic(code, message, { span: placeInValue(field, start, end), hint }));
		}
	}
	return isBlank(text) ? null : text;
}

/** A field that is asked for once for each list that shows it: its tree takes many times its own room, and is not kept. */
export function longField(field: Field | null, commands?: UserCommands): RichText | null {
	const text = field && parseLatex(field.value, commands ? { commands } : {});
	return text && (isBlank(text) ? null : text);
}

function parse(field: Field, commands: UserCommands | undefined): Parsed {
	const known = parsed.get(field);
	if (known && (known.commands === commands || commands === undefined)) return known;
	const issues: TextIssue[] = [];
	const text = parseLatex(field.value, commands ? { commands } : {}, (issue) => issues.push(issue));
	const result = { commands, text, issues };
	// Most values are plain as they stand; what costs nothing to make is not worth keeping.
	if (text.length !== 1 || text[0]?.type !== 'text' || text[0].value !== field.value) parsed.set(field, result);
	return result;
}

/** A text without what matches at its start or end, when nothing but plain text stands there. */
export function without(text: RichText | null, pattern: RegExp): RichText | null {
	const [first, ...rest] = text ?? [];
	if (first?.type !== 'text' || !pattern.test(first.value)) return text;
	return [{ ...first, value: first.value.replace(pattern, '') }, ...rest];
}

/** A book's title without the 'In' that styles write before it: 'In Proceedings of …', but not 'In Search of …'. */
export function withoutIn(title: RichText | null): RichText | null {
	return without(title, /^in(?::\s*|\s+(?=(?:the\s+)?(?:proc\.|proceedings\b|\d+(?:st|nd|rd|th)\b)))/i);
}

/**
 * Joins a title and its subtitle: ': ' between them, a space when the title ends in punctuation of its own
 * (BibLaTeX's \subtitlepunct, and the rule of CSL's processors).
 */
export function joinTitles(title: RichText | null, subtitle: RichText | null, separator = ': '): RichText | null {
	if (!title || !subtitle) return title ?? subtitle;
	const punctuated = /[.:;,?!…–—]["”’»)\]]*\s*$/.test(plainText(title));
	return [...title, { type: 'text', value: punctuated ? ' ' : separator }, ...subtitle];
}
