/** An initial, or a word that is kept; `hyphen` if a hyphen joins it to the previous piece. */
interface Piece {
	readonly text: string;
	readonly hyphen: boolean;
	readonly kept: boolean;
}

/**
 * Abbreviates given names to initials. `after` follows each initial (CSL's `initialize-with`); `hyphen` says whether hyphens
 * stay ('K-R', 'K.-R.'; else 'K R'). 'CJ' and 'C.J.' are two initials. Abbreviations ('Ch.'), lower-case words between
 * names and names in a script without cases are kept. A nickname in parentheses or quotes and a title ('Dr.') are dropped.
 */
export function initials(given: string, after: string, hyphen: boolean): string {
	const words = given
		.replace(/\([^()]*\)|“[^“”]*”|"[^"]*"/g, ' ')
		.split(/\s+/)
		.filter((word) => word !== '' && !title.test(word));
	const someUpper = words.some((word) => !startsLower(word));
	const pieces = words.flatMap((word) => {
		const bare = word.replace(article, '');
		return someUpper && startsLower(bare) ? [{ text: word, hyphen: false, kept: true }] : compound(bare);
	});
	return joined(pieces, after, hyphen);
}

/** Initials that the entry contains (`given-i = {J-P}`), each kept as written. */
export function writtenInitials(text: string, after: string, hyphen: boolean): string {
	const pieces = text.split(/[\s.]+/).flatMap((word) =>
		word
			.split(dash)
			.filter((part) => part !== '')
			.map((part, index) => ({ text: part, hyphen: index > 0 || firstIsDash.test(word), kept: false })),
	);
	return joined(pieces, after, hyphen);
}

/** Titles before a name. No given name has such an abbreviation. */
const title = /^(?:Prof|Dr|Mrs?|Ms|Dipl)\.$/;

/** Arabic articles, which have no initial (biber's `noinit`). */
const article = /^\p{Ll}{2}\p{Pd}(?=\p{Lu})/u;

const dash = /\p{Pd}/u;
const firstIsDash = /^\p{Pd}/u;
const lowerFirst = /^\p{Ll}/u;
const lowerLetterFirst = /^\P{L}*\p{Ll}/u;
const capitals = /^\p{Lu}{2,3}$/u;
const abbreviation = /^\p{Lu}\p{Ll}{1,2}$/u;
const firstLetter = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]\p{M}*/u;
const caseless = /\p{Lo}/u;

function startsLower(word: string): boolean {
	return lowerLetterFirst.test(word);
}

function compound(word: string): Piece[] {
	const pieces: Piece[] = [];
	for (const [at, part] of word.split(dash).entries()) {
		for (const [index, piece] of letters(part).entries()) {
			const text = at > 0 && !piece.kept && !startsLower(word) ? piece.text.replace(lowerFirst, upper) : piece.text;
			pieces.push({ text, hyphen: at > 0 && index === 0, kept: piece.kept });
		}
	}
	return pieces;
}

function upper(letter: string): string {
	return letter.toUpperCase();
}

/** The initials of a word without hyphens: one per part if it has periods, one per letter for 'CJ'. */
function letters(word: string): { text: string; kept: boolean }[] {
	const parts = word.split('.').filter((part) => part !== '');
	return parts.flatMap((part): { text: string; kept: boolean }[] => {
		if (capitals.test(part)) return [...part].map((text) => ({ text, kept: false }));
		if (word.includes('.') && abbreviation.test(part)) return [{ text: part, kept: false }];
		const first = firstLetter.exec(part)?.[0];
		if (first === undefined) return [];
		return caseless.test(first) ? [{ text: part, kept: true }] : [{ text: first, kept: false }];
	});
}

function joined(pieces: readonly Piece[], after: string, hyphen: boolean): string {
	let text = '';
	for (const piece of pieces) {
		if (piece.hyphen && hyphen && text !== '') text = `${text.trimEnd()}-`;
		else if (piece.kept && text !== '' && !text.endsWith(' ')) text += ' ';
		text += piece.text + (piece.kept ? ' ' : after);
	}
	return text.trim();
}
