/** TeX: whether a place stands outside of the environments that are shown as written. */
export function notVerbatim(text: string): (offset: number) => boolean {
	const blocks = text.matchAll(
		/\\begin\{(verbatim\*?|Verbatim\*?|lstlisting|minted|alltt|comment|filecontents\*?)\}[\s\S]*?(?:\\end\{\1\}|$)/g,
	);
	const ranges = [...blocks].map(({ 0: found, index }) => [index, index + found.length] as const);
	return (offset) => !ranges.some(([start, end]) => start < offset && offset < end);
}

/** Org: whether a place stands in a block of HTML or LaTeX, which is exported as it is. */
export function inExportBlock(text: string): (offset: number) => boolean {
	return (offset) => {
		const before = [...text.slice(0, offset).matchAll(/^[ \t]*#\+(begin|end)_(\w+)/gim)].at(-1);
		return before?.[1]?.toLowerCase() === 'begin' && before[2]?.toLowerCase() === 'export';
	};
}

/** reStructuredText: whether a place stands in a `raw` directive, which is exported as it is. */
export function inRawDirective(text: string): (offset: number) => boolean {
	return (offset) => {
		const [own = '', ...above] = text
			.slice(0, offset)
			.split(/\r\n?|\n/)
			.reverse();
		const outer = above.find((line) => line.trim() !== '' && indentOf(line) < own.length);
		return outer !== undefined && /^\s*\.\. raw:: *(?:html|latex)\s*$/i.test(outer);
	};
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}
