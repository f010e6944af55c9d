import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { attemptAll } from '../diagnostics/internal-errors.ts';
import type { UserCommands } from '../latex/commands/user-commands.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import { isBlank, type RichText, richText } from '../latex/rich-text.ts';
import type { Entry, Library } from '../library/entry.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { citedKeys, withCitations } from './citations.ts';
import { cslTypeOf } from './csl/csl-type.ts';
import { variablesOf } from './csl/csl-variables.ts';
import { readGenre } from './csl/genres.ts';
import { correctedRecord } from './database-records.ts';
import type { DateValue } from './dates/date.ts';
import { parseDate, readDates } from './dates/entry-dates.ts';
import { dateInRemark } from './dates/remark-date.ts';
import {
	awardValues,
	isHidden,
	isSelected,
	readCollaboration,
	readEdition,
	readKeywords,
	readPreview,
} from './details.ts';
import { readNotices } from './editorial-notices.ts';
import { fieldOf, wordsOf } from './entry-fields.ts';
import { findArxiv, withoutArxiv } from './identifiers/arxiv.ts';
import { type Identifiers, readIdentifiers } from './identifiers/identifiers.ts';
import { readLanguages } from './languages.ts';
import { type LinkRow, readLinks } from './links/links.ts';
import type { FileRow } from './links/local-files.ts';
import { type MetricTable, metricsOf } from './metrics/work-metrics.ts';
import { readContributors } from './names/roles.ts';
import { isDateAsPages, readPages } from './page-ranges.ts';
import type { Publication } from './publication.ts';
import { hasTwoPlaces, publisherOf } from './publishers.ts';
import { addressOfRemark, linkAddresses } from './remarks.ts';
import { withoutResidue } from './residue/without-residue.ts';
import { joinTitles, richField, withEnd, without, withoutIn, withoutStrayMarks } from './rich-fields.ts';
import { siteNotes } from './site-notes.ts';
import {
	dateAfterState,
	readStatus,
	type Status,
	saysNothing,
	withoutDate,
	withoutStateAfter,
	withoutVenue,
} from './status.ts';
import { withoutStatusInTitle } from './title-status.ts';
import { type VenueRow, type VenueTable, venueOf } from './venues/venues.ts';

/** The project's settings for normalizing entries. */
export interface Reading {
	readonly commands: UserCommands;
	/** The project's venue table; it has no built-in rows. */
	readonly venues: readonly VenueRow[];
	/** Tables of the project's files, which complete the rows. */
	readonly venueTables?: readonly VenueTable[];
	/** The project's rows, which precede those of the built-in link table. */
	readonly links: readonly LinkRow[];
	/** The folders of the files that fields name. */
	readonly files: readonly FileRow[];
	/** The metrics of works; none if null or omitted. */
	readonly metrics?: MetricTable | null;
}

/** Normalizes every entry of a library to a publication in CSL's terms. Reports problems in the values of fields. */
export function normalize({ entries, byKey }: Library, reading: Reading, report: Report): Publication[] {
	const find = (key: string): Publication | null => {
		const entry = byKey.get(key);
		return entry ? publicationOf(entry, reading, () => {}) : null;
	};
	return attemptAll(
		entries,
		(entry) => entry,
		report,
		(entries, report) => entries.map((entry) => publicationOf(withCitations(entry, find, report), reading, report)),
	);
}

/** Normalizes one entry. The same entry and reading yield the same object, and reports the same diagnostics each time. */
export function publicationOf(entry: Entry, reading: Reading, report: Report): Publication {
	const { publication, diagnostics } = normalized(reading, entry);
	diagnostics.forEach(report);
	return publication;
}

