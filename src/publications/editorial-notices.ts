import type { Entry, Field } from '../library/entry.ts';
import type { DateValue } from './dates/date.ts';
import { parseDate } from './dates/entry-dates.ts';
import { readKeywords } from './details.ts';
import { fieldsOf, wordsIn } from './entry-fields.ts';
import { findDoi, normalizeDoi } from './identifiers/doi.ts';
import { decodeAddress, safeAddress } from './identifiers/url-safety.ts';

/** What may happen to a work after its publication, the gravest first. */
export const noticeKinds = ['retracted', 'withdrawn', 'concern', 'corrected'] as const;

/** `concern` is an expression of concern. */
export type NoticeKind = (typeof noticeKinds)[number];

/** What an entry says about a retraction, a withdrawal, an expression of concern or a correction of its work. */
export interface EditorialNotice {
	readonly kind: NoticeKind;
	readonly date: DateValue | null;
	/** The DOI of the notice; null if it is unknown. */
	readonly doi: string | null;
	/** The address of the notice; null if it is unknown. */
	readonly url: string | null;
}

/**
 * The notices in an entry, the gravest first, and the entry without the words that only state them: `pubstate = {retracted}`,
 * 'RETRACTED:' before the title, `note = {Retracted 2021}`. Other notes stay.
 */
export function readNotices(entry: Entry): { readonly entry: Entry; readonly notices: readonly EditorialNotice[] } {
	const found: EditorialNotice[] = [];
	const changes: (readonly [name: string, field: Field | null])[] = [];
	for (const kind of noticeKinds)
		for (const field of fieldsOf(entry, fieldsOfKind[kind])) found.push(...noticesInField(kind, field.value));
	for (const field of fieldsOf(entry, textFields)) {
		const notice = mayState.test(field.value) ? noticeInNote(wordsIn(field), entry) : null;
		if (!notice) continue;
		found.push(notice.stated);
		if (notice.isBare || stateFields.has(field.name)) changes.push([field.name, null]);
	}
	const title = entry.fields.get('title');
	const marked = title && mayState.test(title.value) ? titleWithNotice(title.value) : null;
	if (title && marked) {
		found.push(bare(marked.kind));
		changes.push(['title', { ...title, value: marked.title }]);
	}
	for (const keyword of [...keywordsThatMayState(entry), ...typesThatMayState(entry)]) {
		const kind = noticeKeywords.get(keyword.toLowerCase());
		if (kind) found.push(bare(kind));
	}
	return found.length === 0 ? { entry, notices: none } : { entry: changed(entry, changes), notices: joined(found) };
}

const none: readonly never[] = [];

/** Fields for a notice of each kind. Their value is a date, the DOI or address of the notice, both, or 'true'. */
const fieldsOfKind: Readonly<Record<NoticeKind, readonly string[]>> = {
	retracted: [
		...['retracted', 'retraction', 'retractiondoi', 'retraction-doi', 'retraction_doi', 'retractionurl'],
		...['retractiondate', 'retraction-date', 'retraction_date', 'isretracted', 'is-retracted', 'is_retracted'],
	],
	withdrawn: ['withdrawn', 'withdrawal'],
	concern: ['concern', 'expressionofconcern', 'expression-of-concern', 'expression_of_concern'],
	corrected: ['corrected'],
};

/** Fields that contain a publication state and nothing else. */
const stateFields: ReadonlySet<string> = new Set(['pubstate', 'status', 'publicationstatus', 'publication_status']);

/** Fields that may begin with the words of a notice. */
const textFields = [
	...stateFields,
	'note',
	'addendum',
	'howpublished',
	'titleaddon',
	'comment',
	'annotation',
	'annote',
];

const mayState = /retract|withdrawn|concern/i;

/** PubMed's publication type, and the same words in tags of reference managers. */
const noticeKeywords: ReadonlyMap<string, NoticeKind> = new Map([
	...['retracted', 'retracted publication', 'retracted article', 'retracted paper'].map(
		(words) => [words, 'retracted'] as const,
	),
	...['withdrawn', 'withdrawn publication', 'withdrawn article', 'withdrawn paper'].map(
		(words) => [words, 'withdrawn'] as const,
	),
]);

function keywordsThatMayState(entry: Entry): readonly string[] {
	return fieldsOf(entry, ['keywords', 'keyword', 'tags']).some(({ value }) => mayState.test(value))
		? readKeywords(entry)
		: none;
}

