import type { Entry } from '../../library/entry.ts';
import { memoize } from '../../text/memoize.ts';
import { fieldOf, wordsOf } from '../entry-fields.ts';

/** The kinds of venues, in the default order of sections. */
export const venueKinds = [
	'journal',
	'conference',
	'workshop',
	'chapter',
	'book',
	'edited-volume',
	'thesis',
	'report',
	'preprint',
	'patent',
	'talk',
	'lecture',
	'poster',
	'software',
	'dataset',
	'award',
	'other',
] as const;

/** The kind of a venue. */
export type VenueKind = (typeof venueKinds)[number];

/** The words that rules examine, plain and in lower case. */
class Clues {
	readonly entry: Entry;
	/** The CSL type. */
	readonly type: string;

	constructor(entry: Entry, type: string) {
		this.entry = entry;
		this.type = type;
	}

	/** The journal, book and event. */
	get container(): string {
		return this.words(['journaltitle', 'booktitle', 'maintitle', 'eventtitle', 'series']);
	}

	/** Remarks about the kind of work. */
	get remarks(): string {
		return this.words(['type', 'entrysubtype', 'howpublished', 'note', 'titleaddon']);
	}

	/** Whether a word is one of the entry's keywords. */
	hasKeyword(word: string): boolean {
		const keywords = wordsOf(this.entry, 'keywords').toLowerCase();
		return keywords.split(/\s*[,;]\s*/).includes(word);
	}

	private words(names: readonly string[]): string {
		return names
			.map((name) => wordsOf(this.entry, name).slice(0, 500))
			.filter(Boolean)
			.join(' ')
			.toLowerCase();
	}
}

interface Rule {
	readonly kind: VenueKind;
	/** The CSL types that the rule applies to; null for any. */
	readonly types: ReadonlySet<string> | null;
	/** An additional condition. */
	readonly when?: (clues: Clues) => boolean;
}

