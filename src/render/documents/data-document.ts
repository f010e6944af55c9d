import type { Markup } from '../../formats/format.ts';
import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { isVisible, type Marks } from '../../people/person.ts';
import { cslItem } from '../../publications/csl/csl-item.ts';
import type { Publication } from '../../publications/publication.ts';
import { cacheByIdentity } from '../../text/identity-cache.ts';
import type { Locale } from '../locale.ts';
import type { SectionView } from '../views/list-view.ts';
import { nameLinks, type PeoplePages } from '../views/name-links.ts';
import type { NoticeView } from '../views/notice-view.ts';
import { fullName } from '../views/plain-values.ts';
import type { WorkView } from '../views/work-view.ts';
import { type DocumentParts, type PlacedItem, placedItems } from './document-parts.ts';
import { safeJson } from './safe-json.ts';
import { writeTableData } from './table-data.ts';

/** Raised when a key changes its meaning or is removed, not when one is added. */
const schemaVersion = 1;

/**
 * `publications.json`: a list as data for the templates of a site generator (`docs/embedding.md` documents each key). Every
 * key is always present, with null for an absent value. `html` can be inserted into a page as it is.
 */
export function writeData(parts: DocumentParts): string {
	const { list, view } = parts;
	if (view.table !== null) return writeTableData(view, view.table);
	const data = {
		version: schemaVersion,
		id: list.id,
		title: view.pageTitle,
		owner: view.owner,
		person: view.person,
		note: view.note,
		language: view.language,
		count: view.count,
		sections: view.sections.flatMap((section) => sectionsIn(section, null)),
	};
	const works = placedItems(parts).map((placed, index) => `${index ? ',' : ''}\n${writtenWork(placed, parts)}`);
	// Joined at once, because each further step would copy a text that may be very long.
	return [`{\n${members(data)},\n\t"works": [`, ...works, works.length ? '\n\t]\n}\n' : ']\n}\n'].join('');
}

/** The members of an object as lines of JSON. */
function members(object: object, indent = ''): string {
	return indent + safeJson(object, '\t').slice(2, -2).replace(/\n/g, `\n${indent}`);
}

function sectionsIn({ id, title, note, depth, count, sections }: SectionView, parent: string | null): object[] {
	return [{ id, title, note, depth, parent, count }, ...sections.flatMap((inner) => sectionsIn(inner, id))];
}

/** The data of a work as JSON. Works are written one by one, so that their values are not all in memory. */
function writtenWork({ item, view, sections }: PlacedItem, { locale, people }: DocumentParts): string {
	const place = {
		key: view.key,
		id: view.id,
		section: sections[0].id,
		sections: sections.map(({ id }) => id),
		number: view.number,
		label: view.label,
	};
	const values = writtenValues(locale, people, item.publication, item.marks, view.work, view.entry);
	return `\t\t{\n${members(place, '\t\t')},\n${values}\n\t\t}`;
}

/** What does not depend on the place of a work in the list. Unchanged works keep it. */
const writtenValues = cacheByIdentity(
	(
		locale: Locale,
		people: PeoplePages,
		publication: Publication,
		marks: Marks,
		work: WorkView,
		entry: Markup,
	): string => {
		const values = {
			html: entry.value,
			title: plain(work.title),
			authors: namesOf(publication, marks, people),
			venue: { ...work.venue, container: plain(work.containerTitle) },
			year: work.date?.year ?? null,
			date: work.date?.iso ?? null,
			dateText: work.date?.text ?? null,
			type: work.type,
			entryType: work.entryType,
			status: work.status,
			retraction: work.retraction && noticeData(work.retraction),
			notices: work.notices.map(noticeData),
			language: work.language,
			identifiers: work.identifiers,
			links: linksOf(work),
			versions: work.versions.map((version) => ({ key: version.key, venue: version.venue, links: linksOf(version) })),
			citations: citationsOf(work),
			openAccess: openAccessOf(work),
			awards: work.awards.map(plain),
			abstract: plain(work.abstract),
			note: plain(work.note),
			keywords: work.keywords,
			preview: work.preview,
			selected: work.selected,
			bibtex: work.bibtex,
			csl: cslItem(publication, (term) => locale.term(term)),
		};
		return members(values, '\t\t');
	},
);

/** All names with their marks, including those that 'et al.' hides in the list. */
function namesOf({ contributors }: Publication, marks: Marks, people: PeoplePages): object[] {
	const { names } = contributors.author ?? contributors.inventor ?? contributors.editor ?? { names: [] };
	return names.map((name) => {
		const nameMarks = marks.get(name) ?? [];
		const { url, orcid } = nameLinks(name, nameMarks, people);
		return {
			name: fullName(name),
			family: name.literal ?? name.family,
			given: name.given || null,
			orcid,
			url,
			marks: [...new Set(nameMarks.filter(isVisible).map(({ kind }) => kind))],
		};
	});
}

function noticeData({ kind, label, date, url }: NoticeView): object {
	return { kind, label, date: date?.iso ?? null, url };
}

function citationsOf({ citations }: WorkView): object | null {
	return citations && { count: citations.count, source: citations.source, date: citations.date.iso };
}

function openAccessOf({ openAccess }: WorkView): object | null {
	if (openAccess === null) return null;
	const { state, url, source, date } = openAccess;
	return { state, url, source, date: date.iso };
}

function linksOf({ links }: Pick<WorkView, 'links'>): object[] {
	return links.map(({ kind, label, url }) => ({ kind, label: plain(label), url }));
}

function plain(text: RichText | string | null): string | null {
	return text === null || typeof text === 'string' ? text : plainText(text);
}
