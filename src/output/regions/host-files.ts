import { extname } from 'node:path';
import { memoize } from '../../text/memoize.ts';
import { commentStarts } from './html-comments.ts';
import { outsideMarkdownCode } from './markdown-code.ts';
import { inExportBlock, inRawDirective, notVerbatim } from './raw-blocks.ts';

/** How a comment is written that stands on one line: `<!-- x -->`, `% x`. */
export interface Comment {
	readonly open: string;
	/** Null where it ends with the line. */
	readonly close: string | null;
}

/** A kind of file that a list can be put into, between markers. */
export interface HostKind {
	/** Of file names, lower case, with the dot. */
	readonly endings: readonly string[];
	/** The format of a list in it, unless its output says otherwise. */
	readonly format: string;
	/** What markers are written as. */
	readonly comments: readonly Comment[];
	/** A marker may stand beside other things on its line. */
	readonly inline?: true;
	/** What may stand before a marker on its line, and then before every line of the list: blanks, `> `. */
	readonly prefix: RegExp;
	/** Blank lines around a list, without which it is read as a part of the comment. */
	readonly blankLines?: true;
	/** Tells of a place whether a comment there is one, and no code that shows one. */
	reads(text: string): (offset: number) => boolean;
}

const html: Comment = { open: '<!--', close: '-->' };
const tex: Comment = { open: '%', close: null };
const jsx: Comment = { open: '{/*', close: '*/}' };
const blanks = /^[ \t]*$/;

/** A host is read several times on its way through a build, and parsing Markdown is what takes long in it. */
const mostHosts = 4;

/** Every kind of host. The endings are those met with; a site may have others, which then need another file to include. */
export const hostKinds: readonly HostKind[] = [
	{
		endings: ['.md', '.markdown', '.mdown', '.mkd', '.qmd', '.rmd'],
		format: 'markdown',
		comments: [html],
		prefix: /^[ \t>]*$/,
		blankLines: true,
		reads: memoize((text) => outsideMarkdownCode(text, false), mostHosts),
	},
	{
		endings: ['.mdx'],
		format: 'markdown',
		comments: [jsx],
		prefix: /^[ \t>]*$/,
		blankLines: true,
		reads: memoize((text) => outsideMarkdownCode(text, true), mostHosts),
	},
	{
		endings: [
			...['.html', '.htm', '.xhtml', '.shtml', '.php', '.phtml', '.vue', '.svelte', '.astro'],
			...['.njk', '.liquid', '.erb', '.ejs', '.twig', '.jinja', '.jinja2', '.j2', '.gohtml', '.tmpl'],
		],
		format: 'html',
		comments: [html],
		inline: true,
		prefix: blanks,
		reads: (text) => {
			const starts = commentStarts(text);
			return (offset) => starts.has(offset);
		},
	},
	{ endings: ['.jsx', '.tsx'], format: 'html', comments: [jsx], prefix: blanks, reads: () => () => true },
	{ endings: ['.tex', '.ltx', '.latex'], format: 'latex', comments: [tex], prefix: blanks, reads: notVerbatim },
	// Neither writes HTML or LaTeX but in a block of its own, and that is where the markers stand.
	{ endings: ['.org'], format: 'html', comments: [html, tex], prefix: blanks, reads: inExportBlock },
	{ endings: ['.rst'], format: 'html', comments: [html, tex], prefix: blanks, reads: inRawDirective },
];

/** The kind of a file by its ending; null for a file no list can be put into. */
export function hostKindOf(path: string): HostKind | null {
	const ending = extname(path).toLowerCase();
	return hostKinds.find(({ endings }) => endings.includes(ending)) ?? null;
}

/** A marker as it is written in a kind of file: `<!-- /bibfolio:talks -->`. */
export function markerText({ comments: [comment = html] }: HostKind, name: string, closes: boolean): string {
	return [comment.open, `${closes ? '/' : ''}bibfolio:${name}`, comment.close].filter(Boolean).join(' ');
}
