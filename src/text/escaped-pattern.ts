/** A text as a part of a regular expression that matches it. */
export function escapedPattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
