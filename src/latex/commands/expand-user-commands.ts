import { lastAtMost } from '../../text/last-at-most.ts';
import { matchAt } from '../../text/match-at.ts';
import { Cursor } from '../cursor.ts';
import type { UserCommand, UserCommands } from './user-commands.ts';

/** A text with expanded user commands, whose offsets can be converted to the original text. */
interface Expanded {
	readonly text: string;
	/** The original range of a range of the text; for text from a command's body, the command with its arguments. */
	origin(start: number, end: number): readonly [start: number, end: number];
}

/** Depth limit of nested definitions; a deeper one contains itself. */
const maxDepth = 40;
/** The number of characters that a value may grow by, in addition to ten times its length. */
const maxGrowth = 100_000;

/**
 * Replaces user commands with their definitions, also nested and in math. A definition that contains itself or grows without
 * limit is not expanded, and the reader reports it as unknown.
 */
export function expandUserCommands(value: string, commands: UserCommands): Expanded {
	return new Expansion(value, commands).run();
}

class Expansion {
	private readonly commands: UserCommands;
	private readonly limit: number;
	private readonly valueLength: number;
	/** The value and the bodies in expansion, whose arguments are inserted; innermost last. */
	private readonly stack: Cursor[];
	private readonly pieces: string[] = [];
	private length = 0;
	private steps = 0;
	/** The offsets in the result and in the value where a part of the value, or the replacement of a command, begins. */
	private readonly marks: { result: number; value: number; replaced: boolean }[] = [
		{ result: 0, value: 0, replaced: false },
	];

	constructor(value: string, commands: UserCommands) {
		this.commands = commands;
		this.valueLength = value.length;
		this.limit = maxGrowth + 10 * value.length;
		this.stack = [new Cursor(value)];
	}

	run(): Expanded {
		for (let input = this.stack.at(-1); input; input = this.stack.at(-1)) {
			const match = matchAt(command, input.text, input.offset);
			if (!match) {
				this.emit(input, input.text.length);
				this.stack.pop();
				this.markOutermost(false);
				continue;
			}
			const end = match.index + match[0].length;
			const name = match[1] ?? match[0].slice(1);
			const definition = this.commands.get(name);
			const fits = this.stack.length <= maxDepth && this.length < this.limit && this.steps < this.limit;
			if (!definition || !fits) {
				this.emit(input, end);
				continue;
			}
			this.emit(input, match.index);
			this.markOutermost(true);
			input.offset = end;
			this.replace(definition, match[1] !== undefined);
			this.markOutermost(false);
		}
		return { text: this.pieces.join(''), origin: (start, end) => this.originOf(start, end) };
	}

	private emit(input: Cursor, end: number): void {
		this.push(input.text.slice(input.offset, end));
		input.offset = end;
	}

	private push(text: string): void {
		this.pieces.push(text);
		this.length += text.length;
	}

	/** Marks only positions in the value, because all text in a body has the origin of its command. */
	private markOutermost(replaced: boolean): void {
		const [value, ...inner] = this.stack;
		if (value && inner.length === 0) this.marks.push({ result: this.length, value: value.offset, replaced });
	}

	private replace(definition: UserCommand, isWord: boolean): void {
		if (isWord) this.skipSpace();
		const values: string[] = [];
		for (let index = 0; index < definition.parameters; index++) {
			const optional = index === 0 && definition.optional !== null;
			values.push(optional ? (this.bracket() ?? definition.optional ?? '') : this.argument());
		}
		let size = definition.body.length;
		for (const value of values) size += value.length;
		this.steps += 1 + size;
		const body = definition.body.replace(/#([#1-9])/g, (_, parameter: string) =>
			parameter === '#' ? '#' : (values[Number(parameter) - 1] ?? ''),
		);
		this.steps += body.length;
		// A command at the end of the body must not include the next letter in its name.
		const next = this.current()?.peek() ?? '';
		const guarded = /\\[A-Za-z]+$/.test(body) && /[A-Za-z]/.test(next) ? `${body} ` : body;
		if (this.steps < this.limit) this.stack.push(new Cursor(guarded));
	}

	/** The innermost text that is not at its end: arguments may follow the body that ends with their command. */
	private current(): Cursor | undefined {
		return this.stack.findLast((input) => !input.done);
	}

	private skipSpace(): void {
		this.current()?.match(/\s*/y);
	}

	private bracket(): string | null {
		this.skipSpace();
		return this.current()?.match(/\[([^\]]{0,998})\]/y)?.[1] ?? null;
	}

	/** The contents of a group, a command, or one character. */
	private argument(): string {
		this.skipSpace();
		const input = this.current();
		if (!input || input.peek() === '}') return '';
		return input.group() ?? input.token();
	}

	/** The index of the last mark that is not after an offset in the result. */
	private markAt(offset: number): number {
		return lastAtMost(this.marks, ({ result }) => result, offset);
	}

	private originOf(start: number, end: number): readonly [number, number] {
		const first = this.markAt(start);
		const last = this.markAt(end - 1);
		const from = this.marks[first];
		const to = this.marks[last];
		if (!from || !to) return [0, 0];
		return [
			from.replaced ? from.value : from.value + start - from.result,
			to.replaced ? (this.marks[last + 1]?.value ?? this.valueLength) : to.value + end - to.result,
		];
	}
}

const command = /\\(?:([A-Za-z]+)|[^A-Za-z])/g;
