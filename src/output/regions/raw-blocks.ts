/** TeX: a test whether an offset is outside of verbatim environments. */
export function outsideVerbatim(text: string): (offset: number) => boolean {
	const blocks = text.matchAll(
		/\\begin\{(verbatim\*?|Verbatim\*?|lstlisting|minted|alltt|comment|filecontents\*?)\}[\s\S]*?(?:\\end\{\1\}|$)/g,
	);
	const ranges = [...blocks].map(({ 0: match, index }) => [index, index + match.length] as const);
	return (offset) => !ranges.some(([start, end]) => start < offset && offset < end);
}

/** Org: a test whether an offset is in an export block, which contains raw HTML or LaTeX. */
export function inExportBlock(text: string): (offset: number) => boolean {
	return (offset) => {
		const lastDirective = [...text.slice(0, offset).matchAll(/^[ \t]*#\+(begin|end)_(\w+)/gim)].at(-1);
		return lastDirective?.[1]?.toLowerCase() === 'begin' && lastDirective[2]?.toLowerCase() === 'export';
	};
}

/** reStructuredText: a test whether an offset is in a `raw` directive. */
export function inRawDirective(text: string): (offset: number) => boolean {
	return (offset) => {
		const [indent = '', ...above] = text
			.slice(0, offset)
			.split(/\r\n?|\n/)
			.reverse();
		const outer = above.find((line) => line.trim() !== '' && indentOf(line) < indent.length);
		return outer !== undefined && /^\s*\.\. raw:: *(?:html|latex)\s*$/i.test(outer);
	};
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}
