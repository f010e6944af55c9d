import { build } from '../../build.ts';
import { type Code, codeRow, codes } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { visiblePath } from '../../diagnostics/visible.ts';
import { type CodesToFix, collectFixes } from '../../editing/apply-fixes.ts';
import { changeFile } from '../../editing/change-file.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import { EditedText } from '../../editing/edited-text.ts';
import { mayChangeLibrary } from '../../library/files/project-places.ts';
import type { Project } from '../../project/project.ts';
import { readProjectSources } from '../../project/project-reading.ts';
import type { OnlineChecker } from '../../updates/online-checks/index.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { load } from '../load.ts';
import { onlineCheckerOf } from '../online-checker.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printProblems, refuse } from '../problems.ts';
import { type Progress, progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { refuseStandardInput, suggestion, UsageError } from '../usage-error.ts';

const fixableCodes = (Object.keys(codes) as Code[]).filter((code) => codeRow(code).remedy);

const options = {
	...libraryOptions,
	only: {
		type: 'string',
		many: 'commas',
		suggestions: fixableCodes,
		group: 'Mode:',
		describe: 'Fix only these codes (includes opt-in fixes)',
	},
	'dry-run': { type: 'boolean', alias: 'n', group: 'Mode:', describe: 'Write nothing; print the changes' },
	check: { type: 'boolean', group: 'Mode:', describe: 'Write nothing; exit with 1 if anything can be fixed' },
	...messageOptions,
} as const satisfies OptionTable;

type FixOptions = OptionsOf<typeof options>;

/** `bibfolio fix`: applies fixes that are certain to be right. */
export const fixCommand: Command<typeof options> = {
	name: 'fix',
	usage: '[files..]',
	summary: 'Fix mistakes in the library that have one safe correction',
	files: 'Library: .bib files, folders or globs (overrides the configuration)',
	options,
	examples: [
		['bibfolio fix --dry-run', 'show the changes as a diff'],
		['bibfolio fix papers.bib', 'apply the changes'],
		['bibfolio fix --only field/page-dash,identifier/address', 'apply these fixes only'],
		['bibfolio fix --only online/retracted', 'ask web services, and mark retracted works'],
		['bibfolio fix --only bib/duplicate-key', 'remove identical copies of entries (an opt-in fix)'],
	],
	run: runFix,
};

/** Fixes the files of the library, or shows the changes. */
export async function runFix(options: FixOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	refuseStandardInput('fix', files);
	refuseUnknownCodes(options.only ?? []);
	const { project, problems } = load(options, { files }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const sources = readProjectSources(project, report, false);
	const progress = progressOf(terminal, options.quiet);
	const fixed = await fixedTexts(project, sources, options.only ?? null, terminal, progress);
	progress.end();
	const offline = fixed.remaining.filter(({ code }) => code === 'online/offline');
	if (offline.length > 0) {
		printProblems(offline, terminal);
		return 1;
	}

	const dryRun = Boolean(options['dry-run'] || options.check);
	let changedFiles = 0;
	for (const [path, draft] of fixed.drafts) {
		const change = await changeFile(path, project.root, changeOf(draft, report), report, {
			dryRun,
			mayChange: (place) => mayChangeLibrary(place, project.places),
		});
		if (!change || change.before === change.after) continue;
		changedFiles++;
		if (options['dry-run']) terminal.out(unifiedDiff(path, change.before, change.after, terminal.colour.out));
		else if (options.check && !options.quiet) terminal.out(`${visiblePath(path)} can be fixed\n`);
	}
	const print = options['dry-run'] ? terminal.err : terminal.out;
	if (!options.quiet) print(summary(fixed, changedFiles, dryRun));
	const errors = reported.filter(({ severity }) => severity === 'error');
	printProblems([...errors, ...fixed.remaining.filter(({ code }) => code === 'online/unavailable')], terminal);
	return options.check && changedFiles > 0 ? 1 : exitCodeOf(errors);
}

function refuseUnknownCodes(only: readonly string[]): void {
	const unfixable = only.find((code) => !(fixableCodes as readonly string[]).includes(code));
	if (unfixable === undefined) return;
	const message = Object.hasOwn(codes, unfixable)
		? `No automatic fix for "${unfixable}"`
		: `Unknown code "${unfixable}"`;
	throw new UsageError(message, suggestion(unfixable, fixableCodes, 'Codes with a fix'));
}

interface FixedTexts {
	/** By path, as named on the command line. */
	readonly drafts: ReadonlyMap<string, EditedText>;
	/** Number of fixes by code. */
	readonly counts: ReadonlyMap<string, number>;
	/** Problems that remain. */
	readonly remaining: readonly Diagnostic[];
}

/** A fix can make another one possible. More rounds than this would be a bug. */
const mostRounds = 20;

/**
 * Applies fixes in rounds, reading the library again after each, until none is left. Asks web services only for codes that
 * need them.
 */
async function fixedTexts(
	project: Project,
	sources: readonly Source[],
	only: readonly string[] | null,
	terminal: Terminal,
	progress: Progress,
): Promise<FixedTexts> {
	const wanted: CodesToFix = only && new Set(only);
	const asksServices = only?.some((code) => code.startsWith('online/')) ?? false;
	let checker: OnlineChecker | null = null;
	const drafts = new Map(sources.map(({ path, text }) => [path, new EditedText(text)]));
	const counts = new Map<string, number>();
	let current = sources;
	for (let round = 0; ; round++) {
		const buildOptions = { checks: true, thisYear: new Date().getFullYear(), sources: current };
		const result = build({ ...project, outputs: [] }, buildOptions);
		const diagnostics = [...result.diagnostics];
		if (asksServices) {
			checker ??= onlineCheckerOf(project, result.reading, terminal, progress);
			const online: Diagnostic[] = [];
			await checker.check(result.publications, (diagnostic) => online.push(diagnostic));
			diagnostics.push(...prepareDiagnostics(online, project.checks));
		}
		const { byFile, counts: roundCounts } = collectFixes(diagnostics, wanted);
		if (byFile.size === 0 || round === mostRounds) return { drafts, counts, remaining: diagnostics };
		for (const [code, count] of roundCounts) counts.set(code, (counts.get(code) ?? 0) + count);
		for (const [{ path }, replacements] of byFile) drafts.get(path)?.replace(replacements);
		current = current.map((file) => {
			const text = drafts.get(file.path)?.text ?? file.text;
			return text === file.text ? file : source(file.path, text);
		});
	}
}

/** Gives the change of a file. Reports a file that another program saved since it was read. */
function changeOf(draft: EditedText, report: Report) {
	return (file: Source) => {
		if (file.text.replaceAll('\0', ' ') === draft.original) return draft.replacements();
		const message = `Cannot change ${file.path}: another program saved it meanwhile`;
		report(diagnostic('edit/unwritable', message, { hint: 'Run bibfolio fix again' }));
		return null;
	};
}

function summary({ counts, remaining }: FixedTexts, changedFiles: number, dryRun: boolean): string {
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const problems = remaining.filter(({ code, severity }) => severity !== 'info' && !code.startsWith('online/')).length;
	const rest = problems ? `${pluralize(problems, 'problem')} left: run bibfolio check\n` : '';
	if (changedFiles === 0) return `Nothing to fix\n${rest}`;
	const list = [...counts].map(([code, count]) => `${code}${count === 1 ? '' : ` (${count})`}`).join(', ');
	const verb = dryRun ? 'Would fix' : 'Fixed';
	return `${verb} ${pluralize(total, 'problem')} in ${pluralize(changedFiles, 'file')}: ${list}\n${rest}`;
}
