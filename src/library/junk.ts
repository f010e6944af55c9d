import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Block } from './blocks.ts';
import { quote } from './fields.ts';

// An entry that lost its @, or its delimiter: at a line's start, and going on like one.
const lostAt =
	/^[ \t]*(article|book|conference|in[a-z]{4,13}|(?:phd|masters)?thesis|misc|online|patent|proceedings|report|techreport|unpublished)[ \t]*\{[^\s,{}"]+,/gim;
const lostDelimiter = /^[ \t]*@[ \t]*([a-z]+)\b[^\n\r]{0,80}/gim;

/**
 * Reports what stands between entries and looks like one that lost a character. All other text between entries is a
 * comment, as in BibTeX.
 */
export function reportJunk(source: Source, { start, end }: Block, report: Report): void {
	const text = source.text.slice(start, end);
	if (!/[{@]/.test(text)) return;
	for (const match of text.matchAll(lostAt)) {
		const from = start + match.index + match[0].search(/\S/);
		report(
			diagnostic('bib/syntax', `Unexpected ${quote(match[0].trim())} outside an entry, expected '@${match[1]}{'`, {
				span: { source, start: from, end: start + match.index + match[0].length },
				hint: 'Put an @ before it.',
			}),
		);
	}
	for (const match of text.matchAll(lostDelimiter)) {
		const from = start + match.index + match[0].indexOf('@');
		report(
			diagnostic('bib/syntax', `Unexpected ${quote(match[0].trim())}, expected '{' and a key behind the entry type`, {
				span: { source, start: from, end: start + match.index + match[0].length },
				hint: 'Write @type{key, … or take out the @.',
			}),
		);
	}
}
