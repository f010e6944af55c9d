import { type BuildResult, build } from '../../build.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { tally } from '../../diagnostics/source-place.ts';
import { isDocument, makePdfs, pdfPath } from '../../output/pdf/make-pdf.ts';
import { byFile } from '../../output/planned-files.ts';
import { staleOutputs } from '../../output/stale.ts';
import { writeOutputs } from '../../output/write.ts';
import { mostFrequentAuthor } from '../../people/frequent.ts';
import { nearestAuthor } from '../../people/nearest-author.ts';
import type { ExitCode } from '../command.ts';
import { exitCodeOf, type GivenOptions, loadWithHelpers, refuse, several } from '../load.ts';
import { progressOf } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import type { BuildOptions } from './build-command.ts';

/** What a run did with an output. */
interface Deed {
	readonly path: string;
	readonly done: 'written' | 'unchanged' | 'removed' | 'stale' | 'printed' | 'not-written';
}

/** Builds, and then writes, prints or compares. */
export async function runBuild(options: BuildOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const misuse = misuseOf(options);
	if (misuse) {
		terminal.err(`${misuse}\n`);
		return 2;
	}
	const loaded = await loadWithHelpers(options.config, optionsOf(options, files), terminal.cwd);
	const { project, helpers, problems } = loaded;
	if (!project) return options.json ? machine(null, [], problems, 2, terminal) : refuse(problems, terminal);
	const progress = progressOf(terminal, options.quiet ?? false);
	const result = build(project, { helpers, progress: progress.at });
	progress.end();
	const found = [...result.diagnostics];
	const held = result.stops !== null || (options.strict && found.some(({ severity }) => severity === 'error'));
	const deeds = held ? [] : perform(result, options, found, terminal, progress.at);
	progress.end();
	const code = exitCodeOf(found);
	if (options.json) return machine(result, deeds, found, code, terminal);
	explain(found, options, terminal);
	if (!options.quiet) sumUp(result, deeds, options, terminal);
	return code;
}

/** Options that contradict each other; null when they go together. */
function misuseOf({ stdout, check, json, out, format, pdf }: BuildOptions): string | null {
	if (stdout && check) return '--stdout prints and --check compares: leave one of them out';
	if (pdf && (stdout || check))
		return `--pdf writes files and --${stdout ? 'stdout prints' : 'check compares'}: leave one of them out`;
	if (stdout && json) return '--stdout and --json both want standard output: leave one of them out';
	if (stdout && out !== undefined) return '--stdout prints and --out writes: leave one of them out';
	if (stdout && (format?.length ?? 0) > 1) return '--stdout prints one list: name one --format';
	return null;
}

/** What a person said, as a project takes it. */
export function optionsOf(options: BuildOptions, files: readonly string[]): GivenOptions {
	return {
		files,
		out: options.out,
		formats: options.stdout ? (options.format ?? ['markdown']) : options.format,
		flavour: options.flavour,
		lists: options.list,
		highlight: options.highlight,
		title: options.title,
		locale: options.locale,
		where: options.where,
		selected: options.selected,
		groupBy: options['group-by'],
		sort: options.sort,
		number: options.number,
		limit: options.limit,
		templates: options.templates,
		pdf: options.pdf,
	};
}

/** Writes, prints or compares the outputs; what goes wrong in that is added to `found`. */
function perform(
	result: BuildResult,
	options: BuildOptions,
	found: Diagnostic[],
	terminal: Terminal,
	progress: (stage: string) => void,
): Deed[] {
	const { outputs, project, files } = result;
	const report: Report = (one) => found.push(one);
	if (options.stdout) {
		const [first] = outputs;
		if (first) terminal.out(first.contents);
		return first ? [{ path: first.path, done: 'printed' }] : [];
	}
	if (options.check) {
		const stale = new Set(staleOutputs(outputs, project.root, report));
		const paths = [...new Set(outputs.map(({ path }) => path))];
		return paths.map((path) => ({ path, done: stale.has(path) ? 'stale' : 'unchanged' }));
	}
	const written = writeOutputs(outputs, project.root, report, files);
	const there = new Set(written.map(({ path }) => path));
	const documents = options.pdf ? outputs.filter(({ path, spec }) => isDocument(spec) && there.has(path)) : [];
	const pdfs = makePdfs(documents, project.root, report, progress);
	const obsolete = new Set(outputs.flatMap((one) => (one.obsolete ? [one.path] : [])));
	return [...written, ...pdfs].map(({ path, written }) => ({
		path,
		done: obsolete.has(path) ? 'removed' : written ? 'written' : 'unchanged',
	}));
}

/** Warnings shown in full; the rest is counted. */
const shownWarnings = 5;

