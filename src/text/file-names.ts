import { freeNames } from './free-names.ts';
import { shortHash } from './short-hash.ts';

/** Names that Windows reserves with any extension, and `index`, which means the folder. */
const reserved = /^(?:index$|(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?=\.|$))/i;

/** The longest name, in UTF-8 bytes. File systems allow 255, of which a path pattern and a temporary name need some. */
const maxBytes = 100;

/** A name that no system reserves: a hyphen follows a reserved word. */
export function unreserved(name: string): string {
	return name.replace(reserved, (word) => `${word}-`);
}

/** Equal for names that a file system may not distinguish, because it ignores case and the form of Unicode. */
export function fileNameKey(name: string): string {
	return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** How a name is made of a text. */
export interface FileNameStyle {
	/** Keeps capital letters, as in ids that a user chose. */
	readonly keepCase?: boolean;
}

/**
 * File names without extension, one for each text, in their order. No two are equal for {@link fileNameKey}. A name does not
 * depend on the order of the texts, and texts with other letters do not change it: if several texts have the same letters,
 * one that consists only of its name keeps it, and the others get a hash of their text.
 */
export function fileNames(texts: readonly string[], style: FileNameStyle = {}): string[] {
	const names: string[] = texts.map(() => '');
	const taken = new Set<string>();
	const rows = texts.map((text, index) => ({ text, index, name: fileName(text, style) }));
	const isExact = ({ text, name }: (typeof rows)[number]) => Number(fileNameKey(text) === fileNameKey(name));
	rows.sort((one, other) => isExact(other) - isExact(one) || compare(one.text, other.text));
	for (const { text, index, name } of rows) {
		const ending = (count: number) => `-${hashOf(text)}${count === 1 ? '' : `-${count}`}`;
		const freeName = freeNames((candidate) => taken.has(fileNameKey(candidate)), ending)(name);
		taken.add(fileNameKey(freeName));
		names[index] = freeName;
	}
	return names;
}

/** Characters that distinguish names such as C++, C# and A*, with their words. */
const symbols: readonly (readonly [RegExp, string])[] = [
	[/\+/g, ' plus '],
	[/(?<=\p{L})#/gu, ' sharp '],
	[/(?<=\p{L})\*/gu, ' star '],
];

/**
 * A file name without extension: the letters and digits of a text in any script, in lower case, with hyphens between words.
 * It is safe on every system, never empty and never hidden.
 */
export function fileName(text: string, { keepCase = false }: FileNameStyle = {}): string {
	const words = symbols.reduce((rest, [symbol, word]) => rest.replace(symbol, word), text.normalize('NFKC'));
	const visible = words.replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
	const name = (keepCase ? visible : visible.toLowerCase())
		.normalize('NFC')
		// Dots stay inside words: node.js, k.mueller.
		.replace(/(?!(?<=[\p{L}\p{M}\p{N}])\.(?=[\p{L}\p{N}]))[^\p{L}\p{M}\p{N}_]+\p{M}*/gu, '-')
		.replace(/^[-_\p{M}]+|-+$/gu, '');
	return unreserved(shortened(name || codePoints(text) || 'none', text));
}

/** A long name, cut, with a hash of its text, so that different texts keep different names. */
function shortened(name: string, text: string): string {
	if (Buffer.byteLength(name) <= maxBytes) return name;
	const hash = hashOf(text);
	let start = '';
	for (const character of name) {
		if (Buffer.byteLength(start + character) > maxBytes - hash.length - 1) break;
		start += character;
	}
	return `${start.replace(/[-.]+$/, '')}-${hash}`;
}

/** 'u1f389' for a text without letters and digits. */
function codePoints(text: string): string {
	return [...text].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('-');
}

function hashOf(text: string): string {
	return shortHash(text.normalize('NFC'));
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
