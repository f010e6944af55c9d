import type { Yaml } from '../text/yaml.ts';

/** A problem with a macro of the configuration. */
export interface MacroProblem {
	readonly name: string;
	readonly part: 'key' | 'value';
	readonly message: string;
	readonly hint: string;
}

/**
 * Finds invalid macros. In double quotes, YAML reads `\L`, `\N`, `\t` and others as one character (YAML 1.2, § 5.7), so
 * that `"\LRP"` and `"\textsc{lrp}"` are not commands.
 */
export function macroProblems(macros: Readonly<Record<string, string>>, yaml: Yaml): MacroProblem[] {
	return Object.entries(macros).flatMap(([name, body]): MacroProblem[] => {
		const key = textAt(yaml, name, 'key');
		const value = textAt(yaml, name, 'value');
		if (!command.test(name)) {
			const message = `Invalid macro name ${shown(key)}, expected a backslash and letters`;
			return [{ name, part: 'key', message, hint: quotingHint(key, name, '\\LRP') }];
		}
		if (!value.startsWith('"') || !escapedCharacter.test(body)) return [];
		const message = `YAML reads a backslash in ${shown(value)} as an escape sequence`;
		return [{ name, part: 'value', message, hint: quotingHint(value, body, '\\textsc{lrp}') }];
	});
}

/** A control sequence of TeX: letters, or one other character. */
const command = /^(?:\\?[A-Za-z@]+|\\[!-/:-?[-`{-~])$/;
/** Characters from escape sequences of YAML, which no macro contains. */
const escapedCharacter = /[\p{Cc}\u00A0\u2028\u2029]/u;

function textAt(yaml: Yaml, name: string, part: 'key' | 'value'): string {
	const { source, start, end } = yaml.spanOf(['macros', name], part);
	return source.text.slice(start, end);
}

function shown(written: string): string {
	return `"${written.replace(/^(["'])(.*)\1$/s, '$2')}"`;
}

/** A hint with the correct form of text in double quotes, or of an example if that is not the problem. */
function quotingHint(written: string, read: string, example: string): string {
	const corrected = written.startsWith('"') && escapedCharacter.test(read) ? written.slice(1, -1) : example;
	return `Use single quotes, '${corrected}', or two backslashes, "${corrected.replaceAll('\\', '\\\\')}"`;
}
