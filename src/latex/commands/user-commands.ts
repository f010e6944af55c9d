import { Cursor } from '../cursor.ts';
import { commands } from './latex-commands.ts';

/** A command that the library's @preamble or the configuration defines. */
export interface UserCommand {
	/** The number of arguments, including the optional one. */
	readonly parameters: number;
	/** The default of the optional first argument; null if that is not optional. */
	readonly optional: string | null;
	/** The replacement, with `#1` to `#9`. */
	readonly body: string;
}

/** Commands by name, without the backslash. */
export type UserCommands = ReadonlyMap<string, UserCommand>;

const definition =
	/\\(?:(newcommand|renewcommand|providecommand|DeclareRobustCommand|DeclareMathOperator)\*?\s*(?:\{\s*\\([A-Za-z]+|.)\s*\}|\\([A-Za-z]+|.))|(?:long\s*|global\s*|protected\s*)?\\?([gex]?def)\s*\\([A-Za-z]+|.)|let\s*\\([A-Za-z]+|.)\s*=?\s*)/g;

/**
 * Reads command definitions from the values of @preamble blocks (LaTeX's \newcommand and similar, TeX's \def and \let) and
 * from the configuration (`{'\LRP': '\textsc{lrp}'}`, whose arguments are counted from `#n`). A @preamble does not redefine
 * built-in commands, because it usually draws them or replaces a missing package; the configuration overrides all.
 */
export function readUserCommands(
	preambles: readonly string[],
	configured: Readonly<Record<string, string>>,
): UserCommands {
	const userCommands = new Map<string, UserCommand>();
	for (const preamble of preambles) readDefinitions(preamble, userCommands);
	for (const [name, body] of Object.entries(configured)) {
		const parameters = Math.max(0, ...[...body.matchAll(/#(\d)/g)].map((match) => Number(match[1])));
		userCommands.set(name.replace(/^\\/, ''), { parameters, optional: null, body });
	}
	return userCommands;
}

function readDefinitions(preamble: string, userCommands: Map<string, UserCommand>): void {
	const cursor = new Cursor(preamble);
	for (const match of preamble.matchAll(definition)) {
		// Part of the previous definition.
		if (match.index < cursor.offset) continue;
		const [whole, newCommand, bracedName, bareName, def, defName, letName] = match;
		const name = bracedName ?? bareName ?? defName ?? letName ?? '';
		const start = match.index + whole.length;
		cursor.offset = start;
		const command =
			letName !== undefined
				? letTarget(cursor)
				: def !== undefined
					? defBody(cursor)
					: newCommand === 'DeclareMathOperator'
						? operatorBody(cursor)
						: newcommandBody(cursor);
		if (!command) {
			cursor.offset = start;
			continue;
		}
		if (commands.has(name) && !isSortKey(name)) continue;
		if (newCommand === 'providecommand' && userCommands.has(name)) continue;
		userCommands.set(name, simplified(command));
	}
}

/** Built-in commands whose argument is shown or dropped depending on the library. */
function isSortKey(name: string): boolean {
	return /^(?:noop|sort)|sort$|^(?:printfirst|printsecond|gobble)$/i.test(name);
}

const drawing =
	/\\(?:setbox|ooalign|catcode|csname|if[a-z]*|futurelet|expandafter|begingroup|halign|accent)(?![A-Za-z])/;

/** Replaces a definition that draws or programs with its arguments. */
function simplified(command: UserCommand): UserCommand {
	if (!drawing.test(command.body)) return command;
	return { ...command, body: Array.from({ length: command.parameters }, (_, index) => `#${index + 1}`).join('') };
}

function letTarget(cursor: Cursor): UserCommand | null {
	const body = cursor.match(/\s*(\\[A-Za-z]+|\\.|[^\s\\])/y)?.[1];
	return body === undefined ? null : { parameters: 0, optional: null, body };
}

/** Accepts only undelimited parameters (`#1#2`). */
function defBody(cursor: Cursor): UserCommand | null {
	const parameters = cursor.match(/\s*((?:#\d\s*)*)(?=\{)/y)?.[1];
	const body = parameters === undefined ? null : cursor.group();
	return body === null ? null : { parameters: parameters?.replace(/[^#]/g, '').length ?? 0, optional: null, body };
}

function operatorBody(cursor: Cursor): UserCommand | null {
	const body = nextGroup(cursor);
	return body === null ? null : { parameters: 0, optional: null, body: `\\operatorname{${body}}` };
}

function newcommandBody(cursor: Cursor): UserCommand | null {
	const count = cursor.match(/\s*\[\s*(\d)\s*\]/y)?.[1];
	const optional = count === undefined ? undefined : cursor.match(/\s*\[([^\]{}]*(?:\{[^{}]*\}[^\]{}]*)*)\]/y)?.[1];
	const body = nextGroup(cursor);
	return body === null ? null : { parameters: Number(count ?? 0), optional: optional ?? null, body };
}

function nextGroup(cursor: Cursor): string | null {
	cursor.match(/\s*/y);
	return cursor.group();
}
