import { type Format, Markup } from '../../formats/format.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText, Wrapping } from '../../latex/rich-text.ts';
import { richText } from '../../latex/rich-text.ts';
import { memoize } from '../../text/memoize.ts';
import { valueIn } from '../../text/value-in.ts';
import { type Direction, directionOfText } from '../language/scripts.ts';
import { isCount, type Locale, type Slots, type TitleMarks } from '../locale.ts';
import { capitalized } from './capitalized.ts';
import type { HelperOptions, Helpers } from './helper.ts';
import { propertyOf } from './look-up.ts';
import { makeParts, stopped } from './parts.ts';
import { HelperError, UnknownName } from './template-errors.ts';
import { tied, unbreakable } from './ties.ts';
import { writeValue } from './write-value.ts';

/** The root view (`@root`), a list or a work, with the properties that helpers use. */
interface RootView {
	readonly options?: Readonly<Record<string, string | number | boolean>>;
	field?(name: string): RichText | null;
}

/**
 * Bibfolio's helpers, besides those of Handlebars. A string literal in a template is markup of the format; a value of the
 * view is text and is escaped.
 *
 * - `(is value "a" "b")`, `(and a b)`, `(or a b)`, `(not a)`, `(some marks "kind" "owner")`
 * - `(direction x)`: 'rtl' or 'ltr' for text in another direction than that of the list, else null
 * - `{{term "and"}}`, `{{term "volume" number=volume}}`: a term of the locale with its slots filled; null if the value of a slot is null
 * - `{{term "in" form=kind}}`: the form of a term with a name, if the locale has it
 * - `{{#term "edited-by" capital=true}}…{{/term}}`: the term with the block in its slot; nothing if the block is empty
 * - `{{term-forms "works"}}`: the forms of a term as JSON, for scripts; `{{punct ": "}}`: English punctuation, in that of the language
 * - `{{option "links" "labels"}}`: an option of the output, or the default
 * - `{{field "family"}}`: any field of the entry
 * - `{{emphasis x}}`, `{{strong x}}`, `{{superscript x}}`, `{{quoted x}}`, `(join ". " a b)`, `{{capital x}}`: rich text from rich text
 * - `{{titled x}}`, `{{title-marks x}}`: the title of a book or journal in italics, or between the marks of the language; with these marks only
 * - `{{tied text}}`: names with no-break spaces beside initials; in HTML, also no break in 'K-R' and '12–15'
 * - `{{link url label}}`, `{{escaped ":"}}`, `{{comment "…"}}`, `{{repeat "#" level}}`, `{{indent x 4}}`
 * - `{{phrase "heading-id-after" id=id}}`: markup of the format's flavour; `{{verbatim x "bibtex"}}`: source text as it is
 * - `{{#parts ". "}}{{part x}}{{#part}}…{{/part}}{{/parts}}`, `{{#around "(" ")"}}…{{/around}}`: see `parts.ts`
 */
