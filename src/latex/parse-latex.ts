import { expand } from './commands/expand-user-commands.ts';
import type { UserCommands } from './commands/user-commands.ts';
import { LatexReader, type TextIssue } from './latex-reader.ts';
import type { RichText } from './rich-text.ts';

/**
 * Parses a LaTeX value: LaTeX's text mode as BibTeX and BibLaTeX print it, publishers' HTML, and unescaped characters that
 * people leave (`%`, `&`, `_`, `#`, a `$` that means money). Never throws; linear time.
 *
 * Reports unknown commands, whose arguments it shows, and braces or dollars that do not match.
 */
export function parseLatex(
	value: string,
	options: { readonly commands?: UserCommands | undefined } = {},
	issue: (found: TextIssue) => void = () => {},
): RichText {
	if (!options.commands?.size) return new LatexReader(value, issue).read();
	const { text, origin } = expand(value, options.commands);
	const atOrigin = (found: TextIssue): void => {
		const [start, end] = origin(found.start, found.end);
		issue({ ...found, start, end });
	};
	return new LatexReader(text, atOrigin).read();
}
