import { symbols } from './symbols.ts';

const escapes =
	/\\([%#&_~$^{}-])(?:\{\})?|\\(text[a-z]+|slash|sim|string|allowbreak|discretionary|penalty\d*)(?:\{\}|\s+|(?![a-zA-Z]))|\$\\(?:sim|thicksim)\$|[{}]|\s+/g;

/**
 * The address that was meant by a LaTeX spelling of it: escapes (`\_`, `\%`, `\~{}`, `{\textasciitilde}`,
 * `$\sim$`), braces and white space taken off; what an address may hold stays.
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

/** An address that stands bare in a text, with the LaTeX escapes people put in it. */
export const bareUrl =
	/(?:https?|ftp):\/\/(?:\\[%#&_~$](?:\{\})?|\{\\?[%#&_~]\}|\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\$\\sim\$|[\p{L}\p{M}\p{N}!#%&()*+,\-./:;=?@[\]_~])+/gu;
