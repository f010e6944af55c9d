import { plainText } from '../latex/plain-text.ts';
import { withAnd } from '../lists/similarity.ts';
import { fieldOf, wordsOf } from '../publications/entry-fields.ts';
import { withoutVersion } from '../publications/identifiers/arxiv.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import { fold } from '../text/fold.ts';

/** Titles that one person may use for several works. */
const commonTitle =
	/^(?:editorial|editors?note|(?:guest)?editorial\w{0,12}|preface|foreword|afterword|introduction|conclusions?|summary|abstract|contents|index|erratum|errata|corrigendum|corrigenda|correction|addendum|retraction|comment|comments|commentary|discussion|reply|rejoinder|response|letter|lettertotheeditor|bookreviews?|review|reviews|news|obituary|inmemoriam|untitled|vorwort|einleitung|einführung|nachwort|éditorial|introducción)$/;

/** Kinds that recur with one title: only those on the same day or at the same event are the same work. */
const recurring = new Set<VenueKind>(['talk', 'lecture', 'poster', 'award']);

/** Length of the longest `commonTitle`, in UTF-16 units; skips the test of longer titles. */
const longestCommon = 24;

/**
 * The title and first author or editor of a work as a key for comparison: letters, digits, and the characters that
 * distinguish 'C' from 'C++'. Null for a common title ('Editorial') and without a name.
 */
export function workKey(publication: Publication): string | null {
	const title = titleKey(publication);
	const first = (publication.contributors.author ?? publication.contributors.editor)?.names[0];
	if (title === '' || !first || (title.length <= longestCommon && commonTitle.test(title))) return null;
	return `${fold(first.literal ?? first.family)}|${title}`;
}

/** The folded letters, digits, plus and hash characters of a title; 'and' and '&' are the same. */
export function titleKey({ title }: Publication): string {
	return letters(fold(withAnd(plainText(title))));
}

function letters(folded: string): string {
	// Unicode classes are ten times slower, and most titles are ASCII.
	const ignored = /^[\x20-\x7e]*$/.test(folded) ? /[^a-z0-9+#]+/g : /[^\p{L}\p{N}+#]+/gu;
	return folded.replace(ignored, '');
}

/** Kinds that appear online in one year and in print in the next. */
const firstOnline = new Set<VenueKind>(['journal', 'conference', 'workshop', 'chapter', 'preprint']);

/**
 * The difference between two works with the same `workKey`; null if they seem to be the same work. Covers versions,
 * numbered reports, parts, editions, reprints, translations, patents in a family, repeated talks, and entries that refer
 * to each other.
 */
export function distinction(one: Publication, other: Publication): string | null {
	for (const difference of distinctions(one, other)) return difference;
	return null;
}

/** All differences between two works with the same title, as in `distinction`. */
export function* distinctions(one: Publication, other: Publication): Generator<string> {
	if (areRelated(one, other)) yield 'related';
	if (one.venue.kind !== other.venue.kind) yield 'kind';
	if (differ(kindOfThesis(one), kindOfThesis(other))) yield 'thesis';
	if (differ(one.identifiers.doi?.toLowerCase(), other.identifiers.doi?.toLowerCase())) yield 'doi';
	if (differ(arxivId(one), arxivId(other))) yield 'arxiv';
	if (recurring.has(one.venue.kind)) {
		if (!sameOccasion(one, other)) yield 'occasion';
		return;
	}
	if (one.venue.kind === 'patent') {
		if (words(one, 'number') !== words(other, 'number')) yield 'number';
		return;
	}
	for (const field of distinguishingFields) if (differ(words(one, field), words(other, field))) yield field;
	const years = [yearOf(one), yearOf(other)] as const;
	const apart = years[0] === null || years[1] === null ? 0 : Math.abs(years[0] - years[1]);
	if (apart > (firstOnline.has(one.venue.kind) ? 1 : 0)) yield 'year';
	if (havePagesApart(one, other)) yield 'pages';
	if (one.venue.kind === 'report' && words(one, 'number') !== words(other, 'number') && apart > 0) yield 'number';
	// Two workshops of one year may publish the same abstract. Names of conferences and journals vary in spelling.
	if (one.venue.kind === 'workshop' && differ(words(one, 'booktitle'), words(other, 'booktitle'))) yield 'booktitle';
	if (one.venue.kind === 'other' && differ(words(one, 'url'), words(other, 'url'))) yield 'url';
}

/** Fields that distinguish two works with the same title if both have them. */
const distinguishingFields = [
	'volume',
	'number',
	'part',
	'edition',
	'version',
	'isbn',
	'type',
	'langid',
	'titleaddon',
	'chapter',
];

/** True for a parent and its child, and for entries that refer to each other in `related`, `xref` or `crossref`. */
export function areRelated(one: Publication, other: Publication): boolean {
	return refersTo(one, other) || refersTo(other, one);
}

function refersTo({ entry }: Publication, other: Publication): boolean {
	if (entry.parents.includes(other.entry)) return true;
	for (const field of ['related', 'crossref', 'xref']) {
		const keys = entry.fields.get(field)?.value.split(',') ?? [];
		if (keys.some((key) => key.trim() === other.key || other.entry.ids.includes(key.trim()))) return true;
	}
	return false;
}

/** 'phdthesis' for @phdthesis, and for @thesis with that type; '' if it is unknown or another kind of work. */
function kindOfThesis({ venue, genre }: Publication): string {
	return venue.kind === 'thesis' && genre && 'term' in genre ? genre.term : '';
}

/** The arXiv id without its version. */
export function arxivId({ identifiers }: Publication): string | undefined {
	return identifiers.arxiv === null ? undefined : withoutVersion(identifiers.arxiv).toLowerCase();
}

function sameOccasion(one: Publication, other: Publication): boolean {
	const when = (publication: Publication) =>
		fieldOf(publication.entry, 'eventdate')?.value ?? fieldOf(publication.entry, 'date')?.value ?? '';
	return when(one) === when(other) && !differ(words(one, 'eventtitle'), words(other, 'eventtitle'));
}

/**
 * True if both works have pages and share none ('Index of advertisers' twice in an issue). Ranges from page 1 are ignored,
 * because they may be numbered within the paper, as in preprints.
 */
function havePagesApart(one: Publication, other: Publication): boolean {
	const [left, right] = [pageRange(one), pageRange(other)];
	if (!left || !right || left.first === 1 || right.first === 1) return false;
	return left.last < right.first || right.last < left.first;
}

function pageRange({ pages }: Publication): { first: number; last: number } | null {
	const [, first, last = first] = /^(\d{1,9})(?:\s*[-–—]+\s*(\d{1,9}))?$/.exec(pages ?? '') ?? [];
	return first === undefined ? null : { first: Number(first), last: Math.max(Number(first), Number(last)) };
}

function yearOf({ issued }: Publication): number | null {
	return issued?.start?.year ?? null;
}

/** True for two different values, neither of them empty. */
function differ(one: string | undefined, other: string | undefined): boolean {
	return Boolean(one && other && one !== other);
}

function words({ entry }: Publication, field: string): string {
	return letters(fold(wordsOf(entry, field)));
}
