import { valueIn } from '../text/value-in.ts';
import { letters } from './commands/symbol-commands.ts';
import { decodeAccents } from './decode-accents.ts';
import { accentCommands, latexCharacter } from './unicode-latex.ts';

const letterCommands: ReadonlyMap<string, string> = new Map(
	[...letters].reverse().map(([name, letter]) => [letter, name]),
);

/**
 * Converts the letters of a LaTeX value to ASCII for BibTeX's tools: Müller → `M{\"u}ller`, Straße → `Stra{\ss}e`. Letters
 * that need another font (Cyrillic, Chinese …) stay.
 */
export function asciiLetters(value: string): string {
	if (/^[\0-\x7f]*$/.test(value)) return value;
	return value.replace(/[^\p{M}]\p{M}*/gu, (cluster) => {
		if (/^[\0-\x7f]$/.test(cluster)) return cluster;
		const command = letterCommands.get(cluster.normalize('NFC'));
		if (command !== undefined) return `{\\${command}}`;
		const [base = '', ...marks] = cluster.normalize('NFD');
		const [mark = ''] = marks;
		const accent = accentCommands.get(mark);
		if (marks.length === 1 && accent && /[A-Za-z]/.test(base))
			return /[a-zA-Z]$/.test(accent) ? `{${accent}{${base}}}` : `{${accent}${base}}`;
		const latex = latexCharacter(cluster);
		return latex !== null && /^[\0-\x7f]*$/.test(latex) ? latex : (valueIn(symbolCommands, cluster) ?? cluster);
	});
}

/** Symbols that every engine prints directly, with their commands for ASCII files. */
const symbolCommands: Readonly<Record<string, string>> = {
	'…': '\\ldots{}',
	'«': '\\guillemotleft{}',
	'»': '\\guillemotright{}',
	'°': '\\textdegree{}',
	'×': '\\ensuremath{\\times}',
	'±': '\\ensuremath{\\pm}',
	µ: '\\ensuremath{\\mu}',
	'€': '\\texteuro{}',
	'£': '\\pounds{}',
	'§': '\\S{}',
	'©': '\\copyright{}',
	'®': '\\textregistered{}',
	'™': '\\texttrademark{}',
	'•': '\\textbullet{}',
	'¿': '?`',
	'¡': '!`',
};

/** Math (whose accents stay), or an accent command with its letter, or the command of a letter. */
const mathOrLetterCommand =
	/\$[^$]*\$|\{\\(?:["'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])|[uvHtcdbkr](?:\s*\{\\?[A-Za-z]\}|\s+\\?[A-Za-z])|[a-zA-Z]{1,2}(?:\{\})?)\}|\\["'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])|\\[uvHtcdbkr]\s*\{\\?[A-Za-z]\}|\\[a-zA-Z]{1,2}(?:\{\}|(?![A-Za-z])\s*)/g;

/** Converts the letters of a LaTeX value to Unicode: `M{\"u}ller` → Müller. Everything else stays: `\&`, `\emph{…}`, math. */
export function unicodeLetters(value: string): string {
	if (!value.includes('\\')) return value;
	return value.replace(mathOrLetterCommand, (whole) => {
		if (whole.startsWith('$')) return whole;
		const letter = decodeAccents(whole).trim();
		return /^\p{L}\p{M}*$/u.test(letter) && letter.charCodeAt(0) > 0x7f ? letter : whole;
	});
}
