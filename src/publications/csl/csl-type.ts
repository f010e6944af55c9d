import type { Entry } from '../../library/entry.ts';
import { fieldOf, wordsOf } from '../entry-fields.ts';
import { isPreprint } from '../preprints.ts';
import { type Variables, variablesOf } from './csl-variables.ts';
import { entryTypeOf } from './entry-type-table.ts';

/**
 * The CSL 1.0.2 type of an entry: that of citation-js, corrected where the fields are more specific than the entry type.
 */
export function cslTypeOf(entry: Entry, variables: Variables = variablesOf(entry)): string {
	for (const { when, type } of corrections) {
		if (when(entry)) return type;
	}
	return entryTypeOf(entry).csl ?? variables.type;
}

/** In order: the first row that applies decides. */
const corrections: readonly { readonly when: (entry: Entry) => boolean; readonly type: string }[] = [
	// In CSL, `article` is for works 'made widely available but not published in a journal'.
	{ when: isPreprint, type: 'article' },
	{ when: (entry) => isArticleIn(entry, 'newspaper'), type: 'article-newspaper' },
	{ when: (entry) => isArticleIn(entry, 'magazine'), type: 'article-magazine' },
	// Zotero writes presentations as @unpublished with an eventtitle.
	{ when: isAtEvent, type: 'speech' },
	{ when: isPresentation, type: 'speech' },
	// citation-js ignores software and data in `type` of @misc (biblatex's software fallback).
	{ when: isSoftware, type: 'software' },
	{ when: isPatent, type: 'patent' },
	{ when: (entry) => entry.type === 'misc' && /^data ?set$/i.test(wordsOf(entry, 'type')), type: 'dataset' },
	// @misc with only an address is a web page.
	{ when: isPage, type: 'webpage' },
];

/** GitHub suggests @misc with 'GitHub' as publisher, journal or `howpublished`. */
function isSoftware(entry: Entry): boolean {
	if (entry.type !== 'misc') return false;
	const remarks = ['type', 'howpublished', 'journaltitle', 'publisher', 'note'].map((name) => wordsOf(entry, name));
	return remarks.some((words) => softwareWords.test(words));
}

