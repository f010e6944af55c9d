import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { type ChangedFile, changeFile } from '../editing/change-file.ts';
import { defaultTarget } from '../editing/default-target.ts';
import type { Draft } from '../editing/drafts/draft.ts';
import { type Added, type AddPlan, parsesAsPlanned, planAdditions, worksOf } from '../editing/plan-additions.ts';
import { replacedText } from '../editing/replacements.ts';
import { mayChangeLibrary } from '../library/files/project-places.ts';
import { readLibrary } from '../library/read-library.ts';
import { type Project, slashed } from '../project/project.ts';
import { readingOf, readProjectSources } from '../project/project-reading.ts';
import { normalize } from '../publications/normalize.ts';

/** The file that is created if there is no library yet. */
export const newLibraryFile = 'publications.bib';

/** Options for writing new entries. */
export interface WriteOptions {
	readonly cwd: string;
	/** The target file, relative to `cwd`. */
	readonly to?: string;
	readonly key?: string;
	readonly 'dry-run'?: boolean;
}

/** The changed file (not written in a dry run) and the added entries. */
export interface Addition {
	readonly file: ChangedFile;
	readonly added: readonly Added[];
}

/** Writes drafts as entries into a file of the library. Returns null and reports if the file cannot be changed. */
export async function writeDrafts(
	drafts: readonly Draft[],
	project: Project,
	options: WriteOptions,
	report: Report,
): Promise<Addition | null> {
	const { library, root } = project;
	// A missing configured file may be the one to create.
	const existing = library.filter((path) => existsSync(resolve(root, path)));
	const files = readProjectSources({ ...project, library: existing }, report, false);
	// The callback runs again if another program saves the file meanwhile. The last plan counts.
	let plan: AddPlan | null = null;
	let problems: Diagnostic[] = [];
	const file = await changeFile(
		targetOf(drafts, files, project, options),
		root,
		(current) => {
			problems = [];
			plan = planFor(drafts, current, files, project, options);
			const { replacements, added } = plan;
			const after = source(current.path, replacedText(current.text, replacements));
			return parsesAsPlanned(current, after, added, (problem) => problems.push(problem)) ? replacements : null;
		},
		report,
		{
			create: true,
			dryRun: options['dry-run'] ?? false,
			mayChange: (place) => options.to !== undefined || mayChangeLibrary(place, project.places),
		},
	);
	// TypeScript does not see that the callback assigns `plan`.
	const lastPlan = plan as AddPlan | null;
	for (const problem of [...problems, ...(lastPlan?.problems ?? [])]) report(problem);
	return file && lastPlan && { file, added: lastPlan.added };
}

/** The file for new entries: from the option, from the configuration, the one with similar entries, or a new one. */
function targetOf(
	drafts: readonly Draft[],
	files: readonly Source[],
	project: Project,
	{ to, cwd }: WriteOptions,
): string {
	if (to !== undefined) return slashed(relative(project.root, resolve(cwd, to)));
	if (project.add.to !== null) return project.add.to;
	const [first] = files;
	if (!first) return project.library.find((path) => !/[*?[\]{}]/.test(path) && path !== '-') ?? newLibraryFile;
	if (files.length === 1) return first.path;
	const { library, publications, reading } = readAll(files, project);
	return defaultTarget(library, publications, worksOf(drafts, reading)) ?? first.path;
}

function planFor(
	drafts: readonly Draft[],
	file: Source,
	files: readonly Source[],
	project: Project,
	{ key }: WriteOptions,
): AddPlan {
	const { root, add } = project;
	const isTarget = ({ path }: Source) => resolve(root, path) === resolve(root, file.path);
	const sources = files.some(isTarget)
		? files.map((existing) => (isTarget(existing) ? file : existing))
		: [...files, file];
	const context = { file, ...readAll(sources, project) };
	return planAdditions(drafts, context, { key: key ?? null, pattern: add.key, dialect: add.dialect });
}

function readAll(sources: readonly Source[], project: Project) {
	const library = readLibrary(sources, () => {});
	const reading = readingOf(project, library.preambles);
	const publications = normalize(library, reading, () => {});
	return { library, reading, publications };
}
