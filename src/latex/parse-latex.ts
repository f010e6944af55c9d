import { expand } from './commands/expand-user-commands.ts';
import type { UserCommands } from './commands/user-commands.ts';
import { LatexReader } from './latex-reader.ts';
import type { RichText } from './rich-text.ts';
import type { TextIssue } from './text-issue.ts';

export type { TextIssue };

/**
 * Reads a LaTeX value as a person means it: LaTeX's text mode as BibTeX and BibLaTeX print it, publishers' HTML,
 * and what careless hands leave bare (`%`, `&`, `_`, `#`, a `$` that is money). Never throws; linear time.
 *
 * Reports commands it does not know, whose arguments it shows, and braces or dollars that do not match.
 */
export function parseLatex(
	value: string,
	options: { readonly commands?: UserCommands | undefined } = {},
	issue: (found: TextIssue) => void = () => {},
): RichText {
	if (isPlain(value)) return value === '' ? [] : [{ type: 'text', value }];
	if (options.commands === undefined || options.commands.size === 0 || !value.includes('\\')) {
		return new LatexReader(value, issue).read();
	}
	const { text, origin } = expand(value, options.commands);
	const atOrigin = (found: TextIssue): void => {
		const [start, end] = origin(found.start, found.end);
		issue({ ...found, start, end });
	};
	return new LatexReader(text, atOrigin).read();
}

// Latin letters, dashes and quotation marks are composed as they are; see `unusual` in tree.ts.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters need cleaning.
const telling = /[\u0300-\u1dff\u1f00-\u200f\u2028-\uffff\\{}$~`'&<\0-\x1f\x7f-\x9f]/;

const doubled = /--| {2}|,,|>>/;

/** True for most values: nothing in them means anything but itself. */
export function isPlain(value: string): boolean {
	return !telling.test(value) && !doubled.test(value) && !value.startsWith(' ') && !value.endsWith(' ');
}
