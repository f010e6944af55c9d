import { existsSync } from 'node:fs';
import yargs, { type Argv, type Options } from 'yargs';
import type { Command, ExitCode, OptionRow, OptionsOf, OptionTable } from './commands/command.ts';
import { type HelpPages, helpWidth, helpWidths } from './commands/help-pages.ts';
import { commands, type Row } from './commands/index.ts';
import type { messageOptions } from './commands/options.ts';
import { ownVersion, terminal } from './commands/terminal.ts';
import { nearest } from './text/nearest.ts';

/** A mistake in how the command was called, with what to do about it. */
class UsageError extends Error {}

type Values = Readonly<Record<string, unknown>>;

/** What `-` is called on its way through yargs, which drops it among files. */
const standardInput = '<stdin>';

/** Runs what was asked for. Nothing a person types ends in a stack trace. */
export async function run(words: readonly string[]): Promise<ExitCode> {
	try {
		const asked = routed(words);
		// What yargs waits for, it would write a help for.
		let task: () => Promise<ExitCode> = async () => 0;
		const parse = parser(
			{ rows: rowsFor(asked), width: helpWidth(), shown: asked.some(showsOptions) },
			(row, values) => {
				task = () => runCommand(row, values);
			},
		);
		await parse.parseAsync(asked);
		return await task();
	} catch (error) {
		const usage = error instanceof UsageError;
		process.stderr.write(usage ? `${error.message}\n` : bugReport(error));
		return usage ? 2 : 1;
	}
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

/** What stands behind the options, as `usage` calls it: files. */
function operandOf({ usage }: Command): string {
	return /\w+/.exec(usage)?.[0] ?? 'files';
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

async function runCommand({ command, load }: Row, values: Values): Promise<ExitCode> {
	// What stands after -- is left over: files, even those that look like options.
	const { _: leftOver, $0: _script, [operandOf(command)]: files, ...named } = values;
	const [, ...more] = leftOver as string[];
	const options: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(named)) {
		const row = command.options[name];
		if (!row) throw unknownOption(name, command);
		if (value !== undefined) options[name] = optionValue(name, row, value);
	}
	const { color } = options as OptionsOf<typeof messageOptions>;
	const run = await load();
	const given = [...((files ?? []) as string[]), ...more];
	if (!command.files && given.length) throw new UsageError(`bibfolio ${command.name} takes no files`);
	const paths = given.map((path) => (path === standardInput ? '-' : path));
	return run(options as OptionsOf<OptionTable>, paths, terminal(color));
}

function optionValue(name: string, row: OptionRow, value: unknown): unknown {
	if (row.many) {
		const values = (Array.isArray(value) ? value : [value]).map(String);
		return row.many === 'commas' ? values.flatMap((one) => one.split(',').map((part) => part.trim())) : values;
	}
	const last = Array.isArray(value) ? value.at(-1) : value;
	if (row.type === 'boolean') return Boolean(last);
	if (typeof last === 'boolean') throw new UsageError(`--no-${name} means nothing; leave --${name} out`);
	if (row.type === 'string') return String(last);
	const number = Number(last);
	if (Number.isInteger(number) && number > 0) return number;
	throw new UsageError(`Unexpected ${String(last)} after --${name}, expected a whole number from 1`);
}

function unknownOption(name: string, { options, name: commandName }: Command): UsageError {
	const near = nearest(name, Object.keys(options));
	const remedy = near ? `Did you mean --${near}?` : `See bibfolio ${commandName} --help`;
	return new UsageError(`Unknown option ${name.length > 1 ? '--' : '-'}${name}\n${remedy}`);
}

/** The words with the command first, and with every value tied to its option. */
function routed(words: readonly string[]): string[] {
	const names = commands.map(({ command }) => command.name);
	const [first] = words;
	if (first === 'completion' || words.some((word) => word.startsWith('--get-yargs-completions'))) return [...words];
	if (first === 'help') return [...words.slice(1), '--help'];
	const own = commands.find(({ command }) => command.name === first);
	if (!own && first && isCommandLike(first)) {
		const near = nearest(first, [...names, 'completion']);
		const remedy = near ? `Did you mean ${near}?` : `Commands: ${[...names, 'completion'].join(', ')}`;
		throw new UsageError(`Unknown command ${first}, and no file of that name\n${remedy}`);
	}
	return tied(words, (own ?? commands[0]).command);
}

/** A word that is no file, no pattern and no path. */
function isCommandLike(word: string): boolean {
	return /^\w[\w-]*$/.test(word) && !existsSync(word);
}

/** `--sort -year` as `--sort=-year`: an option that takes a value takes the next word, though it begins with a dash. */
function tied(words: readonly string[], command: Command): string[] {
	const { options } = command;
	const takesFiles = operandOf(command) === 'files';
	const result: string[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? '';
		if (word === '--') return [...result, ...words.slice(index)];
		if (word === '-') {
			result.push(standardInput);
			continue;
		}
		const next = words[index + 1];
		const row = word.startsWith('--') ? options[word.slice(2)] : undefined;
		if (row && row.type !== 'boolean' && next !== undefined) {
			if (takesFiles && row.type === 'string' && row.many !== 'commas' && !row.choices)
				withoutStrays(word, words.slice(index + 1));
			if (/^-[^-]/.test(next)) {
				result.push(`${word}=${next}`);
				index++;
				continue;
			}
		}
		result.push(word);
	}
	return result;
}

/** A value of several words that nobody put in quotes: what follows the first is no file, and looks like none. */
function withoutStrays(option: string, [value = '', ...others]: readonly string[]): void {
	const end = others.findIndex((word) => /^-|[/\\*?[\]]|\.[a-z]{2,}$/i.test(word) || existsSync(word));
	const strays = others.slice(0, end < 0 ? others.length : end);
	const [first] = strays;
	if (value.startsWith('-') || first === undefined) return;
	const remedy = `Put the whole value in quotes: ${option} "${[value, ...strays].join(' ')}"`;
	throw new UsageError(`Unexpected ${first} after ${option} ${value}, and no file of that name\n${remedy}`);
}

function isYargsError(error: Error): boolean {
	return error.name === 'YError';
}

/** For what must not happen. The stack is for who looks for it. */
function bugReport(error: unknown): string {
	const { message, stack } = error instanceof Error ? error : new Error(String(error));
	const { BIBFOLIO_DEBUG } = process.env;
	const details = BIBFOLIO_DEBUG ? `${stack}\n` : '';
	return `Bibfolio ${ownVersion()} met a mistake of its own: ${message}\n${details}Please report it with this line and, if you can, the .bib; BIBFOLIO_DEBUG=1 shows where it happened.\n`;
}
