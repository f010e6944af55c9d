import { existsSync } from 'node:fs';
import { nearest } from '../text/closest-word.ts';
import { type Command, type ExitCode, type OptionRow, type OptionsOf, type OptionTable, operandOf } from './command.ts';
import { commands } from './commands/index.ts';
import { parsedWords } from './parser.ts';
import { type Chosen, plainWords } from './plain-words.ts';
import type { messageOptions } from './shared-options.ts';
import { ownVersion, terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export { helpPages } from './parser.ts';

/** What `-` is called on its way through yargs, which drops it among files. */
const standardInput = '<stdin>';

/** What came of a call. */
export interface Ran {
	/** The name of the command that ran; null where none did, but the help, say. */
	readonly command: string | null;
	readonly code: ExitCode;
}

/** Runs what was asked for. Nothing a person types ends in a stack trace. */
export async function run(words: readonly string[]): Promise<Ran> {
	try {
		const asked = routed(words);
		const chosen = plainWords(asked) ?? (await parsedWords(asked));
		return chosen ? { command: chosen.row.command.name, code: await runCommand(chosen) } : { command: null, code: 0 };
	} catch (error) {
		const usage = error instanceof UsageError;
		process.stderr.write(usage ? `${error.message}\n` : bugReport(error));
		return { command: null, code: usage ? 2 : 1 };
	}
}

async function runCommand({ row: { command, load }, values }: Chosen): Promise<ExitCode> {
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

/** For what must not happen. The stack is for who looks for it. */
function bugReport(error: unknown): string {
	const { message, stack } = error instanceof Error ? error : new Error(String(error));
	const { BIBFOLIO_DEBUG } = process.env;
	const details = BIBFOLIO_DEBUG ? `${stack}\n` : '';
	return `Bibfolio ${ownVersion()} met a mistake of its own: ${message}\n${details}Please report it with this line and, if you can, the .bib; BIBFOLIO_DEBUG=1 shows where it happened.\n`;
}