/** Whether a container is a workshop by its name. Not a conference with workshops. */
const workshop = memoize(
	(container) =>
		/\bworkshops?\b|\bworkshop['’]?\d{2}|\bWS\b@/i.test(container) &&
		!conferenceWithWorkshop.test(container.slice(0, Math.max(0, container.search(/\bworkshop/))).slice(-longestName)),
);

/** UTF-16 units. Without it, a name of thousands of conferences would take cubic time. */
const longestName = 300;

/**
 * The words before 'workshop' in the name of a conference with workshops: 'Conference and Workshops on …', 'Conf. on X and
 * 7th Kernel Workshop'. But 'Conference on Vision and Pattern Recognition Workshops' is a workshop.
 */
const conferenceWithWorkshop =
	/\b(?:conferences?\b|conf\.|symposi(?:um|a)\b|congress\b).*\s(?:and|&|und) (?:the )?(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b[^,;:]*|(?:(?:its|annual|international|joint|affiliated|associated|satellite|co-?located) )*)$/;

const conference = memoize(
	(container) =>
		!journalAlthough.test(container) && (conferenceWords.test(container) || conferenceSeries.test(container)),
);

const conferenceWords = /\b(?:conferences?|symposium|symposia|konferenz|kongress|congress|colloquium|meeting of the)\b/;

/** Journals with such a word in their name: 'Colloquium Mathematicum', but not 'Colloquium on Automata'. */
const journalAlthough =
	/^(?:the )?(?:international |european )?journal\b|conference series|\bacm on\b|^(?:colloquium|symposium)\b(?! (?:at|for|in|of|on)\b)/;

/** Series of proceedings, which Scopus writes as journals. Incomplete on purpose. */
const conferenceSeries =
	/^(?:advances in neural information processing systems|proceedings of machine learning research|lecture notes in (?:artificial intelligence|bioinformatics|business information processing|computer science|electrical engineering|informatics|networks and systems)|advances in intelligent systems and computing|communications in computer and information science|ifip advances in information and communication technology)\b/;

const of = (types: string): ReadonlySet<string> => new Set(types.split(' '));

/** In order: the first rule that applies decides. Rules by type come first, then rules by words, then the rest. */
const rules: readonly Rule[] = [
	{ kind: 'patent', types: of('patent') },
	{ kind: 'thesis', types: of('thesis') },
	{ kind: 'software', types: of('software') },
	{ kind: 'dataset', types: of('dataset') },
	{ kind: 'preprint', types: of('article') },
	{ kind: 'award', types: null, when: ({ entry }) => awards.has(entry.type) },
	{ kind: 'poster', types: null, when: isPoster },
	{
		kind: 'lecture',
		types: of('speech'),
		when: ({ entry, remarks }) => isLectureType(entry) || lectureWords.test(remarks),
	},
	{ kind: 'talk', types: of('speech') },
	{ kind: 'talk', types: of('document'), when: ({ remarks }) => talkWords.test(remarks) },
	{
		kind: 'workshop',
		types: of('paper-conference article-journal chapter document manuscript'),
		when: (clues) => workshop(clues.container) || clues.hasKeyword('workshop'),
	},
	{ kind: 'conference', types: of('paper-conference') },
	{ kind: 'conference', types: of('article-journal'), when: ({ container }) => conference(container) },
	{ kind: 'conference', types: of('chapter'), when: isProceedings },
	{ kind: 'preprint', types: of('article-journal'), when: isWorkingPaper },
	{ kind: 'journal', types: of('article-journal article-magazine article-newspaper review review-book') },
	{ kind: 'chapter', types: of('chapter entry entry-dictionary entry-encyclopedia') },
	{ kind: 'edited-volume', types: null, when: ({ entry, type }) => isEdited(entry, type) },
	{ kind: 'book', types: of('book pamphlet classic collection') },
	{ kind: 'report', types: of('report standard') },
	{ kind: 'preprint', types: of('manuscript'), when: ({ entry }) => !isArchival(entry) },
	{
		kind: 'thesis',
		types: of('document'),
		when: ({ remarks }) => /\bthesis\b|dissertation|arbeit\b|habilitation/.test(remarks),
	},
	{
		kind: 'report',
		types: of('document'),
		when: ({ remarks }) => /\b(?:technical|tech\.?|research|project) report\b|white ?paper|working paper/.test(remarks),
	},
	{ kind: 'dataset', types: of('document webpage'), when: ({ remarks }) => /^(?:\w+ )?data ?set\b/.test(remarks) },
	{ kind: 'conference', types: of('document'), when: ({ container }) => conference(container) },
];

/**
 * The kind of an entry's venue, by rules on its CSL type, its remarks and the names of its container. If no rule applies, a
 * keyword that names a kind decides (`@misc` with `keywords = {dataset}`); otherwise the kind is 'other'.
 */
export function venueKindOf(entry: Entry, cslType: string): VenueKind {
	const clues = new Clues(entry, cslType);
	const kind = rules.find(({ types, when }) => (!types || types.has(cslType)) && (!when || when(clues)))?.kind;
	return kind ?? venueKinds.find((name) => clues.hasKeyword(name)) ?? 'other';
}

const talkWords =
	/\b(?:invited |keynote |contributed )?(?:talk|keynote|presentation|presented|seminar|speech|panel|vortrag|präsentation|oral)\b/;
const lectures = of('lecture course teaching summerschool');
const awards = of('award prize honor honour grant');
const lectureWords = /\b(?:lectures?|lecture series|course|tutorial|vorlesung|lehrveranstaltung|summer school)\b/;

function isLectureType({ type }: Entry): boolean {
	return lectures.has(type);
}

function isPoster(clues: Clues): boolean {
	const { entry, type } = clues;
	if (entry.type === 'poster') return true;
	if (type === 'paper-conference') {
		const isPaper = ['pages', 'eid', 'doi', 'volume'].some((name) => fieldOf(entry, name));
		return /^poster\b/i.test(wordsOf(entry, 'entrysubtype')) || (!isPaper && /^poster\b/i.test(wordsOf(entry, 'type')));
	}
	if (type !== 'speech' && type !== 'document') return false;
	return /\bposter\b/.test(clues.remarks) || clues.hasKeyword('poster');
}

/** Whether an @article without a journal is a working paper or preprint, according to its remarks. */
function isWorkingPaper(clues: Clues): boolean {
	if (clues.container !== '') return false;
	return /\b(?:working paper|discussion paper|preprint|manuscript)\b/.test(
		`${clues.remarks} ${wordsOf(clues.entry, 'abbr').toLowerCase()}`,
	);
}

/** Whether a manuscript is a source in an archive: its fields name one, or it is older than arXiv, the first preprint server. */
function isArchival(entry: Entry): boolean {
	const places = ['library', 'archive', 'archive_location', 'shelfmark', 'callnumber', 'call-number'];
	// Zotero writes the catalogue that a record comes from to the same fields.
	const isKept = places
		.map((name) => wordsOf(entry, name))
		.some((words) => words !== '' && !/\.(?:com|edu|net|org)\b|arxiv|crossref|scholar/i.test(words));
	const year = /\d{4}/.exec(wordsOf(entry, 'date') || wordsOf(entry, 'year') || wordsOf(entry, 'origdate'))?.[0];
	return isKept || (year !== undefined && Number(year) < 1991);
}

/** Google Scholar exports papers in Springer's proceedings as @incollection; Springer itself exported them as @inbook. */
function isProceedings({ entry, container }: Clues): boolean {
	if (!/^in(?:coll|book$)/.test(entry.type)) return false;
	return fieldOf(entry, 'eventtitle') !== null || (/\bproceedings\b/.test(container) && conference(container));
}

const editedTypes: ReadonlySet<string> = new Set([
	'proceedings',
	'mvproceedings',
	'collection',
	'mvcollection',
	'periodical',
	'reference',
	'mvreference',
]);

function isEdited(entry: Entry, type: string): boolean {
	if (editedTypes.has(entry.type)) return true;
	return type === 'book' && !fieldOf(entry, 'author') && fieldOf(entry, 'editor') !== null;
}
