import { existsSync } from 'node:fs';
import { nearest } from '../text/closest-word.ts';
import { type Command, type ExitCode, type OptionRow, type OptionsOf, type OptionTable, operandOf } from './command.ts';
import { commands } from './commands/index.ts';
import { type ParsedCall, parseWords } from './parser.ts';
import type { messageOptions } from './shared-options.ts';
import { ownVersion, terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Replaces `-` among the words for yargs, which would drop it. */
const standardInput = '<stdin>';

/** Runs a command line and sets the process's exit code. No input ends in a stack trace. */
export async function main(words: readonly string[]): Promise<void> {
	// A reader that closes the pipe early (`| head`) is no error.
	for (const stream of [process.stdout, process.stderr])
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
			process.exit();
		});
	try {
		const call = await parseWords(prepared(words));
		process.exitCode = call ? await runCall(call) : 0;
	} catch (error) {
		const isUsage = error instanceof UsageError;
		process.stderr.write(isUsage ? `${error.message}\n` : bugReport(error));
		process.exitCode = isUsage ? 2 : 1;
	}
}

async function runCall({ command, values }: ParsedCall): Promise<ExitCode> {
	// The words after -- are files even if they look like options; yargs puts them under `_`.
	const { _: rest, $0: _script, [operandOf(command)]: operands, ...named } = values;
	const [, ...more] = rest as string[];
	const options: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(named)) {
		const row = command.options[name];
		if (!row) throw unknownOption(name, command);
		if (value !== undefined) options[name] = optionValue(name, row, value);
	}
	const files = [...((operands ?? []) as string[]), ...more];
	if (!command.files && files.length) throw new UsageError(`bibfolio ${command.name} takes no files`);
	const { color } = options as OptionsOf<typeof messageOptions>;
	return command.run(
		options as OptionsOf<OptionTable>,
		files.map((path) => (path === standardInput ? '-' : path)),
		terminal(color),
	);
}

function optionValue(name: string, row: OptionRow, value: unknown): unknown {
	if (row.many) {
		const values = (Array.isArray(value) ? value : [value]).map(String);
		return row.many === 'commas' ? values.flatMap((one) => one.split(',').map((part) => part.trim())) : values;
	}
	const last = Array.isArray(value) ? value.at(-1) : value;
	if (row.type === 'boolean') return Boolean(last);
	if (typeof last === 'boolean') throw new UsageError(`Unknown option --no-${name}\nOmit --${name} instead`);
	if (row.type === 'string') return String(last);
	const number = Number(last);
	if (Number.isInteger(number) && number > 0) return number;
	throw new UsageError(`Unexpected ${String(last)} after --${name}, expected a positive integer`);
}

function unknownOption(name: string, { options, name: commandName }: Command): UsageError {
	const near = nearest(name, Object.keys(options));
	const hint = near ? `Did you mean --${near}?` : `See bibfolio ${commandName} --help`;
	return new UsageError(`Unknown option ${name.length > 1 ? '--' : '-'}${name}\n${hint}`);
}

/** The words as yargs needs them: `help COMMAND` as an option, and each value joined to its option. */
function prepared(words: readonly string[]): string[] {
	const [first] = words;
	if (first === 'completion' || words.some((word) => word.startsWith('--get-yargs-completions'))) return [...words];
	if (first === 'help') return [...words.slice(1), '--help'];
	const command = commands.find(({ name }) => name === first);
	if (!command && first && isCommandLike(first)) {
		const names = [...commands.map(({ name }) => name), 'completion'];
		const near = nearest(first, names);
		const hint = near ? `Did you mean ${near}?` : `Commands: ${names.join(', ')}`;
		throw new UsageError(`Unknown command ${first}, and no file has that name\n${hint}`);
	}
	return joined(words, command ?? commands[0]);
}

/** True for a word that is no file, pattern or path. */
function isCommandLike(word: string): boolean {
	return /^\w[\w-]*$/.test(word) && !existsSync(word);
}

/** Joins a value that begins with a dash to its option, as yargs demands: `--sort=-year`. */
function joined(words: readonly string[], command: Command): string[] {
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
		const row = word.startsWith('--') ? command.options[word.slice(2)] : undefined;
		if (row && row.type !== 'boolean' && next !== undefined) {
			if (takesFiles && row.type === 'string' && row.many !== 'commas' && !row.choices)
				refuseUnquoted(word, words.slice(index + 1));
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

/** Refuses a value of several words without quotes: the words after the first are no files and do not look like files. */
function refuseUnquoted(option: string, [value = '', ...others]: readonly string[]): void {
	const end = others.findIndex((word) => /^-|[/\\*?[\]]|\.[a-z]{2,}$/i.test(word) || existsSync(word));
	const words = others.slice(0, end < 0 ? others.length : end);
	const [first] = words;
	if (value.startsWith('-') || first === undefined) return;
	const hint = `Put the whole value in quotes: ${option} "${[value, ...words].join(' ')}"`;
	throw new UsageError(`Unexpected ${first} after ${option} ${value}, and no file has that name\n${hint}`);
}

/** The message for an error that should be impossible. */
function bugReport(error: unknown): string {
	const { message, stack } = error instanceof Error ? error : new Error(String(error));
	const { BIBFOLIO_DEBUG } = process.env;
	const details = BIBFOLIO_DEBUG ? `${stack}\n` : '';
	return `Internal error (this is a bug in Bibfolio ${ownVersion}): ${message}\n${details}Please report it with this message and, if possible, the .bib file. Set BIBFOLIO_DEBUG=1 to see the stack trace.\n`;
}
