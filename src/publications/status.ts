import type { Entry, Field } from '../library/entry.ts';
import { memoize } from '../text/memoize.ts';
import { fieldsOf, wordsIn } from './entry-fields.ts';
import { isPreprint } from './preprints.ts';

/** How far a work has come (BibLaTeX `pubstate`), in the order a list shows them: nearest to the desk first. */
export const statuses = ['in-preparation', 'submitted', 'under-review', 'accepted', 'in-press', 'published'] as const;

export type StatusKind = (typeof statuses)[number];

/** A work's state, and the entry's words if they say more ('granted', 'in Press, Journal Pre-proof'). */
export interface Status {
	readonly kind: StatusKind;
	readonly words: string | null;
	/** Where it was found: the field name, or null when published was assumed. */
	readonly field: string | null;
}

/** Phrases for a state. */
interface Phrase {
	readonly kind: StatusKind;
	/** A pattern in small letters, without groups. */
	readonly words: string;
	/** Matches a text that is nothing but a phrase. */
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

/** The beginning of a text that is about a state: a group for each row. */
const begins = new RegExp(`^(?:${phrases.map(({ words }) => `(${words})`).join('|')})(?![\\p{L}\\p{N}])`, 'u');

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
 * Reads how far a work has come: `pubstate` (and `status`), else what `year`, `note`, `howpublished`, `volume`,
 * `number` or `pages` say at their beginning. An `addendum` is free text and never sets it: a preprint that was
 * 'Accepted for publication in …' elsewhere is still a preprint. Without any word a work is published.
 */
export function readStatus(entry: Entry): Status {
	const [field] = fieldsOf(entry, stateFields);
	// Zotero writes it for every preprint, although it is published.
	if (field && /^prepublished$/i.test(wordsIn(field)) && isPreprint(entry)) {
		return published;
	}
	if (field) return statusOf(field) ?? { kind: stateOf(wordsIn(field)), words: wordsIn(field), field: field.name };
	let found: Status | null = null;
	for (const other of fieldsOf(entry, otherFields)) {
		const status = startsWithFigure(other.value) ? null : statusOf(other);
		if (!status || status.kind === 'published') continue;
		// A year 'forthcoming' or 'TBD' may also mean under review: another field is more precise.
		if (found) return unaccepted.has(status.kind) ? status : found;
		if (status.kind !== 'in-press' || !/^(?:year|date)$/.test(other.name)) return status;
		found = status;
	}
	return found ?? published;
}

/** The states of works that are not accepted yet. */
export const unaccepted: ReadonlySet<StatusKind> = new Set(['in-preparation', 'submitted', 'under-review']);

const published: Status = { kind: 'published', words: null, field: null };

/** Years, volumes and pages begin with a digit; no state does. */
function startsWithFigure(value: string): boolean {
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
	const said = stateIn(wordsIn(field).replace(/^cited by \d+;\s*/i, ''));
	return said && { ...said, field: field.name };
}

const stateIn = memoize((text): Omit<Status, 'field'> | null => {
	const words = text.replace(/^[([]+|[)\]]+$/g, '');
	if (/^\d/.test(words) || words.length > 300) return null;
	const lower = words.toLowerCase();
	const [, ...groups] = begins.exec(lower) ?? [];
	const found = phrases[groups.findIndex((group) => group !== undefined)];
	return found ? { kind: found.kind, words: found.bare.test(lower) ? null : words } : null;
});

/** Exporters' words for an unknown value. */
const nothing = /^(?:n\.?\/?a\.?|null|none|nan|undefined|unknown)$/i;

/**
 * Whether a text is only a state or a word for an unknown value ('in press', 'ahead-of-print', 'TBD', 'n/a'), and not the
 * name, number or pages that its field should contain.
 */
export function saysNothing(words: string): boolean {
	if (words === '' || startsWithFigure(words)) return false;
	return nothing.test(words) || stateIn(words)?.words === null;
}

/** A patent's application ('filed', 'pending') counts as submitted; other words describe something published. */
function stateOf(words: string): StatusKind {
	return /^(?:filed|pending|applied|application|angemeldet)/i.test(words) ? 'submitted' : 'published';
}
