import type { Entry, Field } from '../library/entry.ts';
import { memoize } from '../text/memoize.ts';
import { monthNumber } from './dates/months.ts';
import { fieldsOf, wordsIn } from './entry-fields.ts';
import { isUnknownValue } from './placeholders.ts';
import { isPreprint } from './preprints.ts';

/** Publication states (BibLaTeX `pubstate`), in the order in which a list shows them: the earliest stage first. */
export const statuses = ['in-preparation', 'submitted', 'under-review', 'accepted', 'in-press', 'published'] as const;

/** A publication state. */
export type StatusKind = (typeof statuses)[number];

/** The state of a work, and the entry's words if they are more specific ('granted', 'in Press, Journal Pre-proof'). */
export interface Status {
	readonly kind: StatusKind;
	readonly words: string | null;
	/** The name of the field that contains it and nothing else; null if 'published' was assumed, or after a container's name. */
	readonly field: string | null;
}

/** Phrases for a state. */
interface Phrase {
	readonly kind: StatusKind;
	/** A lower-case pattern without groups. */
	readonly words: string;
	/** Matches a text that contains only the phrase. */
	readonly bare: RegExp;
}

/** Words that may precede a phrase. */
const adverb = '(?:currently|now|just|still|also) ';

/**
 * Phrases in English, German, French, Spanish and Italian, in the order in which they are tried. The first row of each
 * kind contains BibLaTeX's own keys (manual §4.9.2.11).
 */
const phrases: readonly Phrase[] = [
	phrase(
		'in-preparation',
		'in ?preparation|in prep|(?:ongoing )?work in progress|ongoing work|in progress|draft|in Vorbereitung|in Arbeit|en préparation|en preparación|in preparazione',
	),
	phrase(
		'under-review',
		'under(?: [\\w-]+)? (?:review|revision|consideration)|in (?:review|revision)|(?:under )?revised? (?:and|&) resubmit(?:ted)?|(?:major|minor) revision|in Begutachtung',
	),
	phrase(
		'submitted',
		'submitted(?: for publication)?|(?:under )?submission|resubmitted|eingereicht|zur (?:Veröffentlichung|Publikation) eingereicht|soumis|enviado|sottomesso|inviato',
	),
	phrase(
		'accepted',
		'(?:provisionally |conditionally |recently |already )?accepted(?: for publication| with (?:minor|major) revisions)?|conditional accept(?:ance)?|(?:zur (?:Veröffentlichung|Publikation) )?angenommen|akzeptiert|accepté|aceptado|accettato',
	),
	phrase(
		'in-press',
		'in[- ]?press|im (?:Druck|Erscheinen)|erscheint(?: demnächst)?|forthcoming|to (?:appear|be published)|will appear|in print|in production|(?:article|paper) in press|online first|early access|ahead[- ]of[- ]print|sous presse|à paraître|en prensa|in (?:corso di )?stampa|in corso di pubblicazione|tb[acd]|to be (?:announced|assigned|confirmed|decided|defined|determined)',
	),
	phrase('in-press', 'prepublished|epub ahead of print|advance(?:d)? online publication|published online'),
	phrase('published', 'published|erschienen|veröffentlicht|publié|publicado'),
];

function phrase(kind: StatusKind, words: string): Phrase {
	const lower = words.toLowerCase();
	return { kind, words: lower, bare: new RegExp(`^(?:${adverb})?(?:${lower})[\\s.]*$`) };
}

/** Matches a phrase at the start of a text, with one group per row. */
const startsWithPhrase = new RegExp(
	`^(?:${adverb})?(?:${phrases.map(({ words }) => `(${words})`).join('|')})(?![\\p{L}\\p{N}])`,
	'u',
);

/** Phrases at the end of a container's name: 'Automatica (under review)', 'IEEE Access, in press'. */
const endsWithPhrase = new RegExp(
	`\\s*(?:[([]\\s*(?:${adverb})?(${unpublishedWords()})(?:,?\\s*(?:19|20)\\d\\d)?\\s*[)\\]]|(?:[,;:.]|\\s[-–—]+)\\s+(?:${adverb})?(${unpublishedWords()}))[\\s.]*$`,
	'iu',
);

/** Not 'Work in Progress', which is a session of a conference. */
function unpublishedWords(): string {
	const kinds: readonly StatusKind[] = ['published', 'in-preparation'];
	return phrases.flatMap(({ kind, words }) => (kinds.includes(kind) ? [] : words)).join('|');
}

/** Length limit in UTF-16 units: longer texts are prose. */
const longestWords = 300;

/** Fields that only contain the state: their words are kept even if the phrase is unknown. */
const stateFields = ['pubstate', 'status', 'publicationstatus', 'publication_status'];

/** Other fields that may contain the state; only a text that begins with a known phrase counts. */
const otherFields = [
	'year',
	'date',
	'note',
	'howpublished',
	'volume',
	'number',
	'pages',
	'journal',
	'journaltitle',
	'booktitle',
	'comment',
];