const softwareWords =
	/^(?:(?:computer )?(?:software|source code|program)\b|(?:r|python|julia|matlab) (?:package|toolbox)\b|(?:github|gitlab)(?: repository)?$|(?:https?:\/\/)?(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/)/i;

/** Google Scholar writes patents as @misc with the number in `note`. */
function isPatent(entry: Entry): boolean {
	if (entry.type !== 'misc') return false;
	return /^google patents$/i.test(wordsOf(entry, 'publisher')) || patentWords.test(wordsOf(entry, 'note'));
}

const patentWords =
	/^(?:(?:[A-Z]{2}|U\.S\.|European|Chinese|Japanese|Korean|German|International) )?patent (?:app(?:lication|\.)? )?(?:no\.? ?)?(?:[A-Z]{2} ?)?\d[\d,./ ]/i;

function isAtEvent(entry: Entry): boolean {
	if (entry.type !== 'unpublished' && entry.type !== 'misc') return false;
	const others = entry.type === 'misc' ? ['howpublished'] : [];
	const isPublished = ['booktitle', 'journaltitle', 'publisher', ...others].some((name) => fieldOf(entry, name));
	return !isPublished && (fieldOf(entry, 'eventtitle') ?? fieldOf(entry, 'venue')) !== null;
}

/**
 * Zotero writes presentations as @unpublished with a place, which no other unpublished work has. BibTeX has no type for
 * them, so libraries also use @unpublished, @misc or @techreport with a remark: 'Invited talk at …'.
 */
function isPresentation(entry: Entry): boolean {
	const isMisc = entry.type === 'misc' && !fieldOf(entry, 'publisher');
	if (/^(?:tech)?report$/.test(entry.type) || isMisc) {
		if (presentationWords.test(wordsOf(entry, 'type'))) return true;
		const isContained = ['journaltitle', 'booktitle', 'institution'].some((name) => fieldOf(entry, name));
		return isMisc && !isContained && ['note', 'howpublished'].some((name) => isEventRemark(wordsOf(entry, name)));
	}
	if (entry.type !== 'unpublished') return false;
	if (['type', 'note', 'howpublished'].some((name) => presentationWords.test(wordsOf(entry, name)))) return true;
	if (['note', 'howpublished', 'titleaddon'].some((name) => isEventRemark(wordsOf(entry, name)))) return true;
	if (!fieldOf(entry, 'location') || fieldOf(entry, 'institution')) return false;
	const remarks = ['type', 'note', 'howpublished', 'pubstate'].map((name) => wordsOf(entry, name)).join(' ');
	return !/\b(?:manuscript|working|paper|preprint|draft|thesis|report|prepar|submi|review|press|accept)/i.test(remarks);
}

/** Words at the start of a remark. Not 'presentation slides' or 'seminar paper'. */
const presentationWords =
	/^(?:(?:invited|contributed|keynote|plenary|oral|conference|lightning|short|research|seminar) )*(?:talk|presentation|poster|keynote|plenary)(?: (?:presentation|session|talk|presented|given|held|delivered|at|to|in|for|on)\b|$|[,;:.(])/i;

/** Adjectives of talks, in the languages of the nouns below. */
const talkAdjectives =
	'invited contributed plenary oral conference lightning short research guest public departmental online virtual eingeladener? öffentlicher?';

/** Nouns for talks in English, German, French, Spanish, Portuguese and Italian. A word such as 'at' or a mark follows. */
const talkNouns =
	'talk presentation poster keynote seminar colloquium lecture speech tutorial panel demo ' +
	'vortrag gastvortrag plenarvortrag hauptvortrag posterpräsentation kolloquium kolloquiumsvortrag seminarvortrag ' +
	'exposé communication conférence séminaire intervention affiche ' +
	'charla ponencia conferencia comunicación seminario póster intervento relazione conferenza comunicazione ' +
	'palestra seminário comunicação pôster';

/** Participles: 'Presented at …'. */
const presented =
	'(?:paper |poster |work |talk |to be |also )*(?:presented|given|delivered|präsentiert|vorgetragen|gehalten|vorgestellt|présentée?|donnée?|presentad[oa]|presentat[oa]|apresentad[oa]|tenut[oa])';

const eventWords =
	'at|to|in|for|on|auf|bei|beim|an|am|im|à|au|aux|lors|pour|en|ante|na|no|em|a|al|alla|allo|presso|nel|nella';

const eventRemark = new RegExp(
	`^(?:an? )?(?:(?:(?:${talkAdjectives.replaceAll(' ', '|')}|keynote|seminar)[ -])*(?:${talkNouns.replaceAll(' ', '|')})s?` +
		`(?: (?:invitée?|plénière|orale?|invitad[oa]|plenaria|invitat[oa]|su invito|talk|presentation|session|address|series))*` +
		`(?: (?:${presented})?,? ?(?:${eventWords})(?![\\p{L}])|[,;:]|\\.? ?$)|${presented},? (?:${eventWords})(?![\\p{L}]))`,
	'iu',
);

/** Words after which a remark is about a text: 'Lecture in Mathematics series', 'Conference version'. */
const textWords =
	/^(?:lecture notes|seminar paper|presentation slides|conference version)|\bpreprint\b|\bmanuscript\b/i;

/** Whether a remark names an event at which the work was presented: 'Talk at …', 'Presented at …', 'Vortrag auf …'. */
function isEventRemark(words: string): boolean {
	return words.length < 400 && eventRemark.test(words) && !textWords.test(words);
}

function isArticleIn(entry: Entry, kind: string): boolean {
	return entry.type === 'article' && wordsOf(entry, 'entrysubtype').toLowerCase() === kind;
}

function isPage(entry: Entry): boolean {
	if (entry.type !== 'misc' || !fieldOf(entry, 'url')) return false;
	return !['howpublished', 'type', 'eventtitle', 'booktitle', 'publisher', 'institution', 'eprint'].some((name) =>
		fieldOf(entry, name),
	);
}
