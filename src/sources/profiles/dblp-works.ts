import { draftFromCsl } from '../../editing/drafts/csl-drafts.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { cslNames } from '../../editing/drafts/draft-names.ts';
import { monthNumber } from '../../publications/dates/months.ts';
import { arxivOfDoi, normalizeArxiv, withoutVersion } from '../../publications/identifiers/arxiv.ts';
import { isValidOrcid } from '../../publications/identifiers/checksums.ts';
import { findDoi } from '../../publications/identifiers/doi.ts';
import { array, looseObject, maxLength, nullish, type output, string, union } from '../../text/schema.ts';
import { valueIn } from '../../text/value-in.ts';
import { parseXml } from '../../text/xml.ts';
import { line, maxTextLength } from '../answer-values.ts';
import type { ProfilePage, ProfileProblem, ProfileSource, ProfileWork } from './profile-source.ts';

/** The CSL type of each kind of record (the elements of DBLP's DTD), and the entry type where CSL has no equivalent. */
interface RecordType {
	readonly csl: string;
	readonly type?: string;
	readonly genre?: string;
}

const recordTypes: Readonly<Record<string, RecordType>> = {
	article: { csl: 'article-journal' },
	inproceedings: { csl: 'paper-conference' },
	proceedings: { csl: 'collection', type: 'proceedings' },
	book: { csl: 'book' },
	incollection: { csl: 'chapter' },
	phdthesis: { csl: 'thesis', genre: 'PhD thesis' },
	mastersthesis: { csl: 'thesis', genre: "Master's thesis" },
	www: { csl: 'webpage' },
	data: { csl: 'dataset' },
};

/** More exact types, by a word of the attribute `publtype`. */
const publicationTypes: Readonly<Record<string, RecordType>> = {
	data: { csl: 'dataset' },
	software: { csl: 'software' },
	encyclopedia: { csl: 'entry-encyclopedia' },
	habil: { csl: 'thesis', genre: 'Habilitation' },
};

const fieldNames = [
	...['author', 'editor', 'title', 'booktitle', 'pages', 'year', 'month', 'journal', 'volume', 'number', 'series'],
	...['publisher', 'school', 'chapter', 'isbn', 'ee', 'publnr'],
] as const;

type FieldName = (typeof fieldNames)[number];

/** An element without attributes is text. */
const element = union([
	string().check(maxLength(maxTextLength)),
	looseObject({ '#text': line, orcid: line, type: line }),
]);
const elements = nullish(array(element));
const record = looseObject({
	key: line,
	publtype: line,
	...(Object.fromEntries(fieldNames.map((name) => [name, elements])) as Record<FieldName, typeof elements>),
});
const records = nullish(array(union([string(), record])));
const container = looseObject(Object.fromEntries(Object.keys(recordTypes).map((name) => [name, records])));
const answer = looseObject({
	dblpperson: looseObject({
		pid: line,
		person: nullish(union([string(), looseObject({ publtype: line })])),
		r: nullish(array(union([string(), container]))),
	}),
});

