/** CP1252's characters for the bytes 0x80 to 0x9f (WHATWG Encoding, 'windows-1252'). */
const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const trail = `[\\u0080-\\u00bf${cp1252}]`;
/** A lead byte of UTF-8 with its trail bytes, each decoded as a character of CP1252. */
const misread = new RegExp(
	`\\ufffd|[\\u00c2-\\u00df]${trail}|[\\u00e1-\\u00ef]${trail}{2}|[\\u00f0-\\u00f4]${trail}{3}`,
	'g',
);
/** Decoded characters that prove damage: European letters, and punctuation and symbols of word processors. */
const likely = /^[\u00a0-\u052f\u1e00-\u2044\u20ac\u2122\u2190-\u22ff\ufb00-\ufb04\u{1f300}-\u{1faff}]$/u;
/** Sequences at the end of a quotation in correct text: 'Å”'. But 'KudÄ›lka' is damaged. */
const closing = /^[\u00c2-\u00df][\u00bb’”›…–—]$/;

/** Part of a text that was decoded with the wrong encoding. */
interface Damage {
	readonly text: string;
	/** UTF-16 units. */
	readonly index: number;
	/** The original text; null if it is lost (U+FFFD). */
	readonly right: string | null;
}

/** Yields the parts of a text that are UTF-8 decoded as CP1252 ('Ã¼' for 'ü') or replacement characters (U+FFFD), in order. */
export function* damagedText(value: string): Generator<Damage> {
	for (const { 0: text, index } of value.matchAll(misread)) {
		const right = text === '\ufffd' ? null : decode(text);
		const inWord = text.endsWith('›') && /^\p{Ll}/u.test(value.slice(index + text.length));
		const closes = closing.test(text) && !inWord;
		if (text !== '\ufffd' && (right === null || !likely.test(right) || closes)) continue;
		yield { text, index, right };
	}
}

/** Repairs the wrongly decoded parts of a text, even if they were decoded wrongly up to three times. */
export function repairedText(value: string): string {
	let result = value;
	for (let round = 0; round < 3; round++) {
		let next = '';
		let done = 0;
		for (const { text, index, right } of damagedText(result)) {
			if (right === null) continue;
			next += result.slice(done, index) + right;
			done = index + text.length;
		}
		if (done === 0) return result;
		result = next + result.slice(done);
	}
	return result;
}

function decode(text: string): string | null {
	const bytes = Array.from(text, (character) => {
		const at = cp1252.indexOf(character);
		return at < 0 ? character.charCodeAt(0) : 0x80 + at;
	});
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
	} catch {
		return null;
	}
}
