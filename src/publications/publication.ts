import type { UserCommands } from '../latex/commands/user-commands.ts';
import type { RichText } from '../latex/rich-text.ts';
import type { Entry } from '../library/entry.ts';
import type { DateValue } from './dates/date.ts';
import type { EditorialNotice } from './editorial-notices.ts';
import type { Identifiers } from './identifiers/identifiers.ts';
import type { Link } from './links/links.ts';
import type { WorkMetrics } from './metrics/work-metrics.ts';
import type { NameList, Role } from './names/name.ts';
import type { Status } from './status.ts';
import type { Venue } from './venues/venues.ts';

/** The meaning of an entry, in CSL's terms. Immutable. An unchanged entry yields the same object. */
export interface Publication {
	/** The entry key as written. */
	readonly key: string;
	/** The CSL 1.0.2 type: `article-journal`, `paper-conference`, `chapter`, `speech`, `patent` … */
	readonly type: string;
	/** The BibLaTeX entry type, lower case, as written. */
	readonly entryType: string;
	/** Where it appeared: its kind (journal, conference, workshop …) and its names. */
	readonly venue: Venue;

	/** Title with subtitle, joined by ': ' unless the title ends in punctuation; empty if there is none. */
	readonly title: RichText;
	readonly titleShort: RichText | null;
	/** BibLaTeX `titleaddon`. */
	readonly titleAddon: RichText | null;
	/** The title in another language: a translation, or the original title of a translated work. */
	readonly titleTranslation: RichText | null;
	readonly contributors: Readonly<Partial<Record<Role, NameList>>>;
	/** The organization that the authors wrote for: 'ALICE Collaboration'. */
	readonly collaboration: string | null;

	readonly issued: DateValue | null;
	readonly eventDate: DateValue | null;
	readonly origDate: DateValue | null;
	readonly accessed: DateValue | null;
	readonly status: Status;
	/** What happened to it after its publication: retractions, expressions of concern, corrections, the gravest first. */
	readonly notices: readonly EditorialNotice[];

	/** The journal, book or proceedings that it appeared in, with the subtitle. */
	readonly containerTitle: RichText | null;
	readonly containerTitleShort: RichText | null;
	/** BibLaTeX `booktitleaddon`, `journaltitleaddon`, `issuetitle`. */
	readonly containerAddon: RichText | null;
	/** BibLaTeX `series`; CSL collection-title. */
	readonly collectionTitle: RichText | null;
	/** The number in the series (BibLaTeX `number` of books); CSL collection-number. */
	readonly collectionNumber: RichText | null;
	readonly volume: RichText | null;
	/** The issue of a journal (BibLaTeX `number` or `issue` of articles). */
	readonly issue: RichText | null;
	/** The number of a report, patent, preprint. */
	readonly number: RichText | null;
	readonly edition: RichText | null;
	/** Article number (BibLaTeX `eid`). */
	readonly eid: RichText | null;
	/** Page ranges with '–' between first and last; a list joined by ', '. */
	readonly pages: string | null;
	readonly pageTotal: string | null;
	readonly chapter: RichText | null;

	readonly publisher: RichText | null;
	readonly publisherPlace: RichText | null;
	/** The institution, school or organization that issued a report, thesis or manual. */
	readonly institution: RichText | null;
	readonly eventTitle: RichText | null;
	readonly eventPlace: RichText | null;
	/** The kind of work: a localisation term ('phdthesis', 'techreport', 'patenteu') or words of the entry; both for 'PhD thesis'. */
	readonly genre: { readonly term: string; readonly words?: RichText } | { readonly words: RichText } | null;
	readonly version: RichText | null;
	/** BibLaTeX `howpublished`. */
	readonly medium: RichText | null;
	/** Language tags of the work itself (BCP 47), from langid/language. */
	readonly languages: readonly string[];

	readonly identifiers: Identifiers;
	readonly links: readonly Link[];
	/** Awards ('Best paper award'), one per item, from the award, awards or honor fields. */
	readonly awards: readonly RichText[];
	readonly note: RichText | null;
	readonly addendum: RichText | null;
	readonly keywords: readonly string[];
	/** Address of a thumbnail (al-folio `preview`), relative or https; null if there is none. */
	readonly preview: string | null;
	/** Marked for a short list: `selected`, `keywords = {selected}`. */
	readonly selected: boolean;
	/** Hidden from lists: `hidden`, `exclude`, `options = {skipbib}`. */
	readonly hidden: boolean;

	/** Citations and open access, from the file with metrics; null without any. */
	readonly metrics: WorkMetrics | null;

	/** Other versions of the same work that are merged into this one, such as its preprint. */
	readonly versions: readonly Publication[];
	/** The keys of the works to which its remarks refer. */
	readonly cites: readonly string[];
	readonly entry: Entry;
	/** The user's LaTeX commands, which the entry's fields may contain. */
	readonly commands: UserCommands;
}
