import { plainText } from '../../latex/plain-text.ts';
import type { RichText } from '../../latex/rich-text.ts';
import { cslItem } from '../../publications/csl/csl-item.ts';
import type { Name } from '../../publications/names/name.ts';
import type { SectionView } from '../views/list-view.ts';
import { spaced } from '../views/machine-words.ts';
import type { WorkView } from '../views/work-view.ts';
import { type DocumentParts, type PlacedItem, placedItems } from './document-parts.ts';
import { safeJson } from './safe-json.ts';

/** Raised when what is there changes its meaning or goes; what is added does not raise it. */
const version = 1;

/**
 * `publications.json`: a list as data for the templates of a site generator (`docs/embedding.md` documents each key). Every
 * key is always there, null where nothing is known; `html` is ready to be put into a page.
 */
export function writeData(parts: DocumentParts): string {
	const { list, view } = parts;
	const data = {
		version,
		id: list.id,
		title: view.pageTitle,
		note: view.note,
		language: view.language,
		count: view.count,
		sections: view.sections.flatMap((section) => sectionsIn(section, null)),
		works: placedItems(parts).map((placed) => workData(placed, parts)),
	};
	return `${safeJson(data, '\t')}\n`;
}

function sectionsIn({ id, title, note, depth, count, sections }: SectionView, parent: string | null): object[] {
	return [{ id, title, note, depth, parent, count }, ...sections.flatMap((inner) => sectionsIn(inner, id))];
}

function workData({ item, view, section }: PlacedItem, { locale }: DocumentParts): object {
	const { work } = view;
	const { publication } = item;
	return {
		key: view.key,
		id: view.id,
		section: section.id,
		number: view.number,
		label: view.label,
		html: view.entry.value,
		title: words(work.title),
		authors: namesOf(item),
		venue: { ...work.venue, container: words(work.containerTitle) },
		year: work.date?.year ?? null,
		date: work.date?.iso ?? null,
		dateText: work.date?.text ?? null,
		type: work.type,
		entryType: work.entryType,
		status: work.status,
		language: work.language,
		identifiers: work.identifiers,
		links: linksOf(work),
		versions: work.versions.map((one) => ({ key: one.key, venue: one.venue, links: linksOf(one) })),
		awards: work.awards.map(words),
		abstract: words(work.abstract),
		note: words(work.note),
		keywords: work.keywords,
		preview: work.preview,
		selected: work.selected,
		bibtex: work.bibtex,
		csl: cslItem(publication, (term) => locale.term(term)),
	};
}

/** Everybody, whatever the list cuts, and why each is marked. */
function namesOf({ publication: { contributors }, marks }: PlacedItem['item']): object[] {
	const { names } = contributors.author ?? contributors.inventor ?? contributors.editor ?? { names: [] };
	return names.map((name) => {
		const [mark] = marks.get(name) ?? [];
		return {
			name: fullName(name),
			family: name.literal ?? name.family,
			given: name.given || null,
			orcid: name.orcid ?? mark?.person?.orcid ?? null,
			url: mark?.person?.url ?? null,
			marks: [...new Set((marks.get(name) ?? []).map(({ kind }) => kind))],
		};
	});
}

/** 'Ludwig van Beethoven', 'Martin Luther King, Jr.' */
export function fullName({ literal, family, given, droppingParticle, nonDroppingParticle, suffix }: Name): string {
	const plain = spaced(given, spaced(spaced(droppingParticle, nonDroppingParticle), family));
	return literal ?? (suffix ? `${plain}, ${suffix}` : plain);
}

function linksOf({ links }: Pick<WorkView, 'links'>): object[] {
	return links.map(({ kind, label, url }) => ({ kind, label: words(label), url }));
}

function words(text: RichText | string | null): string | null {
	return text === null || typeof text === 'string' ? text : plainText(text);
}
