import { createRequire } from 'node:module';
import type { Argv, Options } from 'yargs';
import { type Command, type OptionRow, operandOf } from './command.ts';
import { commands, type Row } from './commands/index.ts';
import { type HelpPages, helpWidth, helpWidths } from './help-pages.ts';
import type { Chosen, Values } from './plain-words.ts';
import { ownVersion } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Loaded when words are not plain: that takes longer than a short library takes to read. */
function yargs(): Argv {
	return (createRequire(import.meta.url)('yargs') as () => Argv)();
}

/** What the words say, by all rules of a command line; null where they asked for the help or the like, which stands there now. */
export async function parsedWords(words: readonly string[]): Promise<Chosen | null> {
	// What yargs waits for, it would write a help for.
	let chosen: Chosen | null = null;
	const known = { rows: rowsFor(words), width: helpWidth(), shown: words.some(showsOptions) };
	await parser(known, (row, values) => {
		chosen = { row, values };
	}).parseAsync(words);
	return chosen;
}

/** The pages of the help, which the compiled command has beside it. */
export async function helpPages(): Promise<HelpPages> {
	const names = commands.map(({ command }) => command.name);
	const pages = helpWidths.map(async (width) => {
		const made = ['', ...names].map(async (name) => [name, await helpOf(name, width)]);
		return [width, Object.fromEntries(await Promise.all(made))];
	});
	return Object.fromEntries(await Promise.all(pages));
}

function helpOf(name: string, width: number): Promise<string> {
	const words = name === '' ? ['--help'] : [name, '--help'];
	return new Promise((done) => {
		parser({ rows: rowsFor(words), width, shown: true }, () => {}).parse(
			words,
			(_error: unknown, _values: unknown, text: string) => done(`${text}\n`),
		);
	});
}

/** The command that the words begin with; all where they name none, for they are about all. */
function rowsFor(words: readonly string[]): readonly Row[] {
	const own = commands.filter(({ command }) => command.name === words[0]);
	return own.length ? own : commands;
}

/** Whether a word asks for the help, or for what may stand next. */
function showsOptions(word: string): boolean {
	return /^(?:-h|--h(?:elp)?(?:=.*)?|--get-yargs-completions)$/.test(word);
}

/** What yargs has to know. */
interface Known {
	readonly rows: readonly Row[];
	/** Columns of the help. */
	readonly width: number;
	/** Somebody may see the options: otherwise yargs makes a help of them all the same, which takes a while. */
	readonly shown: boolean;
}

/** Commands of the table in yargs' words. */
function parser({ rows, width, shown }: Known, chosen: (row: Row, values: Values) => void): Argv {
	const all = yargs()
		.scriptName('bibfolio')
		.usage('$0 [command] [files..]\n\nPublication lists in HTML, Markdown and LaTeX from your .bib.')
		.locale('en')
		.exitProcess(false)
		.wrap(width)
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
		.version(ownVersion())
		.completion('completion', 'Print a completion script for your shell')
		.recommendCommands()
		.fail((message, error) => {
			throw error && !isYargsError(error) ? error : new UsageError(`${message}\nSee bibfolio --help`);
		});
	for (const row of rows) {
		const { name, usage, summary } = row.command;
		all.command({
			command: [`${name} ${usage}`.trim(), ...(row === commands[0] ? ['$0'] : [])],
			describe: summary,
			builder: (inner) => describeCommand(inner, row.command, shown),
			handler: (values) => chosen(row, values),
		});
	}
	return all;
}

function describeCommand(inner: Argv, command: Command, shown: boolean): Argv {
	const { files, options, examples } = command;
	if (files) inner.positional(operandOf(command), { type: 'string', array: true, describe: files });
	for (const [name, row] of Object.entries(options)) inner.option(name, { ...yargsOption(row), hidden: !shown });
	for (const [line, what] of shown ? examples : []) inner.example(line, what);
	return inner;
}

function yargsOption(row: OptionRow): Options {
	return {
		type: row.type === 'boolean' ? 'boolean' : 'string',
		describe: row.describe,
		group: row.group,
		requiresArg: row.type !== 'boolean',
		...(row.many && { array: true }),
		...(row.alias && { alias: row.alias }),
		...(row.choices && { choices: row.choices }),
	};
}

function isYargsError(error: Error): boolean {
	return error.name === 'YError';
}