/** The types of documents of Web of Science and Scopus: 'Article; Retracted Publication'. An application for a patent has a status there. */
function typesThatMayState(entry: Entry): readonly string[] {
	if (entry.type === 'patent') return none;
	return fieldsOf(entry, [
		'type',
		'document_type',
		'document-type',
		'documenttype',
		'pubtype',
		'publication_type',
	]).flatMap((field) => (mayState.test(field.value) ? wordsIn(field).split(/\s*;\s*/) : []));
}

/** `retracted = {2010-02-06, doi:10.1016/…}`; several notices are separated by semicolons. */
function noticesInField(kind: NoticeKind, value: string): EditorialNotice[] {
	return value.split(/;\s+/).flatMap((part) => {
		const text = part.trim();
		if (/^(?:|\{\}|false|no|0|none)$/i.test(text)) return [];
		return [{ kind, ...referenceIn(text) }];
	});
}

/** The date and the address of a notice in a text. */
function referenceIn(text: string): Omit<EditorialNotice, 'kind'> {
	const [address = ''] = /https?:\/\/[^\s{}]+/i.exec(text) ?? [];
	const doi = findDoi(text) ?? (/^(?:[\d-]*[\s,]+)?(?:doi:\s*)?10\.\d/i.test(text) ? normalizeDoi(text) : null);
	const url = doi === null ? safeAddress(decodeAddress(address)) : safeAddress(`https://doi.org/${doi}`);
	const [date = ''] = dateInText.exec(text.replace(addressInText, '')) ?? [];
	return { date: date === '' ? null : parseDate(date), doi, url: url === '' ? null : url };
}

const dateInText = /(?<![\d./-])(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?![\d/-])/;
const addressInText = /https?:\/\/\S+|(?:doi:?\s*)?10\.\d{4,9}\/\S+/gi;

/** 'This article has been retracted', 'Retraction published 2010' (APA), 'Retraction in: Lancet' (PubMed). */
const statement =
	/^[\s[(*!]*(?:(?:this|the) )?(?:(?:article|paper|work|publication|study|manuscript|preprint|chapter|book|submission) )?(?:(?:has|have) been |was |were |is |are )?(?:now )?(?:(retracted|withdrawn)(?: (?:article|paper|publication|chapter|preprint|manuscript))?|(retraction)(?=[ :]+(?:in|published|date|notice|doi|https?|10\.|\d)\b)|publication with (expression of concern)|(expression of concern)(?! (?:for|of|about|over|on|to|regarding|from)\b))/i;

/** After 'retracted', so that 'retracted tongue root' is no notice. */
const afterStatement =
	/^(?:[\s\])*!.]*$|[\])]|\s*[.,;:–—(-]|\s+(?:in|on|at|by|from|due|because|after|following|see|and|for|as|since|published|notice|\d|https?:|doi))/i;

/** Words of a notice that say no more than its mark. */
const emptyWords = /\b(?:in|on|at|see|doi|published|notice|date|article|paper|the)\b/gi;

/** The notice that a note begins with, also after Scopus's count: 'Cited by 12; Retracted article'. */
function noticeInNote(words: string, entry: Entry): { stated: EditorialNotice; isBare: boolean } | null {
	return noticeInText(words.replace(/^cited by:? \d+[;,.]\s*/i, ''), entry);
}

/** The notice that a text begins with, and whether the text says nothing else. */
function noticeInText(words: string, { type }: Entry): { stated: EditorialNotice; isBare: boolean } | null {
	const match = statement.exec(words);
	if (!match || words.length > longestText) return null;
	const rest = words.slice(match[0].length);
	if (!afterStatement.test(rest)) return null;
	const kind: NoticeKind =
		match[3] || match[4] ? 'concern' : /^withdrawn$/i.test(match[1] ?? '') ? 'withdrawn' : 'retracted';
	// An application for a patent is withdrawn in the ordinary course of things.
	if (kind === 'withdrawn' && type === 'patent') return null;
	const reference = referenceIn(rest);
	const left = rest.replace(addressInText, '').replace(dateInText, '').replace(emptyWords, '');
	return { stated: { kind, ...reference }, isBare: !/[\p{L}\p{N}]/u.test(left) };
}

/** UTF-16 units; a longer text is no note. */
const longestText = 2000;

