import { resolve } from 'node:path';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { readUserCommands } from '../latex/commands/user-commands.ts';
import { notBibtex, readsAsBibtex } from '../library/empty-library.ts';
import { refusalOf } from '../library/files/project-places.ts';
import { readSources } from '../library/files/read-sources.ts';
import { libraryReader } from '../library/read-library.ts';
import type { Reading } from '../publications/normalize.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import type { Project } from './project.ts';

/** The reader of a project's library: an unchanged block gives the same entry in every build of the project. */
export const libraryReaderOf = cacheByIdentity((_project: Project) => libraryReader());

/**
 * Reads the files of a project's library. A configuration may name any file, but one outside the project that does not read
 * as BibTeX is dropped and reported without its contents (`library/empty`).
 *
 * @param pipes false if pipes must not be read, because they can be read only once
 */
export function readProjectSources(
	{ library, root, places }: Pick<Project, 'library' | 'root' | 'places'>,
	report: Report,
	pipes = true,
): readonly Source[] {
	const problems: Diagnostic[] = [];
	const sources = readSources(library, root, (problem) => problems.push(problem), pipes);
	const isOutside = ({ path }: Source) =>
		path !== '<stdin>' && refusalOf(resolve(root, path), places.readable) !== null;
	const dropped = new Set(sources.filter((source) => isOutside(source) && !readsAsBibtex(source)));
	for (const problem of problems) if (!problem.span || !dropped.has(problem.span.source)) report(problem);
	for (const source of dropped) report(notBibtex(source));
	return sources.filter((source) => !dropped.has(source));
}

/** The settings for normalizing the entries of a project. The same preambles give the same object. */
export const readingOf = cacheByIdentity(
	({ macros, venues, venueTables, links, files, metrics }: Project, preambles: readonly string[]): Reading => ({
		commands: readUserCommands(preambles, macros),
		venues,
		venueTables,
		links,
		files,
		metrics: metrics.table,
	}),
);
