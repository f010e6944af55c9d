/** Words with a meaning of their own in `parseWhere`. */
const keywords: ReadonlySet<string> = new Set([
	'and',
	'or',
	'not',
	'selected',
	'retracted',
	'mine',
	'first',
	'last',
	'(',
	')',
]);

/**
 * Converts a search query to an expression for `parseWhere`: `gait year=2019..` becomes `"gait" year=2019..`. Words with a
 * comparison operator, `selected`, `retracted`, `mine`, `first`, `last`, `and`, `or`, `not` and parentheses keep their meaning. All other
 * words match anywhere in a publication.
 */
export function searchQuery(query: string): string {
	const joined = query.replace(/\s*(!=|>=|<=|==|[=<>])\s*/g, '$1').replace(/(?<=[=<>][^\s"]*),\s+/g, ',');
	return [...joined.matchAll(/(?:"(?:\\.|[^"\\])*"|(?<=[=,\s]|^)'(?:\\.|[^'\\])*'|\S)+/g)]
		.map(([word]) => termOf(word))
		.join(' ');
}

function termOf(word: string): string {
	const opening = /^\(*/.exec(word)?.[0] ?? '';
	const rest = word.slice(opening.length);
	const surplus = Math.max(0, count(rest, ')') - count(rest, '('));
	const inner = surplus > 0 && rest.endsWith(')'.repeat(surplus)) ? rest.slice(0, -surplus) : rest;
	const closing = rest.slice(inner.length);
	return `${opening}${inner === '' || isCondition(inner) ? inner : quoted(inner)}${closing}`;
}

function isCondition(word: string): boolean {
	return /^"(?:\\.|[^"\\])*"$|^'(?:\\.|[^'\\])*'$|[=<>]/.test(word) || keywords.has(word.toLowerCase());
}

function quoted(word: string): string {
	return `"${word.replace(/["\\]/g, '\\$&')}"`;
}

function count(text: string, character: string): number {
	return text.split(character).length - 1;
}
