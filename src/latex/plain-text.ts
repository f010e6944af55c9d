import type { UserCommands } from './commands/user-commands.ts';
import { plainMath, plainScript } from './math/plain-math.ts';
import { parseLatex } from './parse-latex.ts';
import type { RichText } from './rich-text.ts';

/** A text without markup, for sorting, searching and matching: math as readable Unicode, quotes as “ ” and ‘ ’. */
export function plainText(text: RichText): string {
	return write(text, 0).normalize('NFC');
}

/** The plain text of a LaTeX value. */
export function plainLatex(value: string, commands?: UserCommands): string {
	return plainText(parseLatex(value, { commands }));
}

function write(text: RichText, quotes: number): string {
	let result = '';
	for (const node of text) {
		if (node.type === 'text') result += node.value;
		else if (node.type === 'math') result += plainMath(node.tex);
		else if (node.type === 'superscript') result += plainScript(write(node.children, quotes), '^');
		else if (node.type === 'subscript') result += plainScript(write(node.children, quotes), '_');
		else if (node.type === 'quote') {
			const inner = write(node.children, quotes + 1);
			result += quotes % 2 === 0 ? `“${inner}”` : `‘${inner}’`;
		} else result += write(node.children, quotes);
	}
	return result;
}
