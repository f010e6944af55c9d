/**
 * BibTeX's name syntax: splits a value into names, a name into comma parts, a part into words. All functions consider brace
 * level 0 only; the returned strings keep their braces. Accents must be decoded before (`decodeAccents`).
 */

/** A word of a name as written (with its braces), and whether it is lower case to BibTeX. */
export interface Word {
	readonly text: string;
	readonly lower: boolean;
}

/** First, von, last and jr part: words joined by spaces, with braces and commands. */
interface NameParts {
	readonly first: string;
	readonly von: string;
	readonly last: string;
	readonly jr: string;
}

const space = /\s/;

/**
 * Splits a value at each 'and': at brace level 0, in any case, with whitespace on both sides (a tie does not count). Empty
 * names are dropped. With `quotes`, double quotes protect their content like braces, as in biber's extended names.
 */
export function splitNames(value: string, quotes = false): string[] {
	const names: string[] = [];
	if (!quotes && !value.includes('{')) {
		const line = /\s\s|[\t-\r]/.test(value) ? value.replace(/\s+/g, ' ') : value;
		for (const piece of ` ${line} `.split(/ (?:and )+/i)) if (piece.trim() !== '') names.push(piece.trim());
		return names;
	}
	let start = 0;
	const cut = (end: number) => {
		const name = value.slice(start, end).trim();
		if (name !== '') names.push(name);
	};
	for (const at of topLevel(value, quotes)) {
		const code = value.charCodeAt(at) | 32;
		if (code !== 97 || at < start || value.slice(at, at + 3).toLowerCase() !== 'and') continue;
		const startsWord = at === 0 || space.test(value.charAt(at - 1));
		if (!startsWord || (at + 3 < value.length && !space.test(value.charAt(at + 3)))) continue;
		cut(at);
		start = at + 3;
	}
	cut(value.length);
	return names;
}

/** Splits at a separator at brace level 0 and trims. Keeps empty pieces, because 'Last,, First' is a valid name. */
export function splitTopLevel(value: string, separator: string, quotes = false): string[] {
	if (!value.includes(separator)) return [value.trim()];
	if (!quotes && !value.includes('{')) {
		const at = value.indexOf(separator);
		if (value.indexOf(separator, at + 1) < 0) return [value.slice(0, at).trim(), value.slice(at + 1).trim()];
		return value.split(separator).map((piece) => piece.trim());
	}
	const pieces: string[] = [];
	let start = 0;
	for (const at of topLevel(value, quotes)) {
		if (value.charAt(at) !== separator || value.charAt(at - 1) === '\\') continue;
		pieces.push(value.slice(start, at).trim());
		start = at + 1;
	}
	pieces.push(value.slice(start).trim());
	return pieces;
}

/** The offsets at brace level 0 (and, with `quotes`, outside double quotes). Ignores unmatched closing braces. */
function* topLevel(value: string, quotes: boolean): Generator<number> {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < value.length; at++) {
		const code = value.charCodeAt(at);
		if (code === 92 /* \ */) at++;
		else if (code === 123 /* { */) depth++;
		else if (code === 125 /* } */) depth = Math.max(0, depth - 1);
		else if (quotes && code === 34 /* " */) quoted = !quoted;
		else if (depth === 0 && !quoted) yield at;
	}
}

