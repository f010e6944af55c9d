import { resolve } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../diagnostics/source-place.ts';
import { plainText } from '../latex/plain-text.ts';
import type { Entry } from '../library/entry.ts';
import { libraryFiles } from '../library/files/read-sources.ts';
import type { Section } from '../lists/list.ts';
import { isVisible } from '../people/person.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publications/publication.ts';
import { loadLocale } from '../render/load-locale.ts';
import { localText } from '../render/views/local-text.ts';

/** A new entry as the lists show it. */
export interface AddedWork {
	readonly key: string;
	readonly path: string;
	/** One-based. */
	readonly line: number;
	readonly title: string;
	/** Kind of venue: journal, conference … */
	readonly kind: string;
	readonly venue: string | null;
	readonly year: number | null;
	/** Headings above it in the first list that contains it, outermost first; null if no list contains it. */
	readonly sections: readonly string[] | null;
	/** Highlighted names with their marks. */
	readonly marked: readonly { readonly name: string; readonly marks: readonly string[] }[];
	/** Diagnostics for its file. */
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * The entries with these keys, from a build that writes nothing.
 *
 * @param paths the files that contain them, relative to the root of the project; they need not be part of its library
 */
export function addedWorks(
	project: Project,
	paths: readonly string[],
	keys: readonly string[],
	thisYear: number,
): AddedWork[] {
	const { root } = project;
	const files = new Set(libraryFiles(project.library, root, () => {}).map((file) => resolve(root, file)));
	const others = paths.filter((path) => !files.has(resolve(root, path)));
	const library = [...project.library, ...others];
	const result = build({ ...project, library, outputs: [] }, { checks: true, thisYear });
	return keys.flatMap((key) => {
		const work = result.publications.findLast((publication) => publication.key === key);
		return work ? [addedWork(work, result)] : [];
	});
}

function addedWork(work: Publication, { lists, highlights, diagnostics, project }: BuildResult): AddedWork {
	const { key, title, venue, issued, entry } = work;
	const { path, line } = placeOf(entry.keySpan);
	const sections = lists.map((list) => sectionsOf(entry, list.sections)).find((headings) => headings !== null);
	return {
		key,
		path,
		line,
		title: plainText(title),
		kind: venue.kind,
		venue: venue.name && plainText(venue.name),
		year: issued?.start?.year ?? null,
		sections: sections?.map((section) => headingOf(section, project)).filter((heading) => heading !== '') ?? null,
		marked: [...highlights.marksOf(work)]
			.filter(([, marks]) => marks.some(isVisible))
			.map(([{ family, given, literal }, marks]) => ({
				name: literal ?? [given, family].filter((part) => part !== '').join(' '),
				marks: marks.filter(isVisible).map(({ kind }) => kind),
			})),
		diagnostics: diagnostics.filter(({ span }) => span?.source === entry.source),
	};
}

/** The sections that contain an entry, or the publication that it is a version of, outermost first. */
function sectionsOf(entry: Entry, sections: readonly Section[]): readonly Section[] | null {
	for (const section of sections) {
		const contains = section.items.some(
			({ publication }) =>
				publication.entry === entry || publication.versions.some((version) => version.entry === entry),
		);
		if (contains) return [section];
		const inner = sectionsOf(entry, section.sections);
		if (inner) return [section, ...inner];
	}
	return null;
}

function headingOf({ title, term }: Section, { locale, words }: Project): string {
	if (title) return localText(title, locale);
	return (term && (loadLocale(locale, words, null, () => {})?.term(`section-${term}`) ?? term)) ?? '';
}

/** 'Added bach2015 to papers.bib, line 12', then its title, its place in the lists, and warnings. */
export function addedLines({
	key,
	path,
	line,
	title,
	kind,
	venue,
	year,
	sections,
	marked,
	diagnostics,
}: AddedWork): string[] {
	const names = marked.map(({ name, marks }) => `${name} (${marks.join(', ')})`);
	const place = sections === null ? 'not in any list' : sections.join(' › ');
	return [
		`Added ${key} to ${path}, line ${line}`,
		...(title ? [`  ${title}`] : []),
		`  ${[place, venue ?? kind, year].filter((part) => part !== null && part !== '').join(' · ')}`,
		...(names.length > 0 ? [`  Highlighted: ${names.join(', ')}`] : []),
		...diagnostics.filter(({ severity }) => severity !== 'info').map(({ message }) => `  Check: ${message}`),
	];
}
