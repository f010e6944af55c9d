import type { BuildResult } from '../build.ts';
import { formats } from '../formats/index.ts';
import { globOf } from '../lists/part-placeholders.ts';
import type { OutputSpec } from '../output/output.ts';
import { isLatexDocument, pdfPath } from '../output/pdf/make-pdf.ts';
import { groupByPath } from '../output/planned-files.ts';
import { mostFrequentAuthor } from '../people/frequent-authors.ts';
import { isOwner } from '../people/membership.ts';
import { nearestAuthor } from '../people/nearest-author.ts';
import { writtenName } from '../people/written-name.ts';
import { valueIn } from '../text/value-in.ts';
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
	const pathsWith = (wantedStatus: FileStatus['status']) =>
		statuses.flatMap(({ path, status }) => (status === wantedStatus ? [path] : []));
	const named = (paths: readonly string[], word: string) =>
		paths.length > mostNamed ? pluralize(paths.length, word) : paths.join(', ');
	const [written, removed, unchanged] = [pathsWith('written'), pathsWith('removed'), pathsWith('unchanged')];
	return [
		...groupedFiles(result, written).map(({ name, count }) => {
			const contents = works.get(name) ?? pluralize(count, 'file');
			return `Wrote ${name}${contents && ` (${contents})`}`;
		}),
		...(removed.length ? [`Removed ${named(removed, 'page')} (no longer in the list)`] : []),
		...(unchanged.length ? [`${check ? 'Up to date' : 'Unchanged'}: ${named(unchanged, 'file')}`] : []),
		...(check ? [] : highlightHints(result)),
	];
}

/** Files under one name. */
export interface GroupedFiles {
	/** A path; `works/` for the files of a folder, `people/*.html` for several parts of a repeated output. */
	readonly name: string;
	readonly count: number;
}

/** Groups written files by configured output, in their order. */
export function groupedFiles(result: BuildResult, paths: readonly string[]): GroupedFiles[] {
	const names = namesByPath(result);
	const groups = new Map<string, string[]>();
	for (const path of paths) {
		const name = names.get(path) ?? path;
		groups.set(name, [...(groups.get(name) ?? []), path]);
	}
	return [...groups].map(([name, [first = '', ...others]]) => ({
		name: others.length > 0 || name.endsWith('/') ? name : first,
		count: others.length + 1,
	}));
}

/** The name of a configured output: its path; a pattern for a repeated one, and a slash after a folder. */
export function rowName({ path, forEach, format }: OutputSpec): string {
	const name = forEach === null ? path : globOf(path);
	return valueIn(formats, format)?.folder && !name.endsWith('/') ? `${name}/` : name;
}

/** The name of the configured output of each file. */
function namesByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	return new Map(
		outputs.flatMap(({ path, spec, row }): [string, string][] => {
			const name = rowName(row);
			const file: [string, string] = [path, name];
			return isLatexDocument(spec) ? [file, [pdfPath(path), pdfPath(name)]] : [file];
		}),
	);
}

/** More lists in a file are counted instead of described. */
const mostDescribed = 3;

/** '12 works' for each file; '12 works, 3 works' for a file with several regions; '' for a file without a list. */
export function worksByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	return new Map(
		groupByPath(outputs).flatMap((lists) => {
			const [first] = lists;
			if (!first) return [];
			const counts = lists.flatMap(({ list }) => (list ? pluralize(list.items.length, 'work') : []));
			const works = counts.length > mostDescribed ? pluralize(counts.length, 'list') : counts.join(', ');
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
