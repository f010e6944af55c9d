import { plainText } from '../../latex/plain-text.ts';
import { quotations } from '../../latex/quotations.ts';
import { withReferences } from '../../latex/reference-links.ts';
import { joinTexts, type RichText, richText } from '../../latex/rich-text.ts';
import { isPrivateValue } from '../../library/private-values.ts';
import { publishedBlocks } from '../../library/published-bibtex.ts';
import type { NameStyle } from '../../lists/list.ts';
import { accessOf, citationsOf } from '../../lists/shown-metrics.ts';
import type { Marks } from '../../people/person.ts';
import { genreIn } from '../../publications/csl/genres.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import { isArxivNumber, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import type { Identifiers } from '../../publications/identifiers/identifiers.ts';
import { isAllowedImage } from '../../publications/image-hosts.ts';
import type { Role } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import { saysNothing } from '../../publications/status.ts';
import { valueIn } from '../../text/value-in.ts';
import { quotesOf } from '../load-locale.ts';
import type { Locale } from '../locale.ts';
import type { Look } from '../looks.ts';
import { badgeOf } from './badge.ts';
import { mainLink, titleLink, withPdfKind } from './link-choice.ts';
import { type CitationsView, citationsView, type OpenAccessView, openAccessView } from './metrics-view.ts';
import { type NamesView, type StyledRun, styledRuns, WrittenNames } from './name-runs.ts';
import { type NoticeView, noticeViews, retractionView } from './notice-view.ts';
import { withOwnQuotes } from './title-quotes.ts';
import { WorkKind } from './work-kind.ts';
import {
	type CreditView,
	creditRoles,
	type DateView,
	FormattedDate,
	type LinkView,
	linkViews,
	localeOf,
	nameStyleIn,
	type ViewContext,
} from './work-parts.ts';

/**
 * The view of a work. Every property exists; absent values are null. Values are computed on access, so that a list
 * without abstracts decodes none.
 */
export class WorkView extends WorkKind {
	readonly #work: Publication;
	readonly #marks: Marks;
	readonly #context: ViewContext;
	/** The locale for the script of the work. */
	readonly #locale: Locale;
	/** Cached names. Authors have a property of their own, because most works have no other names. */
	#authors: NamesView | null = null;
	#otherNames: Map<Role, NamesView> | null = null;
	#styled: readonly StyledRun[] | null = null;

	constructor(work: Publication, marks: Marks, context: ViewContext) {
		super(work);
		this.#work = work;
		this.#marks = marks;
		this.#context = context;
		this.#locale = localeOf(work, context.locale);
	}

	/** The entry key as written. */
	get key(): string {
		return this.#work.key;
	}
	get venue(): Publication['venue'] {
		return this.#work.venue;
	}
	/** The short name of the venue for a badge; null if it is long, or repeats a name that the entry shows. */
	get badge(): string | null {
		const { venue, containerTitle, eventTitle, institution, collectionTitle } = this.#work;
		return badgeOf(venue.short, [containerTitle, eventTitle, institution, collectionTitle]);
	}

