/** The text of a file that is somebody else's, and the way back to its bytes. */
export interface HostText {
	/** Without its byte order mark. */
	readonly text: string;
	/** What of a text the encoding of the file has not; '' when all of it can be written. */
	missing(text: string): string;
	/** The bytes of a changed text, in the encoding of the file and with its byte order mark. */
	encode(text: string): Buffer;
}

/**
 * Reads UTF-8, or UTF-16 by its mark. Of anything else the bytes are kept one by one, and only ASCII can be added: which of the
 * 8-bit encodings it is, nobody knows.
 */
export function readHostText(bytes: Buffer): HostText {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, (text) => text);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(Buffer.from(bytes).swap16(), (text) => text.swap16());
	try {
		const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
		return { text: whole.slice(mark.length), missing: () => '', encode: (text) => Buffer.from(mark + text) };
	} catch {
		return {
			text: bytes.toString('latin1'),
			missing: (text) => text.match(/[^\0-\x7f]/u)?.[0] ?? '',
			encode: (text) => Buffer.from(text, 'latin1'),
		};
	}
}

function utf16(littleEndian: Buffer, order: (bytes: Buffer) => Buffer): HostText {
	return {
		text: littleEndian.toString('utf16le', 2),
		missing: () => '',
		encode: (text) => order(Buffer.from(`\ufeff${text}`, 'utf16le')),
	};
}
