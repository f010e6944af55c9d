import { isAscii, isUtf8 } from 'node:buffer';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { valueIn } from '../../text/value-in.ts';
import { guessEncoding } from './guess-encoding.ts';

/**
 * Decodes a file. Tries UTF-8 and UTF-16 with a byte order mark, UTF-16 without one, and valid UTF-8; then the encoding that
 * the file declares (`% Encoding: ISO8859_2`, as JabRef writes it); then the one that its letters suggest; then Windows-1252, a
 * superset of Latin-1, for the bytes that are not UTF-8. Reports an encoding other than UTF-8 as `file/encoding`. NUL becomes a space.
 */
export function decodeSource(path: string, bytes: Uint8Array, report: Report): Source {
	const { text, encoding, from } = decodeBytes(bytes);
	const file = source(path, text);
	if (encoding !== 'utf-8') {
		const message = `"${path}" is not UTF-8; it was read as ${valueIn(names, encoding) ?? encoding}`;
		const span = { source: file, start: from, end: Math.min(from + 1, text.length) };
		report(diagnostic('file/encoding', message, { span, hint: 'Save it as UTF-8' }));
	}
	return file;
}

/** A decoded text and its encoding. */
export interface Decoded {
	readonly text: string;
	/** A label of the WHATWG encoding standard; `windows-1252` if the text is a mixture of UTF-8 and Windows-1252. */
	readonly encoding: string;
	/** The offset in the text of the first character that is not UTF-8. */
	readonly from: number;
}

const names: Readonly<Record<string, string>> = {
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16',
	'windows-1252': 'Windows-1252 (Latin-1)',
	'windows-1250': 'Windows-1250 (Central European)',
	'windows-1254': 'Windows-1254 (Latin-5, Turkish)',
	'iso-8859-2': 'ISO-8859-2 (Latin-2)',
};

/** Decodes bytes and detects their encoding: see {@link decodeSource}. */
export function decodeBytes(input: Uint8Array): Decoded {
	const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
	const decoded = decode(bytes);
	// Searching bytes is faster than searching text, and a NUL always contains a zero byte.
	return bytes.includes(0) ? { ...decoded, text: decoded.text.replaceAll('\0', ' ') } : decoded;
}

function decode(bytes: Buffer): Decoded {
	const utf16 = utf16Encoding(bytes);
	if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, from: 0 };
	if (isUtf8(bytes)) return { text: decodeUtf8(bytes), encoding: 'utf-8', from: 0 };
	const decoder = declaredDecoder(bytes) ?? guessedDecoder(bytes);
	return decoder ? { text: decoder.decode(bytes), encoding: decoder.encoding, from: 0 } : decodeMixed(bytes);
}

/** The decoder of the encoding that the letters suggest; null for a file that is partly UTF-8. */
function guessedDecoder(bytes: Buffer): InstanceType<typeof TextDecoder> | null {
	for (let i = 0; i < bytes.length; i++) if (sequenceLength(bytes, i) > 1) return null;
	const encoding = guessEncoding(bytes);
	return encoding && new TextDecoder(encoding);
}

/** Decodes valid UTF-8 without its byte order mark. */
function decodeUtf8(bytes: Buffer): string {
	const text = hasMark(bytes) ? bytes.subarray(3) : bytes;
	return isAscii(text) ? text.toString('latin1') : text.toString();
}

function hasMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Detects UTF-16 by its byte order mark, or by zero bytes, which are half of ASCII text in UTF-16. */
function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const sample = Math.min(bytes.length, 4096);
	if (sample < 4) return null;
	const zeros = [0, 0];
	for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > sample * 0.2 && even < odd / 4) return 'utf-16le';
	if (even > sample * 0.2 && odd < even / 4) return 'utf-16be';
	return null;
}

// JabRef: `% Encoding: Cp1252`, `% Encoding: ISO8859_1`; Emacs: `-*- coding: latin-1 -*-`; BibDesk: 'with encoding MacRoman'.
const declaration = /^[ \t]*%.*?\b(?:encoding|coding)[:= ]\s*([\w.-]+)/im;

function declaredDecoder(bytes: Uint8Array): InstanceType<typeof TextDecoder> | null {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	const label = declaration.exec(head)?.[1]?.toLowerCase() ?? '';
	const standard = label
		.replace(/^iso_?8859[-_](\d+)$/, 'iso-8859-$1')
		.replace(/^cp(?=125\d$)/, 'windows-')
		.replace(/^(?:mac_?roman|x-macroman)$/, 'macintosh')
		.replace(/^latin-(\d)$/, 'latin$1');
	try {
		const decoder = new TextDecoder(standard);
		return decoder.encoding.startsWith('utf-') || decoder.encoding === 'windows-1252' ? null : decoder;
	} catch {
		return null;
	}
}

/** Decodes valid UTF-8 sequences as such and other bytes as Windows-1252, because concatenated files may contain both. */
function decodeMixed(bytes: Uint8Array): Decoded {
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	const parts: string[] = [];
	let from = -1;
	let length = 0;
	let start = hasMark(bytes) ? 3 : 0;
	const push = (part: string) => {
		parts.push(part);
		length += part.length;
	};
	for (let i = start; i < bytes.length; ) {
		const size = sequenceLength(bytes, i);
		if (size > 0) {
			i += size;
			continue;
		}
		push(utf8.decode(bytes.subarray(start, i)));
		if (from === -1) from = length;
		start = i;
		while (i < bytes.length && sequenceLength(bytes, i) === 0) i++;
		push(decodeWindows1252(bytes.subarray(start, i)));
		start = i;
	}
	push(utf8.decode(bytes.subarray(start)));
	return { text: parts.join(''), encoding: 'windows-1252', from: Math.max(from, 0) };
}

// 0x80 to 0x9f in Windows-1252 (WHATWG encoding standard). Node 20's TextDecoder reads them as Latin-1's control characters,
// unlike later versions.
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : String.fromCharCode(byte);
	return text;
}

/** Encodes a text in Windows-1252; null if it contains other characters. */
export function encodeWindows1252(text: string): Uint8Array | null {
	const bytes: number[] = [];
	for (let i = 0; i < text.length; i++) {
		const at = upper.indexOf(text.charAt(i));
		const code = at < 0 ? text.charCodeAt(i) : 0x80 + at;
		if (code > 0xff || (at < 0 && code >= 0x80 && code < 0xa0)) return null;
		bytes.push(code);
	}
	return Uint8Array.from(bytes);
}

/** The length of the valid UTF-8 sequence at an offset; 0 if there is none (Unicode 15, table 3-7). */
export function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	const size =
		first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
	if (size === 0) return 0;
	const second = bytes[at + 1] ?? 0;
	if (first === 0xe0 && second < 0xa0) return 0;
	if (first === 0xed && second > 0x9f) return 0;
	if (first === 0xf0 && second < 0x90) return 0;
	if (first === 0xf4 && second > 0x8f) return 0;
	for (let i = 1; i < size; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
	return size;
}
