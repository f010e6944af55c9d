import type { RichText } from '../../latex/rich-text.ts';
import type { NameStyle } from '../../lists/list.ts';
import { isMembership } from '../../people/membership.ts';
import { isVisible, type Mark, type Marks } from '../../people/person.ts';
import type { NameList } from '../../publications/names/name.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import { memoize } from '../../text/memoize.ts';
import type { CslRun } from '../csl-styles/csl-runs.ts';
import { View } from '../engine/look-up.ts';
import type { Locale } from '../locale.ts';
import { type NameLinks, nameLinks, type PeoplePages } from './name-links.ts';
import { type NameToken, type NameView, nameTokens } from './name-tokens.ts';

/** Names for a template: runs of plain text, and the marked names between them. */
export interface NamesView {
	readonly runs: readonly NameRun[];
	/** Each name and delimiter separately, for templates that format every name. */
	readonly tokens: readonly (NameRun & { readonly kind: string; readonly name: NameView | null })[];
	/** All names in one string. */
	readonly plain: string;
	readonly count: number;
	readonly several: boolean;
}

/** A run of a list of names. */
export interface NameRun extends NameLinks {
	readonly text: string;
	/** True for one marked name, or one with an address. Otherwise the text contains any number of names and delimiters. */
	readonly marked: boolean;
	readonly marks: readonly MarkView[];
	/** True if the marks change the look of the name: a mark without a symbol, or the role of a member. */
	readonly emphasized: boolean;
}

/** A run of a reference formatted by a CSL style: a marked name, or other text. */
export type StyledRun = Omit<NameRun, 'text'> & { readonly text: RichText };

/** Adds the marks of names to the runs of a CSL style; null for null. */
export function styledRuns(
	runs: readonly CslRun[] | null,
	marks: Marks,
	locale: Locale,
	people: PeoplePages,
): readonly StyledRun[] | null {
	return (
		runs?.map(({ text, name }, index) => {
			const nameMarks = (name && marks.get(name)) ?? [];
			return {
				text: index > 0 ? continued(text) : text,
				...marksFor(nameMarks, locale),
				...nameLinks(name, nameMarks, people),
			};
		}) ?? null
	);
}

/** A text after other text on the same line. */
function continued(text: RichText): RichText {
	const [first, ...others] = text;
	return first?.type === 'text' ? [{ ...first, continues: true }, ...others] : text;
}

/** The first name of a list, whose script is that of the list. */
function firstLetters({ names: [first] }: NameList): string {
	return first ? (first.literal ?? first.family + first.given) : '';
}

/** The reason why a name is marked, in the words of the locale. */
export interface MarkView {
	readonly kind: string;
	/** The kind for use in a class or command: [a-z0-9-]. */
	readonly id: string;
	/** '*', '†' … for marks shown as a symbol; null for marks that change the look of the name. */
	readonly symbol: string | null;
	/** The word in the legend; null if the locale has an empty word. */
	readonly label: string | null;
}

/** Names in the style of a list. Text without marks is one run, so that templates loop over few runs for many names. */
export class WrittenNames extends View implements NamesView {
	readonly #list: NameList;
	readonly #style: NameStyle;
	readonly #marks: Marks;
	readonly #locale: Locale;
	readonly #people: PeoplePages;
	readonly runs: readonly NameRun[];

	constructor(list: NameList, style: NameStyle, marks: Marks, locale: Locale, people: PeoplePages) {
		super();
		this.#list = list;
		this.#style = style;
		this.#marks = marks;
		this.#locale = locale.inScriptOf(() => firstLetters(list));
		this.#people = people;
		this.runs = runsOf(nameTokens(list, style, marks, this.#locale, people), this.#locale);
	}
	/** Not cached: the tokens of all works would take most of the memory. */
	get tokens(): NamesView['tokens'] {
		const tokens = nameTokens(this.#list, this.#style, this.#marks, this.#locale, this.#people);
		return tokens.map(({ kind, text, name, marks }) => ({ ...run(text, marks, name, this.#locale), kind, name }));
	}
	get plain(): string {
		return this.runs.map(({ text }) => text).join('');
	}
	get count(): number {
		return this.#list.names.length + (this.#list.etAl ? 1 : 0);
	}
	get several(): boolean {
		return this.count > 1;
	}
}

function runsOf(tokens: readonly NameToken[], locale: Locale): readonly NameRun[] {
	const runs: NameRun[] = [];
	let text = '';
	for (const token of tokens) {
		if (!token.marks.length) {
			text += token.text;
			continue;
		}
		if (text) runs.push(run(text, [], null, locale));
		text = '';
		runs.push(run(token.text, token.marks, token.name, locale));
	}
	if (text) runs.push(run(text, [], null, locale));
	return runs;
}

function run(text: string, marks: readonly Mark[], name: NameView | null, locale: Locale): NameRun {
	return {
		text,
		...marksFor(marks, locale),
		url: name?.url ?? null,
		page: name?.page ?? null,
		orcid: name?.orcid ?? null,
	};
}

function marksFor(marks: readonly Mark[], locale: Locale): Pick<NameRun, 'marked' | 'marks' | 'emphasized'> {
	const visible = marks.filter(isVisible);
	const views = [...new Set(visible.map(({ kind }) => kind))].map((kind) => markView(kind, locale));
	const isMember = visible.some(({ kind, person }) => person !== null && isMembership({ role: kind }));
	const emphasized = isMember || views.some(({ symbol }) => symbol === null);
	return { marked: marks.length > 0, marks: views, emphasized };
}

/** A kind of mark in the words of a locale. A kind without a term is its own word. */
export function markView(kind: string, locale: Locale): MarkView {
	return markViews(locale)(kind);
}

const markViews = cacheByIdentity((locale: Locale) =>
	memoize((kind): MarkView => {
		const id = kind.toLowerCase().replace(/[^a-z0-9]+/g, '-');
		return {
			kind,
			id: id.replace(/^-|-$/g, '') || 'mark',
			symbol: locale.term(`mark-${kind}-symbol`) || null,
			label: (locale.term(`mark-${kind}`) ?? kind) || null,
		};
	}),
);
