import {
	jsxMath,
	kramdownMath,
	latexMath,
	mathBetweenDollars,
	mathOfGitHub,
	plainMathText,
	roleMath,
} from './markdown-math.ts';

/** HTML, or marks of the flavour, which cannot contain markup; null if the flavour has no equivalent and plain text is written. */
type Marks = Readonly<
	Record<
		'code' | 'superscript' | 'subscript' | 'underline' | 'strike' | 'small-caps',
		readonly [before: string, after: string] | null
	>
>;

/** A dialect of Markdown and its readers. */
export interface Flavour {
	readonly name: string;
	/** The usual file extension, with the dot. */
	readonly extension: string;
	/** HTML in the text is interpreted. */
	readonly html: boolean;
	/** Later lines of a list item become code if they are indented more than its first line. */
	readonly alignsItems: boolean;
	/** The title in front matter is Markdown. */
	readonly titleIsMarkup: boolean;
	/** Straight apostrophes are curled. */
	readonly typographer: boolean;
	/** `(a)` or `A)` at the beginning of a paragraph begins a list. */
	readonly letteredLists: boolean;
	/** Quotation marks are paired, and changed if one is missing. */
	readonly pairsQuotes: boolean;
	/** `<https://example.org>` is a link. */
	readonly autolinks: boolean;
	/** Matches the beginning of a paragraph that is taken for code. */
	readonly statement: RegExp | null;
	/** An engine interprets doubled curly braces in the HTML. */
	readonly bracesAreCode: boolean;
	readonly marks: Marks;
	/** Writes mathematics; null if it must be shown as code. `text` escapes. */
	math(tex: string, display: boolean, text: (value: string) => string): string | null;
	/** The delimiters of a comment. */
	readonly comment: readonly [before: string, after: string];
	/** Markup for the helper `phrase` by name: `{{phrase "heading-id-after" id=id}}`. */
	readonly phrases: Readonly<Record<string, string>>;
	/** Protects a code block from the template engine of a site. */
	fenced(block: string): string;
}

/** Most flavours have no captions of tables. */
const boldTitle = { 'table-title-before': '**{title}**' };

const gfm: Flavour = {
	name: 'gfm',
	extension: '.md',
	html: true,
	alignsItems: false,
	titleIsMarkup: false,
	typographer: false,
	letteredLists: false,
	pairsQuotes: false,
	autolinks: true,
	statement: null,
	bracesAreCode: false,
	marks: {
		code: ['<code>', '</code>'],
		superscript: ['<sup>', '</sup>'],
		subscript: ['<sub>', '</sub>'],
		underline: ['<u>', '</u>'],
		strike: ['<del>', '</del>'],
		'small-caps': ['', ''],
	},
	math: mathOfGitHub,
	comment: ['<!--', '-->'],
	phrases: {
		'fold-open': '<details>\n<summary>{label}</summary>\n\n',
		'fold-close': '\n\n</details>',
		...boldTitle,
	},
	fenced: (block) => block,
};

const commonmark: Flavour = { ...gfm, name: 'commonmark', math: plainMathText };

/** GitHub's Markdown in other tools, whose plug-ins support only mathematics between dollar signs. */
const remark: Flavour = { ...gfm, name: 'remark', math: mathBetweenDollars };

/** markdown-it, then Vue, which interprets doubled curly braces. */
const vitepress: Flavour = {
	...remark,
	name: 'vitepress',
	bracesAreCode: true,
	phrases: { ...gfm.phrases, 'heading-id-after': ' {#{id}}' },
};

/** Kramdown and Liquid. Kramdown starts every list at 1 by default, and does not interpret escapes in `<code>`. */
const jekyll: Flavour = {
	...gfm,
	name: 'jekyll',
	alignsItems: true,
	typographer: true,
	marks: { ...gfm.marks, code: ['`', '`'] },
	math: kramdownMath,
	phrases: {
		...boldTitle,
		'fold-open': '<details markdown="1">\n<summary>{label}</summary>\n\n',
		'fold-close': '\n\n</details>',
		'heading-id-after': ' {#{id}}',
		'list-start': '{:start="{number}"}\n',
	},
	fenced: (block) => `{% raw %}\n${block.replace(/\{(?=%)/g, '{ ')}\n{% endraw %}`,
};

/** Goldmark omits HTML unless the site's settings allow it. */
const hugo: Flavour = {
	...gfm,
	name: 'hugo',
	html: false,
	typographer: true,
	marks: {
		code: ['`', '`'],
		superscript: null,
		subscript: null,
		underline: ['', ''],
		strike: ['', ''],
		'small-caps': ['', ''],
	},
	math: latexMath,
	phrases: { ...boldTitle, 'heading-id-after': ' {#{id}}' },
	fenced: (block) => block.replace(/\{(?=\{[<%])/g, '{ '),
};

const pandoc: Flavour = {
	...gfm,
	name: 'pandoc',
	alignsItems: true,
	titleIsMarkup: true,
	typographer: true,
	letteredLists: true,
	pairsQuotes: true,
	marks: {
		code: ['`', '`'],
		superscript: ['^', '^'],
		subscript: ['~', '~'],
		underline: ['[', ']{.underline}'],
		strike: ['~~', '~~'],
		'small-caps': ['[', ']{.smallcaps}'],
	},
	math: mathBetweenDollars,
	// Between tags, the label would become a paragraph.
	phrases: {
		'fold-open': '```{=html}\n<details><summary>{label}</summary>\n```\n\n',
		'fold-close': '\n\n```{=html}\n</details>\n```',
		'heading-id-after': ' {#{id}}',
		'table-title-after': ': {title}',
	},
	// Pandoc expands a tab according to its column.
	fenced: (block) => block.replace(/\t/g, '    '),
};

const quarto: Flavour = { ...pandoc, name: 'quarto', extension: '.qmd' };

/** Braces and `<` are code to MDX, so mathematics is MathML, which needs no plug-in. */
const mdx: Flavour = {
	...gfm,
	name: 'mdx',
	extension: '.mdx',
	autolinks: false,
	statement: /^(?:im|ex)port\b/,
	math: jsxMath,
	comment: ['{/*', '*/}'],
};

const myst: Flavour = {
	...gfm,
	name: 'myst',
	typographer: true,
	math: roleMath,
	phrases: { ...gfm.phrases, 'heading-id-before': '({id})=\n' },
};

/** All flavours, the default one first. If several share a file extension, the first is used for it. */
export const flavours: readonly [Flavour, ...Flavour[]] = [
	gfm,
	commonmark,
	remark,
	vitepress,
	jekyll,
	hugo,
	pandoc,
	quarto,
	mdx,
	myst,
];
