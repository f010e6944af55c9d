import type { HelperOptions, Helpers } from './helper.ts';

/**
 * Helpers for punctuation between things that may be absent.
 *
 * `{{#parts ". "}}` writes the `part`s in it that are not empty, with the delimiter between them (and a line break after
 * it with `newline=true`). A delimiter that begins with a stop loses it where the text before ends in one, or wants none
 * (`stop=false`). `{{part x}}` is a value, `{{#part}}…{{/part}}` anything; `before` and `after` are put around it.
 * Whitespace at the ends of a part is dropped, and a line break in it becomes a space, so that templates can be laid out.
 * `{{#around a b}}…{{/around}}` writes a, what is inside, and b, or nothing at all; a b that begins with a stop is
 * treated like a delimiter.
 */
export function makeParts(write: (value: unknown) => string): Helpers {
	/** The parts of each `parts` that is being written, the innermost last. */
	const open: Part[][] = [];

	/** A string in a template is in the format's own language; anything else passes the gate. */
	function literal(value: unknown): string {
		return typeof value === 'string' ? value : write(value);
	}

	function parts(this: unknown, ...given: unknown[]): string {
		const { fn, hash } = given.at(-1) as HelperOptions;
		const delimiter = (given.length > 1 ? literal(given[0]) : '') + (hash['newline'] ? '\n' : '');
		const depth = open.push([]);
		try {
			fn?.(this);
			return join(open[depth - 1] ?? [], delimiter);
		} finally {
			open.length = depth - 1;
		}
	}

	function part(this: unknown, ...given: unknown[]): string {
		const { fn, hash } = given.at(-1) as HelperOptions;
		const inner = fn ? tidy(fn(this)) : given.length > 1 ? write(given[0]) : '';
		const { before, after, stop } = hash as Readonly<Record<string, unknown>>;
		if (inner) {
			const text = `${before === undefined ? '' : literal(before)}${inner}${after === undefined ? '' : literal(after)}`;
			open.at(-1)?.push({ text, stop: stop !== false });
		}
		return '';
	}

	function around(this: unknown, before: unknown, after: unknown, { fn }: HelperOptions): string {
		const text = fn ? tidy(fn(this)) : '';
		if (!text) return '';
		const end = literal(after);
		return `${literal(before)}${text}${end.startsWith('.') && endsInStop(text) ? end.slice(1) : end}`;
	}

	return { parts, part, around } as unknown as Helpers;
}

interface Part {
	readonly text: string;
	/** Whether a stop may follow. */
	readonly stop: boolean;
}

/** Removes whitespace at the ends, and replaces each line break and the whitespace around it by a space. */
function tidy(text: string): string {
	const trimmed = text.trim();
	if (!trimmed.includes('\n')) return trimmed;
	const lines = trimmed.split('\n');
	let tidied = '';
	for (const [index, line] of lines.entries()) {
		const words = index === 0 ? line : line.trimStart();
		if (words) tidied += index === lines.length - 1 ? words : `${withoutBlanksBehind(words)} `;
	}
	return tidied;
}

function withoutBlanksBehind(words: string): string {
	let end = words.length;
	while (words[end - 1] === ' ' || words[end - 1] === '\t') end--;
	return words.slice(0, end);
}

function join(parts: readonly Part[], delimiter: string): string {
	let written = '';
	let before: Part | null = null;
	for (const part of parts) {
		if (before) {
			const stopped = delimiter.startsWith('.') && (!before.stop || endsInStop(before.text));
			written += stopped ? delimiter.slice(1) : delimiter;
		}
		written += part.text;
		before = part;
	}
	return written;
}

/**
 * Whether the last character a reader sees is a stop, closing markup of any format left aside. Behind a closing
 * quotation mark only a full stop is one: ‘“Why?”.’, but ‘“Notes.”’.
 */
function endsInStop(markup: string): boolean {
	let stops = '.!?…';
	for (let at = markup.length - 1; at >= 0; at--) {
		const character = markup[at] ?? '';
		if (stops.includes(character)) return true;
		if (character === '>') {
			at = markup.lastIndexOf('<', at);
			// An address between angle brackets is no closing tag.
			if (markup[at + 1] !== '/') return false;
		} else if (character === ';' && markup[at - 1] === ']') {
			// The end of a call in Typst.
			at--;
		} else if ("”“’‘»«'".includes(character)) stops = '.…';
		else if (!'*_}'.includes(character)) return false;
	}
	return false;
}
