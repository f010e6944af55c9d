import type { NameStyle } from '../../lists/list.ts';
import { isVisible, type Mark, type Marks } from '../../people/person.ts';
import type { Name, NameList } from '../../publications/names/name.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { isInScriptOf } from '../language/scripts.ts';
import type { Locale } from '../locale.ts';
import { type NameLinks, nameLinks, type PeoplePages } from './name-links.ts';
import { type NamePart, nameParts } from './name-parts.ts';

/** A part of a written list of names. Every token has every property, so that templates can use any of them. */
export interface NameToken {
	/** `position` is the position of a marked name that 'et al.' hides ('4th of 12'). */
	readonly kind: 'name' | 'delimiter' | 'ellipsis' | 'et-al' | 'position';
	readonly text: string;
	/** The name of a name token; null for other tokens. */
	readonly name: NameView | null;
	/** The marks of the name or position. */
	readonly marks: readonly Mark[];
}

/** A written name. */
export interface NameView extends NameLinks {
	/** Its parts in the order of the style, including separators. Their texts together are the token's text. */
	readonly parts: readonly NamePart[];
	/** One-based position in the whole list. */
	readonly position: number;
	/** The name without abbreviation: 'Klaus-Robert Müller'. */
	readonly full: string;
	/** An organization or another name in braces, which has no parts. */
	readonly literal: boolean;
}

/**
 * Writes a list of names in a style, as tokens in order (CSL 1.0.2, 'Name' and 'Et-al Abbreviation'). Depending on the style,
 * marked names that the et-al rule cuts are shown after an ellipsis, or by their position.
 */
export function nameTokens(
	list: NameList,
	style: NameStyle,
	marks: Marks,
	locale: Locale,
	people: PeoplePages,
): readonly NameToken[] {
	const { names } = list;
	const shown = shownNames(list, style, marks);
	const tokens: NameToken[] = [];
	const hasEtAl = list.etAl || (shown.at(-1) ?? -1) < names.length - 1;
	for (const [at, index] of shown.entries()) {
		const name = names[index];
		const previous = shown[at - 1];
		if (!name) continue;
		const written = nameToken(name, index, marks.get(name) ?? [], style, locale, people);
		if (previous !== undefined) {
			if (index > previous + 1) tokens.push(token('delimiter', delimiterOf(style, locale)), token('ellipsis', '…'));
			const gap = index > previous + 1 && !hasEtAl && at === shown.length - 1;
			tokens.push(token('delimiter', gap ? ' ' : delimiterBefore(written, at, shown.length, hasEtAl, style, locale)));
		}
		tokens.push(written);
	}
	if (hasEtAl) tokens.push(...etAl(list, shown, style, marks, locale));
	return tokens;
}

/** The indices of the names that are shown. */
function shownNames({ names, etAl }: NameList, style: NameStyle, marks: Marks): number[] {
	const all = [...names.keys()];
	const first = Math.max(1, style.etAlUseFirst);
	if (style.etAlMin === null || names.length < style.etAlMin || names.length <= first) return all;
	const last = style.etAlUseLast && !etAl && names.length >= first + 2 ? names.length - 1 : -1;
	return all.filter(
		(index) => index < first || index === last || (style.etAlKeepMarked === 'name' && isMarked(names[index], marks)),
	);
}

function isMarked(name: Name | undefined, marks: Marks): boolean {
	return name !== undefined && (marks.get(name)?.some(isVisible) ?? false);
}

/** The delimiter before the name `at`; with 'and' before the last name of a complete list. */
function delimiterBefore(
	{ text }: NameToken,
	at: number,
	count: number,
	hasEtAl: boolean,
	style: NameStyle,
	locale: Locale,
): string {
	const delimiter = delimiterOf(style, locale);
	if (hasEtAl || at < count - 1 || style.and === 'none') return delimiter;
	const { delimiterPrecedesLast } = style;
	const hasDelimiter = delimiterPrecedesLast === 'always' || (delimiterPrecedesLast === 'contextual' && count > 2);
	const and = locale.and(style.and === 'symbol' ? 'and-symbol' : 'and', text);
	return `${hasDelimiter ? delimiter.trimEnd() : ''}${and}`;
}

/** The delimiter of a style in the punctuation of the language. A comma is that of lists: '、'. */
function delimiterOf({ delimiter }: NameStyle, locale: Locale): string {
	if (delimiter === ', ') return locale.term('list-delimiter') ?? delimiter;
	return locale.punctuation.get(delimiter) ?? delimiter;
}

