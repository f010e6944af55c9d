import yargs, { type Argv, type Options } from 'yargs';
import { type Command, type OptionRow, operandOf } from './command.ts';
import { commands } from './commands/index.ts';
import { ownVersion } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Values by the name of their option, the operands by the name in the command's `usage`, and the rest under `_`. */
export type ParsedValues = Readonly<Record<string, unknown>>;

/** A command with the values that yargs parsed for it. */
export interface ParsedCall {
	readonly command: Command;
	readonly values: ParsedValues;
}

/** Parses a command line. Null if it asked for the help, the version or completions, which yargs has printed. */
export async function parseWords(words: readonly string[]): Promise<ParsedCall | null> {
	// Recorded instead of run: for a handler that waits, yargs would also print the help.
	let call: ParsedCall | null = null;
	await parser((command, values) => {
		call = { command, values };
	}).parseAsync(words);
	return call;
}

function parser(onCall: (command: Command, values: ParsedValues) => void): Argv {
	const all = yargs()
		.scriptName('bibfolio')
		.usage('$0 [command] [files..]\n\nPublication lists in HTML, Markdown and LaTeX from your .bib file.')
		.locale('en')
		.exitProcess(false)
		.wrap(Math.min(110, process.stdout.columns ?? 100))
		.parserConfiguration({
			'camel-case-expansion': false,
			'dot-notation': false,
			'greedy-arrays': false,
			'parse-numbers': false,
			'parse-positional-numbers': false,
			'short-option-groups': false,
			'strip-aliased': true,
		})
		.help('help', 'Show this help')
		.alias('help', 'h')
		.version(ownVersion)
		.completion('completion', 'Print a completion script for your shell')
		.recommendCommands()
		.fail((message, error) => {
			throw error && error.name !== 'YError' ? error : new UsageError(`${message}\nSee bibfolio --help`);
		});
	for (const [index, command] of commands.entries()) {
		const { name, usage, summary } = command;
		all.command({
			// The first command is the default.
			command: [`${name} ${usage}`.trim(), ...(index === 0 ? ['$0'] : [])],
			describe: summary,
			builder: (inner) => describeCommand(inner, command),
			handler: (values) => onCall(command, values),
		});
	}
	return all;
}

function describeCommand(inner: Argv, command: Command): Argv {
	const { files, options, examples } = command;
	if (files) inner.positional(operandOf(command), { type: 'string', array: true, describe: files });
	for (const [name, row] of Object.entries(options)) inner.option(name, yargsOption(row));
	for (const [line, description] of examples) inner.example(line, description);
	return inner;
}

function yargsOption({ type, describe, group, many, alias, choices }: OptionRow): Options {
	return {
		// Numbers are parsed in `run.ts`, for yargs accepts any text as NaN.
		type: type === 'boolean' ? 'boolean' : 'string',
		describe,
		group,
		requiresArg: type !== 'boolean',
		...(many && { array: true }),
		...(alias && { alias }),
		...(choices && { choices }),
	};
}
