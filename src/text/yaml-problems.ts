/** A problem reported by the YAML parser. */
export interface YamlProblem {
	/** Code of the parser: `BAD_INDENT`. */
	readonly code: string;
	readonly message: string;
	/** UTF-16 offset in the text. */
	readonly start: number;
}

/** A message and a hint for the author of a configuration. */
export interface Explanation {
	readonly message: string;
	readonly hint?: string;
}

/** Explains a YAML problem by its likely cause: quotation marks, indentation, tabs. */
export function explainProblem(problem: YamlProblem, text: string): Explanation {
	const place = placeIn(text, problem.start);
	for (const [code, pattern, explain] of rows) {
		if (code === problem.code && pattern.test(problem.message)) return explain(place);
	}
	return { message: problem.message.replace(/\s+/g, ' ').replace(/[.:]+\s*$/, '') };
}

interface Place {
	/** The text at the problem, up to whitespace. */
	readonly word: string;
	/** The text from the problem to the end of the line. */
	readonly rest: string;
}

function placeIn(text: string, start: number): Place {
	const line = /^[^\r\n]{0,200}/.exec(text.slice(start, start + 200))?.[0] ?? '';
	return { word: /^\s*(\S{0,40})/.exec(line)?.[1] ?? '', rest: line };
}

const inQuotes = 'Put the value in quotation marks';

/** A value that begins with a special character of YAML. */
function specialCharacter({ word }: Place): Explanation {
	return {
		message: `Unexpected "${word.charAt(0)}" at the start of a value`,
		hint: `${inQuotes}: "${word.replace(/(?<![,\]}])[,\]}]+$/, '')}…"`,
	};
}

function textAfterValue({ rest }: Place): Explanation {
	return {
		message: `Unexpected text after a value: ${rest.trim()}`,
		hint: 'Put the whole value in one pair of quotation marks, "…" if it contains an apostrophe',
	};
}

/** LaTeX in double quotes, where a backslash begins an escape sequence of YAML. */
function backslash({ word }: Place): Explanation {
	const sequence = word.slice(0, 2);
	return {
		message: `Invalid escape sequence "${sequence}" in double quotes`,
		hint: `Use single quotes, or two backslashes: "\\${sequence}"`,
	};
}

/** Two colons in a line, or a value that continues in a line with a colon, because that is indented deeper. */
function colons({ rest }: Place): Explanation {
	return /:(?:\s|$)/.test(rest)
		? { message: 'Unexpected second colon in a line', hint: `${inQuotes} if it contains a colon and a space` }
		: { message: 'Unexpected key inside a value', hint: 'Use the same indentation for the next line' };
}

function noColon({ word }: Place): Explanation {
	const message = `Expected a key, a colon and a space, found "${word}"`;
	return word.includes(':')
		? { message, hint: 'Add a space after the colon' }
		: { message, hint: 'Use the form "key: value"' };
}

function duplicateKey({ word }: Place): Explanation {
	const name = word.replace(/:.*$/, '');
	return word.startsWith('-')
		? { message: `Missing space after the dash of "${name}"`, hint: 'Add a space after the dash' }
		: { message: `Duplicate key "${name}"`, hint: 'Remove one of them' };
}

const brackets = { hint: 'Add the closing bracket' };

/** Explanations by code and message of the parser (yaml 2). Other problems keep the message of the parser. */
const rows: readonly (readonly [code: string, message: RegExp, explain: (place: Place) => Explanation])[] = [
	['TAB_AS_INDENT', /./, () => ({ message: 'Unexpected tab', hint: 'Use spaces for indentation, two for each level' })],
	['DUPLICATE_KEY', /./, duplicateKey],
	['BLOCK_AS_IMPLICIT_KEY', /./, colons],
	['MULTILINE_IMPLICIT_KEY', /./, noColon],
	['MISSING_CHAR', /map keys need to be followed/, noColon],
	[
		'MISSING_CHAR',
		/Sequence item/,
		({ word }) => ({
			message: `Expected "- " or more indentation, found "${word}"`,
			hint: 'Use the same indentation for all keys of an item',
		}),
	],
	[
		'MISSING_CHAR',
		/Missing closing/,
		() => ({ message: 'Missing closing quotation mark', hint: 'Add it at the end of the value' }),
	],
	['BAD_INDENT', /end with a \}/, () => ({ message: 'Missing closing "}" before this line', ...brackets })],
	['BAD_INDENT', /end with a \]/, () => ({ message: 'Missing closing "]" before this line', ...brackets })],
	[
		'BAD_INDENT',
		/./,
		() => ({ message: 'Unexpected indentation', hint: 'Use the same indentation for all keys of a mapping' }),
	],
	['BAD_ALIAS', /./, specialCharacter],
	['BAD_SCALAR_START', /./, specialCharacter],
	['TAG_RESOLVE_FAILED', /./, specialCharacter],
	['BAD_DQ_ESCAPE', /./, backslash],
	['UNEXPECTED_TOKEN', /scalar at node end/, textAfterValue],
	['UNEXPECTED_TOKEN', /Block scalar header/, ({ word }) => specialCharacter({ word: `|${word}`, rest: '' })],
	[
		'UNEXPECTED_TOKEN',
		/flow-(?:map|seq)-end/,
		({ word }) => ({ message: `Unexpected "${word.charAt(0)}"`, hint: 'Remove the extra bracket' }),
	],
	['MULTIPLE_DOCS', /./, () => ({ message: 'Expected one document, found "---"', hint: 'Remove the line' })],
];