export function makeHelpers(format: Format, locale: () => Locale): Helpers {
	const write = (value: unknown) => writeValue(value, format, locale());
	const wrap = (type: Wrapping) => (value: unknown) =>
		isEmpty(value) ? null : [{ type, children: rich(value, type) }];
	const signOf = (sign: string) => {
		const replaced = locale().punctuation.get(sign);
		return replaced === undefined ? sign : write(replaced);
	};
	/** Markup between the words before and after the first slot of a phrase; nothing without markup. */
	const aroundSlot = (pattern: string, markup: string, isCapital: boolean) => {
		if (!markup) return '';
		const [before = '', slot, after = ''] = slotsIn(pattern);
		const words = slot === undefined ? `${before} ` : before;
		return write(isCapital ? capitalized(words, locale()) : words) + markup + write(after);
	};
	/** A title between marks; formatted in another way where a language has none. */
	const marked = (
		value: unknown,
		helper: string,
		[open, close]: TitleMarks,
		formatted: (title: RichText) => RichText,
	) => {
		if (isEmpty(value)) return null;
		const title = rich(value, helper);
		if (open === '') return formatted(title);
		return [{ type: 'text', value: open } as const, ...title, { type: 'text', value: close } as const];
	};
	return {
		is: (value: unknown, ...candidates: unknown[]) =>
			includes(candidates, Array.isArray(value) ? plainText(value as RichText) : value),
		and: (...values: unknown[]) => !values.some((value, index) => index < values.length - 1 && isEmpty(value)),
		or: (...values: unknown[]) => values.find((value, index) => index < values.length - 1 && !isEmpty(value)) ?? null,
		not: (value: unknown) => isEmpty(value),
		some: (list: unknown, name: string, ...candidates: unknown[]) =>
			Array.isArray(list) && list.some((item) => includes(candidates, propertyOf(item, name))),
		direction(value: unknown) {
			const direction = isEmpty(value) ? null : textDirection(rich(value, 'direction'), locale());
			return direction === locale().direction ? null : direction;
		},

		term(this: unknown, name: unknown, { hash, fn }: HelperOptions) {
			const content = fn?.(this).trim();
			const next = content === undefined ? undefined : content.replace(openingMarkup, '');
			const { capital: isCapital, form, ...slots } = hash;
			const inForm = isEmpty(form) ? null : locale().pattern(`${name}.${form}`, slots as Slots, next);
			const word = inForm ?? locale().pattern(String(name), slots as Slots, next);
			if (word === null) throw new UnknownName(String(name), locale().terms);
			if (content !== undefined) return aroundSlot(word, content, isCapital === true);
			// Also where the words show no value, as in the form '1 volume'.
			if (Object.values(slots).some(isEmpty)) return null;
			return word.includes('{') ? fill(word, slots, locale()) : word;
		},
		'term-forms': (name: unknown) => {
			const forms = locale().forms(String(name));
			if (forms === null) throw new UnknownName(String(name), locale().terms);
			return JSON.stringify(typeof forms === 'string' ? { other: forms } : forms);
		},
		punct: (sign: string) => new Markup(signOf(sign)),
		option(name: string, ...rest: unknown[]) {
			const { options } = rootOf(rest.at(-1) as HelperOptions);
			return valueIn(options ?? {}, name) ?? (rest.length > 1 ? rest[0] : null);
		},
		field(name: string, options: HelperOptions) {
			const work = rootOf(options);
			if (!work.field) throw new HelperError('The helper "field" works only in an entry');
			return work.field(name);
		},

		emphasis: wrap('emphasis'),
		strong: wrap('strong'),
		superscript: wrap('superscript'),
		quoted: (value: unknown) =>
			marked(value, 'quoted', locale().articleMarks, (children) => [{ type: 'quote', children }]),
		titled: (value: unknown) =>
			marked(value, 'titled', locale().titleMarks, (children) => [{ type: 'emphasis', children }]),
		'title-marks': (value: unknown) => marked(value, 'title-marks', locale().titleMarks, (title) => title),
		capital: (value: unknown) => (isEmpty(value) ? null : capital(rich(value, 'capital'), locale())),
		tied: (value: unknown) => withoutBreaks(value, format, write),
		join: (delimiter: string, ...values: unknown[]) =>
			joined(
				locale().punctuation.get(delimiter) ?? delimiter,
				values
					.slice(0, -1)
					.filter((value) => !isEmpty(value))
					.map((value) => rich(value, 'join')),
			),

		escaped: (value: unknown) => new Markup(write(value)),
		link: (url: unknown, label: unknown) => new Markup(format.link(words(url, 'link'), write(label))),
		comment: (...lines: unknown[]) => new Markup(format.comment(lines.slice(0, -1).map(String))),
		indent: (value: unknown, width: number, { hash }: HelperOptions) => {
			const { after } = hash as Readonly<Record<string, unknown>>;
			// The width of a list's number, its full stop and a space.
			const mark = after === undefined ? 0 : String(after).length + 2;
			const spaces = ' '.repeat(Math.max(width, mark));
			const padding = format.alignsItems && mark ? spaces.slice(mark) : '';
			return new Markup(padding + write(value).replace(/\n(?=.)/g, `\n${spaces}`));
		},
		phrase: (name: string, { hash }: HelperOptions) =>
			new Markup(phrase(valueIn(format.phrases ?? {}, name) ?? '', hash, write)),
		verbatim: (value: unknown, language: unknown) => {
			const source = words(value, 'verbatim');
			return new Markup(format.verbatim?.(source, words(language, 'verbatim')) ?? format.text(source));
		},
		repeat: (value: unknown, count: unknown) => new Markup(words(value, 'repeat').repeat(Math.max(0, Number(count)))),

		...makeParts(write, locale),
	} as unknown as Helpers;
}

