import type { Terminal } from './terminal.ts';

/** One option of a command. The table of options drives the parser, its types, the help and the shell completion. */
export interface OptionRow {
	readonly type: 'string' | 'boolean' | 'number';
	/** The option may be repeated, or takes several values separated by commas. */
	readonly many?: 'repeat' | 'commas';
	readonly alias?: string;
	readonly choices?: readonly string[];
	/** Values that the shell completes although others are valid, too, or the command itself checks them. */
	readonly suggestions?: readonly string[];
	readonly describe: string;
	/** Heading in the help. */
	readonly group: string;
}

export type OptionTable = Readonly<Record<string, OptionRow>>;

/** The values of a table of options; an option that is not on the command line is undefined. */
export type OptionsOf<Table extends OptionTable> = {
	readonly [Name in keyof Table]?: Table[Name]['many'] extends string
		? readonly ValueOf<Table[Name]>[]
		: ValueOf<Table[Name]>;
};

type ValueOf<Row extends OptionRow> = Row['choices'] extends readonly (infer Choice)[]
	? Choice
	: { string: string; boolean: boolean; number: number }[Row['type']];

/** 0: success. 1: errors in the input, or `--check` found a difference. 2: wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** A command: what the help shows, and what it does. */
export interface Command<Table extends OptionTable = OptionTable> {
	readonly name: string;
	/** The operands as the help shows them after the name: '[files..]'. */
	readonly usage: string;
	readonly summary: string;
	/** Description of the operands; null if the command takes none. */
	readonly files: string | null;
	/** Operands that the shell completes, instead of files. */
	readonly operands?: readonly string[];
	readonly options: Table;
	readonly examples: readonly (readonly [command: string, description: string])[];
	run(options: OptionsOf<Table>, files: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The name of a command's operands in its `usage`: `files` of '[files..]'. */
export function operandOf({ usage }: Command): string {
	return /\w+/.exec(usage)?.[0] ?? 'files';
}

/** An option as it is typed: '--limit', '-q'. */
export function flagOf(name: string): string {
	return `${name.length > 1 ? '--' : '-'}${name}`;
}
