const SIGN = 0;
const ORDINARY = 1;
const PAIR = 2;
const BLANK = 3;
const OTHER = 4;

/** What an ASCII character is in a run of characters that stand for themselves. */
const kinds: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code);
	if ("\\{}$~`'&<".includes(character)) return SIGN;
	if ('"-,>?!^_%'.includes(character)) return PAIR;
	return code === 0x20 ? BLANK : code < 0x20 || code === 0x7f ? OTHER : ORDINARY;
});

/** Whether a sign that means something before some others (`--`, `,,`, `?\``, `_{`, `%` at a line's end) is only itself. */
function isAlone(sign: number, next: number): boolean {
	return next !== sign && next !== 0x60 && next !== 0x27 && next !== 0x7b && next !== 0x0a && next !== 0x0d;
}

/** Whether the character at an offset stands for itself in LaTeX. */
export function beginsRun(text: string, offset: number): boolean {
	const code = text.charCodeAt(offset);
	const kind = code > 127 ? OTHER : kinds[code];
	return kind !== SIGN && (kind !== PAIR || isAlone(code, text.charCodeAt(offset + 1)));
}

/**
 * The end of the run of characters that stand for themselves at an offset, a character at least, and not behind `limit`
 * else. It is usual where it is ASCII without control characters and without blanks in a row.
 */
export function runAt(text: string, offset: number, limit: number): { end: number; usual: boolean } {
	const first = text.codePointAt(offset) ?? 0;
	let usual = first >= 0x20 && first < 0x7f;
	let end = offset + (first > 0xffff ? 2 : 1);
	for (; end < limit; end++) {
		const code = text.charCodeAt(end);
		const kind = code > 127 ? OTHER : kinds[code];
		if (kind === ORDINARY) continue;
		if (kind === SIGN || (kind === PAIR && !isAlone(code, text.charCodeAt(end + 1)))) break;
		if (kind === OTHER || (kind === BLANK && text.charCodeAt(end - 1) === 0x20)) usual = false;
	}
	return { end, usual };
}