const noun = '(?:[\\s{}]+(?:article|paper|chapter|publication|manuscript|preprint|review))?';
/** '[Retracted] Title', 'RETRACTED ARTICLE: Title'. */
const beforeTitle = new RegExp(
	`^(?:\\\\text[a-z]+(?=\\{)|[\\s{*])*(?:[[(][\\s{]*(retracted|withdrawn)${noun}[\\s}]*[\\])][\\s}]*[:.–—-]*|(retracted|withdrawn)(${noun})(?:[\\s}]*(?::|\\s[–—-]\\s)|\\*))[\\s}]*(?=\\S)`,
	'i',
);
/** 'Title (Retracted article. See vol. 375, p. 445, 2010)', as in Web of Science. */
const afterTitle = new RegExp(
	`\\s[{]?[[(][\\s{]*(?:(retracted|withdrawn)${noun}|publication with (expression of concern))(?:[.,:;]\\s[^()[\\]]{0,200}|\\s(?:see|in|on|by|at|retraction)\\s[^()[\\]]{0,200}|\\s\\d{4}[^()[\\]]{0,50})?[\\s}]*[)\\]][\\s}.]*$`,
	'i',
);

/** 'Title - RETRACTED'; in other letters, it may be a word of the title. */
const capitalsAfterTitle = /\s[–—-]{1,3}\s?[\s{]*(RETRACTED|WITHDRAWN)(?: ARTICLE| PAPER)?[\s}.]*$/;

/** A title without the notice before or after it; null if there is none. LaTeX. */
export function titleWithNotice(value: string): { readonly title: string; readonly kind: NoticeKind } | null {
	const before = beforeTitle.exec(value);
	const [prefix = '', inBrackets, word, nounAfter] = before ?? [];
	// A title may begin with 'Withdrawn: …'. Publishers write it in capitals.
	const isMarked = inBrackets !== undefined || word === 'WITHDRAWN' || nounAfter || /^retracted$/i.test(word ?? '');
	if (before && isMarked) {
		const title = '{'.repeat(Math.max(0, unclosed(prefix))) + value.slice(prefix.length);
		return { title, kind: kindNamed(inBrackets ?? word ?? '') };
	}
	const after = afterTitle.exec(value) ?? capitalsAfterTitle.exec(value);
	if (!after || after.index === 0) return null;
	const title = value.slice(0, after.index).trimEnd() + '}'.repeat(Math.max(0, -unclosed(after[0])));
	return { title, kind: after[2] ? 'concern' : kindNamed(after[1] ?? '') };
}

/** The field that states a notice without a date or an address. */
export function stateOfNotice(kind: NoticeKind): readonly [name: string, value: string] {
	return kind === 'retracted' || kind === 'withdrawn' ? ['pubstate', kind] : [kind, 'true'];
}

function kindNamed(word: string): NoticeKind {
	return word.toLowerCase() === 'withdrawn' ? 'withdrawn' : 'retracted';
}

/** The number of opening braces without closing ones; negative for closing braces without opening ones. */
function unclosed(latex: string): number {
	return (latex.match(/\{/g)?.length ?? 0) - (latex.match(/\}/g)?.length ?? 0);
}

function bare(kind: NoticeKind): EditorialNotice {
	return { kind, date: null, doi: null, url: null };
}

function changed(entry: Entry, changes: readonly (readonly [string, Field | null])[]): Entry {
	if (changes.length === 0) return entry;
	const fields = new Map(entry.fields);
	for (const [name, field] of changes) {
		if (field === null) fields.delete(name);
		else fields.set(name, field);
	}
	return { ...entry, fields };
}

/**
 * One notice for each fact: a work is retracted or withdrawn once, so that several fields may state parts of it. Several
 * concerns and corrections are those with different addresses.
 */
function joined(found: readonly EditorialNotice[]): readonly EditorialNotice[] {
	return noticeKinds.flatMap((kind) => {
		const ofKind = found.filter((notice) => notice.kind === kind);
		const located = ofKind.filter(({ url, date }) => url !== null || date !== null);
		const isOnce = kind === 'retracted' || kind === 'withdrawn';
		if (ofKind.length === 0) return [];
		if (!isOnce && located.length > 0)
			return [...new Map(located.map((notice) => [notice.url ?? '', notice])).values()];
		const { doi = null, url = null } = ofKind.find(({ url }) => url !== null) ?? {};
		return [{ kind, date: ofKind.find(({ date }) => date)?.date ?? null, doi, url }];
	});
}

/** The retraction or withdrawal of a work; null if it is neither retracted nor withdrawn. */
export function retractionOf(notices: readonly EditorialNotice[]): EditorialNotice | null {
	return notices.find(({ kind }) => kind === 'retracted' || kind === 'withdrawn') ?? null;
}
