import { Cursor } from '../cursor.ts';
import { commands } from './latex-commands.ts';

/** A command that the library's @preamble or the configuration defines. */
export interface UserCommand {
	/** How many arguments it takes, the optional one included. */
	readonly parameters: number;
	/** What the first argument is when it is not given in brackets; null: it is not optional. */
	readonly optional: string | null;
	/** The replacement, with `#1` to `#9`. */
	readonly body: string;
}

/** Commands by name, without the backslash. */
export type UserCommands = ReadonlyMap<string, UserCommand>;

const definition =
	/\\(?:(newcommand|renewcommand|providecommand|DeclareRobustCommand|DeclareMathOperator)\*?\s*(?:\{\s*\\([A-Za-z]+|.)\s*\}|\\([A-Za-z]+|.))|(?:long\s*|global\s*|protected\s*)?\\?([gex]?def)\s*\\([A-Za-z]+|.)|let\s*\\([A-Za-z]+|.)\s*=?\s*)/g;

/**
 * Reads command definitions: LaTeX's \newcommand and its kin, TeX's \def and \let, from the values of @preamble
 * blocks; and those of the configuration (`{'\LRP': '\textsc{lrp}'}`, the arguments counted from its `#n`). A
 * command this program knows keeps its meaning against a @preamble, which defines it by drawing or for want of a
 * package; the configuration overrides everything.
 */
export function readUserCommands(
	preambles: readonly string[],
	configured: Readonly<Record<string, string>>,
): UserCommands {
	const found = new Map<string, UserCommand>();
	for (const preamble of preambles) readDefinitions(preamble, found);
	for (const [name, body] of Object.entries(configured)) {
		const parameters = Math.max(0, ...[...body.matchAll(/#(\d)/g)].map((match) => Number(match[1])));
		found.set(name.replace(/^\\/, ''), { parameters, optional: null, body });
	}
	return found;
}

function readDefinitions(preamble: string, found: Map<string, UserCommand>): void {
	const cursor = new Cursor(preamble);
	for (const match of preamble.matchAll(definition)) {
		// Inside the definition before it.
		if (match.index < cursor.offset) continue;
		const [whole, newer, braced, bare, def, defName, letName] = match;
		const name = braced ?? bare ?? defName ?? letName ?? '';
		const start = match.index + whole.length;
		cursor.offset = start;
		const command =
			letName !== undefined
				? letTarget(cursor)
				: def !== undefined
					? defBody(cursor)
					: newer === 'DeclareMathOperator'
						? operatorBody(cursor)
						: newcommandBody(cursor);
		if (!command) {
			cursor.offset = start;
			continue;
		}
		if (commands.has(name) && !isSortKey(name)) continue;
		if (newer === 'providecommand' && found.has(name)) continue;
		found.set(name, readable(command));
	}
}

/** Known, but what they do with their argument differs from library to library. */
function isSortKey(name: string): boolean {
	return /^(?:noop|sort)|sort$|^(?:printfirst|printsecond|gobble)$/i.test(name);
}

const drawing =
	/\\(?:setbox|ooalign|catcode|csname|if[a-z]*|futurelet|expandafter|begingroup|halign|accent)(?![A-Za-z])/;

/** A definition that draws or programs shows its arguments and nothing else. */
function readable(command: UserCommand): UserCommand {
	if (!drawing.test(command.body)) return command;
	return { ...command, body: Array.from({ length: command.parameters }, (_, index) => `#${index + 1}`).join('') };
}

function letTarget(cursor: Cursor): UserCommand | null {
	const body = cursor.match(/\s*(\\[A-Za-z]+|\\.|[^\s\\])/y)?.[1];
	return body === undefined ? null : { parameters: 0, optional: null, body };
}

/** Only undelimited parameters (`#1#2`): delimited ones look like text. */
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
