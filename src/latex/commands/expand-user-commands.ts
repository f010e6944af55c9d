import { matchBraces } from '../brackets.ts';
import type { UserCommand, UserCommands } from './user-commands.ts';

/** A text with its user commands replaced, and the way from an offset in it back to the text as written. */
export interface Expanded {
	readonly text: string;
	/** Where a stretch of the text came from; of a command's replacement, the command with its arguments. */
	origin(start: number, end: number): readonly [start: number, end: number];
}

/** Definitions within definitions; deeper is a definition that contains itself. */
const deepest = 40;
/** Characters one value may grow by, beside ten times its length. */
const growth = 100_000;

/** One text being read: the value, or the body of a command with its arguments put in. */
interface Input {
	readonly text: string;
	offset: number;
	closers: Int32Array | null;
}

/**
 * Replaces user commands by their definitions, also inside each other and in mathematics. Bounded: a definition
 * that contains itself, or grows without end, is left as it stands, for the reader to report as unknown.
 */
export function expand(value: string, commands: UserCommands): Expanded {
	const names = /\\([A-Za-z]+|[^A-Za-z])/g;
	let wanted = false;
	for (const [, name = ''] of value.matchAll(names)) if (commands.has(name)) wanted = true;
	return wanted ? new Expansion(value, commands).run() : { text: value, origin: (start, end) => [start, end] };
}

class Expansion {
	private readonly commands: UserCommands;
	private readonly limit: number;
	private readonly valueLength: number;
	private readonly stack: Input[];
	private readonly pieces: string[] = [];
	private length = 0;
	private steps = 0;
	/** Offsets in the result and in the value where a copy of the value, or a replacement, begins. */
	private readonly marks: { result: number; value: number; replaced: boolean }[] = [
		{ result: 0, value: 0, replaced: false },
	];

	constructor(value: string, commands: UserCommands) {
		this.commands = commands;
		this.valueLength = value.length;
		this.limit = growth + 10 * value.length;
		this.stack = [{ text: value, offset: 0, closers: null }];
	}

	run(): Expanded {
		const command = /\\(?:([A-Za-z]+)|[^A-Za-z])/g;
		for (let input = this.stack.at(-1); input; input = this.stack.at(-1)) {
			command.lastIndex = input.offset;
			const match = command.exec(input.text);
			if (!match) {
				this.emit(input, input.text.length);
				this.stack.pop();
				this.markOutermost(false);
				continue;
			}
			const name = match[1] ?? match[0].slice(1);
			const definition = this.commands.get(name);
			const fits = this.stack.length <= deepest && this.length < this.limit && this.steps < this.limit;
			if (!definition || !fits) {
				this.emit(input, command.lastIndex);
				continue;
			}
			this.emit(input, match.index);
			this.markOutermost(true);
			input.offset = command.lastIndex;
			this.replace(definition, match[1] !== undefined);
			this.markOutermost(false);
		}
		return { text: this.pieces.join(''), origin: (start, end) => this.originOf(start, end) };
	}

	private emit(input: Input, end: number): void {
		this.push(input.text.slice(input.offset, end));
		input.offset = end;
	}

	private push(text: string): void {
		this.pieces.push(text);
		this.length += text.length;
	}

	/** Only where the value itself is read: what stands inside a replacement came from its command. */
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
		const body = definition.body.replace(/#([#1-9])/g, (_, sign: string) =>
			sign === '#' ? '#' : (values[Number(sign) - 1] ?? ''),
		);
		this.steps += body.length;
		// A word that ends the body must not swallow the letter behind it.
		const next = this.current();
		const guarded =
			/\\[A-Za-z]+$/.test(body) && next && /[A-Za-z]/.test(next.text[next.offset] ?? '') ? `${body} ` : body;
		if (this.steps < this.limit) this.stack.push({ text: guarded, offset: 0, closers: null });
	}

	/** The innermost input that is not used up; a command's arguments may stand behind the body it ends. */
	private current(): Input | null {
		for (let index = this.stack.length - 1; index >= 0; index--) {
			const input = this.stack[index];
			if (input && input.offset < input.text.length) return input;
		}
		return null;
	}

	private skipSpace(): void {
		const input = this.current();
		if (!input) return;
		while (input.offset < input.text.length && /\s/.test(input.text[input.offset] ?? '')) input.offset++;
	}

	private bracket(): string | null {
		this.skipSpace();
		const input = this.current();
		if (input?.text[input.offset] !== '[') return null;
		const end = input.text.slice(input.offset, input.offset + 1000).indexOf(']');
		if (end < 0) return null;
		const contents = input.text.slice(input.offset + 1, input.offset + end);
		input.offset += end + 1;
		return contents;
	}

	/** A group's contents, a command, or one character. */
	private argument(): string {
		this.skipSpace();
		const input = this.current();
		if (!input) return '';
		const { text, offset } = input;
		const first = text[offset];
		if (first === '}') return '';
		if (first === '{') {
			input.closers ??= matchBraces(text);
			const close = input.closers[offset] ?? 0;
			if (close > 0) {
				input.offset = close + 1;
				return text.slice(offset + 1, close);
			}
		}
		const token = /\\(?:[A-Za-z]+|[^A-Za-z])|./suy;
		token.lastIndex = offset;
		const match = token.exec(text)?.[0] ?? '';
		input.offset = offset + match.length;
		return match;
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

	/** The index of the last mark at or before an offset of the result. */
	private markAt(offset: number): number {
		let low = 0;
		let high = this.marks.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.marks[middle]?.result ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}
