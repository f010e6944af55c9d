import { resolve } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import { type ChangedFile, changeFile } from '../../editing/change-file.ts';
import { plainText } from '../../latex/plain-text.ts';
import { fileStatus } from '../../library/files/file-status.ts';
import { refusalOf, refusedPlace } from '../../library/files/project-places.ts';
import { readProjectFile } from '../../library/files/read-project-file.ts';
import { publicationYear } from '../../lists/publication-date.ts';
import { matchPeople } from '../../people/person-matcher.ts';
import { addIgnoredWorks } from '../../project/add-ignored-works.ts';
import { type IgnoredRow, ignoredWork, readIgnoredRows } from '../../project/ignored-works.ts';
import type { Project } from '../../project/project.ts';
import type { IgnoredWork } from '../../updates/sync/work-identity.ts';
import type { IgnoredFoundWork } from './decision.ts';

/** The works that the user does not want; null, with the reason reported, if their file cannot be used. */
export function readIgnoredWorks(
	{ root, places, sync, people }: Project,
	report: Report,
): readonly IgnoredWork[] | null {
	const path = sync.ignored;
	const refusal = refusedPlace('change', path, root, places.writable);
	if (refusal) {
		report(refusal);
		return null;
	}
	const file = resolve(root, path);
	if (!fileStatus(file)) return [];
	const text = readProjectFile(file, { root, readable: places.readable }, report);
	const rows = text === null ? null : readIgnoredRows(source(path, text), report);
	const { find } = matchPeople(people);
	const idOf = (name: string) => find(name)?.id ?? name;
	return rows?.map(ignoredWork).map((work) => ({ ...work, people: work.people.map(idOf) })) ?? null;
}

/** Adds works to the file of those that the user does not want. Null, with the reason reported, if it is not changed. */
export function rememberWorks(
	works: readonly IgnoredFoundWork[],
	{ root, places, sync }: Project,
	dryRun: boolean,
	report: Report,
): Promise<ChangedFile | null> {
	const rows = works.map(ignoredRow);
	return changeFile(sync.ignored, root, (file) => addIgnoredWorks(file, rows, report), report, {
		create: true,
		dryRun,
		mayChange: (place) => refusalOf(place, places.writable) === null,
	});
}

/** The entry of a work, which names a record of a profile only if the work has no other identifier. */
function ignoredRow({ found: { identity, people, work }, why }: IgnoredFoundWork): IgnoredRow {
	const { doi, arxiv, pmid, records } = identity;
	const hasIdentifier = doi.length + arxiv.length + pmid.length > 0;
	return {
		doi: oneOrMany(doi),
		arxiv: oneOrMany(arxiv),
		pmid: oneOrMany(pmid),
		record: hasIdentifier ? undefined : oneOrMany(records),
		title: plainText(work.title) || undefined,
		year: publicationYear(work) ?? undefined,
		person: oneOrMany(people.map(({ id }) => id)),
		why,
	};
}

/** A single value as such, several as a list; undefined without a value, so that the file has no empty lists. */
function oneOrMany(values: readonly string[]): string | readonly string[] | undefined {
	return values.length > 1 ? values : values[0];
}
