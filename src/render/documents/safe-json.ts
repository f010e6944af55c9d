const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** Controls but tab and line end, and marks that turn the direction of what follows: as in HTML, they are left out. */
const unseen = /\r\n?|[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Any of them in JSON, a lone surrogate perhaps among them: a text that has none is looked through once and not value by value. */
const suspect = /[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\\[bfru]/;

/** JSON that is safe inside a script of a page: nothing in it ends the script or a line of it. */
export function safeJson(value: unknown, indent?: string): string {
	const clean = (_: string, one: unknown) =>
		typeof one === 'string' && /[^ -~\xa0-\u1fff]/.test(one)
			? one.replace(unseen, (found) => (found.startsWith('\r') ? '\n' : ''))
			: one;
	const written = JSON.stringify(value, null, indent);
	const json = suspect.test(written) ? JSON.stringify(value, clean, indent) : written;
	return json.replace(/[<\u2028\u2029]/g, (found) => escapes[found] ?? found);
}
