/**
 * Where the next character stands that a pattern of one character (`/[{}]/g`) finds, from an offset on; -1 where there is
 * none. A pattern is machine code when it is first used, and a loop over characters not before some thousand turns.
 */
export function seek(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex - 1 : -1;
}
