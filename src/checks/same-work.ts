import { plainText } from '../latex/plain-text.ts';
import { fieldOf, wordsOf } from '../publications/entry-fields.ts';
import type { Publication } from '../publications/publication.ts';
import type { VenueKind } from '../publications/venues/venues.ts';
import { fold } from '../text/fold.ts';

/** Titles that many works of one person bear. */
const common =
	/^(?:editorial|editors?note|(?:guest)?editorial\w{0,12}|preface|foreword|afterword|introduction|conclusions?|summary|abstract|contents|index|erratum|errata|corrigendum|corrigenda|correction|addendum|retraction|comment|comments|commentary|discussion|reply|rejoinder|response|letter|lettertotheeditor|bookreviews?|review|reviews|news|obituary|inmemoriam|untitled|vorwort|einleitung|einführung|nachwort|éditorial|introducción)$/;

/** Kinds that are given or held again and again under one title: only the same day or event makes them one. */
const repeated = new Set<VenueKind>(['talk', 'lecture', 'poster', 'award']);

const longestCommon = 24;

/**
 * The title and first author or editor by which a work is compared: letters, digits and the signs that tell
 * 'C' from 'C++'. Null for a title that says nothing ('Editorial'), and without a name.
 */
export function workKey(publication: Publication): string | null {
	const title = titleKey(publication);
	const first = (publication.contributors.author ?? publication.contributors.editor)?.names[0];
	if (title === '' || !first || (title.length <= longestCommon && common.test(title))) return null;
	return `${fold(first.literal ?? first.family)}|${title}`;
}

/** The letters, digits, plus and sharp signs of a title, folded. */
export function titleKey({ title }: Publication): string {
	return letters(fold(plainText(title)));
}

function letters(folded: string): string {
	// Most titles are ASCII, where the Unicode classes would cost ten times as much.
	const other = /^[\x20-\x7e]*$/.test(folded) ? /[^a-z0-9+#]+/g : /[^\p{L}\p{N}+#]+/gu;
	return folded.replace(other, '');
}

/** Kinds that appear online in one year and in print in the next. */
const firstOnline = new Set<VenueKind>(['journal', 'conference', 'workshop', 'chapter', 'preprint']);

/**
 * Why two works with the same title and first name are two all the same; null when nothing tells them apart.
 * Each reason is a known exception: versions, numbered reports, parts, editions, reprints, translations, patents of a
 * family, talks given again, and pairs that say themselves how they belong together.
 */
export function distinction(one: Publication, other: Publication): string | null {
	if (areRelated(one, other)) return 'related';
	if (one.venue.kind !== other.venue.kind) return 'kind';
	if (kindOfThesis(one) !== kindOfThesis(other)) return 'thesis';
	if (differ(one.identifiers.doi?.toLowerCase(), other.identifiers.doi?.toLowerCase())) return 'doi';
	if (differ(arxivId(one), arxivId(other))) return 'arxiv';
	if (repeated.has(one.venue.kind)) return sameOccasion(one, other) ? null : 'occasion';
	if (one.venue.kind === 'patent') return words(one, 'number') === words(other, 'number') ? null : 'number';
	for (const field of telling) if (differ(words(one, field), words(other, field))) return field;
	const years = [yearOf(one), yearOf(other)] as const;
	const apart = years[0] === null || years[1] === null ? 0 : Math.abs(years[0] - years[1]);
	if (apart > (firstOnline.has(one.venue.kind) ? 1 : 0)) return 'year';
	if (pagesApart(one, other)) return 'pages';
	if (one.venue.kind === 'report' && words(one, 'number') !== words(other, 'number') && apart > 0) return 'number';
	// Two workshops of one year may print the same abstract; of a conference or journal, spellings of the name vary.
	if (one.venue.kind === 'workshop' && differ(words(one, 'booktitle'), words(other, 'booktitle'))) return 'booktitle';
	if (one.venue.kind === 'other' && differ(words(one, 'url'), words(other, 'url'))) return 'url';
	return null;
}

/** Fields that tell two works with one title apart when both have them. */
const telling = ['volume', 'number', 'part', 'edition', 'version', 'isbn', 'type', 'langid', 'titleaddon', 'chapter'];

/** A parent and its child, or two that name each other in `related`, `xref` or `crossref`. */
export function areRelated(one: Publication, other: Publication): boolean {
	return names(one, other) || names(other, one);
}

function names({ entry }: Publication, other: Publication): boolean {
	if (entry.parents.includes(other.entry)) return true;
	for (const field of ['related', 'crossref', 'xref']) {
		const keys = entry.fields.get(field)?.value.split(',') ?? [];
		if (keys.some((key) => key.trim() === other.key || other.entry.ids.includes(key.trim()))) return true;
	}
	return false;
}

function kindOfThesis({ venue, entry }: Publication): string {
	return venue.kind === 'thesis' && entry.type !== 'thesis' ? entry.type : '';
}

/** The arXiv id without its version. */
export function arxivId({ identifiers }: Publication): string | undefined {
	return identifiers.arxiv?.replace(/v\d+$/, '').toLowerCase();
}

function sameOccasion(one: Publication, other: Publication): boolean {
	const when = (publication: Publication) =>
		fieldOf(publication.entry, 'eventdate')?.value ?? fieldOf(publication.entry, 'date')?.value ?? '';
	return when(one) === when(other) && !differ(words(one, 'eventtitle'), words(other, 'eventtitle'));
}

/**
 * Both have pages and share none ('Index of advertisers' twice in an issue). From page 1 on is counted in the paper
 * itself, as preprints do, and says nothing.
 */
function pagesApart(one: Publication, other: Publication): boolean {
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

/** Both say something, and not the same. */
function differ(one: string | undefined, other: string | undefined): boolean {
	return Boolean(one && other && one !== other);
}

function words({ entry }: Publication, field: string): string {
	return letters(fold(wordsOf(entry, field)));
}
