/** The text of a user's file, and how to encode it again. */
export interface HostText {
	/** Without its byte order mark. */
	readonly text: string;
	/** The first character that the encoding of the file cannot represent; '' if there is none. */
	unencodable(text: string): string;
	/** The bytes of a changed text, in the encoding of the file and with its byte order mark. */
	encode(text: string): Buffer;
}

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark. In any other encoding, which is unknown, each byte is kept and only ASCII
 * can be added.
 */
export function readHostText(bytes: Buffer): HostText {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, (text) => text);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(Buffer.from(bytes).swap16(), (text) => text.swap16());
	try {
		const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
		return { text: whole.slice(mark.length), unencodable: () => '', encode: (text) => Buffer.from(mark + text) };
	} catch {
		return {
			text: bytes.toString('latin1'),
			unencodable: (text) => text.match(/[^\0-\x7f]/u)?.[0] ?? '',
			encode: (text) => Buffer.from(text, 'latin1'),
		};
	}
}

function utf16(littleEndian: Buffer, order: (bytes: Buffer) => Buffer): HostText {
	return {
		text: littleEndian.toString('utf16le', 2),
		unencodable: () => '',
		encode: (text) => order(Buffer.from(`\ufeff${text}`, 'utf16le')),
	};
}
