import { fenced } from './code-fence.ts';

/** HTML as a raw block of Markdown, which Quarto and Pandoc copy as it is. */
export function rawBlock(html: string): string {
	return `${fenced(html.trimEnd(), '{=html}')}\n`;
}
