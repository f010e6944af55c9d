/**
 * Characters that make a terminal do something, or make text look like other text: C0 and C1 controls, line and
 * paragraph separators, bidirectional controls, invisible ones ('Trojan Source', CVE-2021-42574). Not tab.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const unsafe = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with such characters as something to be seen: `␛`, `<U+202E>`; a line break becomes a space. */
export function visible(text: string): string {
	return text.replace(/\r\n|\n|\r/g, ' ').replace(unsafe, visibleCharacter);
}

/** JSON with such characters escaped: the same data, and nothing a terminal would obey when it is shown there. */
export function visibleJson(value: unknown): string {
	// They occur inside strings only, but for the line breaks of the indentation.
	return JSON.stringify(value, null, 2).replace(unsafe, (character) =>
		character === '\n' ? character : `\\u${hex(character)}`,
	);
}

/** How one such character is shown; any other comes back as it is. */
export function visibleCharacter(character: string): string {
	const code = character.charCodeAt(0);
	if (code === 9) return character;
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	if (code === 0x7f) return '␡';
	return character.replace(unsafe, (found) => `<U+${hex(found).toUpperCase()}>`);
}

function hex(character: string): string {
	return character.charCodeAt(0).toString(16).padStart(4, '0');
}
