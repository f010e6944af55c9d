import type { ZodMiniType } from '../text/schema.ts';
import { schemaProblem } from './schema-problem.ts';

/** How the text of an answer is read. */
export interface TextForm {
	readonly language: 'JSON' | 'XML';
	/** The value of a text; undefined or an exception for a text in another language. */
	parse(text: string): unknown;
	readonly schema: ZodMiniType;
}

/**
 * The value of an answer, which matches the schema; null if it is a null. If the text cannot be read, the problem, which
 * follows the name of the host in a message.
 */
export function readText(form: TextForm, text: string): { readonly value: unknown } | { readonly problem: string } {
	const value = parsed(form, text);
	if (value === null) return { value };
	if (value === undefined) return { problem: textProblem(text, form.language) };
	const problem = schemaProblem(form.schema, value);
	return problem === null ? { value } : { problem: `sent an unexpected answer, in which ${problem}` };
}

/** Undefined for a text in another language. */
function parsed({ parse }: TextForm, text: string): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}

function textProblem(text: string, language: string): string {
	if (text.trim() === '') return 'sent an empty answer';
	return /^\s*<(?:!doctype\s+html|html|head|body|h\d|p|div)\b/i.test(text)
		? `sent a web page instead of ${language}`
		: `sent an answer that is not valid ${language}`;
}
