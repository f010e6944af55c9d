import { type BuildResult, build } from '../build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../diagnostics/source-place.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Section } from '../lists/list.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publications/publication.ts';
import { loadLocale } from '../render/locale.ts';
import { localText } from '../render/views/local-text.ts';

/** What a build would make of a new entry. */
export interface Shown {
	readonly key: string;
	readonly path: string;
	/** One-based. */
	readonly line: number;
	readonly title: string;
	/** Kind of venue: journal, conference … */
	readonly kind: string;
	readonly venue: string | null;
	readonly year: number | null;
	/** Headings it stands under in the first list that has it, outermost first; null when no list has it. */
	readonly sections: readonly string[] | null;
	/** Names that are marked, with their marks. */
	readonly marked: readonly { readonly name: string; readonly marks: readonly string[] }[];
	/** What checks say about it. */
	readonly found: readonly Diagnostic[];
}

/** Builds the lists as they are now, and tells what they make of some entries. */
export function shownWorks(project: Project, keys: readonly string[], thisYear: number): Shown[] {
	const result = build({ ...project, outputs: [] }, { checks: true, thisYear });
	return keys.flatMap((key) => {
		const work = result.publications.findLast((one) => one.key === key);
		return work ? [shown(work, result)] : [];
	});
}

function shown(work: Publication, { lists, highlights, diagnostics, project }: BuildResult): Shown {
	const { key, title, venue, issued, entry } = work;
	const { path, line } = placeOf(entry.keySpan);
	const place = lists.map((list) => sectionsTo(work, list.sections)).find((found) => found !== null);
	const marks = [...highlights.marksOf(work)];
	return {
		key,
		path,
		line,
		title: plainText(title),
		kind: venue.kind,
		venue: venue.name && plainText(venue.name),
		year: issued?.start?.year ?? null,
		sections: place?.map((section) => headingOf(section, project)).filter((heading) => heading !== '') ?? null,
		marked: marks.map(([{ family, given, literal }, found]) => ({
			name: literal ?? [given, family].filter((part) => part !== '').join(' '),
			marks: found.map(({ kind }) => kind),
		})),
		found: diagnostics.filter(({ span }) => span?.source === entry.source),
	};
}

/** The sections that lead to a work, or to what it is a version of. */
function sectionsTo(work: Publication, sections: readonly Section[]): readonly Section[] | null {
	for (const section of sections) {
		if (
			section.items.some(
				({ publication: { entry, versions } }) =>
					entry === work.entry || versions.some((one) => one.entry === work.entry),
			)
		)
			return [section];
		const inner = sectionsTo(work, section.sections);
		if (inner) return [section, ...inner];
	}
	return null;
}

function headingOf({ title, term }: Section, { locale, words }: Project): string {
	if (title) return localText(title, locale);
	return (term && (loadLocale(locale, words, null, () => {})?.term(`section-${term}`) ?? term)) ?? '';
}

/** 'Added bach2015 to papers.bib, line 12', and below it what a list would show. */
export function addedLines({ key, path, line, title, kind, venue, year, sections, marked, found }: Shown): string[] {
	const names = marked.map(({ name, marks }) => `${name} (${marks.join(', ')})`);
	const place = sections === null ? 'in no list' : sections.join(' › ');
	return [
		`Added ${key} to ${path}, line ${line}`,
		...(title ? [`  ${title}`] : []),
		`  ${[place, venue ?? kind, year].filter((part) => part !== null && part !== '').join(' · ')}`,
		...(names.length > 0 ? [`  Marked: ${names.join(', ')}`] : []),
		...found.filter(({ severity }) => severity !== 'info').map(({ message }) => `  Look at it: ${message}`),
	];
}
