import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readingOf } from '../../build.ts';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { settle } from '../../diagnostics/settle.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { type ChangedFile, changeFile } from '../../editing/change-file.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { type Added, type AddPlan, planAdditions, readsWell, worksOf } from '../../editing/plan-additions.ts';
import { replacedText } from '../../editing/replacements.ts';
import { usualTarget } from '../../editing/target-file.ts';
import { libraryFiles, readSources } from '../../library/files/read-sources.ts';
import { readLibrary } from '../../library/read-library.ts';
import { type Project, slashed } from '../../project/project.ts';
import { normalize } from '../../publications/normalize.ts';
import { addedLines, type Shown, shownWorks } from '../added-lines.ts';
import type { ExitCode } from '../command.ts';
import { givenDrafts } from '../given.ts';
import { exitCodeOf, load, refuse, several } from '../load.ts';
import { progressOf } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import type { AddOptions } from './add-command.ts';

/** The file that is made where there is no library yet. */
const firstFile = 'publications.bib';

/** Reads or looks up what is given, writes it into the library, and says what lists will make of it. */
export async function runAdd(options: AddOptions, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const fromInput = words.length === 0 && !options.clipboard;
	if (fromInput && process.stdin.isTTY) {
		terminal.err(
			'Nothing to add: give a DOI, an arXiv id, a file …, or pipe an entry to it\nSee bibfolio add --help\n',
		);
		return 2;
	}
	const { project, problems } = loadFor(options, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const found: Diagnostic[] = [];
	const report: Report = (one) => found.push(one);
	const progress = progressOf(terminal, options.quiet ?? false);
	const lookup = {
		...project.lookup,
		userAgent: `bibfolio/${terminal.version}`,
		asking: (host: string) => progress.at(`Asking ${host}`),
	};
	const from = { cwd: terminal.cwd, words: fromInput ? ['-'] : words, clipboard: options.clipboard ?? false, lookup };
	const drafts = await givenDrafts(from, report);
	progress.end();
	if (options.key !== undefined && drafts.length > 1)
		report(
			diagnostic('add/unreadable', `--key names one entry, and ${drafts.length} are given`, { hint: 'Leave it out' }),
		);
	const isPossible = drafts.length > 0 && !(options.key !== undefined && drafts.length > 1);
	const { files, given } = libraryWithout(words, project, terminal.cwd);
	const done = isPossible ? await write(drafts, { ...project, library: files }, options, terminal.cwd, report) : null;
	const code = tell(done, found, options, { ...project, library: files }, terminal);
	if (done?.file.written && given.length > 0 && !options.quiet)
		terminal.err(
			`${given.join(', ')} is read as a part of the library, too: remove it, or name the library in bibfolio.yaml\n`,
		);
	return code;
}

/** The project; a folder without a library gets one. */
function loadFor({ config }: AddOptions, cwd: string): ReturnType<typeof load> {
	const loaded = load(config, {}, cwd);
	const isEmpty = loaded.problems.length > 0 && loaded.problems.every(({ code }) => code === 'file/missing');
	return isEmpty ? load(config, { files: [firstFile] }, cwd) : loaded;
}

/** What was written, or would be. */
interface Done {
	readonly file: ChangedFile;
	readonly added: readonly Added[];
}

async function write(
	drafts: readonly Draft[],
	project: Project,
	options: AddOptions,
	cwd: string,
	report: Report,
): Promise<Done | null> {
	const { root } = project;
	const files = readSources(existing(project), root, report);
	const target = targetOf(drafts, files, project, options, cwd);
	let plan: AddPlan | null = null;
	const complain: Diagnostic[] = [];
	const file = await changeFile(
		target,
		root,
		(now) => {
			complain.length = 0;
			plan = planFor(drafts, now, files, project, options);
			const { replacements, added } = plan;
			const after = source(now.path, replacedText(now.text, replacements));
			return readsWell(now, after, added, (one) => complain.push(one)) ? replacements : null;
		},
		report,
		{ create: true, dryRun: options['dry-run'] ?? false },
	);
	for (const problem of [...complain, ...((plan as AddPlan | null)?.problems ?? [])]) report(problem);
	return file && plan && { file, added: (plan as AddPlan).added };
}

/**
 * The files of the library, without those that are given to be added: in a folder without a configuration every .bib is
 * of the library. `given` are the ones left out.
 */
function libraryWithout(words: readonly string[], { library, root }: Project, cwd: string) {
	const asked = new Set(words.map((word) => resolve(cwd, word)));
	const all = libraryFiles(library, root, () => {}).filter((path) => path !== '-');
	return {
		files: all.filter((path) => !asked.has(resolve(root, path))),
		given: all.filter((path) => asked.has(resolve(root, path))),
	};
}

/** The files of the library that are there; a configured one that is not may be the one to make. */
function existing({ library, root }: Project): string[] {
	return library.filter((path) => existsSync(resolve(root, path)));
}

/** Where new entries go: as said, as configured, to the file of their like, or to the one there is to be. */
function targetOf(
	drafts: readonly Draft[],
	files: readonly Source[],
	project: Project,
	{ to }: AddOptions,
	cwd: string,
): string {
	if (to !== undefined) return slashed(relative(project.root, resolve(cwd, to)));
	if (project.add.to !== null) return project.add.to;
	const [only] = files;
	if (only && files.length === 1) return only.path;
	if (!only) return project.library.find((path) => !/[*?[\]{}]/.test(path) && path !== '-') ?? firstFile;
	const library = readLibrary(files, () => {});
	const reading = readingOf(project, library.preambles);
	const works = normalize(library, reading, () => {});
	return usualTarget(library, works, worksOf(drafts, reading)) ?? only.path;
}

function planFor(
	drafts: readonly Draft[],
	file: Source,
	files: readonly Source[],
	project: Project,
	options: AddOptions,
): AddPlan {
	const { root, add } = project;
	const place = (path: string) => resolve(root, path);
	const isThere = files.some(({ path }) => place(path) === place(file.path));
	const sources = isThere ? files.map((one) => (place(one.path) === place(file.path) ? file : one)) : [...files, file];
	const library = readLibrary(sources, () => {});
	const reading = readingOf(project, library.preambles);
	const publications = normalize(library, reading, () => {});
	const ground = { file, library, publications, reading };
	return planAdditions(drafts, ground, { key: options.key ?? null, pattern: add.key, dialect: add.dialect });
}

/** Says what was done: to people in lines, to machines as JSON. */
function tell(
	done: Done | null,
	found: readonly Diagnostic[],
	options: AddOptions,
	project: Project,
	terminal: Terminal,
): ExitCode {
	const settled = settle(found, project.checks);
	const code = exitCodeOf(settled);
	const { colour, version } = terminal;
	const added = done?.added ?? [];
	const shown = done?.file.written
		? shownWorks(withFile(project, done.file.path), keysOf(added), new Date().getFullYear())
		: [];
	if (options.json) {
		const { diagnostics } = JSON.parse(
			printDiagnostics(settled, { format: 'json', colour: false, toolVersion: version }),
		);
		terminal.out(`${JSON.stringify(asJson(done, shown, code, version, diagnostics), null, 2)}\n`);
		return code;
	}
	const told = settled.filter(({ severity }) => severity === 'error' || !options.quiet);
	terminal.err(printDiagnostics(told, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	if (done && options['dry-run'])
		terminal.out(unifiedDiff(done.file.path, done.file.before, done.file.after, colour.out));
	if (options.quiet) return code;
	for (const one of shown) for (const line of addedLines(one)) terminal.out(`${line}\n`);
	for (const { key, pairedWith, draft } of added) {
		if (pairedWith)
			terminal.out(`Linked ${key} with ${pairedWith}: lists show a preprint and its publication as one\n`);
		for (const note of draft.notes) terminal.out(`Changed in ${key}: ${note}\n`);
	}
	if (added.length === 0) terminal.err('Nothing was added\n');
	else if (options['dry-run'])
		terminal.err(`${several(added.length, 'entry', 'entries')} would be added: ${keysOf(added).join(', ')}\n`);
	return code;
}

function keysOf(added: readonly Added[]): string[] {
	return added.map(({ key }) => key);
}

/** The project with a file that its library may not name. */
function withFile(project: Project, path: string): Project {
	const files = libraryFiles(project.library, project.root, () => {});
	return files.some((file) => resolve(project.root, file) === resolve(project.root, path))
		? project
		: { ...project, library: [...project.library, path] };
}

function asJson(
	done: Done | null,
	shown: readonly Shown[],
	exitCode: ExitCode,
	version: string,
	diagnostics: unknown,
): object {
	const places = new Map(shown.map(({ found: _, ...rest }) => [rest.key, rest]));
	return {
		version,
		exitCode,
		file: done?.file.path ?? null,
		written: done?.file.written ?? false,
		added: (done?.added ?? []).map(({ key, text, pairedWith }) => ({
			key,
			entry: text,
			pairedWith,
			...places.get(key),
		})),
		diagnostics,
	};
}
