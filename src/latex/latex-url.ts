import { symbols } from './commands/symbol-commands.ts';

const escapes =
	/\\([%#&_~$^{}-])(?:\{\})?|\\(text[a-z]+|slash|sim|string|allowbreak|discretionary|penalty\d*)(?:\{\}|\s+|(?![a-zA-Z]))|\$\\(?:sim|thicksim)\$|[{}]|\s+/g;

/**
 * Decodes a URL in LaTeX source: resolves escapes (`\_`, `\%`, `\~{}`, `{\textasciitilde}`, `$\sim$`), removes braces and
 * whitespace, and keeps all characters that a URL may contain.
 */
export function decodeUrl(value: string): string {
	if (!/[\\{}\s&]/.test(value)) return value;
	const address = value
		.replaceAll('&amp;', '&')
		.replace(escapes, (whole: string, character: string | undefined, name: string | undefined) => {
			if (character !== undefined) return character === '-' ? '' : character;
			if (name === 'sim' || whole.startsWith('$')) return '~';
			if (name !== undefined) return symbols.get(name) ?? '';
			return '';
		});
	return address.includes('\\') ? withoutBackslashes(address) : address;
}

/**
 * Removes the backslashes of an address, which may not contain any: those of characters that were escaped twice (`\\_`, and
 * `\textbackslash\_` before it is decoded), and line breaks (`\\`). In `https:\\host\path` and `https:\/\/host`, they are slashes.
 */
function withoutBackslashes(address: string): string {
	const plain = address.replace(/\\+(?=[_%&#~$])/g, '').replace(/\\+\//g, '/');
	return /^https?:\\/i.test(plain)
		? plain.replace(/^(https?:)\\+/i, '$1//').replace(/\\+/g, '/')
		: plain.replace(/\\{2,}/g, '');
}

/** Matches a URL that is not the argument of a command, with the LaTeX escapes that it may contain. */
export const bareUrl: RegExp =
	/(?:https?|ftp):\/\/(?:\\[%#&_~$](?:\{\})?|\{\\?[%#&_~]\}|\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\$\\sim\$|[\p{L}\p{M}\p{N}!#%&()*+,\-./:;=?@[\]_~])+/uy;
