import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import type { ChangedFile } from '../editing/change-file.ts';
import { defaultTarget } from '../editing/default-target.ts';
import type { Draft } from '../editing/drafts/draft.ts';
import { type Added, type AddPlan, parsesAsPlanned, planAdditions, worksOf } from '../editing/plan-additions.ts';
import { mayChangeLibrary } from '../library/files/project-places.ts';
import { libraryFiles } from '../library/files/read-sources.ts';
import { readLibrary } from '../library/read-library.ts';
import { type Project, slashed } from '../project/project.ts';
import { readingOf, readProjectSources } from '../project/project-reading.ts';
import { normalize } from '../publications/normalize.ts';
import { changeAsPlanned } from './change-as-planned.ts';

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
	const files = existingFiles(project, report);
	return writeInto(targetFinder(files, project, options)(drafts), drafts, files, project, options, report);
}

/**
 * Writes each draft into the file of the library that has most works of its kind, unless the options or the configuration
 * name one. A file that cannot be changed is reported, and the others are written.
 */
export async function writeToFiles(
	drafts: readonly Draft[],
	project: Project,
	options: WriteOptions,
	report: Report,
): Promise<Addition[]> {
	let files = existingFiles(project, report);
	const targetOf = targetFinder(files, project, options);
	const byTarget = new Map<string, Draft[]>();
	for (const draft of drafts) {
		// Two new versions of a work go into one file: the key by which one names the other is known only there.
		const partner = drafts.find(({ key }) => key !== null && key === draft.fields.get('related'));
		const target = targetOf([partner ?? draft]);
		byTarget.set(target, [...(byTarget.get(target) ?? []), draft]);
	}
	const additions: Addition[] = [];
	for (const [target, group] of byTarget) {
		const addition = await writeInto(target, group, files, project, options, report);
		if (!addition) continue;
		additions.push(addition);
		// In a dry run, too, the next file gets other keys than this one.
		files = withFile(files, source(target, addition.file.after), project.root);
	}
	return additions;
}

/** The files of the library that exist, also those of patterns: a missing configured file may be the one to create. */
function existingFiles(project: Project, report: Report): readonly Source[] {
	const files = libraryFiles(project.library, project.root, () => {});
	const existing = files.filter((path) => existsSync(resolve(project.root, path)));
	return readProjectSources({ ...project, library: existing }, report, false);
}

async function writeInto(
	target: string,
	drafts: readonly Draft[],
	files: readonly Source[],
	project: Project,
	options: WriteOptions,
	report: Report,
): Promise<Addition | null> {
	const { file, plan } = await changeAsPlanned(
		target,
		project.root,
		{
			planFor: (current) => planFor(drafts, current, files, project, options),
			replacementsOf: ({ replacements }) => replacements,
			isWell: (before, after, { added }, report) => parsesAsPlanned(before, after, added, report),
		},
		report,
		{
			create: true,
			dryRun: options['dry-run'] ?? false,
			mayChange: (place) => options.to !== undefined || mayChangeLibrary(place, project.places),
		},
	);
	for (const problem of plan?.problems ?? []) report(problem);
	return file && plan && { file, added: plan.added };
}

/** Finds the file for new entries: from the option, from the configuration, the one with similar entries, or a new one. */
function targetFinder(files: readonly Source[], project: Project, { to, cwd }: WriteOptions) {
	const [first] = files;
	const named = to !== undefined ? slashed(relative(project.root, resolve(cwd, to))) : project.add.to;
	const created = project.library.find((path) => !/[*?[\]{}]/.test(path) && path !== '-') ?? newLibraryFile;
	const single = named ?? (first ? (files.length === 1 ? first.path : null) : created);
	const { library, publications, reading } = readAll(single === null ? files : [], project);
	return (drafts: readonly Draft[]): string =>
		single ?? defaultTarget(library, publications, worksOf(drafts, reading)) ?? first?.path ?? created;
}

function planFor(
	drafts: readonly Draft[],
	file: Source,
	files: readonly Source[],
	project: Project,
	{ key }: WriteOptions,
): AddPlan {
	const { add } = project;
	const context = { file, ...libraryWith(file, files, project) };
	return planAdditions(drafts, context, { key: key ?? null, pattern: add.key, dialect: add.dialect });
}

/** The files with a current one in place of the same file, or after them. */
function withFile(files: readonly Source[], current: Source, root: string): readonly Source[] {
	const isCurrent = ({ path }: Source) => resolve(root, path) === resolve(root, current.path);
	return files.some(isCurrent) ? files.map((file) => (isCurrent(file) ? current : file)) : [...files, current];
}

/** The library with the current text of one of its files, or with a new file. */
export function libraryWith(current: Source, files: readonly Source[], project: Project) {
	return readAll(withFile(files, current, project.root), project);
}

/** The library of a project, as far as its files exist. Entries with errors, which cannot be compared, are warnings. */
export function existingLibrary(project: Project, report: Report) {
	return readAll(existingFiles(project, report), project, (problem) => {
		if (problem.severity === 'error') report({ ...problem, severity: 'warning' });
	});
}

function readAll(sources: readonly Source[], project: Project, report: Report = () => {}) {
	const library = readLibrary(sources, report);
	const reading = readingOf(project, library.preambles);
	const publications = normalize(library, reading, () => {});
	return { library, reading, publications };
}
