/** What the YAML reader says of a mistake, with where it is. */
export interface YamlProblem {
	/** The package's code: `BAD_INDENT`. */
	readonly code: string;
	readonly message: string;
	/** UTF-16 offset in the text. */
	readonly start: number;
}

/** The same for somebody who writes a configuration, and what to do about it. */
export interface Explanation {
	readonly message: string;
	readonly hint?: string;
}

/** Words a mistake in YAML as a person would tell it who sees the line: quotation marks, indentation, tabs. */
export function explainProblem(problem: YamlProblem, text: string): Explanation {
	const here = placeIn(text, problem.start);
	for (const [code, pattern, wording] of rows) {
		if (code === problem.code && pattern.test(problem.message)) return wording(here);
	}
	return { message: problem.message.replace(/\s+/g, ' ').replace(/[.:]+\s*$/, '') };
}

interface Place {
	/** What stands at the mistake, up to white space. */
	readonly word: string;
	/** From the mistake to the end of its line. */
	readonly rest: string;
}

function placeIn(text: string, start: number): Place {
	const rest = /[^\r\n]{0,200}/y;
	rest.lastIndex = start;
	const line = rest.exec(text)?.[0] ?? '';
	return { word: /^\s*(\S{0,40})/.exec(line)?.[1] ?? '', rest: line };
}

const inQuotes = 'Put the value in quotation marks';

/** Values that begin with a sign of YAML's own. */
function sign({ word }: Place): Explanation {
	return {
		message: `Unexpected "${word.charAt(0)}" at the start of a value`,
		hint: `${inQuotes}: "${word.replace(/[,\]}]+$/, '')}…"`,
	};
}

function behindValue({ rest }: Place): Explanation {
	return {
		message: `Unexpected text after a value: ${rest.trim()}`,
		hint: 'Put the whole value in one pair of quotation marks, "…" if it contains an apostrophe',
	};
}

/** LaTeX between double quotes, where a backslash begins one of YAML's own escapes. */
function backslash({ word }: Place): Explanation {
	const found = word.slice(0, 2);
	return {
		message: `Invalid escape sequence "${found}" in double quotes`,
		hint: `Use single quotes, or two backslashes: "\\${found}"`,
	};
}

/** Two colons in a line; or a value that goes on in a line that has one, since it is indented deeper. */
function colons({ rest }: Place): Explanation {
	return /:(?:\s|$)/.test(rest)
		? { message: 'Unexpected second colon in a line', hint: `${inQuotes} if it contains a colon and a space` }
		: { message: 'Unexpected key inside a value', hint: 'Use the same indentation for the next line' };
}

function noColon({ word }: Place): Explanation {
	const told = `Expected a key, a colon and a space, found "${word}"`;
	return word.includes(':')
		? { message: told, hint: 'Add a space after the colon' }
		: { message: told, hint: 'Use the form "key: value"' };
}

function twice({ word }: Place): Explanation {
	const name = word.replace(/:.*$/, '');
	return word.startsWith('-')
		? { message: `Missing space after the dash of "${name}"`, hint: 'Add a space after the dash' }
		: { message: `Duplicate key "${name}"`, hint: 'Remove one of them' };
}

const brackets = { hint: 'Add the closing bracket' };

/** By the package's code and words (yaml 2); what is not here keeps the package's words. */
const rows: readonly (readonly [code: string, message: RegExp, wording: (place: Place) => Explanation])[] = [
	['TAB_AS_INDENT', /./, () => ({ message: 'Unexpected tab', hint: 'Use spaces for indentation, two for each level' })],
	['DUPLICATE_KEY', /./, twice],
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
	['BAD_ALIAS', /./, sign],
	['BAD_SCALAR_START', /./, sign],
	['TAG_RESOLVE_FAILED', /./, sign],
	['BAD_DQ_ESCAPE', /./, backslash],
	['UNEXPECTED_TOKEN', /scalar at node end/, behindValue],
	['UNEXPECTED_TOKEN', /Block scalar header/, ({ word }) => sign({ word: `|${word}`, rest: '' })],
	[
		'UNEXPECTED_TOKEN',
		/flow-(?:map|seq)-end/,
		({ word }) => ({ message: `Unexpected "${word.charAt(0)}"`, hint: 'Remove the extra bracket' }),
	],
	['MULTIPLE_DOCS', /./, () => ({ message: 'Expected one document, found "---"', hint: 'Remove the line' })],
];
