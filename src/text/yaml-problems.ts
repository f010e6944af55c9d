/** What the YAML reader says of a mistake, with where it is. */
export interface YamlProblem {
	/** The package's code: `BAD_INDENT`. */
	readonly code: string;
	readonly message: string;
	/** UTF-16 offset in the text. */
	readonly start: number;
}

/** The same for somebody who writes a configuration, and what to do about it. */
export interface WordedProblem {
	readonly message: string;
	readonly hint?: string;
}

/** Words a mistake in YAML as a person would tell it who sees the line: quotation marks, indentation, tabs. */
export function worded(problem: YamlProblem, text: string): WordedProblem {
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
function sign({ word }: Place): WordedProblem {
	return {
		message: `Unexpected “${word.charAt(0)}” at the beginning of a value`,
		hint: `${inQuotes}: "${word.replace(/[,\]}]+$/, '')}…"`,
	};
}

function behindValue({ rest }: Place): WordedProblem {
	return {
		message: `Unexpected “${rest.trim()}” behind a value`,
		hint: 'Put the whole value in one pair of quotation marks, "…" if there is an apostrophe in it',
	};
}

/** LaTeX between double quotes, where a backslash begins one of YAML's own escapes. */
function backslash({ word }: Place): WordedProblem {
	const found = word.slice(0, 2);
	return {
		message: `Unexpected “${found}” between double quotes`,
		hint: `Use single quotes, or write the backslash twice: “\\${found}”`,
	};
}

/** Two colons in a line; or a value that goes on in a line that has one, since it is indented deeper. */
function colons({ rest }: Place): WordedProblem {
	return /:(?:\s|$)/.test(rest)
		? { message: 'Unexpected second colon in a line', hint: `${inQuotes}: a colon and a space are in it` }
		: { message: 'Unexpected key inside a value', hint: 'Indent the next line as the one above it' };
}

function noColon({ word }: Place): WordedProblem {
	const told = `Unexpected “${word}”, expected a key, a colon and a space`;
	return word.includes(':')
		? { message: told, hint: 'Put a space behind the colon' }
		: { message: told, hint: 'Write “key: value”' };
}

function twice({ word }: Place): WordedProblem {
	const hint = word.startsWith('-') ? 'Put a space behind the dash' : 'Keep one of them';
	return { message: `Unexpected second key “${word.replace(/:.*$/, '')}”`, hint };
}

const brackets = { hint: 'Close the bracket that was opened before' };

/** By the package's code and words (yaml 2); what is not here keeps the package's words. */
const rows: readonly (readonly [code: string, message: RegExp, wording: (place: Place) => WordedProblem])[] = [
	['TAB_AS_INDENT', /./, () => ({ message: 'Unexpected tab', hint: 'Indent with spaces, two for each level' })],
	['DUPLICATE_KEY', /./, twice],
	['BLOCK_AS_IMPLICIT_KEY', /./, colons],
	['MULTILINE_IMPLICIT_KEY', /./, noColon],
	['MISSING_CHAR', /map keys need to be followed/, noColon],
	[
		'MISSING_CHAR',
		/Sequence item/,
		({ word }) => ({
			message: `Unexpected “${word}”, expected “- ” or more indentation`,
			hint: 'Indent the keys of an item alike',
		}),
	],
	[
		'MISSING_CHAR',
		/Missing closing/,
		() => ({ message: 'Unexpected end of the file, expected a closing quotation mark', hint: 'Close it in its line' }),
	],
	['BAD_INDENT', /end with a \}/, () => ({ message: 'Expected a closing “}” before this line', ...brackets })],
	['BAD_INDENT', /end with a \]/, () => ({ message: 'Expected a closing “]” before this line', ...brackets })],
	[
		'BAD_INDENT',
		/./,
		() => ({ message: 'Unexpected indentation', hint: 'Begin keys that belong together in one column' }),
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
		({ word }) => ({ message: `Unexpected “${word.charAt(0)}”`, hint: 'Take out the surplus bracket' }),
	],
	['MULTIPLE_DOCS', /./, () => ({ message: 'Unexpected “---”, expected one document', hint: 'Take out the line' })],
];
