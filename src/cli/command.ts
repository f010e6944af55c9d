import type { Terminal } from './terminal.ts';

/** One option of a command. The table of options makes the parser, its types, the help and the completion. */
export interface OptionRow {
	readonly type: 'string' | 'boolean' | 'number';
	/** May be given several times, or with commas between the values. */
	readonly many?: 'repeat' | 'commas';
	readonly alias?: string;
	readonly choices?: readonly string[];
	readonly describe: string;
	/** Heading in the help. */
	readonly group: string;
}

export type OptionTable = Readonly<Record<string, OptionRow>>;

/** The values of a table of options; what was not given is undefined. */
export type OptionsOf<Table extends OptionTable> = {
	readonly [Name in keyof Table]?: Table[Name]['many'] extends string
		? readonly ValueOf<Table[Name]>[]
		: ValueOf<Table[Name]>;
};

type ValueOf<Row extends OptionRow> = Row['choices'] extends readonly (infer Choice)[]
	? Choice
	: { string: string; boolean: boolean; number: number }[Row['type']];

/** 0: fine. 1: errors in the input, or `--check` differs. 2: wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** A command as people see it. It loads nothing, so that the help comes at once. */
export interface Command<Table extends OptionTable = OptionTable> {
	readonly name: string;
	/** In the help, after the name: '[files..]', or what else `files` are called. */
	readonly usage: string;
	readonly summary: string;
	/** What `files`, or whatever `usage` calls them, are; null when the command takes none. */
	readonly files: string | null;
	readonly options: Table;
	readonly examples: readonly (readonly [command: string, what: string])[];
}

/** What a command does. */
export type Run<Table extends OptionTable = OptionTable> = (
	options: OptionsOf<Table>,
	files: readonly string[],
	terminal: Terminal,
) => Promise<ExitCode>;

/** Gives a command the type of its own table. */
export function command<const Table extends OptionTable>(made: Command<Table>): Command<Table> {
	return made;
}

/** What stands behind the options, as `usage` calls it: files. */
export function operandOf({ usage }: Command): string {
	return /\w+/.exec(usage)?.[0] ?? 'files';
}