/** True if there is nothing to show: null, false, '', or an empty list or text. */
function isEmpty(value: unknown): boolean {
	if (value instanceof Markup) return value.value === '';
	return value == null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

function rootOf({ data }: HelperOptions): RootView {
	return (data['root'] ?? {}) as RootView;
}

/** True if the arguments of a helper contain a value. The last argument, the options, does not count. */
function includes(args: readonly unknown[], value: unknown): boolean {
	const index = args.indexOf(value);
	return index >= 0 && index < args.length - 1;
}

function rich(value: unknown, helper: string): RichText {
	if (typeof value === 'string' || typeof value === 'number') return richText(String(value));
	if (Array.isArray(value)) return value as RichText;
	throw new HelperError(`The helper "${helper}" expects text`);
}

/** An argument that must be a text or a number. */
function words(value: unknown, helper: string): string {
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new HelperError(`The helper "${helper}" expects text`);
}

/** Markup of any format before the first word of a text. */
const openingMarkup = /^(?:<[^<>]*>|\\\w+\{|#\w+\[|[*_{[])*/;

function textDirection(text: RichText, { tag }: Locale): Direction | null {
	const [first] = text;
	return directionOfText(tag, text.length === 1 && first?.type === 'text' ? first.value : plainText(text));
}

/** Joins rich texts. After a text that ends in a stop, a delimiter that begins with one loses it. */
function joined(delimiter: string, values: readonly RichText[]): RichText | null {
	const nodes: RichText[number][] = [];
	for (const [index, value] of values.entries()) {
		if (index > 0) {
			addText(nodes, stopped(delimiter, endsInStop(nodes)));
		}
		const [first, ...rest] = value;
		if (first?.type === 'text') addText(nodes, first.value);
		else if (first) nodes.push(first);
		nodes.push(...rest);
	}
	return nodes.length ? nodes : null;
}

/** Appends text. Adjacent texts become one node, because escaping depends on the neighbouring characters. */
function addText(nodes: RichText[number][], value: string): void {
	const last = nodes.at(-1);
	if (last?.type === 'text') nodes[nodes.length - 1] = { type: 'text', value: last.value + value };
	else nodes.push({ type: 'text', value });
}

/** Capitalizes the first letter if the first node is text. */
function capital(value: RichText, locale: Locale): RichText {
	const [first, ...rest] = value;
	if (first?.type !== 'text') return value;
	return [{ type: 'text', value: capitalized(first.value, locale) }, ...rest];
}

function endsInStop(nodes: RichText): boolean {
	const last = nodes.at(-1);
	if (!last || last.type === 'math') return false;
	return last.type === 'text' ? /[.!?…。！？]$/.test(last.value) : endsInStop(last.children);
}

/** Ties initials to names and, if the format has markup for it, keeps hyphenated initials and ranges on one line. */
function withoutBreaks(value: unknown, format: Format, write: (value: unknown) => string): unknown {
	const pattern = valueIn(format.phrases ?? {}, 'unbroken');
	if (!pattern) return typeof value === 'string' ? tied(value) : value;
	if (typeof value !== 'string' && !Array.isArray(value)) return value;
	const written = rich(value, 'tied').map((node) => {
		if (node.type !== 'text') return write([node]);
		const pieces = tied(node.value).split(unbreakable);
		// Unbreakable pieces have odd indexes.
		return pieces.map((text, index) => (index % 2 ? phrase(pattern, { text }, write) : write(text))).join('');
	});
	return new Markup(written.join(''));
}

/** Fills the slots of markup. */
function phrase(pattern: string, slots: Readonly<Record<string, unknown>>, write: (value: unknown) => string): string {
	return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => write(valueIn(slots, slot)));
}

/** Splits a phrase: words at even indexes, names of slots at odd ones. */
const slotsIn = memoize((pattern) => pattern.split(/\{([\w-]+)(?:\.[\w-]+)?\}/));

/** Fills the slots of a locale's phrase. */
function fill(pattern: string, slots: Readonly<Record<string, unknown>>, locale: Locale): RichText {
	const nodes: RichText[number][] = [];
	for (const [index, piece] of slotsIn(pattern).entries()) {
		if (index % 2 === 0) {
			if (piece) addText(nodes, piece);
			continue;
		}
		const value = valueIn(slots, piece);
		if (value === undefined) throw new HelperError(`The helper "term" needs a value for {${piece}}`);
		for (const node of rich(typeof value === 'number' && isCount(piece) ? locale.number(value) : value, 'term'))
			if (node.type === 'text') addText(nodes, node.value);
			else nodes.push(node);
	}
	return nodes;
}
