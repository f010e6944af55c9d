/** HTML as a raw block of Markdown, which Quarto and Pandoc copy as it is. */
export function rawBlock(html: string): string {
	const runs = [...html.matchAll(/`+/g)];
	const longest = runs.reduce((length, [run]) => Math.max(length, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}{=html}\n${html.trimEnd()}\n${fence}\n`;
}
