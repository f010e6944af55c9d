import type { output, ZodMiniType } from '../text/schema.ts';
import { schemaProblem } from './schema-problem.ts';

/** How the text of an answer is read. */
export interface TextForm<Schema extends ZodMiniType = ZodMiniType> {
	readonly language: 'JSON' | 'XML';
	/** The value of a text; undefined or an exception for a text in another language. */
	parse(text: string): unknown;
	readonly schema: Schema;
}

/**
 * The value of an answer, which matches the schema; null if it is a null. If the text cannot be read, the problem, which
 * follows the name of the host in a message.
 */
export function readText<Schema extends ZodMiniType>(
	form: TextForm<Schema>,
	text: string,
): { readonly value: output<Schema> | null } | { readonly problem: string } {
	if (hasTooManyValues(form.language, text)) return { problem: 'sent an answer with too many values' };
	const value = parsed(form, text);
	if (value === null) return { value };
	if (value === undefined) return { problem: textProblem(text, form.language) };
	const problem = schemaProblem(form.schema, value);
	return problem === null ? { value: value as output<Schema> } : { problem: `sent an unexpected answer${problem}` };
}

/**
 * Characters that begin values, and how many of them are read. A list of 30 MB has up to two million. Short values without
 * end would need a hundred times the memory of their text.
 */
const structure: Readonly<Record<TextForm['language'], readonly [characters: string, most: number]>> = {
	JSON: ['[{,', 3_000_000],
	XML: ['<=', 2_000_000],
};

function hasTooManyValues(language: TextForm['language'], text: string): boolean {
	const [characters, most] = structure[language];
	if (text.length <= most) return false;
	let count = 0;
	for (const character of characters)
		for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1)) count++;
	return count > most;
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
