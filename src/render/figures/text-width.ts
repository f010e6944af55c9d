/**
 * The widths of characters in em, the first match counts. They are those of wide sans-serif fonts (Verdana, DejaVu Sans), so
 * that a text fits with the fonts of any system.
 */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
	[/[\p{M}\p{Cf}]/u, 0],
	[/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u, 1],
	[/\p{Extended_Pictographic}(?<![\d#*])/u, 1.3],
	[/[ijlI.,:;'’‘|!()[\]/\\ftr\s-]/u, 0.4],
	[/[mwMW@%—…]/u, 0.98],
	[/\p{Lu}/u, 0.72],
];
const otherWidth = 0.62;

/** An estimate of the width of a text in a sans-serif font of any system, for a font size in the same unit. */
export function textWidth(text: string, fontSize: number): number {
	return [...text].reduce((sum, character) => sum + widthOf(character), 0) * fontSize;
}

function widthOf(character: string): number {
	return widths.find(([characters]) => characters.test(character))?.[1] ?? otherWidth;
}

/** Places where a line can end: after spaces and hyphens, and between characters of scripts without spaces. */
const breaks = /(?<=[\s–/-])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/**
 * Breaks a text into lines that are at most as wide as given. An ellipsis replaces what does not
 * fit: the end of the text, or of a word that is wider than a line.
 */
export function linesOf(text: string, width: number, fontSize: number, maxLines: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.trim().split(breaks)) {
		const isLast = lines.length === maxLines - 1;
		if (line && !isLast && textWidth((line + piece).trimEnd(), fontSize) > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return [...lines, line].map((words) => shortened(words, width, fontSize));
}

function shortened(line: string, width: number, fontSize: number): string {
	if (textWidth(line, fontSize) <= width) return line;
	// A character with its accents. Intl.Segmenter would depend on the version of Node.
	const characters: string[] = line.match(/\P{M}\p{M}*/gu) ?? [];
	while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop();
	return `${characters.join('').trimEnd()}…`;
}
