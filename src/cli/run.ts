import { existsSync } from 'node:fs';
import { visible, visibleText } from '../diagnostics/visible.ts';
import { closestWord } from '../text/closest-word.ts';
import { valueIn } from '../text/value-in.ts';
import {
	type Command,
	type ExitCode,
	flagOf,
	type OptionRow,
	type OptionsOf,
	type OptionTable,
	operandOf,
} from './command.ts';
import { commands } from './commands/index.ts';
import { type ParsedCall, parseWords } from './parser.ts';
import type { messageOptions } from './shared-options.ts';
import { bibfolioVersion, terminal } from './terminal.ts';
import { suggestion, UsageError } from './usage-error.ts';

/** Replaces `-` on the command line, because yargs would drop it. */
const standardInput = '<stdin>';

/** Runs a command line and sets the exit code of the process. Never prints a stack trace for wrong input. */
export async function main(words: readonly string[]): Promise<void> {
	try {
		const call = await parseWords(prepareWords(words));
		process.exitCode = call ? await runCall(call) : 0;
	} catch (error) {
		const isUsage = error instanceof UsageError;
		process.stderr.write(isUsage ? usageText(error) : visibleText(bugReport(error)));
		process.exitCode = isUsage ? 2 : 1;
	}
}

async function runCall({ command, values }: ParsedCall): Promise<ExitCode> {
	// Words after -- are files even if they look like options; yargs collects them under `_`.
	const { _: rest, $0: _script, [operandOf(command)]: operands, ...named } = values;
	const [, ...restOperands] = rest as string[];
	const options: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(named)) {
		const row = valueIn(command.options, name);
		if (!row) throw unknownOption(name, command);
		if (value !== undefined) options[name] = optionValue(name, row, value);
	}
	const files = [
		...[operands as string | (string | undefined)[]].flat().flatMap((word) => word ?? []),
		...restOperands,
	];
	if (!command.files && files.length)
		throw new UsageError(`Unexpected "${files[0]}": bibfolio ${command.name} takes no files`);
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
		return row.many === 'commas' ? values.flatMap((list) => list.split(',').map((item) => item.trim())) : values;
	}
	const last = Array.isArray(value) ? value.at(-1) : value;
	if (row.type === 'boolean') return Boolean(last);
	if (typeof last === 'boolean') throw new UsageError(`Unknown option --no-${name}`, `Omit --${name} instead`);
	if (row.type === 'string') return last === standardInput ? '-' : String(last);
	const number = Number(last);
	if (Number.isInteger(number) && number > 0) return number;
	throw new UsageError(`Expected a positive integer after --${name}, found "${String(last)}"`);
}

function unknownOption(name: string, { options, name: commandName }: Command): UsageError {
	const names = [...Object.keys(options), 'help', 'version'];
	const near = names.find((each) => each.startsWith(`${name}-`)) ?? closestWord(name, names);
	const hint = near ? `Did you mean --${near}?` : `See bibfolio ${commandName} --help`;
	return new UsageError(`Unknown option ${flagOf(name)}`, hint);
}

/** The words as yargs needs them: `help COMMAND` as an option, and each value joined to its option. */
function prepareWords(words: readonly string[]): string[] {
	const [first, second] = words;
	if (first === 'help') {
		if (second !== undefined && !commandNames.includes(second)) throw unknownCommand('command', second);
		return [...words.slice(1), '--help'];
	}
	const command = commands.find(({ name }) => name === first);
	if (!command && first && isCommandLike(first)) throw unknownCommand('command or file', first);
	return joinValues(words, command ?? commands[0]);
}

const commandNames = commands.map(({ name }) => name);

function unknownCommand(kind: string, word: string): UsageError {
	const file = `${word}.bib`;
	const isOption = word === 'version' || Object.hasOwn(commands[0].options, word);
	const hint = existsSync(file) ? `Did you mean "${file}"?` : isOption ? `Did you mean --${word}?` : null;
	return new UsageError(`Unknown ${kind} "${word}"`, hint ?? suggestion(word, commandNames, 'Commands'));
}

/** True for a word that is not a file, a pattern or a path. */
function isCommandLike(word: string): boolean {
	return /^\w[\w-]*$/.test(word) && !existsSync(word);
}

/** Joins a value that begins with a dash to its option, as yargs requires: `--sort=-year`. */
function joinValues(words: readonly string[], command: Command): string[] {
	const takesFiles = operandOf(command) === 'files';
	const joined: string[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? '';
		if (word === '--') return [...joined, ...words.slice(index)];
		if (word === '-') {
			joined.push(standardInput);
			continue;
		}
		const next = words[index + 1];
		const row = word.startsWith('--') ? valueIn(command.options, word.slice(2)) : undefined;
		if (row && row.type !== 'boolean' && next !== undefined) {
			if (row.many === 'commas') refuseDirection(word, words.slice(index + 1));
			if (takesFiles && row.type === 'string' && row.many !== 'commas' && !row.choices)
				refuseUnquoted(word, words.slice(index + 1));
			if (/^-[^-]/.test(next)) {
				joined.push(`${word}=${next}`);
				index++;
				continue;
			}
		}
		joined.push(word);
	}
	return joined;
}

/** Refuses SQL's word for an order: '--sort year desc'. */
function refuseDirection(option: string, [key = '', direction = '']: readonly string[]): void {
	if (!/^(?:asc|desc)(?:ending)?$/i.test(direction)) return;
	const hint = `Use a minus for descending order: ${option} ${/^d/i.test(direction) ? '-' : ''}${key}`;
	throw new UsageError(`Unexpected "${direction}" after ${option} ${key}`, hint);
}

/** Refuses a value of several words without quotes: the words after the first are not files and do not look like files. */
function refuseUnquoted(option: string, [value = '', ...following]: readonly string[]): void {
	const end = following.findIndex((word) => /^-|[/\\*?[\]]|\.[a-z]{2,}$/i.test(word) || existsSync(word));
	const words = following.slice(0, end < 0 ? following.length : end);
	const [first] = words;
	if (value.startsWith('-') || first === undefined) return;
	const hint = `Quote the whole value: ${option} "${[value, ...words].join(' ')}"`;
	throw new UsageError(`Unexpected "${first}" after ${option} ${value}: no such file`, hint);
}

function usageText({ message, hint }: UsageError): string {
	return `error: ${visible(message)}\n${hint === null ? '' : `  hint: ${visible(hint)}\n`}`;
}

/** The message for an error that is a bug of Bibfolio. */
function bugReport(error: unknown): string {
	const { message, stack } = error instanceof Error ? error : new Error(String(error));
	const { BIBFOLIO_DEBUG } = process.env;
	const details = BIBFOLIO_DEBUG ? `${stack}\n` : '';
	return `Internal error (this is a bug in Bibfolio ${bibfolioVersion}): ${message}\n${details}Please report it with this message and, if possible, the .bib file. Set BIBFOLIO_DEBUG=1 to see the stack trace.\n`;
}
