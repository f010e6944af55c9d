/** A text as UTF-8, in parts: of a long one, no copy in one piece is ever needed. */
export class EncodedText {
	readonly parts: readonly Uint8Array[];
	/** Bytes. */
	readonly size: number;

	/** @param parts of whole characters */
	constructor(parts: readonly Uint8Array[]) {
		this.parts = parts;
		this.size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
	}

	/** A short one. */
	static of(text: string): EncodedText {
		return new EncodedText([encode(text)]);
	}

	toString(): string {
		return this.parts.map(decode).join('');
	}
}

/** A part of it. */
export function encode(text: string): Uint8Array {
	return Buffer.from(text);
}

/** A text again. */
export function decode(part: Uint8Array): string {
	return decoder.decode(part);
}

/** A byte order mark is a character like others here. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
