import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { prepareDiagnostics } from '../../diagnostics/prepare-diagnostics.ts';
import { visible, visibleJson, withoutCommand } from '../../diagnostics/visible.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import type { Draft } from '../../editing/drafts/draft.ts';
import { libraryFiles } from '../../library/files/read-sources.ts';
import type { Project } from '../../project/project.ts';
import { type AddedWork, addedLines, addedWorks } from '../added-works.ts';
import { clientOf } from '../client.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { addressesIn, draftsFromInput } from '../input-drafts.ts';
import { loadForAdding } from '../load.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printProblems, problemsJson, refuse } from '../problems.ts';
import { progressOf } from '../progress.ts';
import { libraryOptions, messageOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { type Addition, writeDrafts } from '../write-drafts.ts';

const options = {
	...libraryOptions,
	clipboard: { type: 'boolean', group: 'Input:', describe: 'Read from the clipboard: a DOI, an entry …' },
	to: { type: 'string', group: 'Output:', describe: 'Target .bib file (created if missing)' },
	key: { type: 'string', group: 'Output:', describe: 'Key for the new entry' },
	'dry-run': { type: 'boolean', alias: 'n', group: 'Mode:', describe: 'Write nothing; print the change' },
	json: { type: 'boolean', group: 'Output:', describe: 'Print a JSON summary to standard output' },
	...messageOptions,
} as const satisfies OptionTable;

export type AddOptions = OptionsOf<typeof options>;

/** `bibfolio add`: adds entries to the library. */
export const addCommand: Command<typeof options> = {
	name: 'add',
	usage: '[works..]',
	summary: 'Add works by DOI, arXiv ID, ISBN …, or from BibTeX, RIS or CSL-JSON',
	files: 'DOIs, arXiv IDs, PubMed IDs, ISBNs, URLs, files (BibTeX, RIS, CSL-JSON …), or - for standard input',
	options,
	examples: [
		['bibfolio add 10.1371/journal.pone.0130140', 'look up a DOI'],
		['bibfolio add arXiv:1706.03762 978-3-030-28953-9', 'a preprint and a book'],
		['bibfolio add --clipboard --dry-run', 'show what would be written'],
		['bibfolio add references.ris --to bib/2024.bib', 'from a reference manager'],
	],
	run: runAdd,
};

/** Reads or looks up works, adds them to the library, and prints how the lists show them. */
export async function runAdd(options: AddOptions, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const isPiped = words.length === 0 && !options.clipboard;
	if (isPiped && process.stdin.isTTY)
		throw new UsageError('Nothing to add', 'Name a DOI, an arXiv ID or a file, or pipe an entry to standard input');
	const { project: configured, problems } = loadForAdding(options, terminal.cwd);
	if (!configured) return refuse(problems, terminal);
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const drafts = await draftsFrom(isPiped ? ['-'] : words, options, configured, terminal, report);
	const { files, inputs } = separateInputs(words, configured, terminal.cwd);
	const project = { ...configured, library: files };
	const addition = canAdd(drafts, options, report)
		? await writeDrafts(drafts, project, { ...options, cwd: terminal.cwd }, report)
		: null;
	const code = printAddition(addition, prepareDiagnostics(reported, project.checks), options, project, terminal);
	if (addition?.file.written && inputs.length > 0 && !options.quiet)
		terminal.err(
			`${visible(inputs.join(', '))} is still part of the library: delete it, or set "library" in bibfolio.yaml\n`,
		);
	return code;
}

async function draftsFrom(
	words: readonly string[],
	{ clipboard = false, quiet }: AddOptions,
	project: Project,
	terminal: Terminal,
	report: Report,
): Promise<Draft[]> {
	const progress = progressOf(terminal, quiet);
	const client = clientOf(project, terminal, progress, addressesIn(words));
	const drafts = await draftsFromInput({ cwd: terminal.cwd, words, clipboard, client }, report);
	progress.end();
	return drafts;
}

function canAdd(drafts: readonly Draft[], { key }: AddOptions, report: Report): boolean {
	if (key === undefined || drafts.length < 2) return drafts.length > 0;
	const message = `Cannot use --key with ${drafts.length} entries`;
	report(diagnostic('add/unreadable', message, { hint: 'Omit --key' }));
	return false;
}

/**
 * Separates the files to add from (`inputs`) from the files of the library: without a configuration, every .bib file in
 * the folder belongs to the library.
 */
function separateInputs(words: readonly string[], { library, root }: Project, cwd: string) {
	const named = new Set(words.map((word) => resolve(cwd, word)));
	const all = libraryFiles(library, root, () => {}).filter((path) => path !== '-');
	return {
		files: all.filter((path) => !named.has(resolve(root, path))),
		inputs: all.filter((path) => named.has(resolve(root, path))),
	};
}

/** Prints the added entries, as text or as JSON. */
function printAddition(
	addition: Addition | null,
	diagnostics: readonly Diagnostic[],
	options: AddOptions,
	project: Project,
	terminal: Terminal,
): ExitCode {
	const code = exitCodeOf(diagnostics);
	const { file = null, added = [] } = addition ?? {};
	const keys = added.map(({ key }) => key);
	const works = file?.written ? addedWorks(project, [file.path], keys, new Date().getFullYear()) : [];
	if (options.json) {
		terminal.out(additionJson(addition, works, code, diagnostics, terminal));
		return code;
	}
	printProblems(
		diagnostics.filter(({ severity }) => severity === 'error' || !options.quiet),
		terminal,
	);
	if (file && options['dry-run']) terminal.out(unifiedDiff(file.path, file.before, file.after, terminal.colour.out));
	if (options.quiet) return code;
	for (const work of works) for (const line of addedLines(work)) terminal.out(`${withoutCommand(visible(line))}\n`);
	for (const { key, pairedWith, draft } of added) {
		if (pairedWith)
			terminal.out(`Linked ${key} with ${pairedWith}: lists show the preprint and the published version as one work\n`);
		for (const note of draft.notes) terminal.out(`Changed in ${visible(`${key}: ${note}`)}\n`);
	}
	if (added.length === 0) terminal.err('Nothing was added\n');
	else if (options['dry-run'])
		terminal.err(`Would add ${pluralize(added.length, 'entry', 'entries')}: ${keys.join(', ')}\n`);
	return code;
}

function additionJson(
	addition: Addition | null,
	works: readonly AddedWork[],
	exitCode: ExitCode,
	diagnostics: readonly Diagnostic[],
	terminal: Terminal,
): string {
	const workOf = new Map(works.map(({ diagnostics: _, ...work }) => [work.key, work]));
	const summary = {
		version: terminal.version,
		exitCode,
		file: addition?.file.path ?? null,
		written: addition?.file.written ?? false,
		added: (addition?.added ?? []).map(({ key, text, pairedWith }) => ({
			...{ key, entry: text, pairedWith },
			...workOf.get(key),
		})),
		diagnostics: problemsJson(diagnostics, terminal),
	};
	return `${visibleJson(summary)}\n`;
}
