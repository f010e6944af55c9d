import { extname } from 'node:path';
import { memoize } from '../../text/memoize.ts';
import { commentStarts } from './html-comments.ts';
import { outsideMarkdownCode } from './markdown-code.ts';
import { inExportBlock, inRawDirective, outsideVerbatim } from './raw-blocks.ts';

/** The syntax of a one-line comment: `<!-- x -->`, `% x`. */
export interface Comment {
	readonly open: string;
	/** Null if the comment ends with the line. */
	readonly close: string | null;
}

/** A kind of file that a list can be inserted into, between markers. */
export interface HostKind {
	/** File extensions in lower case, with the dot. */
	readonly extensions: readonly string[];
	/** The default format of a list in such a file. */
	readonly format: string;
	/** Comment syntaxes of markers; the first is the one that messages suggest. */
	readonly comments: readonly Comment[];
	/** A marker may share its line with other text. */
	readonly inline?: true;
	/** Text allowed before a marker on its line, and repeated before every line of the list: whitespace, `> `. */
	readonly prefix: RegExp;
	/** Adds blank lines around a list, which would otherwise be parsed as part of the comment. */
	readonly blankLines?: true;
	/** A test whether the comment at an offset is a real one, and not an example in a code block. */
	commentTest(text: string): (offset: number) => boolean;
}

const html: Comment = { open: '<!--', close: '-->' };
const tex: Comment = { open: '%', close: null };
const jsx: Comment = { open: '{/*', close: '*/}' };
const whitespace = /^[ \t]*$/;

/** A build reads a host file several times, and parsing Markdown is slow. */
const maxCachedHosts = 4;

/** Every kind of host file. Files with other extensions can include a separate output file instead. */
export const hostKinds: readonly HostKind[] = [
	{
		extensions: ['.md', '.markdown', '.mdown', '.mkd', '.qmd', '.rmd'],
		format: 'markdown',
		comments: [html],
		prefix: /^[ \t>]*$/,
		blankLines: true,
		commentTest: memoize((text) => outsideMarkdownCode(text, false), maxCachedHosts),
	},
	{
		extensions: ['.mdx'],
		format: 'markdown',
		comments: [jsx],
		prefix: /^[ \t>]*$/,
		blankLines: true,
		commentTest: memoize((text) => outsideMarkdownCode(text, true), maxCachedHosts),
	},
	{
		extensions: [
			...['.html', '.htm', '.xhtml', '.shtml', '.php', '.phtml', '.vue', '.svelte', '.astro'],
			...['.njk', '.liquid', '.erb', '.ejs', '.twig', '.jinja', '.jinja2', '.j2', '.gohtml', '.tmpl'],
		],
		format: 'html',
		comments: [html],
		inline: true,
		prefix: whitespace,
		commentTest: (text) => {
			const starts = commentStarts(text);
			return (offset) => starts.has(offset);
		},
	},
	{ extensions: ['.jsx', '.tsx'], format: 'html', comments: [jsx], prefix: whitespace, commentTest: () => () => true },
	{
		extensions: ['.tex', '.ltx', '.latex'],
		format: 'latex',
		comments: [tex],
		prefix: whitespace,
		commentTest: outsideVerbatim,
	},
	// In these, HTML and LaTeX are only possible in a raw block, so the markers must be inside one.
	{ extensions: ['.org'], format: 'html', comments: [html, tex], prefix: whitespace, commentTest: inExportBlock },
	{ extensions: ['.rst'], format: 'html', comments: [html, tex], prefix: whitespace, commentTest: inRawDirective },
];

/** The kind of a file, by its extension; null if lists cannot be inserted into it. */
export function hostKindOf(path: string): HostKind | null {
	const extension = extname(path).toLowerCase();
	return hostKinds.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

/** A marker in the comment syntax of a file: `<!-- /bibfolio:talks -->`. */
export function markerText({ comments: [comment = html] }: HostKind, name: string, closes: boolean): string {
	return [comment.open, `${closes ? '/' : ''}bibfolio:${name}`, comment.close].filter(Boolean).join(' ');
}