const dateFields: ReadonlySet<string> = new Set(['year', 'date']);
const containers: ReadonlySet<string> = new Set(['journal', 'journaltitle', 'booktitle']);

/**
 * Reads the state of a work from `pubstate` (or `status`), or from the beginning of `year`, `note`, `howpublished`,
 * `volume`, `number`, `pages`, `journal` or `booktitle`, or from the end of a container's name ('Automatica (in press)'). An
 * `addendum` is free text and never sets the state: a preprint that was 'Accepted for publication in …' elsewhere is still
 * a preprint. Without any such words, a work is published.
 */
export function readStatus(entry: Entry): Status {
	const [field] = fieldsOf(entry, stateFields);
	// Zotero writes 'prepublished' for every preprint, which is already published as such.
	if (field && /^prepublished$/i.test(wordsIn(field)) && isPreprint(entry)) {
		return published;
	}
	if (field) return statusOf(field) ?? { kind: stateOf(wordsIn(field)), words: wordsIn(field), field: field.name };
	let fromYear: Status | null = null;
	for (const remark of fieldsOf(entry, otherFields)) {
		const status = statusIn(remark);
		if (!status || status.kind === 'published') continue;
		// A year 'forthcoming' or 'TBD' may also mean under review: another field is more precise.
		if (fromYear) return unaccepted.has(status.kind) ? status : fromYear;
		if (status.kind !== 'in-press' || !dateFields.has(remark.name)) return status;
		fromYear = status;
	}
	return fromYear ?? published;
}

/** The state in a field that is not only for the state. */
function statusIn(field: Field): Status | null {
	if (dateFields.has(field.name)) {
		const state = stateIn(wordsIn(field)) ?? stateIn(undated(wordsIn(field)));
		return state && { ...state, words: stateIn(undated(wordsIn(field)))?.words ?? null, field: field.name };
	}
	if (startsWithDigit(field.value)) return null;
	if (!containers.has(field.name)) return statusOf(field);
	const words = wordsIn(field);
	if (!mayBeTitle.test(words)) {
		const status = statusOf(field);
		if (status) return status;
	}
	const after = stateAfterName(words);
	return after && { kind: after, words: null, field: null };
}

