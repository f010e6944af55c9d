/** Markdown to HTML, as the readers of `test/sites/package.json` have it. They are asked for when a test needs them. */
export type Reader = (markdown: string) => string | Promise<string>;

interface MarkdownIt {
	render(markdown: string): string;
}
interface Processor {
	use(plugin: unknown, options?: unknown): Processor;
	process(markdown: string): Promise<{ toString(): string }>;
}

/** A package by a name that the compiler need not know, for it is not installed for every test. */
// biome-ignore lint/suspicious/noExplicitAny: packages without types here.
const load = (name: string): Promise<any> => import(name);

/** markdown-it with a site's options. */
export function markdownIt(options: Readonly<Record<string, boolean>>): Reader {
	return async (markdown) => {
		const made = (await load('markdown-it')).default(options) as MarkdownIt;
		return made.render(markdown);
	};
}

let vitepressRenderer: Promise<MarkdownIt> | null = null;

/** VitePress's own renderer, without the links that it puts behind headings, and then Vue. */
export const vitepress: Reader = async (markdown) => {
	vitepressRenderer ??= (await load('vitepress')).createMarkdownRenderer('.', {}, '/', { info() {}, warn() {} });
	const template = (await vitepressRenderer)?.render(markdown).replace(/<a class="header-anchor".*?<\/a>/g, '');
	const app = (await load('vue')).createSSRApp({ template: `<div>${template}</div>` });
	return (await load('vue/server-renderer')).renderToString(app);
};

/** remark as Astro, Gatsby and others set it up, with what is added. */
export function remark(...plugins: readonly string[]): Reader {
	return async (markdown) => {
		const { unified } = await load('unified');
		let processor: Processor = unified().use((await load('remark-parse')).default);
		for (const plugin of plugins) processor = processor.use((await load(plugin)).default);
		const written = await processor
			.use((await load('remark-rehype')).default, { allowDangerousHtml: true })
			.use((await load('rehype-stringify')).default, { allowDangerousHtml: true })
			.process(markdown);
		return String(written);
	};
}

/** MDX to React to HTML, with GitHub's Markdown, as Docusaurus and Astro have it. */
export const mdx: Reader = async (markdown) => {
	const { evaluate } = await load('@mdx-js/mdx');
	const remarkPlugins = [(await load('remark-gfm')).default];
	const { default: page } = await evaluate(markdown, { ...(await load('react/jsx-runtime')), remarkPlugins });
	const { renderToStaticMarkup } = await load('react-dom/server');
	return renderToStaticMarkup((await load('react')).createElement(page));
};

/** MyST's own parser. */
export const myst: Reader = async (markdown) => {
	const { createTokenizer } = await load('myst-parser');
	return (createTokenizer() as MarkdownIt).render(markdown);
};

interface MystNode {
	readonly type: string;
	readonly value?: string;
	readonly children?: readonly MystNode[];
}

/** The formulas that MyST's own parser finds. */
export async function mystMath(markdown: string): Promise<readonly string[]> {
	const { mystParse } = await load('myst-parser');
	const within = ({ type, value, children = [] }: MystNode): string[] => [
		...(type === 'inlineMath' || type === 'math' ? [value ?? ''] : []),
		...children.flatMap(within),
	];
	return within(mystParse(markdown) as MystNode);
}

/** Of these, what makes links of addresses in any text, escaped or not. */
export const findsAddresses = /^(?:remark-|MDX)/;

/** Every reader of Markdown that Node has, with the flavour it reads and the package it is. */
export const readers: readonly (readonly [name: string, flavour: string, needs: string, read: Reader])[] = [
	['markdown-it without HTML', 'hugo', 'markdown-it', markdownIt({ linkify: true })],
	['markdown-it with HTML and links', 'gfm', 'markdown-it', markdownIt({ html: true, linkify: true })],
	[
		'markdown-it with a typographer',
		'gfm',
		'markdown-it',
		markdownIt({ html: true, linkify: true, typographer: true }),
	],
	['VitePress', 'vitepress', 'vitepress', vitepress],
	['remark', 'commonmark', 'remark-parse', remark()],
	['remark-gfm', 'gfm', 'remark-gfm', remark('remark-gfm')],
	['remark-math', 'remark', 'remark-math', remark('remark-gfm', 'remark-math')],
	['MDX', 'mdx', '@mdx-js/mdx', mdx],
	['MyST', 'myst', 'myst-parser', myst],
];
