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
	const pattern = new RegExp(definition);
	for (let match = pattern.exec(preamble); match; match = pattern.exec(preamble)) {
		const [, newer, braced, bare, def, defName, letName] = match;
		const name = braced ?? bare ?? defName ?? letName ?? '';
		const reader = new DefinitionReader(preamble, pattern.lastIndex);
		let command: UserCommand | null = null;
		if (letName !== undefined) {
			const target = reader.token();
			command = target === '' ? null : { parameters: 0, optional: null, body: target };
		} else if (def !== undefined) command = reader.defBody();
		else if (newer === 'DeclareMathOperator') {
			const body = reader.group();
			command = body === null ? null : { parameters: 0, optional: null, body: `\\operatorname{${body}}` };
		} else command = reader.newcommandBody();
		if (!command) continue;
		pattern.lastIndex = Math.max(pattern.lastIndex, reader.offset);
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

class DefinitionReader {
	private readonly text: string;
	offset: number;

	constructor(text: string, offset: number) {
		this.text = text;
		this.offset = offset;
	}

	newcommandBody(): UserCommand | null {
		const count = this.match(/\s*\[\s*(\d)\s*\]/y)?.[1];
		const optional = count === undefined ? undefined : this.match(/\s*\[([^\]{}]*(?:\{[^{}]*\}[^\]{}]*)*)\]/y)?.[1];
		const body = this.group();
		return body === null ? null : { parameters: Number(count ?? 0), optional: optional ?? null, body };
	}

	/** Only undelimited parameters (`#1#2`): delimited ones cannot be told from text. */
	defBody(): UserCommand | null {
		const parameters = this.match(/\s*((?:#\d\s*)*)(?=\{)/y)?.[1];
		if (parameters === undefined) return null;
		const body = this.group();
		return body === null ? null : { parameters: parameters.replace(/[^#]/g, '').length, optional: null, body };
	}

	token(): string {
		return this.match(/\s*(\\[A-Za-z]+|\\.|[^\s\\])/y)?.[1] ?? '';
	}

	/** The contents of a brace group, or null. */
	group(): string | null {
		const start = this.match(/\s*\{/y);
		if (!start) return null;
		let depth = 1;
		for (let index = this.offset; index < this.text.length; index++) {
			const code = this.text.charCodeAt(index);
			if (code === 0x5c) index++;
			else if (code === 0x7b) depth++;
			else if (code === 0x7d && --depth === 0) {
				const contents = this.text.slice(this.offset, index);
				this.offset = index + 1;
				return contents;
			}
		}
		return null;
	}

	private match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.offset;
		const match = pattern.exec(this.text);
		if (match) this.offset = pattern.lastIndex;
		return match;
	}
}