/** Errors in full, a few warnings, and where to see the others. */
export function explain(
	found: readonly Diagnostic[],
	{ quiet }: Pick<BuildOptions, 'quiet'>,
	terminal: Terminal,
): void {
	const errors = found.filter(({ severity }) => severity === 'error');
	// An empty list is worth a word when it is made, though it may be meant.
	const warnings = found.filter(({ severity, code }) => !quiet && (severity === 'warning' || code === 'list/empty'));
	terminal.err(
		printDiagnostics([...errors, ...warnings.slice(0, shownWarnings)], {
			format: 'text',
			colour: terminal.colour.err,
			toolVersion: terminal.version,
			summary: false,
		}),
	);
	const rest = warnings.length - shownWarnings;
	if (rest > 0) terminal.err(`\n${several(rest, 'more warning')}: run bibfolio check\n`);
}

/** What was made of what, and how to go on. */
function sumUp(result: BuildResult, deeds: readonly Deed[], options: BuildOptions, terminal: Terminal): void {
	const say = options.stdout ? terminal.err : terminal.out;
	const works = worksByPath(result);
	const folders = folderOf(result);
	const told = (done: Deed['done']) => deeds.filter((deed) => deed.done === done).map(({ path }) => path);
	const written = told('written');
	for (const path of new Set(written.map((one) => folders.get(one) ?? one))) {
		const inside = written.filter((one) => folders.get(one) === path).length;
		say(`Wrote ${path} (${works.get(path) ?? several(inside, 'file')})\n`);
	}
	const removed = told('removed');
	if (removed.length)
		say(`Removed ${removed.length > 5 ? several(removed.length, 'page') : removed.join(', ')}: not listed any more\n`);
	const unchanged = told('unchanged');
	const same = unchanged.length > 5 ? several(unchanged.length, 'file') : unchanged.join(', ');
	if (unchanged.length) say(`${options.check ? 'Up to date' : 'Unchanged'}: ${same}\n`);
	if (deeds.length === 0) say('Nothing was written\n');
	if (!options.check && deeds.length) for (const line of aboutMarks(result)) say(`${line}\n`);
}

/** The folder of each file of an output that is one, with a slash at its end. */
export function folderOf({ outputs }: BuildResult): ReadonlyMap<string, string> {
	const inside = outputs.filter(({ path, spec }) => path !== spec.path);
	return new Map(inside.map(({ path, spec }) => [path, spec.path.endsWith('/') ? spec.path : `${spec.path}/`]));
}

/** '12 works', or '12 works, 3 works' of a file that several lists go into. */
export function worksByPath({ outputs }: BuildResult): ReadonlyMap<string, string> {
	return new Map(
		byFile(outputs).flatMap((lists) => {
			const [first] = lists;
			if (!first) return [];
			const works = lists.map(({ list }) => several(list.items.length, 'work')).join(', ');
			const own: [string, string] = [first.path, works];
			return isDocument(first.spec) ? [own, [pdfPath(first.path), works]] : [own];
		}),
	);
}

/** Whose name is not marked though it should be, or could be. */
function aboutMarks({ project, publications, matcher }: BuildResult): string[] {
	const { people } = project;
	if (people.length) {
		const known = new Set(publications.flatMap((work) => matcher.personsIn(work)));
		const strangers = people.filter((person) => person.role === 'owner' && !known.has(person));
		return strangers.map((person) => {
			const near = nearestAuthor(person, publications);
			const remedy = near ? `did you mean “${near}”?` : 'bibfolio check shows near names';
			return `Nobody in the library is called ${person.name}: ${remedy}`;
		});
	}
	const frequent = mostFrequentAuthor(publications);
	if (!frequent) return [];
	const { family, given, literal } = frequent.name;
	const name = literal ?? [family, given].filter(Boolean).join(', ');
	return [
		`No name is marked. The most frequent is ${name} (${several(frequent.count, 'work')}): --highlight "${name}"`,
	];
}

/** One JSON object for machines, and nothing else. */
function machine(
	result: BuildResult | null,
	deeds: readonly Deed[],
	found: readonly Diagnostic[],
	exitCode: ExitCode,
	terminal: Terminal,
): ExitCode {
	const done = new Map(deeds.map((deed) => [deed.path, deed.done]));
	const { error: errors, warning: warnings, info: infos } = tally(found);
	const { diagnostics } = JSON.parse(
		printDiagnostics(found, { format: 'json', colour: false, toolVersion: terminal.version }),
	);
	const report = {
		version: terminal.version,
		exitCode,
		counts: { entries: result?.library.entries.length ?? 0, errors, warnings, infos },
		outputs: (result?.outputs ?? []).flatMap(({ path, spec, list }) => {
			const told = { list: spec.list, format: spec.format, works: list.items.length };
			const region = spec.region !== null && { region: spec.region };
			const own = { path, ...region, ...told, done: done.get(path) ?? 'not-written' };
			const pdf = isDocument(spec) ? done.get(pdfPath(path)) : undefined;
			return pdf ? [own, { path: pdfPath(path), ...told, format: 'pdf', done: pdf }] : [own];
		}),
		diagnostics,
	};
	terminal.out(`${JSON.stringify(report, null, 2)}\n`);
	return exitCode;
}
