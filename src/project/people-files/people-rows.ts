import { resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { fileStatus } from '../../library/files/file-status.ts';
import { namesIn } from '../../library/files/names-in-folder.ts';
import { type ProjectFolder, readProjectTable } from '../../library/files/read-project-file.ts';
import { memoize } from '../../text/memoize.ts';
import { personProblems } from '../person-problems.ts';
import type { PersonFile } from '../project-file.ts';
import { mergePeople } from './merge-people.ts';
import { peopleSource } from './people-paths.ts';
import type { PersonKeys, PersonRow } from './person-row.ts';
import { peopleInFile, type SiteFiles } from './read-people-files.ts';

/** The people of a configuration, with those of the files that it names in their place. */
export interface PeopleRows {
	readonly rows: readonly PersonKeys[];
	/** The files that were read, relative to root. */
	readonly files: readonly string[];
	/** Paths and globs of files with people, which may get new files. */
	readonly patterns: readonly string[];
}

/**
 * Reads the rows of `people`: names, mappings, and files with people.
 *
 * @param spanOf where the configuration has the row with an index
 */
export function peopleRows(
	people: string | readonly PersonFile[],
	folder: ProjectFolder,
	spanOf: (index: number) => Span | undefined,
	report: Report,
): PeopleRows {
	const { root } = folder;
	const files: string[] = [];
	const patterns: string[] = [];
	const site: SiteFiles = {
		names: (inner) => namesIn(resolve(root, inner)),
		text: memoize((path) =>
			fileStatus(resolve(root, path)) ? (readProjectTable(path, folder, undefined, () => {})?.text ?? '') : '',
		),
	};
	const rows = (typeof people === 'string' ? [people] : people).flatMap((row, index): PersonRow[] => {
		if (typeof row !== 'string') return [{ keys: row, span: null }];
		const span = spanOf(index);
		const named = peopleSource(row, root, span, report);
		if (!named && people === row) report(notAList(row, span));
		if (!named) return [{ keys: { name: row }, span: null }];
		patterns.push(named.pattern);
		return named.files.flatMap((path) => {
			files.push(path);
			const file = readProjectTable(path, folder, span, report);
			const people = file ? peopleInFile(file, site, report) : [];
			for (const { keys, span } of people)
				for (const { message, hint } of personProblems(keys))
					report(diagnostic('people/invalid', message, { span: span ?? undefined, hint }));
			return people;
		});
	});
	return { rows: mergePeople(rows, report), files, patterns };
}

/** A single text names files. */
function notAList(name: string, span: Span | undefined) {
	const hint = `Write, for example, people: [${JSON.stringify(name)}]`;
	return diagnostic('config/invalid', `Expected a list in people, found "${name}"`, { span, hint });
}