/** dblp.org: the page of a person as XML, in one answer. */
export const dblpWorks: ProfileSource = {
	name: 'dblp',
	address: 'dblp',
	label: 'DBLP',
	attribution: 'curated',
	accept: 'application/xml, text/xml',
	example: '65/9612',
	idIn: (text) => {
		const path = text
			.trim()
			.replace(/^(?:https?:\/\/)?(?:www\.)?dblp(?:\d?\.uni-trier\.de|\.org|\.dagstuhl\.de)\/pid\//i, '');
		return /^([a-z\d]+\/[A-Za-z\d]+(?:[-_][A-Za-z\d]+)*)(?:\.\w+)?(?:[?#].*)?$/.exec(path)?.[1] ?? null;
	},
	language: 'XML',
	// A title contains markup: 'H<sub>2</sub>O'.
	parse: (text) => parseXml(text, ['r', ...Object.keys(recordTypes), ...fieldNames], ['title']),
	schema: answer,
	readPage: ({ dblpperson }: output<typeof answer>): ProfilePage | ProfileProblem => {
		const { person } = dblpperson;
		if (typeof person === 'object' && words(person?.publtype).includes('disambiguation'))
			return {
				problem: 'has the works of several people of that name under it',
				remedy: `Use the id of one person: see https://dblp.org/pid/${dblpperson.pid ?? ''}`,
			};
		const works = (dblpperson.r ?? []).flatMap((item) => (typeof item === 'string' ? [] : worksIn(item)));
		return { works, next: null };
	},
};

type Element = output<typeof element>;
type DblpRecord = output<typeof record>;

/** The record in an element `r`. Pages of people are records, too. */
function worksIn(item: output<typeof container>): ProfileWork[] {
	return Object.entries(recordTypes).flatMap(([name, type]) =>
		(valueIn(item, name) ?? []).flatMap((record) =>
			typeof record === 'string' || !record.key || /^homepages\//.test(record.key)
				? []
				: [workOf(record, record.key, type)],
		),
	);
}

function workOf(record: DblpRecord, key: string, elementType: RecordType): ProfileWork {
	const type = words(record.publtype).flatMap((word) => valueIn(publicationTypes, word) ?? [])[0] ?? elementType;
	const iDs = (record.author ?? record.editor ?? []).flatMap((name) =>
		typeof name === 'string' ? [] : (name.orcid ?? []),
	);
	return {
		source: 'dblp',
		id: key,
		url: `https://dblp.org/rec/${encodeURI(key)}`,
		draft: draftOf(record, type),
		orcids: iDs.filter(isValidOrcid),
		publishedAs: [],
	};
}

function draftOf(record: DblpRecord, { csl, type, genre }: RecordType): Draft {
	const all = (name: FieldName) => (record[name] ?? []).map(textOf).filter((value) => value !== '');
	const first = (name: FieldName) => all(name)[0] ?? '';
	const links = all('ee').filter((link) => /^https?:\/\//i.test(link));
	// 'archive' says that only an archive still has the page.
	const isDead = (link: Element) => typeof link === 'object' && words(link.type).includes('archive');
	const dead = new Set((record.ee ?? []).filter(isDead).map(textOf));
	const isArxiv = first('journal') === 'CoRR';
	const arxiv = isArxiv ? [first('volume'), ...links].flatMap((value) => normalizeArxiv(value) ?? [])[0] : undefined;
	const doi = links.map(findDoi).find((found) => found && arxivOfDoi(found) === null);
	// 'ICSE (2)' is the second volume of the proceedings.
	const [, booktitle = first('booktitle'), part] = /^(.+) \((\d+)\)$/.exec(first('booktitle')) ?? [];
	const month = monthNumber(first('month'));
	// The acronym of the conference, which the title contains.
	const isVolume = csl === 'collection' || csl === 'book';
	const isRelease = csl === 'dataset' || csl === 'software';
	const draft = draftFromCsl(
		{
			type: arxiv ? 'article' : csl === 'book' && all('author').length === 0 ? 'collection' : csl,
			genre: genre ?? '',
			title: first('title'),
			author: namesOf(all('author')),
			editor: namesOf(all('editor')),
			issued: { 'date-parts': [[first('year'), ...(month ? [month] : [])]] },
			'container-title': arxiv || isVolume ? '' : first('journal') || booktitle,
			'collection-title': first('series'),
			volume: arxiv ? '' : first('volume') || (part ?? ''),
			issue: isRelease ? '' : first('number'),
			version: first('number'),
			number: first('publnr'),
			page: first('pages'),
			'chapter-number': first('chapter'),
			publisher: first('school') || first('publisher'),
			ISBN: all('isbn'),
			DOI: doi ?? '',
			eprint: withoutVersion(arxiv ?? ''),
			URL: links.find((link) => !findDoi(link) && !dead.has(link) && !/\b(?:wikidata|arxiv)\.org\//i.test(link)) ?? '',
		},
		false,
	);
	const notes = words(record.publtype).includes('withdrawn')
		? ['Withdrawn according to DBLP: check whether to keep it']
		: [];
	return { ...draft, ...(type && { type }), notes: [...draft.notes, ...notes] };
}

/** Names without the number that DBLP adds to those of homonyms: 'Di Xu 0001'. */
function namesOf(names: readonly string[]) {
	return cslNames(names.map((name) => name.replace(/ \d{4}$/, '')));
}

function textOf(value: Element): string {
	return (typeof value === 'string' ? value : (value['#text'] ?? '')).replace(/\s+/g, ' ').trim();
}

function words(value: string | null | undefined): string[] {
	return (value ?? '').split(/\s+/);
}
