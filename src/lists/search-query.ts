/** What stands for itself among words. */
const conditions: ReadonlySet<string> = new Set(['and', 'or', 'not', 'selected', 'mine', 'first', 'last', '(', ')']);

/**
 * What a person typed to look something up, as `parseWhere` takes it: `gait year=2019..` becomes `"gait" year=2019..`.
 * A word with a comparison in it is a condition; so are `selected`, `mine`, `first`, `last`, and, between them, `and`,
 * `or`, `not` and parentheses. Every other word is looked for anywhere in a work.
 */
export function searchQuery(words: string): string {
	const joined = words.replace(/\s*(!=|>=|<=|==|[=<>])\s*/g, '$1').replace(/(?<=[=<>][^\s"]*),\s+/g, ',');
	return [...joined.matchAll(/(?:"(?:\\.|[^"\\])*"|(?<=[=,\s]|^)'(?:\\.|[^'\\])*'|\S)+/g)]
		.map(([word]) => termOf(word))
		.join(' ');
}

function termOf(word: string): string {
	const opened = /^\(*/.exec(word)?.[0] ?? '';
	const rest = word.slice(opened.length);
	const surplus = Math.max(0, count(rest, ')') - count(rest, '('));
	const inner = surplus > 0 && rest.endsWith(')'.repeat(surplus)) ? rest.slice(0, -surplus) : rest;
	const closed = rest.slice(inner.length);
	return `${opened}${inner === '' || isCondition(inner) ? inner : quoted(inner)}${closed}`;
}

function isCondition(word: string): boolean {
	return /^"(?:\\.|[^"\\])*"$|^'(?:\\.|[^'\\])*'$|[=<>]/.test(word) || conditions.has(word.toLowerCase());
}

function quoted(word: string): string {
	return `"${word.replace(/["\\]/g, '\\$&')}"`;
}

function count(text: string, sign: string): number {
	return text.split(sign).length - 1;
}
