import { symbols } from './commands/letter-commands.ts';
import type { Cursor } from './cursor.ts';

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
const bareUrl =
	/(?:https?|ftp):\/\/(?:\\[%#&_~$](?:\{\})?|\{\\?[%#&_~]\}|\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\$\\sim\$|[\p{L}\p{M}\p{N}!#%&()*+,\-./:;=?@[\]_~])+/gu;

/** The addresses that stand bare in one text, found once and passed in order. */
export class BareUrls {
	private readonly found: readonly RegExpExecArray[];
	private index = 0;
	/** Where the next one begins; the end of the text when there is none. */
	next: number;
	private readonly end: number;

	constructor(text: string) {
		this.found = Array.from(text.matchAll(bareUrl));
		this.end = text.length;
		this.next = this.found[0]?.index ?? this.end;
	}

	/** Passes an address that begins here; null when none does. Those that were passed as part of something else are left out. */
	read(cursor: Cursor): string | null {
		while (this.next < cursor.offset) this.next = this.found[++this.index]?.index ?? this.end;
		if (this.next !== cursor.offset) return null;
		const [url = ''] = this.found[this.index++] ?? [];
		this.next = this.found[this.index]?.index ?? this.end;
		cursor.offset += url.length;
		return decodeUrl(url);
	}
}
