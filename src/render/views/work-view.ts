import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { publishedBlocks } from '../../library/published-bibtex.ts';
import type { Marks } from '../../people/person.ts';
import type { DateValue } from '../../publications/dates/date.ts';
import type { Identifiers } from '../../publications/identifiers/identifiers.ts';
import type { Role } from '../../publications/names/name.ts';
import type { Publication } from '../../publications/publication.ts';
import { fieldRich } from '../../publications/publication-fields.ts';
import { saysNothing } from '../../publications/status.ts';
import { coinsOf } from './coins.ts';
import { type NamesView, type StyledRun, styledRuns, WrittenNames } from './name-runs.ts';
import { WorkKind } from './work-kind.ts';
import {
	type CreditView,
	creditRoles,
	type DateView,
	type LinkView,
	linkViews,
	type ViewContext,
	WrittenDate,
} from './work-parts.ts';

/**
 * Everything a template could want of one work. Total: what is absent is null. Each value is made when it is first
 * asked for, once for all formats, so a list that shows no abstracts decodes none.
 */
export class WorkView extends WorkKind {
	readonly #work: Publication;
	readonly #marks: Marks;
	readonly #context: ViewContext;
	/** Names asked for before; most works have authors and nobody else. */
	#authors: NamesView | null = null;
	#others: Map<Role, NamesView> | null = null;
	#styled: readonly StyledRun[] | null = null;

	constructor(work: Publication, marks: Marks, context: ViewContext) {
		super(work);
		this.#work = work;
		this.#marks = marks;
		this.#context = context;
	}

	/** The entry key as written. */
	get key(): string {
		return this.#work.key;
	}
	get venue(): Publication['venue'] {
		return this.#work.venue;
	}

