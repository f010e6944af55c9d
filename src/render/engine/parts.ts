import type { Locale } from '../locale.ts';
import { capitalized } from './capitalized.ts';
import type { HelperOptions, Helpers } from './helper.ts';

/**
 * Helpers for punctuation between parts that may be absent.
 *
 * `{{#parts ". "}}` joins the non-empty `part`s in it with the delimiter (and a line break after it with `newline=true`).
 * Delimiters are English punctuation (`, `, `. `, ` (`), which the locale replaces by that of its language.
 * A delimiter that begins with a stop loses it if the previous part ends in one or has `stop=false`. `{{part x}}` writes a
 * value, `{{#part}}…{{/part}}` any content; `before` and `after` surround it, with `aside=true` only if it follows another
 * part: 'Nature (in press)', but 'In press'. Whitespace at the ends of a part is removed,
 * and a line break in it becomes a space, so that templates can be indented. `{{#around a b}}…{{/around}}` writes a, the
 * content and b, or nothing if the content is empty; a stop at the beginning of b is treated like that of a delimiter.
 */
export function makeParts(write: (value: unknown) => string, locale: () => Locale): Helpers {
	/** The parts of each `parts` block that is being rendered, the innermost last. */
	const open: Part[][] = [];

	/** A string literal in a template is markup of the format, or English punctuation; any other value is escaped. */
	function literal(value: unknown): string {
		if (typeof value !== 'string') return write(value);
		const sign = locale().punctuation.get(value);
		return sign === undefined ? value : write(sign);
	}

	function parts(this: unknown, ...args: unknown[]): string {
		const { fn, hash } = args.at(-1) as HelperOptions;
		const delimiter = (args.length > 1 ? literal(args[0]) : '') + (hash['newline'] ? '\n' : '');
		// Where brackets have no space before them, they have no comma either: 上海（特邀报告）.
		const bracket = args[0] === ', ' || args[0] === ' ' ? locale().punctuation.get(' (') : undefined;
		const depth = open.push([]);
		try {
			fn?.(this);
			return join(open[depth - 1] ?? [], delimiter, bracket);
		} finally {
			open.length = depth - 1;
		}
	}

	function part(this: unknown, ...args: unknown[]): string {
		const { fn, hash } = args.at(-1) as HelperOptions;
		const inner = fn ? tidy(fn(this)) : args.length > 1 ? write(args[0]) : '';
		const { before, after, stop, aside } = hash as Readonly<Record<string, unknown>>;
		const siblings = open.at(-1);
		if (inner) {
			const isFirst = aside === true && siblings?.length === 0;
			const surround = (value: unknown) => (value === undefined ? '' : literal(value));
			const text = isFirst ? capitalized(inner, locale()) : `${surround(before)}${inner}${surround(after)}`;
			siblings?.push({ text, stop: stop !== false });
		}
		return '';
	}

	function around(this: unknown, before: unknown, after: unknown, { fn }: HelperOptions): string {
		const text = fn ? tidy(fn(this)) : '';
		if (!text) return '';
		const end = literal(after);
		return `${literal(before)}${text}${stopped(end, endsInStop(text))}`;
	}

	return { parts, part, around } as unknown as Helpers;
}

/** A delimiter without its stop if the text before it has one. */
export function stopped(delimiter: string, hasStop: boolean): string {
	if (!hasStop || !/^[.。]/.test(delimiter)) return delimiter;
	return delimiter.slice(1);
}

interface Part {
	readonly text: string;
	/** False if the delimiter after the part loses its stop. */
	readonly stop: boolean;
}

/** Removes whitespace at the ends, and replaces each line break and the whitespace around it by one space. */
function tidy(text: string): string {
	const trimmed = text.trim();
	if (!trimmed.includes('\n')) return trimmed;
	const lines = trimmed.split('\n');
	let tidied = '';
	for (const [index, line] of lines.entries()) {
		const words = index === 0 ? line : line.trimStart();
		if (words) tidied += index === lines.length - 1 ? words : `${withoutTrailingSpaces(words)} `;
	}
	return tidied;
}

function withoutTrailingSpaces(line: string): string {
	let end = line.length;
	while (line[end - 1] === ' ' || line[end - 1] === '\t') end--;
	return line.slice(0, end);
}

/** @param bracket an opening bracket that replaces the delimiter before it */
function join(parts: readonly Part[], delimiter: string, bracket = '\n'): string {
	let written = '';
	let previous: Part | null = null;
	for (const part of parts) {
		if (previous && !part.text.startsWith(bracket)) {
			// A space replaces '。', which has none.
			written += stopped(delimiter, !previous.stop || endsInStop(previous.text)) || (delimiter && ' ');
		}
		written += part.text;
		previous = part;
	}
	return written;
}

/**
 * True if the last visible character is a stop; closing markup of any format is skipped. Before a closing quotation mark,
 * only a full stop or an ellipsis counts: ‘“Why?”.’, but ‘“Notes.”’.
 */
function endsInStop(markup: string): boolean {
	let stops = '.!?…。！？';
	for (let at = markup.length - 1; at >= 0; at--) {
		const character = markup[at] ?? '';
		if (stops.includes(character)) return true;
		if (character === '>') {
			at = markup.lastIndexOf('<', at);
			// An address in angle brackets is not a closing tag.
			if (markup[at + 1] !== '/') return false;
		} else if (character === ';' && markup[at - 1] === ']') {
			// The end of a Typst function call.
			at--;
		} else if ("”“’‘»«'」』》".includes(character)) stops = '.…。';
		else if (!'*_}\u00a0\u202f'.includes(character)) return false;
	}
	return false;
}
