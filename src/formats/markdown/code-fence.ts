/** A block of Markdown whose fence is longer than any run of backticks in its content. */
export function fenced(content: string, info: string): string {
	const longest = [...content.matchAll(/`+/g)].reduce((length, [run]) => Math.max(length, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}${info}\n${content}\n${fence}`;
}
