import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import type { Block } from './blocks.ts';
import { quote } from './tokens.ts';

/** Patterns of text between entries that looks like an entry with a missing or extra character. */
const damagedEntries: readonly {
	readonly pattern: RegExp;
	/** The start of the message; the text follows. */
	readonly problem: string;
	readonly hint: string;
	/** Whether the text only counts after an entry. */
	readonly afterEntry?: true;
}[] = [
	{
		pattern: /^[ \t]*@[^\n\r]*/m,
		problem: 'Incomplete entry',
		hint: 'Write @type{key, … or remove the "@"',
	},
	{
		pattern:
			/^[ \t]*(?:article|book|conference|in[a-z]{4,13}|(?:phd|masters)?thesis|misc|online|patent|proceedings|(?:tech)?report|unpublished)[ \t]*\{[^\s,{}"]+,/im,
		problem: 'Missing "@" before',
		hint: 'Add "@", or hide the entry in @comment{…}',
	},
	{
		afterEntry: true,
		// With or without a delimiter: `}  year = 2000`, `}, year = 2000}`.
		pattern: /^(?:[ \t]*|\s*[,})][\s,})]*)(?:#[^\n\r=]*,\s*)?[a-z][\w:+-]*[ \t]*=[ \t]*["{\w]/i,
		problem: 'Field outside an entry:',
		hint: 'Remove the extra closing brace before it',
	},
	{
		pattern: /^[ \t,}]*[a-z][\w:+-]*[ \t]*=[ \t]*["{]/im,
		problem: 'Field outside an entry:',
		hint: 'Remove the extra closing brace before it',
	},
];

/**
 * Reports text between entries that looks like a damaged entry, once for each stretch. All other text there is a comment, as
 * in BibTeX, including an entry whose `@` is after a `%`.
 */
export function reportJunk(source: Source, { start, end }: Block, report: Report): void {
	const text = source.text.slice(start, end);
	if (!/[{="@]/.test(text) || /%.*@/.test(text)) return;
	for (const { pattern, problem, hint, afterEntry } of damagedEntries) {
		if (afterEntry && start === 0) continue;
		const match = pattern.exec(text);
		if (!match) continue;
		const from = start + match.index + match[0].search(/[^\s,})]/);
		const span = { source, start: from, end: start + match.index + match[0].trimEnd().length };
		const stray = quote(source.text.slice(span.start, span.end));
		report(diagnostic('bib/stray-text', `${problem} ${stray}`, { span, hint }));
		return;
	}
}
