import {
	jsxMath,
	kramdownMath,
	latexMath,
	mathBetweenDollars,
	mathOfGitHub,
	plainMathText,
	roleMath,
} from './markdown-math.ts';

/** Before and after what is marked, HTML or a flavour's own marks, which take no markup within; null where a flavour has nothing of the kind and plain text stands for it. */
type Marks = Readonly<
	Record<
		'code' | 'superscript' | 'subscript' | 'underline' | 'strike' | 'small-caps',
		readonly [before: string, after: string] | null
	>
>;

/** Markdown as one family of readers takes it: a row of the table below. */
export interface Flavour {
	readonly name: string;
	/** The usual ending of its files, with the dot. */
	readonly extension: string;
	/** HTML in the text is shown as such. */
	readonly html: boolean;
	/** An item's later lines are code where they stand further in than its first. */
	readonly alignsItems: boolean;
	/** The title in front matter is Markdown. */
	readonly titleIsMarkup: boolean;
	/** Straight apostrophes are curled. */
	readonly typographer: boolean;
	/** `(a)` or `A)` at the beginning of a paragraph begins a list. */
	readonly letteredLists: boolean;
	/** Quotation marks are paired, and turned where they have no other half. */
	readonly pairsQuotes: boolean;
	/** `<https://example.org>` is a link. */
	readonly autolinks: boolean;
	/** A paragraph that begins so is code. */
	readonly statement: RegExp | null;
	/** Doubled braces in text are code, to an engine that sees the HTML. */
	readonly bracesAreCode: boolean;
	readonly marks: Marks;
	/** Mathematics; `text` escapes, and `code` shows what cannot be mathematics there. */
	math(tex: string, display: boolean, text: (value: string) => string): string | null;
	/** Around a comment that shows nowhere. */
	readonly comment: readonly [before: string, after: string];
	/** Markup that templates ask for by name, `{{phrase "heading-id" id=id}}`; '' for what is not here. */
	readonly phrases: Readonly<Record<string, string>>;
	/** Source text in a code block, so that no engine of a site sees anything in it. */
	fenced(block: string): string;
}

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
	},
	fenced: (block) => block,
};

const commonmark: Flavour = { ...gfm, name: 'commonmark', math: plainMathText };

/** GitHub's Markdown by other readers, whose plug-ins know mathematics between dollar signs only. */
const remark: Flavour = { ...gfm, name: 'remark', math: mathBetweenDollars };

/** markdown-it, then Vue, which sees doubled braces in text. */
const vitepress: Flavour = {
	...remark,
	name: 'vitepress',
	bracesAreCode: true,
	phrases: { ...gfm.phrases, 'heading-id-after': ' {#{id}}' },
};

/** Kramdown and Liquid. Kramdown begins every list at 1 unless told, and sees no escapes in HTML's code. */
const jekyll: Flavour = {
	...gfm,
	name: 'jekyll',
	alignsItems: true,
	typographer: true,
	marks: { ...gfm.marks, code: ['`', '`'] },
	math: kramdownMath,
	phrases: {
		'fold-open': '<details markdown="1">\n<summary>{label}</summary>\n\n',
		'fold-close': '\n\n</details>',
		'heading-id-after': ' {#{id}}',
		'list-start': '{:start="{number}"}\n',
	},
	fenced: (block) => `{% raw %}\n${block.replace(/\{(?=%)/g, '{ ')}\n{% endraw %}`,
};

/** Goldmark leaves out HTML unless a site's settings allow it. */
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
	phrases: { 'heading-id-after': ' {#{id}}' },
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
	// Between tags the label would be a paragraph of its own.
	phrases: {
		'fold-open': '```{=html}\n<details><summary>{label}</summary>\n```\n\n',
		'fold-close': '\n\n```{=html}\n</details>\n```',
		'heading-id-after': ' {#{id}}',
	},
	// Pandoc makes of a tab as many blanks as its column has.
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

/** Every flavour; the first is the usual one, and of several with one ending the first goes with it. */
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