	/** The title. Quotations in it are nodes, whose marks alternate and are those of the locale, or have those of its own language. */
	get title(): RichText | null {
		const title = quotations(this.#work.title);
		const { language } = this;
		const own = language === null || !hasQuote(title) ? null : quotesOf(language);
		return nonEmpty(own ? withOwnQuotes(title, own, this.#locale.quotes[0]) : title);
	}
	/** The title in another language, in square brackets: '[Deep learning]'; null if it is the same. */
	get titleTranslation(): RichText | null {
		const { title, titleTranslation } = this.#work;
		if (titleTranslation === null) return null;
		const words = plainText(titleTranslation);
		if (words === plainText(title) || isPrivateValue(words)) return null;
		const { locale } = this.#context;
		const { quotes } = locale.inScriptOf(() => words);
		const quoted = quotations(titleTranslation);
		const translation = quotes === locale.quotes ? quoted : withOwnQuotes(quoted, quotes, undefined);
		return joinTexts([...richText('['), ...translation, ...richText(']')]);
	}
	get titleShort(): RichText | null {
		return this.#work.titleShort;
	}
	get titleAddon(): RichText | null {
		return this.#work.titleAddon;
	}

	get authors(): NamesView | null {
		return this.#names('author');
	}
	/** The editors of the work or of the book that contains it. Organizers (`editortype`) count as editors if it has authors. */
	get editors(): NamesView | null {
		return this.#names('editor') ?? (this.authors && this.#names('organizer'));
	}
	get collaboration(): string | null {
		return this.#work.collaboration;
	}
	get bookAuthors(): NamesView | null {
		return this.#names('container-author') ?? this.#names('book-author');
	}
	get seriesEditors(): NamesView | null {
		return this.#names('collection-editor');
	}
	get holders(): NamesView | null {
		return this.#names('holder');
	}
	get inventors(): NamesView | null {
		return this.#names('inventor');
	}
	get organizers(): NamesView | null {
		return this.#names('organizer');
	}
	/** The authors, else the inventors, organizers or editors; null if there are none. */
	get creators(): NamesView | null {
		return this.authors ?? this.inventors ?? this.organizers ?? this.editors;
	}
	/** People in roles with a term such as 'translated by': translators, illustrators, authors of a foreword … */
	get credits(): readonly CreditView[] {
		if (!Object.keys(this.#work.contributors).some((role) => creditedRoles.has(role))) return none;
		return creditRoles.flatMap(([role, term]) => {
			const names = this.#names(role);
			return names ? [{ role, verb: term, label: wordsOf(this.#locale, term), names }] : [];
		});
	}

	/** The date of publication; null if it is unknown or only states a status. */
	get issued(): DateView | null {
		const { issued, status } = this.#work;
		const isStatus =
			issued?.form === 'literal' &&
			(status.field === 'year' || status.field === 'date' || saysNothing(issued.literal ?? ''));
		return isStatus ? null : this.#date(issued);
	}
	/** The date of publication, else of the event; for talks, lectures and posters the other way round. */
	get date(): DateView | null {
		const isPresented = this.isTalk || this.kind === 'poster';
		return isPresented ? (this.eventDate ?? this.issued) : (this.issued ?? this.eventDate);
	}
	/** The date of the talk or conference. */
	get eventDate(): DateView | null {
		return this.#date(this.#work.eventDate);
	}
	get origDate(): DateView | null {
		return this.#date(this.#work.origDate);
	}
	get accessed(): DateView | null {
		return this.#date(this.#work.accessed);
	}

	get containerTitle(): RichText | null {
		return nonEmpty(quotations(this.#work.containerTitle ?? []));
	}
	get containerTitleShort(): RichText | null {
		return this.#work.containerTitleShort;
	}
	get containerAddon(): RichText | null {
		return this.#work.containerAddon;
	}
	get collectionTitle(): RichText | null {
		return this.#work.collectionTitle;
	}
	/** The series, if the number after the container counts in it; null if there is a volume as well as a number in the series. */
	get containerSeries(): RichText | null {
		return this.volume && this.collectionNumber ? null : this.collectionTitle;
	}
	get collectionNumber(): RichText | null {
		return this.#work.collectionNumber;
	}
	get volume(): RichText | null {
		return this.#work.volume;
	}
	get issue(): RichText | null {
		return this.#unlessRepeated(this.#work.issue);
	}
	get number(): RichText | null {
		return this.#unlessRepeated(this.#work.number);
	}
	/** '2nd edition', or the words of the entry. */
	get edition(): RichText | string | null {
		const { edition } = this.#work;
		if (!edition) return null;
		const words = plainText(edition);
		const locale = this.#locale;
		return /^\d{1,3}$/.test(words) ? locale.phrase('edition', locale.ordinal(Number(words))) : edition;
	}
	get eid(): RichText | null {
		return this.#unlessRepeated(this.#work.eid);
	}
	/** '12–15, 18' with the delimiter of the locale. Of article 4, the pages '4:1–4:10' are '1–10'. */
	get pages(): string | null {
		const { eid, pages } = this.#work;
		const delimiter = this.#locale.term('page-range-delimiter') ?? '–';
		const prefix = eid && pages?.includes(':') ? `${plainText(eid)}:` : null;
		const inArticle =
			prefix && pages?.split('–').every((page) => page.startsWith(prefix)) ? pages.replaceAll(prefix, '') : pages;
		return inArticle && !this.#repeats(inArticle) ? inArticle.replaceAll('–', delimiter) : null;
	}
	/** More than one page. */
	get severalPages(): boolean {
		return /[–,\-+]|ff?$/.test(this.#work.pages ?? '');
	}
	/** 'p. 3', 'pp. 12–15'. A single long number is that of an article: '106649'. */
	get pagesInWords(): string | null {
		const { pages } = this;
		if (pages && /^\p{L}?\d{5,}$/u.test(pages)) return pages;
		return pages && this.#locale.phrase(this.severalPages ? 'page-plural' : 'page', { pages });
	}
	/** '214', without the word 'pages' that some entries contain. */
	get pageTotal(): string | null {
		return this.#work.pageTotal?.replace(/\s*\b(?:pages|pp?\.?|Seiten|S\.)$/i, '') || null;
	}
	get chapter(): RichText | null {
		return this.#work.chapter;
	}

	get publisher(): RichText | null {
		return this.#work.publisher;
	}
	get publisherPlace(): RichText | null {
		return this.#work.publisherPlace;
	}
	get institution(): RichText | null {
		return this.#work.institution;
	}
	get eventTitle(): RichText | null {
		return this.#work.eventTitle;
	}
	get eventPlace(): RichText | null {
		return this.#work.eventPlace;
	}
	/** 'PhD thesis', 'invited talk': a word of the locale or of the entry. */
	get genre(): RichText | string | null {
		const { genre } = this.#work;
		return genre && (genreIn(genre, (term) => this.#locale.term(term)) ?? ('term' in genre ? genre.term : null));
	}
	get version(): RichText | null {
		return this.#work.version;
	}
	get medium(): RichText | null {
		return this.#referring(this.#work.medium);
	}
	/** Language tag of the work; null if it is the language of the list. */
	get language(): string | null {
		const [language] = this.#work.languages;
		return language && language.split('-')[0] !== this.#locale.tag.split('-')[0] ? language : null;
	}

	/** The status; null for published works whose entry states no status. */
	get status(): { readonly kind: string; readonly word: string } | null {
		const { kind, words, field } = this.#work.status;
		if (kind === 'published' && field === null) return null;
		return { kind, word: words ?? this.#locale.term(`status-${kind}`) ?? kind };
	}

	/** Its retraction or withdrawal, which precedes the title; null if there is none. */
	get retraction(): NoticeView | null {
		return retractionView(this.#work, this.#locale);
	}
	/** Expressions of concern and corrections; none if the work is retracted. */
	get notices(): readonly NoticeView[] {
		return noticeViews(this.#work, this.#locale);
	}

	/** The work formatted by the CSL style, as runs like those of names; null without a style. */
	get styled(): readonly StyledRun[] | null {
		const { style, people } = this.#context;
		this.#styled ??=
			style && this.#referringRuns(styledRuns(style.runs(this.#work, this.#marks), this.#marks, this.#locale, people));
		return this.#styled;
	}
	/** The links whose address does not appear in `styled`. */
	get unsaidLinks(): readonly LinkView[] {
		const reference = (this.styled ?? []).map(({ text }) => plainText(text)).join('');
		return this.links.filter(({ url }) => !reference.includes(url));
	}
	get identifiers(): Identifiers {
		return this.#work.identifiers;
	}
	/** 'arXiv:2206.03208 [cs.LG]'; null if the container's title or the volume contains it. */
	get eprint(): { readonly label: string; readonly url: string } | null {
		const { identifiers, containerTitle, volume, links } = this.#work;
		const { arxiv, arxivClass } = identifiers;
		if (!arxiv) return null;
		const unversioned = withoutVersion(arxiv);
		if ([containerTitle, volume].some((text) => text && plainText(text).includes(unversioned))) return null;
		const url = links.find(({ kind }) => kind === 'arxiv')?.url ?? `https://arxiv.org/abs/${arxiv}`;
		return { label: `arXiv:${arxiv}${arxivClass && !arxiv.includes('/') ? ` [${arxivClass}]` : ''}`, url };
	}
	get links(): readonly LinkView[] {
		return linkViews(this.#work.links, this.#context);
	}
	/** The address of the link that the title leads to. Null if there is none, or if the title contains a link of its own. */
	get address(): string | null {
		return hasLink(this.#work.title) ? null : (titleLink(this.#work.links, this.#isPart)?.url ?? null);
	}
	/** The link that most readers want: the PDF, else the DOI, else the first link to the work itself. */
	get mainLink(): LinkView | null {
		const links = withPdfKind(this.#work.links);
		const link = mainLink(links, this.#isPart);
		return link ? (linkViews(links, this.#context)[links.indexOf(link)] ?? null) : null;
	}
	/** The other links, without the one that the title leads to. */
	get otherLinks(): readonly LinkView[] {
		const shown = [this.mainLink?.url, this.#context.look.linksTitles && !this.styled ? this.address : null];
		return linkViews(withPdfKind(this.#work.links), this.#context).filter(({ url }) => !shown.includes(url));
	}
	/** How often the work was cited; null if unknown. */
	get citations(): CitationsView | null {
		const citations = citationsOf(this.#work);
		return citations && citationsView(citations, this.#context.locale);
	}
	/** How the work can be read; null if unknown. */
	get openAccess(): OpenAccessView | null {
		const access = accessOf(this.#work);
		return access && openAccessView(access, this.#context.locale);
	}
	/** The same for a work that can be read for free, unless the entry itself names a free copy. */
	get freeCopy(): OpenAccessView | null {
		const isNamed = this.#work.links.some(({ kind }) => kind === 'open-access');
		return !isNamed && this.openAccess?.isOpen ? this.openAccess : null;
	}
	get awards(): readonly RichText[] {
		return this.#work.awards;
	}
	get note(): RichText | null {
		return this.#referring(this.#work.note);
	}
	get addendum(): RichText | null {
		return this.#referring(this.#work.addendum);
	}
	get abstract(): RichText | null {
		return this.#referring(fieldRich(this.#work, 'abstract'));
	}
	get keywords(): readonly string[] {
		return this.#work.keywords;
	}
	/** The source of the entry without private fields: the macros it needs, the entry, and its parents. */
	get bibtex(): string {
		return publishedBlocks(this.#work.entry, this.#context.privateFields).join('\n');
	}
	/** The same, each macro and entry separately. */
	get bibtexBlocks(): readonly string[] {
		const blocks = publishedBlocks(this.#work.entry, this.#context.privateFields);
		return blocks.map((block, index) => (index < blocks.length - 1 ? `${block}\n` : block));
	}
	/** Address of a thumbnail of the site itself, or of an allowed host. */
	get preview(): string | null {
		const { preview } = this.#work;
		return preview !== null && isAllowedImage(preview, this.#context.imageHosts) ? preview : null;
	}
	get selected(): boolean {
		return this.#work.selected;
	}
	/** Other versions of the same work, such as its preprint. */
	get versions(): readonly WorkView[] {
		return this.#work.versions.map((version) => new WorkView(version, this.#marks, this.#context));
	}
	/** The look of the list, which chooses the template of the entry. */
	get look(): Look {
		return this.#context.look;
	}
	/** The `options` of the output. */
	get options(): ViewContext['options'] {
		return this.#context.options;
	}

	/** A field of the entry as rich text; null if the entry lacks it. Templates use the helper `field`. */
	field(name: string): RichText | null {
		return this.#referring(fieldRich(this.#work, name));
	}

	get #nameStyle(): NameStyle {
		return nameStyleIn(this.#context.locale, this.#context.names, this.#work);
	}

	get #isPart(): boolean {
		return this.isContained || this.isTalk;
	}

	/** Whether the entry shows a number of a preprint elsewhere: its arXiv id as `eprint`, or the end of its DOI as an address. */
	#repeats(words: string): boolean {
		const { identifiers, type } = this.#work;
		const { arxiv, doi } = identifiers;
		const showsAddresses = this.#context.options['links'] === 'addresses';
		if (arxiv && (showsAddresses || !this.isContained) && isArxivNumber(words, arxiv)) return true;
		const number = words.replaceAll('–', '-').toLowerCase();
		return showsAddresses && type === 'article' && number.length > 5 && endsWithNumber(doi ?? '', number);
	}

	/** A text whose references to other works are links if the list shows these, in the words of the locale. */
	#referring<Text extends RichText | null>(text: Text): Text | RichText {
		if (text === null || this.#work.cites.length === 0) return text;
		const { cited } = this.#context;
		const words: Readonly<Record<string, string | null>> = {
			and: this.#locale.term('and'),
			'et al.': this.#locale.term('et-al'),
		};
		return withReferences(
			text,
			(key) => cited.get(key),
			(english) => valueIn(words, english) ?? english,
		);
	}

	#referringRuns(runs: readonly StyledRun[] | null): readonly StyledRun[] | null {
		if (this.#work.cites.length === 0) return runs;
		return runs?.map((run) => ({ ...run, text: this.#referring(run.text) })) ?? null;
	}

	#unlessRepeated(number: RichText | null): RichText | null {
		return number && this.#repeats(plainText(number)) ? null : number;
	}

	#date(date: DateValue | null): DateView | null {
		return date && new FormattedDate(date, this.#locale);
	}

	#names(role: Role): NamesView | null {
		const list = this.#work.contributors[role];
		if (!list) return null;
		const cached = role === 'author' ? this.#authors : this.#otherNames?.get(role);
		if (cached) return cached;
		const { locale, people } = this.#context;
		const names = new WrittenNames(list, this.#nameStyle, this.#marks, locale, people);
		if (role === 'author') this.#authors = names;
		else {
			this.#otherNames ??= new Map();
			this.#otherNames.set(role, names);
		}
		return names;
	}
}

/** The words of a phrase without its values: 'translated by'. */
function wordsOf(locale: Locale, term: string): string {
	return (locale.term(term) ?? '').replace(/\{[^{}]*\}/g, '').trim();
}

/** Whether a DOI ends with a number: '10.1101/2020.01.01.123456', '10.2139/ssrn.1234567'. */
function endsWithNumber(doi: string, number: string): boolean {
	const lower = doi.toLowerCase();
	return lower.endsWith(number) && /[/.]$/.test(lower.slice(0, -number.length));
}

function hasQuote(text: RichText): boolean {
	return text.some((node) => node.type === 'quote' || ('children' in node && hasQuote(node.children)));
}

function hasLink(text: RichText): boolean {
	return text.some((node) => node.type === 'link' || ('children' in node && hasLink(node.children)));
}

const creditedRoles: ReadonlySet<string> = new Set(creditRoles.map(([role]) => role));
const none: readonly never[] = [];

function nonEmpty(text: RichText): RichText | null {
	return text.length ? text : null;
}
