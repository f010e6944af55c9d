import { type Code, codeRow, codes } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visiblePath } from '../../diagnostics/visible.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { type FixedLibrary, type FixRequest, fixLibrary } from '../fix-library.ts';
import { load } from '../load.ts';
import { onlineCheckerOf } from '../online-checker.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printProblems, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
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
	const progress = progressOf(terminal, options.quiet);
	const request: FixRequest = {
		only: options.only ?? null,
		dryRun: Boolean(options['dry-run'] || options.check),
		createChecker: (reading) => onlineCheckerOf(project, reading, terminal, progress),
	};
	const fixed = await fixLibrary(project, request, (diagnostic) => reported.push(diagnostic));
	progress.end();
	const offline = fixed.remaining.filter(({ code }) => code === 'online/offline');
	if (offline.length > 0) {
		printProblems(offline, terminal);
		return 1;
	}
	for (const { path, before, after } of fixed.files)
		if (options['dry-run']) terminal.out(unifiedDiff(path, before, after, terminal.colour.out));
		else if (options.check && !options.quiet) terminal.out(`${visiblePath(path)} can be fixed\n`);
	const print = options['dry-run'] ? terminal.err : terminal.out;
	if (!options.quiet) print(summary(fixed, request));
	const errors = reported.filter(({ severity }) => severity === 'error');
	printProblems([...errors, ...fixed.remaining.filter(({ code }) => code === 'online/unavailable')], terminal);
	return options.check && fixed.files.length > 0 ? 1 : exitCodeOf(errors);
}

function refuseUnknownCodes(only: readonly string[]): void {
	const unfixable = only.find((code) => !(fixableCodes as readonly string[]).includes(code));
	if (unfixable === undefined) return;
	const message = Object.hasOwn(codes, unfixable)
		? `No automatic fix for "${unfixable}"`
		: `Unknown code "${unfixable}"`;
	throw new UsageError(message, suggestion(unfixable, fixableCodes, 'Codes with a fix'));
}

function summary({ files, fixed, remaining }: FixedLibrary, { dryRun }: FixRequest): string {
	const problems = remaining.filter(({ code, severity }) => severity !== 'info' && !code.startsWith('online/')).length;
	const rest = problems ? `${pluralize(problems, 'problem')} left: run bibfolio check\n` : '';
	if (files.length === 0) return `Nothing to fix\n${rest}`;
	const counts = new Map<string, number>();
	for (const { code } of fixed) counts.set(code, (counts.get(code) ?? 0) + 1);
	const list = [...counts].map(([code, count]) => `${code}${count === 1 ? '' : ` (${count})`}`).join(', ');
	const verb = dryRun ? 'Would fix' : 'Fixed';
	return `${verb} ${pluralize(fixed.length, 'problem')} in ${pluralize(files.length, 'file')}: ${list}\n${rest}`;
}
