import { expandUserCommands } from './commands/expand-user-commands.ts';
import type { UserCommands } from './commands/user-commands.ts';
import { LatexReader, type TextIssue } from './latex-reader.ts';
import type { RichText } from './rich-text.ts';

/**
 * Parses a LaTeX value: LaTeX's text mode as BibTeX and BibLaTeX print it, publishers' HTML, and unescaped characters (`%`,
 * `&`, `_`, `#`, `$` as a currency sign). Never throws; takes linear time.
 *
 * Reports unknown commands, whose arguments it shows, and unbalanced braces or dollar signs.
 */
export function parseLatex(
	value: string,
	options: { readonly commands?: UserCommands | undefined } = {},
	report: (issue: TextIssue) => void = () => {},
): RichText {
	if (!options.commands?.size) return new LatexReader(value, report).read();
	const { text, origin } = expandUserCommands(value, options.commands);
	const reportAtOrigin = (issue: TextIssue): void => {
		const [start, end] = origin(issue.start, issue.end);
		report({ ...issue, start, end });
	};
	return new LatexReader(text, reportAtOrigin).read();
}
