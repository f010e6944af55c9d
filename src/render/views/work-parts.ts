import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import type { LocalText, NameStyle } from '../../lists/list.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import type { Link } from '../../publications/links/links.ts';
import type { Role } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { CslStyle } from '../csl-styles/csl-style.ts';
import { View } from '../engine/look-up.ts';
import type { Locale } from '../locale.ts';
import type { Look } from '../looks.ts';
import { formatDate } from './format-date.ts';
import { localText } from './local-text.ts';
import type { NamesView } from './name-runs.ts';

/** The options from which the view of a work is made. */
export interface ViewContext {
	readonly locale: Locale;
	readonly look: Look;
	readonly names: NameStyle;
	readonly options: Readonly<Record<string, string | number | boolean>>;
	/** Labels for kinds of links from the configuration; the locale has those of other kinds. */
	readonly linkLabels: ReadonlyMap<string, LocalText>;
	/** The CSL style that formats the entries; null to use the templates. */
	readonly style: CslStyle | null;
	/** Fields removed from the BibTeX that is shown. */
	readonly privateFields: readonly string[];
	/** Hosts whose images are shown. */
	readonly imageHosts: readonly string[];
	/** The addresses of the pages of people, by the id of the person. */
	readonly people: ReadonlyMap<string, string>;
	/** The addresses of the works that it cites and the list shows, by key. */
	readonly cited: ReadonlyMap<string, string>;
}

/** The locale for the script of a work: that of its title, else of what it appeared in. */
export function localeOf({ title, containerTitle }: Publication, locale: Locale): Locale {
	return locale.inScriptOf(() => plainText(title.length > 0 ? title : (containerTitle ?? [])));
}

/** The style of the names of a work: family names first if the language of the list and the work has them so. */
export function nameStyleIn(locale: Locale, style: NameStyle, { languages: [language] }: Publication): NameStyle {
	const isSame = locale.familyFirst && language?.split('-')[0] === locale.tag.split('-')[0];
	return isSame ? familyFirst(style) : style;
}

const familyFirst = cacheByIdentity(
	(style: NameStyle): NameStyle => ({ ...style, nameAsSortOrder: 'all', sortSeparator: ' ' }),
);

/** A date in each of its forms. */
export interface DateView {
	/** '2021', '2019–2021'. */
	readonly year: string;
	/** '2021-12-13/14/16'. */
	readonly iso: string;
	/** 'December 13, 2021'. */
	readonly text: string;
}

/** A link with its label. */
export interface LinkView {
	readonly kind: string;
	readonly url: string;
	readonly label: RichText | string;
	/** The label comes from the entry. */
	readonly own: boolean;
}

/** People in a role other than author: 'translated by …'. */
export interface CreditView {
	readonly role: string;
	/** The term of the locale: 'translated-by'. */
	readonly verb: string;
	/** Its words without the names: 'translated by'. */
	readonly label: string;
	readonly names: NamesView;
}

/** A date whose forms are written on access. */
export class FormattedDate extends View implements DateView {
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

/** The links of a work with their labels. After a first link called 'Link', others show their host instead. */
export function linkViews(links: readonly Link[], context: ViewContext): readonly LinkView[] {
	let hasGeneric = false;
	return links.map((link) => {
		const view = linkView(link, context);
		if (link.kind !== 'url' || view.own) return view;
		const host = hasGeneric ? /^https?:\/\/(?:www\.)?([^/?#:@]+)/i.exec(link.url)?.[1] : null;
		hasGeneric = true;
		return host ? { ...view, label: host } : view;
	});
}

/** A link whose label comes from the entry, else from the configuration, the locale, or its kind. */
function linkView({ kind, url, label }: Link, { linkLabels, locale }: ViewContext): LinkView {
	const configured = linkLabels.get(kind);
	const words = configured ? localText(configured, locale.tag) : locale.term(`link-${kind}`);
	return { kind, url, label: label ?? words ?? kind, own: label !== null };
}

/** Roles with a term such as 'translated by', in the order in which they are shown. */
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
