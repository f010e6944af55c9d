import type { Entry, Field } from '../library/entry.ts';
import { memoize } from '../text/memoize.ts';
import { fieldsOf, wordsIn } from './entry-fields.ts';
import { isPreprint } from './preprints.ts';

/** Publication states (BibLaTeX `pubstate`), in the order in which a list shows them: the earliest stage first. */
export const statuses = ['in-preparation', 'submitted', 'under-review', 'accepted', 'in-press', 'published'] as const;

/** A publication state. */
export type StatusKind = (typeof statuses)[number];

/** The state of a work, and the entry's words if they are more specific ('granted', 'in Press, Journal Pre-proof'). */
export interface Status {
	readonly kind: StatusKind;
	readonly words: string | null;
	/** The name of the field that contains it; null if 'published' was assumed. */
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
		'in[- ]?press|im (?:Druck|Erscheinen)|erscheint(?: demnächst)?|forthcoming|to (?:appear|be published)|will appear|in print|in production|(?:article|paper) in press|online first|early access|ahead[- ]of[- ]print|sous presse|à paraître|en prensa|in (?:corso di )?stampa|in corso di pubblicazione|tba|tbd',
	),
	phrase('in-press', 'prepublished|epub ahead of print|advance(?:d)? online publication|published online'),
	phrase('published', 'published|erschienen|veröffentlicht|publié|publicado'),
];

function phrase(kind: StatusKind, words: string): Phrase {
	const lower = words.toLowerCase();
	return { kind, words: lower, bare: new RegExp(`^(?:${lower})[\\s.]*$`) };
}

/** Matches a phrase at the start of a text, with one group per row. */
const startsWithPhrase = new RegExp(
	`^(?:${phrases.map(({ words }) => `(${words})`).join('|')})(?![\\p{L}\\p{N}])`,
	'u',
);

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
	'comment',
];

/**
 * Reads the state of a work from `pubstate` (or `status`), or from the beginning of `year`, `note`, `howpublished`,
 * `volume`, `number` or `pages`. An `addendum` is free text and never sets the state: a preprint that was 'Accepted for
 * publication in …' elsewhere is still a preprint. Without any such words, a work is published.
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
		const status = startsWithDigit(remark.value) ? null : statusOf(remark);
		if (!status || status.kind === 'published') continue;
		// A year 'forthcoming' or 'TBD' may also mean under review: another field is more precise.
		if (fromYear) return unaccepted.has(status.kind) ? status : fromYear;
		if (status.kind !== 'in-press' || !/^(?:year|date)$/.test(remark.name)) return status;
		fromYear = status;
	}
	return fromYear ?? published;
}

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
	const words = text.replace(/^[([]+|[)\]]+$/g, '');
	if (/^\d/.test(words) || words.length > 300) return null;
	const lower = words.toLowerCase();
	const [, ...groups] = startsWithPhrase.exec(lower) ?? [];
	const match = phrases[groups.findIndex((group) => group !== undefined)];
	return match ? { kind: match.kind, words: match.bare.test(lower) ? null : words } : null;
});

/** Exporters' placeholders for an unknown value. */
const unknownValue = /^(?:n\.?\/?a\.?|null|none|nan|undefined|unknown)$/i;

/**
 * Whether a text is only a state or a word for an unknown value ('in press', 'ahead-of-print', 'TBD', 'n/a'), instead of the
 * name, number or pages that its field should contain.
 */
export function saysNothing(words: string): boolean {
	if (words === '' || startsWithDigit(words)) return false;
	return unknownValue.test(words) || stateIn(words)?.words === null;
}

/** The state for unknown words. Patent applications ('filed', 'pending') count as submitted, everything else as published. */
function stateOf(words: string): StatusKind {
	return /^(?:filed|pending|applied|application|angemeldet)/i.test(words) ? 'submitted' : 'published';
}
