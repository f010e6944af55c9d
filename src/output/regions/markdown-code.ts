import { fromMarkdown } from 'mdast-util-from-markdown';
import { commentStarts } from './html-comments.ts';

/** The parts of a Markdown node that are used. */
interface Node {
	readonly type: string;
	readonly lang?: string | null;
	readonly children?: readonly Node[];
	readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/**
 * A test whether the comment at an offset of Markdown is outside of code blocks, inline code and other comments. A block of
 * raw HTML (Pandoc's and Quarto's `{=html}`) is not code.
 *
 * @param mdx MDX has JavaScript comments and no indented code blocks
 */
export function outsideMarkdownCode(text: string, mdx: boolean): (offset: number) => boolean {
	const closed: (readonly [start: number, end: number])[] = [];
	const comments = new Set<number>();
	function visit({ type, lang, children = [], position }: Node): void {
		const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
		const isCode = type === 'inlineCode' || (type === 'code' && (!mdx || /[`~]/.test(text.charAt(start))));
		if (type === 'html' || lang === '{=html}')
			for (const offset of commentStarts(text.slice(start, end))) comments.add(start + offset);
		else if (isCode) closed.push([start, end]);
		for (const child of children) visit(child);
	}
	visit(fromMarkdown(text) as Node);
	return mdx
		? (offset) => !closed.some(([start, end]) => start <= offset && offset < end)
		: (offset) => comments.has(offset);
}
