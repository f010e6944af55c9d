import { type OptionRow, operandOf } from './command.ts';
import { commands, type Row } from './commands/index.ts';

/** Values by the name of their option; files by the name that `usage` gives them, and the rest under `_`. */
export type Values = Readonly<Record<string, unknown>>;

/** A command, and what the words say to it. */
export interface Chosen {
	readonly row: Row;
	readonly values: Values;
}

/** Words that are more than a name or a value; so is the name of a command where none is looked for. */
const special = /^(?:|-.*|["'].*|true|false|help|completion)$/s;

/**
 * What the words say where each can mean one thing only: a command, its files, and options by their long names. Most
 * calls are of that kind, and all rules of a command line take longer to load than a short library takes to read.
 *
 * @returns null where it is another call
 */
export function plainWords(words: readonly string[]): Chosen | null {
	const named = commands.find(({ command }) => command.name === words[0]);
	const row = named ?? commands[0];
	const { options } = row.command;
	const operand = operandOf(row.command);
	const values: Record<string, string | boolean | string[]> = {};
	const files: string[] = [];
	const rest = words.slice(named ? 1 : 0);
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		const name = word.slice(2);
		if (!word.startsWith('--') || !Object.hasOwn(options, name) || name === operand) {
			if (!isPlain(word)) return null;
			files.push(word);
			continue;
		}
		const option = options[name] as OptionRow;
		const before = values[name];
		const value = option.type === 'boolean' || rest.shift();
		if (value !== true && !isPlainValue(value, option)) return null;
		if (before !== undefined && !Array.isArray(before)) return null;
		values[name] = option.many ? [...(before ?? []), String(value)] : value;
	}
	return { row, values: { ...values, [operand]: files, _: [] } };
}

function isPlainValue(value: string | undefined, { choices }: OptionRow): value is string {
	return value !== undefined && isPlain(value) && (choices?.includes(value) ?? true);
}

function isPlain(word: string): boolean {
	return !special.test(word) && !commands.some(({ command }) => command.name === word);
}
