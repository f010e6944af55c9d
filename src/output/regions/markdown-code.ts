import { fromMarkdown } from 'mdast-util-from-markdown';
import { commentStarts } from './html-comments.ts';

/** As far as it is looked at. */
interface Node {
	readonly type: string;
	readonly lang?: string | null;
	readonly children?: readonly Node[];
	readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/**
 * Markdown: whether a comment at a place is one, and not in a code block, in code within a line, or in another comment. A
 * block of raw HTML (Pandoc's and Quarto's `{=html}`) is no code.
 *
 * @param mdx comments are JavaScript's, and code is never told by its indentation alone
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