/** 'et al.', and the positions of the marked names that it hides. After two or more names, a delimiter precedes it (CSL). */
function etAl(list: NameList, shown: readonly number[], style: NameStyle, marks: Marks, locale: Locale): NameToken[] {
	const word = locale.term('et-al') || 'et al.';
	const separator = shown.length === 0 ? '' : separatorOfEtAl(shown.length, style, locale);
	const tokens = [...(separator ? [token('delimiter', separator)] : []), token('et-al', word)];
	if (style.etAlKeepMarked !== 'position') return tokens;
	const hidden = [...list.names.keys()].filter((index) => !shown.includes(index) && isMarked(list.names[index], marks));
	for (const [at, index] of hidden.entries()) {
		const last = at === hidden.length - 1;
		const ordinal = locale.ordinal(index + 1);
		const count = `${list.names.length}${list.etAl ? '+' : ''}`;
		const name = list.names[index];
		tokens.push(
			token('delimiter', at === 0 ? sign(' (', locale) : (locale.term('list-delimiter') ?? ', ')),
			token(
				'position',
				last ? locale.phrase('name-position', { ...ordinal, count }) : ordinal.ordinal(null),
				(name && marks.get(name)) ?? [],
			),
		);
		if (last) tokens.push(token('delimiter', sign(')', locale)));
	}
	return tokens;
}

/** The text between the last name and 'et al.'; where a language has a comma there, it is the delimiter of the style. */
function separatorOfEtAl(names: number, style: NameStyle, locale: Locale): string {
	const separator = locale.pattern('before-et-al', { number: names }) ?? ' ';
	return separator === locale.term('list-delimiter') ? delimiterOf(style, locale) : separator;
}

function sign(english: string, { punctuation }: Locale): string {
	return punctuation.get(english) ?? english;
}

function nameToken(
	name: Name,
	index: number,
	marks: readonly Mark[],
	style: NameStyle,
	locale: Locale,
	people: PeoplePages,
): NameToken {
	const sorted = style.nameAsSortOrder === 'all' || (style.nameAsSortOrder === 'first' && index === 0);
	const written = name.inOtherScript
		? inBothScripts(name, name.inOtherScript, sorted, style, locale)
		: writtenName(name, sorted, style);
	return new WrittenNameToken(written, { name, index, marks, style, people });
}

/** A name in two scripts, first in that of the language: 'Yamada T (山田太郎)'. */
function inBothScripts(name: Name, other: Name, sorted: boolean, style: NameStyle, locale: Locale): WrittenName {
	const isFirst = isInScriptOf(locale.tag, letters(name)) || !isInScriptOf(locale.tag, letters(other));
	const [first, second] = isFirst ? [name, other] : [other, name];
	const separator = (text: string): NamePart => ({ role: 'separator', text });
	const parts = [
		...writtenName(first, sorted, style).parts,
		...[separator(sign(' (', locale)), ...writtenName(second, sorted, style).parts, separator(sign(')', locale))],
	];
	return { parts, text: textOf(parts) };
}

function letters({ literal, family, given }: Name): string {
	return literal ?? family + given;
}

/** What the view of a name is made of. */
interface NameContext {
	readonly name: Name;
	readonly index: number;
	readonly marks: readonly Mark[];
	readonly style: NameStyle;
	readonly people: PeoplePages;
}

/** A name token that creates its {@link NameView} on access, because few templates use it. */
class WrittenNameToken implements NameToken {
	readonly kind = 'name';
	readonly text: string;
	readonly marks: readonly Mark[];
	readonly #parts: readonly NamePart[];
	readonly #context: NameContext;

	constructor({ text, parts }: WrittenName, context: NameContext) {
		this.text = text;
		this.marks = context.marks;
		this.#parts = parts;
		this.#context = context;
	}

	get name(): NameView {
		const { name, index, marks, style, people } = this.#context;
		return {
			parts: this.#parts,
			position: index + 1,
			...nameLinks(name, marks, people),
			full: textOf(nameParts(name, false, { ...style, initializeWith: null })),
			literal: name.literal !== null,
		};
	}
}

interface WrittenName {
	readonly parts: readonly NamePart[];
	readonly text: string;
}

/** A name in a style. Cached, because the same `Name` objects occur in many works. */
function writtenName(name: Name, sorted: boolean, style: NameStyle): WrittenName {
	return (sorted ? sortedName : plainName)(style, name);
}

const plainName = cacheByIdentity((style: NameStyle, name: Name) => partsAndText(name, false, style));
const sortedName = cacheByIdentity((style: NameStyle, name: Name) => partsAndText(name, true, style));

function partsAndText(name: Name, sorted: boolean, style: NameStyle): WrittenName {
	const parts = nameParts(name, sorted, style);
	return { parts, text: textOf(parts) };
}

function textOf(parts: readonly NamePart[]): string {
	return parts.map(({ text }) => text).join('');
}

function token(kind: NameToken['kind'], text: string, marks: readonly Mark[] = []): NameToken {
	return { kind, text, name: null, marks };
}