const normalized = cacheByIdentity((reading: Reading, entry: Entry) => {
	const diagnostics: Diagnostic[] = [];
	return { publication: readPublication(entry, reading, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
});

function readPublication(written: Entry, reading: Reading, report: Report): Publication {
	const { commands } = reading;
	const { entry: unmarked, notices } = readNotices(correctedRecord(withoutResidue(written)));
	const entry = withoutStatusInTitle(unmarked);
	const rich = (name: string): RichText | null => richField(fieldOf(entry, name), commands, report);
	const variables = variablesOf(entry);
	const { source } = variables;
	const variable = (name: string): RichText | null => {
		const field = source.get(name);
		return field && field !== status.field ? rich(field) : null;
	};
	const countedVariable = (name: string): RichText | null => {
		const words = wordsOf(entry, source.get(name) ?? '');
		// Journal systems write issue 0 of a volume if there is none; without a volume, it is a trial issue.
		const isZero = name === 'issue' && /^0+$/.test(words) && /[1-9A-Z]/i.test(wordsOf(entry, 'volume'));
		return isZero || saysNothing(words) || isUncounted(entry) ? null : bareNumber(variable(name));
	};
	const type = cslTypeOf(entry, variables);
	const dates = readDates(entry, report, commands);
	const status = statusOf(entry, dates.issued);
	const identifiers = readIdentifiers(entry, report);
	const keywords = readKeywords(entry);
	const remarks = { entry, identifiers, status, commands, report };
	const inPages = wordsOf(entry, 'pages');
	const isWhole = wholeTypes.has(type) && !source.has('container-title') && !fieldOf(entry, 'pagetotal');
	const isNoPage = status.field === 'pages' || saysNothing(inPages) || isDateAsPages(inPages, type);
	const pages = readPages(isNoPage ? '' : inPages, isWhole);
	const volume = countedVariable('volume');
	const isUndated = !dates.issued && !dates.eventDate;
	const eventField = type === 'speech' ? eventFieldOf(entry) : null;
	const event = eventField === status.field ? null : eventField;
	return {
		key: entry.key,
		type,
		entryType: written.type,
		venue: venueOf(entry, type, reading.venues, {
			...{ commands, issn: identifiers.issn, year: (dates.issued ?? dates.eventDate)?.start?.year ?? null },
			tables: reading.venueTables ?? [],
		}),
		title: joinTitles(rich('title'), rich('subtitle')) ?? [],
		titleShort: rich('shorttitle'),
		titleAddon: rich('titleaddon'),
		titleTranslation: rich('titletranslation') ?? rich('origtitle'),
		contributors: readContributors(entry, commands, report),
		collaboration: readCollaboration(entry),
		issued: dates.issued,
		eventDate: type === 'speech' && isUndated ? dateInRemark(entry) : dates.eventDate,
		origDate: dates.origDate,
		accessed: dates.accessed,
		status,
		notices,
		containerTitle: containerTitle(entry, source.get('container-title'), status.field, rich),
		containerTitleShort: variable('container-title-short'),
		containerAddon: containerAddon(rich),
		collectionTitle: seriesOf(entry, variable('collection-title')),
		collectionNumber: variable('collection-number'),
		volume: joinTitles(volume, volume && rich('part'), '.'),
		issue: countedVariable('issue'),
		number: identifiers.arxiv && findArxiv(wordsOf(entry, 'number')) ? null : variable('number'),
		edition: readEdition(entry, rich('edition')),
		eid: rich('eid'),
		pages: pages.ranges === wordsOf(entry, 'eid') ? null : pages.ranges,
		pageTotal: wordsOf(entry, 'pagetotal').replace(/^0+$/, '') || pages.total,
		// Zotero writes the section of a newspaper to it.
		chapter: entry.type === 'article' && !/\d/.test(wordsOf(entry, 'chapter')) ? null : rich('chapter'),
		...publisherOf(entry, type, variables, identifiers, commands, report),
		eventTitle: rich(event ?? 'eventtitle'),
		eventPlace: rich('venue') ?? (hasTwoPlaces(entry) ? rich('location') : null),
		genre: readGenre(entry, commands),
		version: rich('version'),
		medium: event === 'howpublished' ? null : remark('howpublished', remarks),
		languages: readLanguages(entry),
		identifiers,
		links: readLinks(entry, identifiers, reading, report),
		awards: awardValues(entry).flatMap((value) => nonBlank(parseLatex(value, { commands }))),
		note: event === 'note' ? null : noteOf(remarks),
		addendum: linked(addendumOf(entry, rich, commands)),
		keywords,
		preview: readPreview(entry, reading.files),
		selected: isSelected(entry, keywords),
		hidden: isHidden(entry),
		metrics: reading.metrics ? metricsOf(reading.metrics, identifiers) : null,
		versions: [],
		cites: citedKeys(written),
		entry: written,
		commands,
	};
}

/** The CSL types of works that are not part of another, so that one number in `pages` counts their pages. */
const wholeTypes: ReadonlySet<string> = new Set(['book', 'thesis', 'report', 'collection', 'classic', 'pamphlet']);

/** The status, without the date and the venue after it if they are those of the work: 'Submitted to Automatica (2025)'. */
function statusOf(entry: Entry, issued: DateValue | null): Status {
	const status = readStatus(entry);
	const date = dateAfterState(status);
	const isDated = date !== null && issued?.start?.year === parseDate(date).start?.year;
	const isContainer = status.field !== null && /^(?:journal|book)/.test(status.field);
	const container = isContainer ? '' : wordsOf(entry, 'journaltitle') || wordsOf(entry, 'booktitle');
	return withoutVenue(isDated ? withoutDate(status) : status, container);
}

/** The number in 'Vol. 12', 'No. 12' and '12,'. The style adds its own words. */
function bareNumber(text: RichText | null): RichText | null {
	return without(without(text, /^(?:vol(?:ume)?|no|nr|issue)\b\.?\s*(?=\d+[.,;:]?$)/i), /(?<=^\d+)[.,;:]$/);
}

/**
 * Whether volume and issue are placeholders: 0(0), or 0(ja) for 'just accepted' at the American Statistical Association.
 */
function isUncounted(entry: Entry): boolean {
	return wordsOf(entry, 'volume') === '0' && /^(?:0|ja)$/.test(wordsOf(entry, 'number') || wordsOf(entry, 'issue'));
}

/**
 * The field with the event of a talk. BibTeX has no such field, so libraries use `howpublished`, or the note of
 * an @unpublished. 'Lightning talk' is not an event.
 */
function eventFieldOf(entry: Entry): string | null {
	const others = ['eventtitle', 'booktitle', 'journaltitle', 'venue', 'institution'];
	if (others.some((name) => fieldOf(entry, name))) return null;
	const field = fieldOf(entry, 'howpublished') ? 'howpublished' : entry.type === 'unpublished' ? 'note' : null;
	const words = field && wordsOf(entry, field);
	return words && words.length < 150 && addressOfRemark(words) === null && !talkWords.test(words) ? field : null;
}

const talkWords = /\b(?:talk|keynote|poster|presentation|lecture|oral|slides|video)s?\b/i;

type Rich = (name: string) => RichText | null;

/** The title of the container with its subtitle; for a multi-volume work, the main title precedes it. */
function containerTitle(
	entry: Entry,
	field: string | undefined,
	statusField: string | null,
	rich: Rich,
): RichText | null {
	// `journal = {Submitted}` does not name a journal.
	if (!field || field === statusField || (field === 'journaltitle' && statusField === 'journal')) return null;
	if (saysNothing(wordsOf(entry, field))) return null;
	const name = without(withEnd(withoutIn(rich(field)), withoutStateAfter), subseries);
	const title = joinTitles(name, rich(field.replace(/title$/, 'subtitle')));
	if (field !== 'booktitle') return withoutStrayMarks(title);
	return withoutStrayMarks(joinTitles(joinTitles(rich('maintitle'), rich('mainsubtitle')), title, '. '));
}

/** A remark of Springer's catalogue in the name of a series: 'Lecture Notes in Computer Science (including subseries …)'. */
const subseries = /\s*\(including subseries [^()]*\)$/i;

function containerAddon(rich: Rich): RichText | null {
	const issue = joinTitles(rich('issuetitle'), rich('issuesubtitle'));
	return issue ?? rich('booktitleaddon') ?? rich('journaltitleaddon') ?? rich('maintitleaddon');
}

/** The series. BibLaTeX's keys and numbers for a journal series become words (manual §2.3.7). */
function seriesOf(entry: Entry, series: RichText | null): RichText | null {
	// ACM's 'CHI ’20' may also be the book title.
	if (series && wordsOf(entry, 'series') === wordsOf(entry, 'booktitle')) return null;
	const [, which, number] = /^(?:(new|old)series|(\d+))$/i.exec(wordsOf(entry, 'series')) ?? [];
	if (which) return richText(`${which.charAt(0).toUpperCase()}${which.slice(1).toLowerCase()} series`);
	return number && /^(?:article|periodical|review)$/.test(entry.type) ? richText(`${ordinal(number)} series`) : series;
}

function ordinal(number: string): string {
	const ending = /1\d$/.test(number) ? 'th' : ({ '1': 'st', '2': 'nd', '3': 'rd' }[number.slice(-1)] ?? 'th');
	return number + ending;
}

/** A remark (`note`, `howpublished`), unless it only repeats the status, a link or the number of a preprint. */
function remark(name: string, context: RemarkContext): RichText | null {
	const { entry, identifiers, status, commands, report } = context;
	if (status.field === name || saysNothing(wordsOf(entry, name))) return null;
	const field = fieldOf(entry, name);
	if (!field || addressOfRemark(field.value) !== null || repeatsNumber(wordsOf(entry, name), context)) return null;
	const value = identifiers.arxiv ? withoutArxiv(field.value, identifiers.arxiv) : field.value;
	return linked(richField({ ...field, value }, commands, report));
}

interface RemarkContext {
	readonly entry: Entry;
	readonly identifiers: Identifiers;
	readonly status: Status;
	readonly commands: UserCommands;
	readonly report: Report;
}

/** Whether a remark only repeats the number of a preprint: HAL's id, or one after a server ('bioRxiv 2020.01.01.123456'). */
function repeatsNumber(words: string, { entry, identifiers }: RemarkContext): boolean {
	if (identifiers.hal !== null && words.toLowerCase() === identifiers.hal.toLowerCase()) return true;
	const number = words.replace(/^(?:[a-z]*rxiv|Research Square|SSRN)(?: preprint)?[\s:,]+(?:doi:\s*)?/i, '');
	if (number === words || !/\d{5}/.test(number)) return false;
	return [identifiers.doi ?? '', wordsOf(entry, 'eid'), wordsOf(entry, 'pages')].some((other) =>
		other.endsWith(number),
	);
}

/** The note; without one, BibBase's `bibbase_note` if there is no addendum. */
function noteOf(context: RemarkContext): RichText | null {
	return remark('note', context) ?? (fieldOf(context.entry, 'addendum') ? null : remark('bibbase_note', context));
}

function addendumOf(entry: Entry, rich: Rich, commands: UserCommands): RichText | null {
	const notes = siteNotes(entry).flatMap((value) => nonBlank(parseLatex(value, { commands })));
	return notes.reduce((joined: RichText | null, text) => joinTitles(joined, text, '. '), rich('addendum'));
}

function linked(text: RichText | null): RichText | null {
	return text && linkAddresses(text);
}

function nonBlank(text: RichText): readonly RichText[] {
	return isBlank(text) ? [] : [text];
}
