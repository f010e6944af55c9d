import { widthOf } from '../text/terminal-width.ts';

/** The lines of a text, broken at spaces to fit a width in columns; `indent` begins all lines but the first. */
export function wrapped(text: string, indent: string, width: number | null): string[] {
	if (width === null || widthOf(text) <= width) return [text];
	const [, start = '', words = ''] = /^(\s*)(.*)$/s.exec(text) ?? [];
	const lines: string[] = [];
	let current: string | null = null;
	for (const word of words.split(' ')) {
		const longer: string = current === null ? start + word : `${current} ${word}`;
		if (current !== null && widthOf(longer) > width) {
			lines.push(current);
			current = indent + word;
		} else current = longer;
	}
	return current === null ? lines : [...lines, current];
}
