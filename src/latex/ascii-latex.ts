import { decodeAccents } from './accents.ts';
import { letters } from './commands/letter-commands.ts';
import { accentCommands, latexCharacter } from './unicode-latex.ts';

const commands: ReadonlyMap<string, string> = new Map([...letters].reverse().map(([name, letter]) => [letter, name]));

/**
 * A LaTeX value with its letters in ASCII, as BibTeX's own tools want them: `M{\"u}ller`, `Stra{\ss}e`. What has no
 * LaTeX without a font of its own (Cyrillic, Chinese …) stays.
 */
export function asciiLetters(value: string): string {
	if (/^[\0-\x7f]*$/.test(value)) return value;
	return value.replace(/[^\p{M}]\p{M}*/gu, (cluster) => {
		if (/^[\0-\x7f]$/.test(cluster)) return cluster;
		const command = commands.get(cluster.normalize('NFC'));
		if (command !== undefined) return `{\\${command}}`;
		const [base = '', ...marks] = cluster.normalize('NFD');
		const [mark = ''] = marks;
		const accent = accentCommands.get(mark);
		if (marks.length === 1 && accent && /[A-Za-z]/.test(base))
			return /[a-zA-Z]$/.test(accent) ? `{${accent}{${base}}}` : `{${accent}${base}}`;
		const written = latexCharacter(cluster);
		return written !== null && /^[\0-\x7f]*$/.test(written) ? written : (signs[cluster] ?? cluster);
	});
}

/** Signs that every engine prints as they stand, and that an ASCII file writes by name. */
const signs: Readonly<Record<string, string>> = {
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

/** Mathematics, which has accents of its own, or an accent command with its letter, or a letter's own command. */
const coded =
	/\$[^$]*\$|\{\\(?:["'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])|[uvHtcdbkr](?:\s*\{\\?[A-Za-z]\}|\s+\\?[A-Za-z])|[a-zA-Z]{1,2}(?:\{\})?)\}|\\["'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])|\\[uvHtcdbkr]\s*\{\\?[A-Za-z]\}|\\[a-zA-Z]{1,2}(?:\{\}|(?![A-Za-z])\s*)/g;

/** A LaTeX value with its letters in Unicode: `M{\"u}ller` → Müller. All else stays: `\&`, `\emph{…}`, mathematics. */
export function unicodeLetters(value: string): string {
	if (!value.includes('\\')) return value;
	return value.replace(coded, (whole) => {
		if (whole.startsWith('$')) return whole;
		const letter = decodeAccents(whole).trim();
		return /^\p{L}\p{M}*$/u.test(letter) && letter.charCodeAt(0) > 0x7f ? letter : whole;
	});
}
