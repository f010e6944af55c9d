import { type Decoded, decodeBytes, encodeWindows1252, sequenceLength } from '../library/files/decode.ts';
import { valueIn } from '../text/value-in.ts';

/** A span of a text (UTF-16 offsets, end exclusive) and the text to replace it with. */
export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * A file's bytes with parts of its text replaced. All other bytes stay the same in any encoding, and the new text is encoded
 * like the file. Null if the encoding lacks a character or is not supported for writing.
 *
 * @param replacements in text order, without overlaps
 */
export function replacedBytes(bytes: Uint8Array, replacements: readonly Replacement[]): Uint8Array | null {
	const decoded = decodeBytes(bytes);
	const encode = valueIn(encoders, decoded.encoding) ?? ascii;
	const offset = byteOffsets(bytes, decoded);
	const parts: Uint8Array[] = [];
	let done = 0;
	for (const { start, end, text } of replacements) {
		const written = encode(text);
		if (!written) return null;
		parts.push(bytes.subarray(done, offset(start)), written);
		done = offset(end);
	}
	parts.push(bytes.subarray(done));
	const result = Buffer.concat(parts);
	return decodeBytes(result).text === replacedText(decoded.text, replacements) ? result : null;
}

/** The text with replacements applied. */
export function replacedText(text: string, replacements: readonly Replacement[]): string {
	let result = '';
	let done = 0;
	for (const { start, end, text: written } of replacements) {
		result += text.slice(done, start) + written;
		done = end;
	}
	return result + text.slice(done);
}

const encoders: Readonly<Record<string, (text: string) => Uint8Array | null>> = {
	'utf-8': (text) => Buffer.from(text),
	'utf-16le': (text) => Buffer.from(text, 'utf16le'),
	'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
	'windows-1252': encodeWindows1252,
};

/** Encodings that are not supported for writing still share ASCII. */
function ascii(text: string): Uint8Array | null {
	return /^[\t\n\r -~]*$/.test(text) ? Buffer.from(text) : null;
}

/** Converts offsets in the text to offsets in the bytes. Offsets must not decrease from one call to the next. */
function byteOffsets(bytes: Uint8Array, { encoding }: Decoded): (offset: number) => number {
	if (encoding.startsWith('utf-16')) {
		const mark = bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 0;
		return (offset) => Math.min(mark + 2 * offset, bytes.length);
	}
	if (encoding !== 'utf-8' && encoding !== 'windows-1252') return (offset) => offset;
	let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	let units = 0;
	return (offset) => {
		while (units < offset && at < bytes.length) {
			const size = Math.max(sequenceLength(bytes, at), 1);
			units += size === 4 ? 2 : 1;
			at += size;
		}
		return at;
	};
}
