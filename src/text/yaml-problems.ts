/** A problem as the YAML package reports it. */
interface YamlProblem {
	/** The package's code: `BAD_INDENT`. */
	readonly code: string;
	readonly message: string;
	/** UTF-16 offset in the text. */
	readonly start: number;
}

/** Our message for a problem, for a reader who does not know YAML's terms. */
interface ProblemText {
	readonly message: string;
	readonly hint?: string;
}

/** Describes a problem by what its line shows: quotation marks, indentation, tabs. */
export function describeProblem(problem: YamlProblem, text: string): ProblemText {
	const here = contextAt(text, problem.start);
	for (const [code, pattern, describe] of rows) {
		if (code === problem.code && pattern.test(problem.message)) return describe(here);
	}
	return { message: problem.message.replace(/\s+/g, ' ').replace(/[.:]+\s*$/, '') };
}

/** The text at a problem. */
interface Context {
	/** The next word, up to whitespace. */
	readonly word: string;
	/** The rest of the line. */
	readonly rest: string;
}

function contextAt(text: string, start: number): Context {
	const rest = /[^\r\n]{0,200}/y;
	rest.lastIndex = start;
	const line = rest.exec(text)?.[0] ?? '';
	return { word: /^\s*(\S{0,40})/.exec(line)?.[1] ?? '', rest: line };
}

const putInQuotes = 'Put the value in quotation marks';

/** A plain value that begins with a character that YAML reserves. */
function reservedCharacter({ word }: Context): ProblemText {
	return {
		message: `Unexpected "${word.charAt(0)}" at the beginning of a value`,
		hint: `${putInQuotes}: "${word.replace(/[,\]}]+$/, '')}…"`,
	};
}

function afterValue({ rest }: Context): ProblemText {
	return {
		message: `Unexpected "${rest.trim()}" after a value`,
		hint: 'Put the whole value in one pair of quotation marks; use double ones if it contains an apostrophe',
	};
}

/** A double-quoted string with LaTeX, whose backslash begins a YAML escape. */
function backslash({ word }: Context): ProblemText {
	const sequence = word.slice(0, 2);
	return {
		message: `Unexpected "${sequence}" in double quotes`,
		hint: `Use single quotes, or double the backslash: \\${sequence}`,
	};
}

/** Two colons in a line, or a value that continues in the next line because that is indented and contains a colon. */
function colons({ rest }: Context): ProblemText {
	return /:(?:\s|$)/.test(rest)
		? { message: 'Unexpected second colon in a line', hint: `${putInQuotes}, because it contains a colon and a space` }
		: { message: 'Unexpected key inside a value', hint: 'Indent the next line like the one above it' };
}

function missingColon({ word }: Context): ProblemText {
	const message = `Expected a key, a colon and a space, found "${word}"`;
	return word.includes(':')
		? { message, hint: 'Add a space after the colon' }
		: { message, hint: 'Use the form "key: value"' };
}

function duplicateKey({ word }: Context): ProblemText {
	const hint = word.startsWith('-') ? 'Add a space after the dash' : 'Remove one of them';
	return { message: `Duplicate key "${word.replace(/:.*$/, '')}"`, hint };
}

const closeBracket = { hint: 'Close the bracket that was opened before' };

/** Descriptions by the package's code and message (yaml 2); other problems keep the package's message. */
const rows: readonly (readonly [code: string, message: RegExp, describe: (context: Context) => ProblemText])[] = [
	['TAB_AS_INDENT', /./, () => ({ message: 'Unexpected tab', hint: 'Indent with two spaces per level' })],
	['DUPLICATE_KEY', /./, duplicateKey],
	['BLOCK_AS_IMPLICIT_KEY', /./, colons],
	['MULTILINE_IMPLICIT_KEY', /./, missingColon],
	['MISSING_CHAR', /map keys need to be followed/, missingColon],
	[
		'MISSING_CHAR',
		/Sequence item/,
		({ word }) => ({
			message: `Expected "- " or more indentation, found "${word}"`,
			hint: 'Indent all keys of an item equally',
		}),
	],
	[
		'MISSING_CHAR',
		/Missing closing/,
		() => ({ message: 'Missing closing quotation mark', hint: 'Add it at the end of the value' }),
	],
	['BAD_INDENT', /end with a \}/, () => ({ message: 'Expected "}" before this line', ...closeBracket })],
	['BAD_INDENT', /end with a \]/, () => ({ message: 'Expected "]" before this line', ...closeBracket })],
	[
		'BAD_INDENT',
		/./,
		() => ({ message: 'Unexpected indentation', hint: 'Start all keys of a level in the same column' }),
	],
	['BAD_ALIAS', /./, reservedCharacter],
	['BAD_SCALAR_START', /./, reservedCharacter],
	['TAG_RESOLVE_FAILED', /./, reservedCharacter],
	['BAD_DQ_ESCAPE', /./, backslash],
	['UNEXPECTED_TOKEN', /scalar at node end/, afterValue],
	['UNEXPECTED_TOKEN', /Block scalar header/, ({ word }) => reservedCharacter({ word: `|${word}`, rest: '' })],
	[
		'UNEXPECTED_TOKEN',
		/flow-(?:map|seq)-end/,
		({ word }) => ({ message: `Unexpected "${word.charAt(0)}"`, hint: 'Remove the extra bracket' }),
	],
	['MULTIPLE_DOCS', /./, () => ({ message: 'Expected one document, found "---"', hint: 'Remove this line' })],
];
