import { RE2JS } from 're2js';
import { memoize } from './memoize.ts';

/** A regular expression that is matched in linear time. */
export interface LinearRegex {
	test(text: string): boolean;
}

/**
 * Compiles a regular expression of the user's, ignoring case. RE2 takes linear time for any expression and any text, while
 * JavaScript's own engine may take exponential time. Returns an error for an invalid expression, and for the constructs that
 * RE2 excludes: look-ahead, look-behind and back-references.
 */
export const linearRegex: (expression: string) => LinearRegex | { readonly error: string } = memoize((expression) => {
	try {
		return RE2JS.compile(RE2JS.translateRegExp(expression), RE2JS.CASE_INSENSITIVE);
	} catch (error) {
		if (/\(\?<?[=!]/.test(expression)) return { error: 'look-ahead and look-behind are not supported' };
		if (/\\(?:[1-9]|k<)/.test(expression)) return { error: 'back-references are not supported' };
		return { error: reasonOf(error) };
	}
});

/** The reason in RE2's message `error parsing regexp: REASON: \`PART\``. */
function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/^error parsing regexp: /, '').replace(/: `[^`]*`$/, '');
}
