import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/source.ts';
import type { Block } from './blocks.ts';
import { quote } from './tokens.ts';

/** Patterns of text between entries that seems to be an entry which lost a character. */
const losses: readonly {
	readonly pattern: RegExp;
	readonly expected: string;
	readonly hint: string;
	readonly behindEntry?: true;
}[] = [
	{
		pattern: /^[ \t]*@[^\n\r]*/m,
		expected: 'expected an entry type, a brace and a key behind the @',
		hint: 'Write @type{key, … or take the @ out',
	},
	{
		pattern:
			/^[ \t]*(?:article|book|conference|in[a-z]{4,13}|(?:phd|masters)?thesis|misc|online|patent|proceedings|(?:tech)?report|unpublished)[ \t]*\{[^\s,{}"]+,/im,
		expected: 'expected an @ before it',
		hint: 'Put an @ before it; or, if it is to be left out, put the entry into @comment{…}',
	},
	{
		behindEntry: true,
		// With or without a delimiter: `}  year = 2000`, `}, year = 2000}`.
		pattern: /^(?:[ \t]*|\s*[,})][\s,})]*)(?:#[^\n\r=]*,\s*)?[a-z][\w:+-]*[ \t]*=[ \t]*["{\w]/i,
		expected: 'expected it inside an entry',
		hint: 'Look for a closing brace too many before it',
	},
	{
		pattern: /^[ \t,}]*[a-z][\w:+-]*[ \t]*=[ \t]*["{]/im,
		expected: 'expected it inside an entry',
		hint: 'Look for a closing brace too many before it',
	},
];

/**
 * Reports text between entries that seems to be an entry which lost a character, once for each stretch. All other text
 * there is a comment, as in BibTeX; so is an entry whose `@` is after a `%`.
 */
export function reportJunk(source: Source, { start, end }: Block, report: Report): void {
	const text = source.text.slice(start, end);
	if (!/[{="@]/.test(text) || /%.*@/.test(text)) return;
	for (const { pattern, expected, hint, behindEntry } of losses) {
		if (behindEntry && start === 0) continue;
		const match = pattern.exec(text);
		if (!match) continue;
		const from = start + match.index + match[0].search(/[^\s,})]/);
		const span = { source, start: from, end: start + match.index + match[0].trimEnd().length };
		const found = quote(source.text.slice(span.start, span.end));
		report(diagnostic('bib/stray-text', `Unexpected ${found} between entries, ${expected}`, { span, hint }));
		return;
	}
}
