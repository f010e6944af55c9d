import type { Entry, Field } from '../library/entry.ts';
import { memoize } from '../text/memoize.ts';
import { fieldsOf, wordsIn } from './entry-fields.ts';
import { isPreprint } from './preprints.ts';

/** How far a work has come (BibLaTeX `pubstate`), in the order a list shows them: nearest to the desk first. */
export const statuses = ['in-preparation', 'submitted', 'under-review', 'accepted', 'in-press', 'published'] as const;

export type StatusKind = (typeof statuses)[number];

/** A work's state, and words of the entry for it where those say more ('granted', 'in Press, Journal Pre-proof'). */
export interface Status {
	readonly kind: StatusKind;
	readonly words: string | null;
	/** Where it was found: the field name, or null when published was assumed. */
	readonly field: string | null;
}

/** Ways to say a state. */
interface Phrase {
	readonly kind: StatusKind;
	/** A pattern in small letters, without groups. */
	readonly words: string;
	/** All that a text says. */
	readonly bare: RegExp;
}

/**
 * What people write, in the order tried, in English, German, French, Spanish and Italian. The first row of each
 * kind holds BibLaTeX's own keys (manual §4.9.2.11).
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

/** Fields whose only matter is the state: their words are kept even when no phrase is known. */
const stateFields = ['pubstate', 'status', 'publicationstatus', 'publication_status'];

/** Fields where people say it instead; only a text that begins with a known phrase counts. */
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
	// Zotero says so of every preprint, which is out all the same.
	if (field && /^prepublished$/i.test(wordsIn(field)) && isPreprint(entry)) {
		return published;
	}
	if (field) return statusOf(field) ?? { kind: stateOf(wordsIn(field)), words: wordsIn(field), field: field.name };
	let found: Status | null = null;
	for (const other of fieldsOf(entry, otherFields)) {
		const status = startsWithFigure(other.value) ? null : statusOf(other);
		if (!status || status.kind === 'published') continue;
		// 'forthcoming' or 'TBD' as a year is said of what is under review, too: another field knows better.
		if (found) return unaccepted.has(status.kind) ? status : found;
		if (status.kind !== 'in-press' || !/^(?:year|date)$/.test(other.name)) return status;
		found = status;
	}
	return found ?? published;
}

/** Of works that nobody has accepted yet. */
export const unaccepted: ReadonlySet<StatusKind> = new Set(['in-preparation', 'submitted', 'under-review']);

/** What nearly all works are. */
const published: Status = { kind: 'published', words: null, field: null };

/** Most years, volumes and pages are no words, and no state begins so. */
function startsWithFigure(value: string): boolean {
	const first = value.charCodeAt(0);
	return first >= 48 && first <= 57;
}

/** The state that words such as 'forthcoming' or 'Under Review' name, as a `pubstate` would; null when none does. */
export function statusNamed(words: string): StatusKind | null {
	return phrases.find(({ bare }) => bare.test(words.replaceAll('-', ' ').toLowerCase()))?.kind ?? null;
}

/** The state a field's text begins with; its words where they say more than the state. */
function statusOf(field: Field): Status | null {
	// Scopus puts its count of citations before what is said.
	const said = stateIn(wordsIn(field).replace(/^cited by \d+;\s*/i, ''));
	return said && { ...said, field: field.name };
}

/** Journals are asked, too, and come again and again. */
const stateIn = memoize((text): Omit<Status, 'field'> | null => {
	const words = text.replace(/^[([]+|[)\]]+$/g, '');
	if (/^\d/.test(words) || words.length > 300) return null;
	const lower = words.toLowerCase();
	const [, ...groups] = begins.exec(lower) ?? [];
	const found = phrases[groups.findIndex((group) => group !== undefined)];
	return found ? { kind: found.kind, words: found.bare.test(lower) ? null : words } : null;
});

/** What exporters write where they know nothing. */
const nothing = /^(?:n\.?\/?a\.?|null|none|nan|undefined|unknown)$/i;

/**
 * Whether all that a text says is a state or that nothing is known ('in press', 'ahead-of-print', 'TBD', 'n/a'): where
 * a name, number or pages should stand, there are none.
 */
export function saysNothing(words: string): boolean {
	if (words === '' || startsWithFigure(words)) return false;
	return nothing.test(words) || stateIn(words)?.words === null;
}

/** A patent's application is on its way ('filed', 'pending'); anything else that is said is of something published. */
function stateOf(words: string): StatusKind {
	return /^(?:filed|pending|applied|application|angemeldet)/i.test(words) ? 'submitted' : 'published';
}
