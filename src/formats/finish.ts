import type { Format } from './format.ts';

/** A file of a format with the last touch that templates cannot give it. */
export function finish(format: Format, file: string): string {
	let finished = '';
	const { add, end } = finishing(format, (stretch) => {
		finished += stretch;
	});
	add(file);
	end();
	return finished;
}

/**
 * Finishes a file that comes in pieces, however it is cut: what is given away is together what the whole would be. Done
 * in stretches of whole lines, so that a long file never stands in memory as a text.
 */
export function finishing(format: Format, give: (stretch: string) => void): { add(piece: string): void; end(): void } {
	const { define } = format;
	/** Every stretch where what comes first depends on what comes last, else only the one that may be the last. */
	const held: string[] = [];
	let isFirst = true;
	let rest = '';
	const take = (lines: string) => {
		const tidied = format.tidy(lines);
		if (held.length && !define) give(held.pop() ?? '');
		held.push(isFirst ? tidied.trimStart() : tidied);
		isFirst = false;
	};
	return {
		add(piece) {
			rest += piece;
			const end = endOfStretch(rest);
			if (end === 0) return;
			take(rest.slice(0, end));
			rest = rest.slice(end);
		},
		end() {
			take(rest);
			held.push(`${(held.pop() ?? '').trimEnd()}\n`);
			for (const stretch of define?.(held) ?? held) give(stretch);
		},
	};
}

/** Where the last line begins that starts with a sign: blank lines before it are all in the stretch. Zero where none does. */
function endOfStretch(text: string): number {
	for (let at = text.lastIndexOf('\n'); at > 0; at = text.lastIndexOf('\n', at - 1))
		if (/\S/.test(text.charAt(at + 1))) return at + 1;
	return 0;
}