	get title(): RichText | null {
		return filled(this.#work.title);
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
	/** Who edited it, or the book it is in; organizers (`editortype`) of a book that others wrote for are its editors. */
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
	/** Whose work it is: the authors, else inventors, organizers or editors; null when nobody is named. */
	get creators(): NamesView | null {
		return this.authors ?? this.inventors ?? this.organizers ?? this.editors;
	}
	/** Everyone in a role that the locale words with 'by': translators, illustrators, authors of a foreword … */
	get credits(): readonly CreditView[] {
		if (!Object.keys(this.#work.contributors).some((role) => isCredited.has(role))) return none;
		return creditRoles.flatMap(([role, term]) => {
			const names = this.#names(role);
			return names ? [{ role, label: this.#context.locale.term(term) ?? '', names }] : [];
		});
	}

	/** When it was published; null when no date is known, or where it only says a status. */
	get issued(): DateView | null {
		const { issued, status } = this.#work;
		const said =
			issued?.form === 'literal' &&
			(status.field === 'year' || status.field === 'date' || saysNothing(issued.literal ?? ''));
		return said ? null : this.#date(issued);
	}
	/** When it was published, else when it was held; the other way round for talks, lectures and posters. */
	get date(): DateView | null {
		const held = this.isTalk || this.kind === 'poster';
		return held ? (this.eventDate ?? this.issued) : (this.issued ?? this.eventDate);
	}
	/** When the talk or conference was. */
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
		return this.#work.containerTitle;
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
	/** The series, where what is counted behind the container counts in it: not beside a volume with a number of its own. */
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
		return this.#work.issue;
	}
	get number(): RichText | null {
		return this.#work.number;
	}
	/** '2nd edition', or the entry's own words. */
	get edition(): RichText | string | null {
		const { edition } = this.#work;
		if (!edition) return null;
		const words = plainText(edition);
		const { locale } = this.#context;
		return /^\d+$/.test(words) ? locale.phrase('edition', { ordinal: locale.ordinal(Number(words)) }) : edition;
	}
	get eid(): RichText | null {
		return this.#work.eid;
	}
	/** '12–15, 18' with the locale's mark between first and last; '4:1–4:10' of article 4 are its pages '1–10'. */
	get pages(): string | null {
		const { eid, pages } = this.#work;
		const mark = this.#context.locale.term('page-range-delimiter') ?? '–';
		const article = eid && pages?.includes(':') ? `${plainText(eid)}:` : null;
		const own =
			article && pages?.split('–').every((page) => page.startsWith(article)) ? pages.replaceAll(article, '') : pages;
		return own?.replaceAll('–', mark) ?? null;
	}
	/** More than one page. */
	get severalPages(): boolean {
		return /[–,\-+]|ff?$/.test(this.#work.pages ?? '');
	}
	/** 'p. 3', 'pp. 12–15'. */
	get pagesInWords(): string | null {
		const { pages } = this;
		return pages && this.#context.locale.phrase(this.severalPages ? 'page-plural' : 'page', { pages });
	}
	/** '214', without the word for pages that some entries have. */
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
	/** 'PhD thesis', 'invited talk': the locale's word or the entry's. */
	get genre(): RichText | string | null {
		const { genre } = this.#work;
		if (!genre) return null;
		return 'words' in genre ? genre.words : (this.#context.locale.term(genre.term) ?? genre.term);
	}
	get version(): RichText | null {
		return this.#work.version;
	}
	get medium(): RichText | null {
		return this.#work.medium;
	}
	/** Language tag of the work, where it is not the list's. */
	get language(): string | null {
		const [language] = this.#work.languages;
		return language && language.split('-')[0] !== this.#context.locale.tag.split('-')[0] ? language : null;
	}

	/** How far it has come; null for what is published without a word about it. */
	get status(): { readonly kind: string; readonly word: string } | null {
		const { kind, words, field } = this.#work.status;
		if (kind === 'published' && field === null) return null;
		return { kind, word: words ?? this.#context.locale.term(`status-${kind}`) ?? kind };
	}

	/** The work as a CSL style has it, in runs as names have; null without a style. */
	get styled(): readonly StyledRun[] | null {
		const { style, locale } = this.#context;
		this.#styled ??= style && styledRuns(style.runs(this.#work, this.#marks), this.#marks, locale);
		return this.#styled;
	}
	/** The links whose address is not in `styled`. */
	get unsaidLinks(): readonly LinkView[] {
		const said = (this.styled ?? []).map(({ text }) => plainText(text)).join('');
		return this.links.filter(({ url }) => !said.includes(url));
	}
	get identifiers(): Identifiers {
		return this.#work.identifiers;
	}
	/** 'arXiv:2206.03208 [cs.LG]', where what it is in does not name it already. */
	get eprint(): { readonly label: string; readonly url: string } | null {
		const { identifiers, containerTitle, volume, links } = this.#work;
		const { arxiv, arxivClass } = identifiers;
		if (!arxiv) return null;
		const bare = arxiv.replace(/v\d+$/, '');
		if ([containerTitle, volume].some((text) => text && plainText(text).includes(bare))) return null;
		const url = links.find(({ kind }) => kind === 'arxiv')?.url ?? `https://arxiv.org/abs/${arxiv}`;
		return { label: `arXiv:${arxiv}${arxivClass && !arxiv.includes('/') ? ` [${arxivClass}]` : ''}`, url };
	}
	get links(): readonly LinkView[] {
		return linkViews(this.#work.links, this.#context);
	}
	get awards(): readonly RichText[] {
		return this.#work.awards;
	}
	get note(): RichText | null {
		return this.#work.note;
	}
	get addendum(): RichText | null {
		return this.#work.addendum;
	}
	get abstract(): RichText | null {
		return fieldRich(this.#work, 'abstract');
	}
	get keywords(): readonly string[] {
		return this.#work.keywords;
	}
	/** The source text of the entry without its private fields, under the macros it needs and over its parents. */
	get bibtex(): string {
		return publishedBlocks(this.#work.entry, this.#context.privateFields).join('\n');
	}
	/** The same, each macro and entry by itself. */
	get bibtexBlocks(): readonly string[] {
		const blocks = publishedBlocks(this.#work.entry, this.#context.privateFields);
		return blocks.map((block, index) => (index < blocks.length - 1 ? `${block}\n` : block));
	}
	/** Address of a thumbnail. */
	get preview(): string | null {
		return this.#work.preview;
	}
	get selected(): boolean {
		return this.#work.selected;
	}
	/** What a reference manager reads from the page: COinS, ContextObjects in spans. */
	get coins(): string {
		return coinsOf(this.#work);
	}
	/** Other versions of the same work, such as its preprint. */
	get versions(): readonly WorkView[] {
		return this.#work.versions.map((version) => new WorkView(version, this.#marks, this.#context));
	}
	/** What the output's configuration says under `options`. */
	get options(): ViewContext['options'] {
		return this.#context.options;
	}

	/** Any field of the entry as rich text; null when it has none. Templates reach it by the helper `field`. */
	field(name: string): RichText | null {
		return fieldRich(this.#work, name);
	}

	#date(date: DateValue | null): DateView | null {
		return date && new WrittenDate(date, this.#context.locale);
	}

	#names(role: Role): NamesView | null {
		const list = this.#work.contributors[role];
		if (!list) return null;
		const known = role === 'author' ? this.#authors : this.#others?.get(role);
		if (known) return known;
		const made = new WrittenNames(list, this.#context.names, this.#marks, this.#context.locale);
		if (role === 'author') this.#authors = made;
		else {
			this.#others ??= new Map();
			this.#others.set(role, made);
		}
		return made;
	}
}

const isCredited: ReadonlySet<string> = new Set(creditRoles.map(([role]) => role));
const none: readonly never[] = [];

function filled(text: RichText): RichText | null {
	return text.length ? text : null;
}
