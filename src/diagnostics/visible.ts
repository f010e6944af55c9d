/**
 * Characters that control a terminal or disguise text: C0 and C1 controls except tab, line and paragraph separators,
 * bidirectional controls and invisible characters ('Trojan Source', CVE-2021-42574).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it matches control characters
const unsafe = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with unsafe characters made visible: `␛`, `<U+202E>`. A line break becomes a space. */
export function visible(text: string): string {
	return text.replace(/\r\n|\n|\r/g, ' ').replace(unsafe, visibleCharacter);
}

/** A path for the start of a line, where `::` would begin a command in a log of GitHub Actions. */
export function visiblePath(path: string): string {
	return `${/^\s*::/.test(path) ? './' : ''}${visible(path)}`;
}

/**
 * A line without a command of GitHub Actions: `<U+003A>:error::x` instead of `::error::x`, which begins a line, and
 * `##<U+005B>error]x` instead of `##[error]x`, which may follow other text.
 */
export function withoutCommand(line: string): string {
	return line.replace(/^(\s*):(?=:)/, '$1<U+003A>').replace(/##\[/g, '##<U+005B>');
}

/** Colours and the progress line of Bibfolio, line breaks, and unsafe characters. */
const controls = new RegExp(`\\u001b\\[(?:[0-2]|3[1-6])m|\\r\\u001b\\[K|\\r\\n|\\n|${unsafe.source}`, 'g');

/** Text of several lines for a terminal: unsafe characters are visible, apart from what Bibfolio itself writes. */
export function visibleText(text: string): string {
	return text.replace(controls, (found) => (found === '\n' || found.length > 1 ? found : visibleCharacter(found)));
}

/** JSON with unsafe characters escaped: the same data, but safe to print to a terminal. */
export function visibleJson(value: unknown): string {
	// Outside strings, only the line breaks of the indentation match.
	return JSON.stringify(value, null, 2).replace(unsafe, (character) =>
		character === '\n' ? character : `\\u${hex(character)}`,
	);
}

/** The visible form of an unsafe character; other characters are returned unchanged. */
export function visibleCharacter(character: string): string {
	const code = character.charCodeAt(0);
	if (code === 9) return character;
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	if (code === 0x7f) return '␡';
	return character.replace(unsafe, (unsafeCharacter) => `<U+${hex(unsafeCharacter).toUpperCase()}>`);
}

function hex(character: string): string {
	return character.charCodeAt(0).toString(16).padStart(4, '0');
}
