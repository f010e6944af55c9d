import type { NameStyle } from '../../lists/list.ts';
import type { Mark, Marks } from '../../people/person.ts';
import type { Name, NameList } from '../../publications/names/name.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { Locale } from '../locale.ts';
import { type NamePart, nameParts } from './name-parts.ts';

/** One thing to write. Every token has every field, so that a template may ask for any. */
export interface NameToken {
	/** `position` is the place of a marked person that an et al. hides ('4th of 12'). */
	readonly kind: 'name' | 'delimiter' | 'ellipsis' | 'et-al' | 'position';
	readonly text: string;
	/** The person of a name token; null for the others. */
	readonly name: NameView | null;
	/** Why the name, or a position, is marked. */
	readonly marks: readonly Mark[];
}

/** One name as it is written. */
export interface NameView {
	/** Its parts in the order of the style, separators among them; their texts together are the token's text. */
	readonly parts: readonly NamePart[];
	/** One-based place in the whole list. */
	readonly position: number;
	readonly orcid: string | null;
	/** Of the person declared in the configuration. */
	readonly url: string | null;
	/** Never abbreviated: 'Klaus-Robert Müller'. */
	readonly full: string;
	/** A body or a name in braces, which has no parts. */
	readonly literal: boolean;
}

/**
 * A list of names in a style, ready for a template: what to write, in order (CSL 1.0.2, 'Name' and 'Et-al Abbreviation'). Names cut by the et-al rule that
 * carry a mark are shown all the same, behind an ellipsis, or told by their position, as the style has it.
 */
export function nameTokens(list: NameList, style: NameStyle, marks: Marks, locale: Locale): readonly NameToken[] {
	const { names } = list;
	const shown = shownNames(list, style, marks);
	const tokens: NameToken[] = [];
	const et = list.etAl || (shown.at(-1) ?? -1) < names.length - 1;
	for (const [at, index] of shown.entries()) {
		const name = names[index];
		const before = shown[at - 1];
		if (!name) continue;
		if (before !== undefined) {
			if (index > before + 1) tokens.push(token('delimiter', style.delimiter), token('ellipsis', '…'));
			const gap = index > before + 1 && !et && at === shown.length - 1;
			tokens.push(token('delimiter', gap ? ' ' : between(at, shown.length, et, style, locale)));
		}
		tokens.push(nameToken(name, index, marks.get(name) ?? [], style));
	}
	if (et) tokens.push(...etAl(list, shown, style, marks, locale));
	return tokens;
}

/** The indices of the names that are written out. */
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
	return name !== undefined && (marks.get(name)?.length ?? 0) > 0;
}

/** The delimiter before the name `at`; before the last name of a whole list, with 'and'. */
function between(at: number, count: number, et: boolean, style: NameStyle, locale: Locale): string {
	if (et || at < count - 1 || style.and === 'none') return style.delimiter;
	const word = locale.term(style.and === 'symbol' ? 'and-symbol' : 'and') ?? '&';
	const { delimiterPrecedesLast } = style;
	const delimited = delimiterPrecedesLast === 'always' || (delimiterPrecedesLast === 'contextual' && count > 2);
	return `${delimited ? style.delimiter.trimEnd() : ''} ${word} `;
}

/** 'et al.', and the position of marked names it hides. A delimiter precedes it after two names or more (CSL). */
function etAl(list: NameList, shown: readonly number[], style: NameStyle, marks: Marks, locale: Locale): NameToken[] {
	const word = locale.term('et-al') || 'et al.';
	const before = shown.length === 0 ? '' : shown.length > 1 ? style.delimiter : ' ';
	const tokens = [...(before ? [token('delimiter', before)] : []), token('et-al', word)];
	if (style.etAlKeepMarked !== 'position') return tokens;
	const hidden = [...list.names.keys()].filter((index) => !shown.includes(index) && isMarked(list.names[index], marks));
	for (const [at, index] of hidden.entries()) {
		const last = at === hidden.length - 1;
		const ordinal = locale.ordinal(index + 1);
		const count = `${list.names.length}${list.etAl ? '+' : ''}`;
		const name = list.names[index];
		tokens.push(
			token('delimiter', at === 0 ? ' (' : ', '),
			token(
				'position',
				last ? locale.phrase('name-position', { ordinal, count }) : ordinal,
				(name && marks.get(name)) ?? [],
			),
		);
		if (last) tokens.push(token('delimiter', ')'));
	}
	return tokens;
}

function nameToken(name: Name, index: number, marks: readonly Mark[], style: NameStyle): NameToken {
	const sorted = style.nameAsSortOrder === 'all' || (style.nameAsSortOrder === 'first' && index === 0);
	return new Written(writtenName(name, sorted, style), name, index, marks, style);
}

/** A name token, which looks into the name only when asked: few templates do. */
class Written implements NameToken {
	readonly kind = 'name';
	readonly text: string;
	readonly marks: readonly Mark[];
	readonly #parts: readonly NamePart[];
	readonly #of: Name;
	readonly #index: number;
	readonly #style: NameStyle;

	constructor({ text, parts }: WrittenName, of: Name, index: number, marks: readonly Mark[], style: NameStyle) {
		this.text = text;
		this.marks = marks;
		this.#parts = parts;
		this.#of = of;
		this.#index = index;
		this.#style = style;
	}

	get name(): NameView {
		const { marks } = this;
		const person = marks.find((mark) => mark.person?.url)?.person ?? marks.find((mark) => mark.person)?.person ?? null;
		return {
			parts: this.#parts,
			position: this.#index + 1,
			orcid: this.#of.orcid ?? person?.orcid ?? null,
			url: person?.url ?? null,
			full: textOf(nameParts(this.#of, false, { ...this.#style, initializeWith: null })),
			literal: this.#of.literal !== null,
		};
	}
}

interface WrittenName {
	readonly parts: readonly NamePart[];
	readonly text: string;
}

/** A name as a style writes it. The same people are in most works of a library, mostly as the same objects. */
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
