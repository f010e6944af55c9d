import type { BuildResult } from '../build.ts';
import { isLatexDocument, pdfPath } from '../output/pdf/make-pdf.ts';
import { groupByPath } from '../output/planned-files.ts';
import { mostFrequentAuthor } from '../people/frequent-authors.ts';
import { nearestAuthor } from '../people/nearest-author.ts';
import { pluralize } from './pluralize.ts';

/** What a build did with a file. */
export interface FileStatus {
	readonly path: string;
	readonly status: 'written' | 'unchanged' | 'removed' | 'stale' | 'printed';
}

/** More files than this are counted instead of named. */
const mostNamed = 5;

/** The files of a build by what happened to them, then a hint if no name is highlighted that should be. */
export function summaryLines(
	result: BuildResult,
	statuses: readonly FileStatus[],
	{ check }: { readonly check?: boolean },
): string[] {
	if (statuses.length === 0) return ['Nothing was written'];
	const works = worksByPath(result);
	const folders = foldersByPath(result);
	const pathsWith = (wanted: FileStatus['status']) =>
		statuses.flatMap(({ path, status }) => (status === wanted ? [path] : []));
	const named = (paths: readonly string[], word: string) =>
		paths.length > mostNamed ? pluralize(paths.length, word) : paths.join(', ');
	const [written, removed, unchanged] = [pathsWith('written'), pathsWith('removed'), pathsWith('unchanged')];
	const folderOrFile = (path: string) => folders.get(path) ?? path;
	return [
		...[...new Set(written.map(folderOrFile))].map((path) => {
			const files = written.filter((one) => folderOrFile(one) === path).length;
			return `Wrote ${path} (${works.get(path) ?? pluralize(files, 'file')})`;
		}),
		...(removed.length ? [`Removed ${named(removed, 'page')}: no longer listed`] : []),
		...(unchanged.length ? [`${check ? 'Up to date' : 'Unchanged'}: ${named(unchanged, 'file')}`] : []),
		...(check ? [] : highlightHints(result)),
	];
}

/** The folder (with a slash at its end) of each file that belongs to an output of several files. */
export function foldersByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	const inside = outputs.filter(({ path, spec }) => path !== spec.path);
	return new Map(inside.map(({ path, spec }) => [path, spec.path.endsWith('/') ? spec.path : `${spec.path}/`]));
}

/** '12 works' for each file; '12 works, 3 works' for one that several lists are inserted into. */
export function worksByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	return new Map(
		groupByPath(outputs).flatMap((lists) => {
			const [first] = lists;
			if (!first) return [];
			const works = lists.map(({ list }) => pluralize(list.items.length, 'work')).join(', ');
			const row: [string, string] = [first.path, works];
			return isLatexDocument(first.spec) ? [row, [pdfPath(first.path), works]] : [row];
		}),
	);
}

/** Owners who wrote nothing in the library, or the author to highlight if nobody is declared. */
function highlightHints({ project, publications, highlights: { matcher } }: BuildResult): string[] {
	const { people } = project;
	if (people.length) {
		const named = new Set(publications.flatMap((work) => matcher.personsIn(work)));
		const missing = people.filter((person) => person.role === 'owner' && !named.has(person));
		return missing.map((person) => {
			const near = nearestAuthor(person, publications);
			const hint = near ? `did you mean “${near}”?` : 'bibfolio check shows similar names';
			return `No author in the library is named ${person.name}: ${hint}`;
		});
	}
	const frequent = mostFrequentAuthor(publications);
	if (!frequent) return [];
	const { family, given, literal } = frequent.name;
	const name = literal ?? [family, given].filter(Boolean).join(', ');
	const works = pluralize(frequent.count, 'work');
	return [`No name is highlighted. The most frequent author is ${name} (${works}): --highlight "${name}"`];
}
