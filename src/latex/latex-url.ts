import { symbols } from './commands/letter-commands.ts';

const escapes =
	/\\([%#&_~$^{}-])(?:\{\})?|\\(text[a-z]+|slash|sim|string|allowbreak|discretionary|penalty\d*)(?:\{\}|\s+|(?![a-zA-Z]))|\$\\(?:sim|thicksim)\$|[{}]|\s+/g;

/**
 * The address that LaTeX source spells: removes escapes (`\_`, `\%`, `\~{}`, `{\textasciitilde}`, `$\sim$`), braces and
 * whitespace, and keeps every character an address may contain.
 */
export function decodeUrl(value: string): string {
	if (!/[\\{}\s&]/.test(value)) return value;
	return value
		.replaceAll('&amp;', '&')
		.replace(escapes, (whole: string, sign: string | undefined, name: string | undefined) => {
			if (sign !== undefined) return sign === '-' ? '' : sign;
			if (name === 'sim' || whole.startsWith('$')) return '~';
			if (name !== undefined) return symbols.get(name) ?? '';
			return '';
		});
}

/** An address without a command around it, with the LaTeX escapes people write in one. */
export const bareUrl: RegExp =
	/(?:https?|ftp):\/\/(?:\\[%#&_~$](?:\{\})?|\{\\?[%#&_~]\}|\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\$\\sim\$|[\p{L}\p{M}\p{N}!#%&()*+,\-./:;=?@[\]_~])+/uy;
