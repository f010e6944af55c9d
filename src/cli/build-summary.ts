import type { BuildResult } from '../build.ts';
import { isLatexDocument, pdfPath } from '../output/pdf/make-pdf.ts';
import { groupByPath } from '../output/planned-files.ts';
import { mostFrequentAuthor } from '../people/frequent-authors.ts';
import { isOwner } from '../people/membership.ts';
import { nearestAuthor } from '../people/nearest-author.ts';
import { writtenName } from '../people/written-name.ts';
import { pluralize } from './pluralize.ts';

/** A file and what a build did with it. */
export interface FileStatus {
	readonly path: string;
	readonly status: 'written' | 'unchanged' | 'removed' | 'stale' | 'printed';
}

/** Longer lists of files are counted instead of named. */
const mostNamed = 5;

/** The files of a build, grouped by status, then a hint if no name is highlighted. */
export function summaryLines(
	result: BuildResult,
	statuses: readonly FileStatus[],
	{ check }: { readonly check?: boolean },
): string[] {
	if (statuses.length === 0) return ['Nothing was written'];
	const works = worksByPath(result);
	const folders = foldersByPath(result);
	const pathsWith = (wantedStatus: FileStatus['status']) =>
		statuses.flatMap(({ path, status }) => (status === wantedStatus ? [path] : []));
	const named = (paths: readonly string[], word: string) =>
		paths.length > mostNamed ? pluralize(paths.length, word) : paths.join(', ');
	const [written, removed, unchanged] = [pathsWith('written'), pathsWith('removed'), pathsWith('unchanged')];
	const folderOrFile = (path: string) => folders.get(path) ?? path;
	return [
		...[...new Set(written.map(folderOrFile))].map((path) => {
			const files = written.filter((file) => folderOrFile(file) === path).length;
			const contents = works.get(path) ?? pluralize(files, 'file');
			return `Wrote ${path}${contents && ` (${contents})`}`;
		}),
		...(removed.length ? [`Removed ${named(removed, 'page')} (no longer in the list)`] : []),
		...(unchanged.length ? [`${check ? 'Up to date' : 'Unchanged'}: ${named(unchanged, 'file')}`] : []),
		...(check ? [] : highlightHints(result)),
	];
}

/** The folder of each file in an output that is a folder. The folder ends with a slash. */
export function foldersByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	const filesInFolders = outputs.filter(({ path, spec }) => path !== spec.path);
	return new Map(filesInFolders.map(({ path, spec }) => [path, spec.path.endsWith('/') ? spec.path : `${spec.path}/`]));
}

/** '12 works' for each file; '12 works, 3 works' for a file with several regions; '' for a file without a list. */
export function worksByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	return new Map(
		groupByPath(outputs).flatMap((lists) => {
			const [first] = lists;
			if (!first) return [];
			const works = lists.flatMap(({ list }) => (list ? pluralize(list.items.length, 'work') : [])).join(', ');
			const row: [string, string] = [first.path, works];
			return isLatexDocument(first.spec) ? [row, [pdfPath(first.path), works]] : [row];
		}),
	);
}

/** Hints on owners without any works, or on the author to highlight if no person is declared. */
function highlightHints({ project, publications, highlights: { matcher } }: BuildResult): string[] {
	const { people } = project;
	if (people.length) {
		const authors = new Set(publications.flatMap((work) => matcher.personsIn(work)));
		const missing = people.filter((person) => isOwner(person) && !authors.has(person));
		return missing.map((person) => {
			const near = nearestAuthor(person, publications);
			const hint = near ? `Did you mean "${near}"?` : 'Run bibfolio check to see similar names';
			return `No author is named "${person.name}". ${hint}`;
		});
	}
	const frequent = mostFrequentAuthor(publications);
	if (!frequent) return [];
	const name = writtenName(frequent.name);
	const works = pluralize(frequent.count, 'work');
	return [`No name is highlighted. To highlight the most frequent author (${works}): --highlight "${name}"`];
}
