import yargs, { type Argv, type Options } from 'yargs';
import { type Command, flagOf, type OptionRow, operandOf } from './command.ts';
import { commands } from './commands/index.ts';
import { bibfolioVersion } from './terminal.ts';
import { suggestion, UsageError } from './usage-error.ts';

/** Values by option name, the operands by their name in the command's `usage`, and the remaining words under `_`. */
export type ParsedValues = Readonly<Record<string, unknown>>;

/** A command with the values that yargs parsed for it. */
export interface ParsedCall {
	readonly command: Command;
	readonly values: ParsedValues;
}

/** Parses a command line. Returns null for the help, the version and completion, which yargs prints. */
export async function parseWords(words: readonly string[]): Promise<ParsedCall | null> {
	// The command runs after yargs has finished: if an asynchronous handler failed, yargs would also print the help.
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
		.updateStrings({ array: 'list' })
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
		.version(bibfolioVersion)
		.fail((message, error) => {
			throw error && error.name !== 'YError' ? error : usageError(message);
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

/** The message of yargs in our words. */
function usageError(message: string): UsageError {
	const [, option] = /^Not enough arguments following: (.+)$/.exec(message) ?? [];
	if (option !== undefined) return new UsageError(`Missing value after ${flagOf(option)}`, describe(option));
	const [, name = '', value = '', list = ''] = /Argument: (.+), Given: "(.*)", Choices: (.+)/.exec(message) ?? [];
	if (name === '') return new UsageError(message, 'See bibfolio --help');
	const choices = list.replaceAll('"', '').split(', ');
	return new UsageError(`Unknown value "${value}" after ${flagOf(name)}`, suggestion(value, choices, 'Choose from'));
}

/** What an option does, for a hint. */
function describe(option: string): string | null {
	const rows = commands.flatMap(({ options }) => Object.entries(options));
	return rows.find(([name, { alias }]) => name === option || alias === option)?.[1].describe ?? null;
}

function describeCommand(inner: Argv, command: Command): Argv {
	const { files, options, examples } = command;
	// Without a default, yargs would show that of every list of operands, which is empty.
	if (files) inner.positional(operandOf(command), { type: 'string', default: undefined, describe: files });
	for (const [name, row] of Object.entries(options)) inner.option(name, yargsOption(row));
	for (const [line, description] of examples) inner.example(line, description);
	return inner;
}

function yargsOption({ type, describe, group, many, alias, choices }: OptionRow): Options {
	return {
		// `run.ts` parses numbers, because yargs turns any other text into NaN.
		type: type === 'boolean' ? 'boolean' : 'string',
		describe,
		group,
		requiresArg: type !== 'boolean',
		...(many && { array: true }),
		...(alias && { alias }),
		...(choices && { choices }),
	};
}