/** The words of a part, separated by whitespace or ties at brace level 0. */
export function splitWords(part: string): Word[] {
	const words: Word[] = [];
	if (!/[{\\]/.test(part)) {
		const texts = /[~\t-\r\u00a0\u2000-\u200a\u202f\u3000]/.test(part)
			? part.split(/[\s~]+/)
			: part.includes(' ')
				? part.split(' ')
				: [part];
		for (const text of texts) if (text !== '') words.push({ text, lower: isLower(text) });
		return words;
	}
	let start = 0;
	let depth = 0;
	for (let at = 0; at <= part.length; at++) {
		const character = part.charAt(at);
		if (character === '\\') at++;
		else if (character === '{') depth++;
		else if (character === '}') depth = Math.max(0, depth - 1);
		if (at < part.length && (depth > 0 || character === '\\' || !(character === '~' || space.test(character))))
			continue;
		const text = part.slice(start, at);
		if (text !== '') words.push({ text, lower: isLower(text) });
		start = at + 1;
	}
	return words;
}

/**
 * The four parts as in biber: 'First von Last', 'von Last, First', 'von Last, Jr, First'. Where BibTeX differs, this follows
 * biber: the von part is one run of lower-case words, so 'Berlichingen zu Hornberg' is a last name, and with a comma only
 * leading words are von ('Ortega y Gasset, José'). Unlike both, 'José Ortega y Gasset' has the same last name.
 */
export function nameParts(parts: readonly string[]): NameParts {
	const words = splitWords(parts[0] ?? '');
	if (parts.length < 2) {
		const lastWord = words.length - 1;
		let von = 0;
		while (von < lastWord && !words[von]?.lower) von++;
		let last = von;
		while (last < lastWord && words[last]?.lower) last++;
		// 'José Ortega y Gasset', 'Antoni Gaudí i Cornet', 'Ana Costa e Silva': an 'and' within a last name is not a von part.
		if (von > 1 && von + 1 === lastWord && /^[yie]$/.test(words[von]?.text ?? '')) {
			return { first: join(words, 0, von - 1), von: '', last: join(words, von - 1, words.length), jr: '' };
		}
		return { first: join(words, 0, von), von: join(words, von, last), last: join(words, last, words.length), jr: '' };
	}
	let last = 0;
	while (last < words.length - 1 && words[last]?.lower) last++;
	return {
		first: join(splitWords(parts.length > 2 ? parts.slice(2).join(' ') : (parts[1] ?? ''))),
		von: join(words, 0, last),
		last: join(words, last, words.length),
		jr: parts.length > 2 ? join(splitWords(parts[1] ?? '')) : '',
	};
}

function join(words: readonly Word[], from = 0, to = words.length): string {
	if (to - from === 1) return words[from]?.text ?? '';
	let text = '';
	for (let at = from; at < to; at++) text += (at > from ? ' ' : '') + (words[at]?.text ?? '');
	return text;
}

/**
 * The case of a word is that of its first letter at brace level 0. A brace group that starts with a command counts as such a
 * letter (BibTeX's special character). Without a letter, or in a script without case, a word is not lower case.
 */
function isLower(word: string): boolean {
	const first = word.charCodeAt(0);
	if (first >= 97 && first <= 122) return true;
	if (first >= 65 && first <= 90) return false;
	let depth = 0;
	let special = false;
	for (let at = 0; at < word.length; at++) {
		const character = word.charAt(at);
		if (character === '\\') {
			at = commandEnd(word, at) - 1;
		} else if (character === '{') {
			if (depth++ === 0) special = word.charAt(at + 1) === '\\' || (at > 0 && word.charAt(0) === '\\');
		} else if (character === '}') {
			if (--depth <= 0) special = false;
		} else if (depth <= 0 || special) {
			const letter = letterCase(word.codePointAt(at) ?? 0);
			if (letter !== null) return letter === 'lower';
		}
	}
	return false;
}

function commandEnd(word: string, at: number): number {
	let end = at + 1;
	while (end < word.length && /[a-z]/i.test(word.charAt(end))) end++;
	return end === at + 1 ? at + 2 : end;
}

function letterCase(code: number): 'lower' | 'upper' | 'none' | null {
	const letter = String.fromCodePoint(code);
	if (letter !== letter.toUpperCase()) return /\p{Ll}/u.test(letter) ? 'lower' : null;
	if (letter !== letter.toLowerCase()) return 'upper';
	return code > 127 && /\p{Lo}/u.test(letter) ? 'none' : null;
}
