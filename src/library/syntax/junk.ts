import { diagnostic, type Edit, type Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { readEntry } from '../read-entry.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { quote } from './tokens.ts';

const fieldOutside = {
	problem: 'Field outside an entry is ignored:',
	hint: 'Remove the closing brace before it, if the entry continues here',
};

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
		...fieldOutside,
	},
	{
		// With a delimiter, or a macro or number alone on its line or before a `#`.
		pattern: /^[ \t,}]*[a-z][\w:+-]*[ \t]*=[ \t]*(?:["{]|[\w:+-]+[ \t]*(?:#|,?[ \t]*$))/im,
		...fieldOutside,
	},
];

/**
 * Reports text between entries that looks like a damaged entry, once for each stretch. All other text there is a comment, as
 * in BibTeX, including an entry whose `@` is after a `%`.
 *
 * @param previous the block before it in the file, if any
 */
export function reportJunk(file: Source, junk: Block, previous: Block | undefined, report: Report): void {
	const { start, end } = junk;
	const text = file.text.slice(start, end);
	if (!/[{="@]/.test(text) || /%.*@/.test(text)) return;
	for (const { pattern, problem, hint, afterEntry } of damagedEntries) {
		if (afterEntry && start === 0) continue;
		const match = pattern.exec(text);
		if (!match) continue;
		const from = start + match.index + match[0].search(/[^\s,})]/);
		const span = { source: file, start: from, end: start + match.index + match[0].trimEnd().length };
		const stray = quote(file.text.slice(span.start, span.end));
		const remedy = hint === fieldOutside.hint && previous ? braceRemoval(file, previous, junk) : [];
		report(diagnostic('bib/stray-text', `${problem} ${stray}`, { span, hint, remedy }));
		return;
	}
}

/** Removes the brace that ends an entry, if the entry is valid together with the text after it. */
function braceRemoval(file: Source, { kind, start, close, end }: Block, junk: Block): Edit[] {
	if (kind !== 'entry' || close === end) return [];
	const whole = source(file.path, file.text.slice(start, close) + file.text.slice(end, junk.end));
	const [entry, ...rest] = splitBlocks(whole);
	if (!entry?.closed || rest.some((block) => block.kind !== 'junk')) return [];
	if (readEntry(whole, entry).problems.length > 0) return [];
	return [{ span: { source: file, start: close, end: close + 1 }, text: '' }];
}