/** Titles that begin like a state: 'In Progress in Optics', 'Work in Progress Session of …', 'Accepted Papers of …'. */
const mayBeTitle =
	/^(?:in progress in|(?:ongoing )?work in progress|(?:in (?:progress|print|production|press|review)|ongoing work|draft|accepted|forthcoming|submission|early access|online first|prepublished)(?! (?:to|at|in|by|for|with|as|on|and)\b| [\d([&]))(?= )/i;

/** The state after a container's name, as in 'Automatica (under review)'; null if there is none. */
function stateAfterName(words: string): StatusKind | null {
	if (words.length > longestWords) return null;
	const [, inBrackets, afterMark] = endsWithPhrase.exec(words) ?? [];
	return statusNamed(inBrackets ?? afterMark ?? '');
}

/** A container's name without the state after it. */
export function withoutStateAfter(words: string): string {
	return words.length > longestWords ? words : words.replace(endsWithPhrase, '');
}

/**
 * The venue in the name of a container that begins with a state: 'Automatica' in 'Submitted to Automatica (2025)'; '' if
 * there is only the state, null if there is none.
 */
export function venueAfterState(words: string): string | null {
	if (words.length > longestWords || mayBeTitle.test(words)) return null;
	const text = withoutBrackets(words);
	const state = startsWithPhrase.exec(text.toLowerCase())?.[0];
	if (state === undefined || stateIn(words)?.kind === 'published') return null;
	const rest = text.slice(state.length).replace(parenthesizedDate, '');
	return withoutBrackets(rest.replace(beforeVenue, ''));
}

const beforeVenue =
	/^[\s,;:.–-]*(?:for (?:publication|review|presentation|consideration) )?(?:(?:to|at|in|by|for|with|bei|beim|im|für|à|al|a|en|presso):? )?(?:the )?/i;

/** The words of a year without the date before or after a state: '2026 (in press)', 'in press, May 2026'. */
function undated(words: string): string {
	if (words.length > longestWords) return words;
	return words
		.replace(/^(?:19|20)\d\d(?:-\d\d){0,2}(?:[\s,;:–—-]+(?=\D)|(?=[([]))/, '')
		.replace(dateAtEnd, (_, before: string | undefined, preposition: string | undefined) =>
			before === undefined || preposition || monthNumber(before) !== null ? '' : ` ${before}`,
		)
		.trim();
}

/** A date at the end of a text, with the word before it: a month, or a preposition. */
const dateAtEnd =
	/(?:[\s,;:–—-]*[([]|[\s,;:–—-]+)(?:((in|for|en|im|pour)|\p{L}+)\.?,? +)?(?:\d{1,2}, ?)?(?:19|20)\d\d(?:-\d\d){0,2}[)\]]?\.?$/iu;

/** The text of a date next to a state: 2026 in 'in press (2026)', '2026, to appear'. Null if there is no state. */
export function dateBesideState(words: string): string | null {
	const state = undated(words);
	if (state === words || !stateIn(state)) return null;
	const date = words.replace(state, '').replace(/^(?:[\s,;:.([–—-]+|(?:in|for|en|im|pour) )+|[\s,;:.)\]–—-]+$/gi, '');
	return date || null;
}

/**
 * The date in parentheses at the end of a state: 2025 in 'Submitted to Automatica (2025)', but null for 'Submitted to
 * Robotics (ICRA 2025)'.
 */
export function dateAfterState({ words }: Status): string | null {
	const [, date = '', before = ''] = parenthesizedDate.exec(words ?? '') ?? [];
	return date !== '' && (before === '' || monthNumber(before) !== null) ? date : null;
}

/** A state without the date at its end. */
export function withoutDate(status: Status): Status {
	const words = status.words?.replace(parenthesizedDate, '') ?? '';
	const state = stateIn(words);
	return { ...status, words: state ? state.words : words || null };
}

/** A state without words that only repeat the container: 'Submitted to Automatica' of an article in Automatica. */
export function withoutVenue(status: Status, container: string): Status {
	const repeats = container !== '' && venueAfterState(status.words ?? '')?.toLowerCase() === container.toLowerCase();
	return repeats ? { ...status, words: null } : status;
}

const parenthesizedDate =
	/[\s,]*[([]((?:(?:\d{1,2}\.? )?(\p{L}+)\.?,? (?:\d{1,2}, ?)?|\d{1,2}[/.])?(?:19|20)\d\d(?:[-/]\d{1,2}){0,2})[)\]]\.?$/u;

/** The states of works that are not accepted yet. */
export const unaccepted: ReadonlySet<StatusKind> = new Set(['in-preparation', 'submitted', 'under-review']);

const published: Status = { kind: 'published', words: null, field: null };

/** Years, volumes and pages start with a digit, states never do. */
function startsWithDigit(value: string): boolean {
	const first = value.charCodeAt(0);
	return first >= 48 && first <= 57;
}

/** The state of words such as 'forthcoming' or 'Under Review'; null for others. */
export function statusNamed(words: string): StatusKind | null {
	return phrases.find(({ bare }) => bare.test(words.replaceAll('-', ' ').toLowerCase()))?.kind ?? null;
}

/** The state that a field's text begins with, and its words if they say more. */
function statusOf(field: Field): Status | null {
	// Scopus puts the count of citations first.
	const state = stateIn(wordsIn(field).replace(/^cited by \d+;\s*/i, ''));
	return state && { ...state, field: field.name };
}

const stateIn = memoize((text): Omit<Status, 'field'> | null => {
	const words = text.length > longestWords ? text : withoutBrackets(text);
	if (/^\d/.test(words) || words.length > longestWords) return null;
	const lower = words.toLowerCase();
	const [, ...groups] = startsWithPhrase.exec(lower) ?? [];
	const match = phrases[groups.findIndex((group) => group !== undefined)];
	return match ? { kind: match.kind, words: match.bare.test(lower) ? null : words } : null;
});

/**
 * A text without the brackets around all of it or around its beginning, and without unpaired ones at its ends: '(submitted)',
 * '[submitted to X (ABC)]', '(in press'. Brackets inside it stay.
 */
function withoutBrackets(text: string): string {
	let words = text.trim();
	for (let [open, close] = bracketsOf(words); open > 0 || close > 0; [open, close] = bracketsOf(words))
		words = (words.slice(0, Math.max(0, open - 1)) + words.slice(open, words.length - close)).trim();
	return words;
}

/** The number of characters to remove at the beginning and at the end of a text: 0 or 1 each. */
function bracketsOf(words: string): [number, number] {
	let depth = 0;
	let closing = -1;
	for (let at = 0; at < words.length; at++) {
		if (/[([]/.test(words[at] ?? '')) depth++;
		else if (/[)\]]/.test(words[at] ?? '')) {
			if (--depth === 0 && closing < 0) closing = at;
			if (depth < 0) return at === words.length - 1 ? [0, 1] : [0, 0];
		}
	}
	if (!/^[([]/.test(words)) return [0, 0];
	if (closing === words.length - 1) return [1, 1];
	return depth > 0 ? [1, 0] : [0, 0];
}

/**
 * Whether a text is only a state or a word for an unknown value ('in press', 'ahead-of-print', 'TBD', 'n/a'), instead of the
 * name, number or pages that its field should contain.
 */
export function saysNothing(words: string): boolean {
	if (words === '' || startsWithDigit(words)) return false;
	return isUnknownValue(words) || stateIn(words)?.words === null;
}

/** The state for unknown words. Patent applications ('filed', 'pending') count as submitted, everything else as published. */
function stateOf(words: string): StatusKind {
	return /^(?:filed|pending|applied|application|angemeldet)/i.test(words) ? 'submitted' : 'published';
}
