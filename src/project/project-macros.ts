import type { Yaml } from '../text/yaml.ts';

/** A macro of the configuration that cannot be what was meant. */
export interface MacroProblem {
	readonly name: string;
	readonly part: 'key' | 'value';
	readonly message: string;
	readonly hint: string;
}

/**
 * What is wrong with `macros`. Between double quotes YAML reads `\L`, `\N`, `\t` and others as one character (1.2,
 * § 5.7), so that `"\LRP"` and `"\textsc{lrp}"` are no commands any more, and nobody would see why.
 */
export function macroProblems(macros: Readonly<Record<string, string>>, yaml: Yaml): MacroProblem[] {
	return Object.entries(macros).flatMap(([name, body]): MacroProblem[] => {
		const key = textAt(yaml, name, 'key');
		const value = textAt(yaml, name, 'value');
		if (!command.test(name)) {
			const message = `Invalid macro name ${shown(key)}, expected a backslash and letters`;
			return [{ name, part: 'key', message, hint: remedy(key, name, '\\LRP') }];
		}
		if (!value.startsWith('"') || !escaped.test(body)) return [];
		const message = `YAML reads a backslash in ${shown(value)} as an escape sequence`;
		return [{ name, part: 'value', message, hint: remedy(value, body, '\\textsc{lrp}') }];
	});
}

/** A control sequence as TeX has them: letters, or one other sign. */
const command = /^(?:\\?[A-Za-z@]+|\\[!-/:-?[-`{-~])$/;
/** What YAML's escapes give and no macro holds. */
const escaped = /[\p{Cc}\u00A0\u2028\u2029]/u;

function textAt(yaml: Yaml, name: string, part: 'key' | 'value'): string {
	const { source, start, end } = yaml.spanOf(['macros', name], part);
	return source.text.slice(start, end);
}

function shown(written: string): string {
	return `"${written.replace(/^(["'])(.*)\1$/s, '$2')}"`;
}

/** How what was written in double quotes is written; an example where that is not the mistake. */
function remedy(written: string, read: string, example: string): string {
	const meant = written.startsWith('"') && escaped.test(read) ? written.slice(1, -1) : example;
	return `Use single quotes, '${meant}', or two backslashes, "${meant.replaceAll('\\', '\\\\')}"`;
}
