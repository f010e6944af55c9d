import type { RichText } from '../../latex/rich-text.ts';
import type { LocalText, NameStyle } from '../../lists/list.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import type { Link } from '../../publications/links/links.ts';
import type { Role } from '../../publications/names/name.ts';
import type { CslStyle } from '../csl-styles/csl-style.ts';
import { View } from '../engine/look-up.ts';
import type { Locale } from '../locale.ts';
import { formatDate } from './dates-in-words.ts';
import { localText } from './local-text.ts';
import type { NamesView } from './name-runs.ts';

/** What the view of a work needs beside the work. */
export interface ViewContext {
	readonly locale: Locale;
	readonly names: NameStyle;
	readonly options: Readonly<Record<string, string | number | boolean>>;
	/** Words for kinds of links, from the configuration; the locale has the others. */
	readonly linkLabels: ReadonlyMap<string, LocalText>;
	/** The CSL style that writes the entries; null for the templates' own. */
	readonly style: CslStyle | null;
	/** Fields taken out of the BibTeX that is shown. */
	readonly privateFields: readonly string[];
}

/** A date in each of its forms. */
export interface DateView {
	/** '2021', '2019–2021'. */
	readonly year: string;
	/** '2021-12-13/14/16'. */
	readonly iso: string;
	/** 'December 13, 2021'. */
	readonly text: string;
}

/** A link with its words. */
export interface LinkView {
	readonly kind: string;
	readonly url: string;
	readonly label: RichText | string;
	/** The entry gave the words itself. */
	readonly own: boolean;
}

/** People in another role than author: 'translated by …'. */
export interface CreditView {
	readonly role: string;
	/** 'translated by'. */
	readonly label: string;
	readonly names: NamesView;
}

/** A date, each form written when asked for. */
export class WrittenDate extends View implements DateView {
	readonly #date: DateValue;
	readonly #locale: Locale;

	constructor(date: DateValue, locale: Locale) {
		super();
		this.#date = date;
		this.#locale = locale;
	}
	get year(): string {
		return formatDate(this.#date, this.#locale, 'year');
	}
	get iso(): string {
		return formatDate(this.#date, this.#locale, 'iso');
	}
	get text(): string {
		return formatDate(this.#date, this.#locale, 'text');
	}
}

/** The links of a work with their words. Two that would both be called 'Link' are told apart by where they lead. */
export function linkViews(links: readonly Link[], context: ViewContext): readonly LinkView[] {
	let named = false;
	return links.map((link) => {
		const view = linkView(link, context);
		if (link.kind !== 'url' || view.own) return view;
		const host = named ? /^https?:\/\/(?:www\.)?([^/?#:@]+)/i.exec(link.url)?.[1] : null;
		named = true;
		return host ? { ...view, label: host } : view;
	});
}

/** A link with the entry's own words, the configuration's, the locale's, or at least its kind. */
function linkView({ kind, url, label }: Link, { linkLabels, locale }: ViewContext): LinkView {
	const configured = linkLabels.get(kind);
	const words = configured ? localText(configured, locale.tag) : locale.term(`link-${kind}`);
	return { kind, url, label: label ?? words ?? kind, own: label !== null };
}

/** Roles that the locale words with 'by', and its words. */
export const creditRoles: readonly (readonly [role: Role, term: string])[] = [
	['translator', 'translated-by'],
	['director', 'directed-by'],
	['interviewer', 'interviewed-by'],
	['illustrator', 'illustrated-by'],
	['compiler', 'compiled-by'],
	['redactor', 'redacted-by'],
	['reviser', 'revised-by'],
	['continuator', 'continued-by'],
	['collaborator', 'collaboration-by'],
	['commentator', 'commentary-by'],
	['annotator', 'annotated-by'],
	['introduction-author', 'introduction-by'],
	['foreword-author', 'foreword-by'],
	['afterword-author', 'afterword-by'],
];
