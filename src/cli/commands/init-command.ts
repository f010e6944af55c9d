import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from '../../build.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { visible, visibleText } from '../../diagnostics/visible.ts';
import { createFile } from '../../output/create-file.ts';
import { writeOutputs } from '../../output/write-outputs.ts';
import { loadCslPackage } from '../../render/csl-styles/csl-package.ts';
import { worksByPath } from '../build-summary.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { type Answers, askedAnswers, likelyAnswers, type PresetAnswers } from '../init-answers.ts';
import { type SitePages, sitePages, stepsText } from '../init-pages.ts';
import { tableText } from '../list-writers.ts';
import { load } from '../load.ts';
import { editsText, makeEdits, type PageEdit, pageEdits } from '../moved-parts.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printFindings, printProblems } from '../problems.ts';
import { type Asker, asker, Cancelled } from '../prompts.ts';
import { messageOptions } from '../shared-options.ts';
import { configurationText } from '../survey/configuration.ts';
import { type Grouping, groupings } from '../survey/grouping.ts';
import type { MovedSettings } from '../survey/moving/moved-settings.ts';
import { newLibraryText } from '../survey/new-library.ts';
import type { Step } from '../survey/recipes/recipe.ts';
import type { Proposal } from '../survey/sites.ts';
import { type Survey, survey } from '../survey/survey.ts';
import { languageIn } from '../survey/survey-context.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
	owner: { type: 'string', group: 'People:', describe: 'Owner of the lists: "Family, Given = Other, Name"' },
	'group-by': {
		type: 'string',
		choices: groupings,
		group: 'Lists:',
		describe: 'Sections of the list: one per kind of venue, or one per year',
	},
	yes: { type: 'boolean', alias: 'y', group: 'Mode:', describe: 'Accept all suggestions without asking' },
	'dry-run': {
		type: 'boolean',
		alias: 'n',
		group: 'Mode:',
		describe: 'Write nothing; print the configuration',
	},
	...messageOptions,
} as const satisfies OptionTable;

type InitOptions = OptionsOf<typeof options>;

/** `bibfolio init`: writes a configuration and builds the first lists. */
export const initCommand: Command<typeof options> = {
	name: 'init',
	usage: '[files..]',
	summary: 'Create a bibfolio.yaml for this folder and build the first lists',
	files: 'Library files (skips auto-detection)',
	options,
	examples: [
		['bibfolio init', 'ask a few questions'],
		['bibfolio init --yes', 'accept all suggestions'],
		['bibfolio init papers.bib --owner "Lapuschkin, Sebastian = Bach, Sebastian"', 'answer with options'],
	],
	run: runInit,
};

const configurationName = 'bibfolio.yaml';

async function runInit(options: InitOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { cwd } = terminal;
	const existing = [configurationName, 'bibfolio.yml'].find((path) => existsSync(join(cwd, path)));
	if (existing) {
		terminal.err(`${existing} already exists; run bibfolio build to build its lists\n`);
		return 1;
	}
	const missing = files.filter((path) => !existsSync(resolve(cwd, path)));
	if (missing.length) throw new UsageError(`Cannot find ${missing.join(', ')}`, 'Check the path');
	const context = { hasStyles: loadCslPackage(cwd) !== null, userLanguage: languageIn(process.env) };
	const surveyed = survey(cwd, (path) => worksIn(path, cwd), context);
	const paths = files.map((path) => relative(cwd, resolve(cwd, path)).replaceAll('\\', '/'));
	const presets = { files: paths, owner: options.owner, grouping: options['group-by'] };
	const asks = terminal.asks && !options.yes;
	const answers = asks
		? await ask(surveyed, presets, terminal)
		: { ...likelyAnswers(surveyed, presets), makesEdits: options.yes === true };
	if (!answers) return 1;
	const { locale } = surveyed;
	const moved = surveyed.moved && withGrouping(surveyed.moved, options['group-by']);
	const edits = pageEdits(moved, answers.outputs);
	const settings = { schema: schemaAddress(terminal), locale, moved, people: surveyed.people.paths };
	const text = configurationText({ ...answers, ...settings });
	if (options['dry-run']) {
		terminal.out(text + (edits.length ? commentedOut(`To change in your files:\n${editsText(edits)}`) : ''));
		return 0;
	}
	if (!asks && !options.quiet) terminal.out(foundLine(surveyed, answers));
	const { quiet = false } = options;
	// The only list of another tool may be grouped in a third way, such as by a field.
	const [list, ...further] = moved?.lists ?? [];
	const grouping = list ? groupings.find((each) => each === list.value['group-by']) : answers.grouping;
	const isChosen = asks || options['group-by'] !== undefined || further.length > 0;
	const moving = { edits, wantsEdits: answers.makesEdits, wereShown: asks, notes: moved?.notes ?? [] };
	return write(answers, text, moving, surveyed, { quiet, grouping: isChosen ? undefined : grouping }, terminal);
}

/** What `init` does besides writing its own files. */
interface Moving {
	readonly edits: readonly PageEdit[];
	readonly wantsEdits: boolean;
	/** The user has already seen the edits, in a question. */
	readonly wereShown: boolean;
	/** What has no counterpart in Bibfolio. */
	readonly notes: readonly string[];
}

/** The grouping of the command line in the first list. */
function withGrouping(moved: MovedSettings, grouping: Grouping | undefined): MovedSettings {
	const [first, ...others] = moved.lists;
	if (grouping === undefined || !first) return moved;
	return { ...moved, lists: [{ ...first, value: { ...first.value, 'group-by': grouping } }, ...others] };
}

function commentedOut(text: string): string {
	return `\n${text.replace(/^(?=.)/gm, '# ')}`;
}

/** Asks the questions. Returns null if the user cancels. */
async function ask(
	surveyed: Survey,
	presets: PresetAnswers,
	terminal: Terminal,
): Promise<(Answers & { readonly makesEdits: boolean }) | null> {
	const prompts = asker();
	try {
		prompts.begin('bibfolio init');
		const answers = await askedAnswers(surveyed, presets, prompts);
		const makesEdits = answers !== null && (await confirmsEdits(surveyed, answers, prompts, terminal));
		if (answers) prompts.end('Building the lists');
		else prompts.cancelled('Nothing was written');
		return answers && { ...answers, makesEdits };
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		prompts.cancelled('Nothing was written');
		return null;
	}
}

async function confirmsEdits(
	{ moved }: Survey,
	{ outputs }: Answers,
	prompts: Asker,
	terminal: Terminal,
): Promise<boolean> {
	const edits = pageEdits(moved, outputs);
	if (edits.length === 0) return false;
	terminal.out(editsText(edits));
	return prompts.confirm(`Make ${edits.length === 1 ? 'this change' : `these ${edits.length} changes`} in your files?`);
}

function worksIn(path: string, cwd: string) {
	const { project } = load({}, { files: [path] }, cwd);
	return project ? build({ ...project, root: cwd, library: [path], outputs: [] }).publications : [];
}

/** Path of the schema in the installed package, or its public address if the package is not installed (npx). */
function schemaAddress({ cwd, version }: Terminal): string {
	const path = 'node_modules/bibfolio/dist/bibfolio.schema.json';
	for (let folder = cwd, up = './'; ; folder = dirname(folder), up = up === './' ? '../' : `../${up}`) {
		if (existsSync(join(folder, path))) return up + path;
		if (folder === dirname(folder)) return `https://unpkg.com/bibfolio@${version}/dist/bibfolio.schema.json`;
	}
}

/** The grouping that was chosen without a question, and how to choose the other one. */
const groupingLines: Readonly<Record<Grouping, string>> = {
	venue: 'Sections by kind of venue; for sections by year, set "group-by: year" in bibfolio.yaml',
	year: 'Sections by year; for sections by kind of venue, remove "group-by" from bibfolio.yaml',
};

function foundLine({ libraries, outputs }: Survey, { library }: Answers): string {
	const files = libraries
		.filter(({ path }) => library.includes(path))
		.map(({ path, publications }) => `${path} (${pluralize(publications.length, 'work')})`);
	const sites = [...new Set(outputs.flatMap(({ site }) => site || []))];
	const all = [...files, ...sites];
	return all.length ? `Found ${all.join(', ')}\n` : '';
}

/** What to print: nothing, and the grouping only if the user did not choose it. */
interface Printing {
	readonly quiet: boolean;
	readonly grouping: Grouping | undefined;
}

/** Writes the configuration, creates a missing library, builds the lists, and prints the next steps. */
async function write(
	answers: Answers,
	text: string,
	moving: Moving,
	{ existingPage }: Survey,
	{ quiet, grouping }: Printing,
	terminal: Terminal,
): Promise<ExitCode> {
	const { cwd } = terminal;
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const print = (line: string) => {
		if (!quiet) terminal.out(`${visible(line)}\n`);
	};
	const [library = ''] = answers.library;
	const libraryFile = answers.isNew ? createFile(library, newLibraryText, cwd, report) : 'exists';
	if (libraryFile !== 'failed' && createFile(configurationName, text, cwd, report) === 'created') {
		if (libraryFile === 'created') print(`Wrote ${library} (with an example entry in a comment)`);
		const { owner } = answers;
		const works = owner?.count ? ` (${pluralize(owner.count, 'work')})` : '';
		print(`Wrote ${configurationName}${owner ? ` for the lists of ${owner.name}${works}` : ''}`);
		if (grouping) print(groupingLines[grouping]);
		const outputs = answers.outputs.map((output) => withoutPage(output, moving.edits));
		const pages = sitePages(outputs, existingPage, cwd, report);
		pages.createRegions();
		if (!answers.isNew) return firstLists(outputs, pages, moving, quiet, terminal);
		if (!quiet) {
			printNotes(moving.notes, terminal);
			terminal.out(visibleText(pages.remaining()));
		}
		const add = 'npx bibfolio add 10.1371/journal.pone.0130140';
		const steps: Step[] = [
			[add, `add an entry by its DOI, or paste entries into ${library}`],
			['npx bibfolio build', 'build the lists'],
			...outputs.flatMap(({ steps = [] }) => steps),
		];
		if (!quiet) terminal.out(visibleText(stepsText(sentencesOf(outputs), steps)));
	}
	printProblems(reported, terminal);
	return exitCodeOf(reported);
}

/** Works of the first list that are printed. */
const mostShown = 5;

async function firstLists(
	outputs: Answers['outputs'],
	pages: SitePages,
	{ edits, wantsEdits, wereShown, notes }: Moving,
	quiet: boolean,
	terminal: Terminal,
): Promise<ExitCode> {
	const { project, problems } = load({ config: configurationName }, {}, terminal.cwd);
	if (!project) {
		// Settings of another tool may be invalid, such as a pattern of a venue.
		printProblems(problems, terminal);
		return exitCodeOf(problems);
	}
	const reported: Diagnostic[] = [];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const make = (parts: readonly PageEdit[]) => (wantsEdits ? makeEdits(parts, terminal.cwd, report) : []);
	// The lists show the fields that are added to the library.
	const added = await make(edits.filter(({ list }) => list === null));
	const result = build(project);
	reported.push(...result.diagnostics);
	const written = result.stops ? [] : writeOutputs(result.outputs, project.root, report, result.files);
	// A page without its list would break the site.
	const created = written.length > 0 ? pages.createRest() : [];
	const isWritten = result.stops === null && result.outputs.every(({ path }) => existsSync(join(project.root, path)));
	const made = [...added, ...(isWritten ? await make(edits.filter(({ list }) => list !== null)) : [])];
	printFindings(reported, quiet, terminal);
	if (quiet) return exitCodeOf(reported);
	const works = worksByPath(result);
	const lists = written.map(({ path }) => (works.get(path) ? `${path} (${works.get(path)})` : path));
	for (const line of [...lists, ...created]) terminal.out(`Wrote ${visible(line)}\n`);
	const items = (result.lists[0]?.items ?? []).map(({ publication }) => publication);
	terminal.out(`\n${tableText(items.slice(0, mostShown), result, terminal)}`);
	if (items.length > mostShown) terminal.out(`… and ${items.length - mostShown} more: npx bibfolio list\n`);
	const left = edits.filter((edit) => !made.includes(edit));
	const parts = (title: string, part: readonly PageEdit[]) =>
		part.length ? terminal.out(`\n${title}\n${editsText(part)}`) : undefined;
	if (!wereShown) parts('Changed in your files:', made);
	else if (made.length) terminal.out(`\nChanged ${[...new Set(made.map(({ file }) => visible(file)))].join(', ')}\n`);
	parts('To change in your files:', left);
	printNotes(notes, terminal);
	terminal.out(visibleText(pages.remaining()));
	const steps = [...outputs.flatMap(({ steps = [] }) => steps), ...nextSteps];
	terminal.out(visibleText(stepsText(sentencesOf(outputs), steps)));
	return exitCodeOf(reported);
}

/** An output without its page and its use, if an edit of the user's files shows it. */
function withoutPage(output: Proposal, edits: readonly PageEdit[]): Proposal {
	if (!edits.some((edit) => edit.output === output)) return output;
	const { page: _, ...others } = output;
	return { ...others, use: null };
}

/** What the user must do by hand, beyond the pages. */
function sentencesOf(outputs: Answers['outputs']): string[] {
	return [...new Set(outputs.flatMap(({ page, use, setting }) => [page ? [] : (use ?? []), setting ?? []].flat()))];
}

function printNotes(notes: Moving['notes'], terminal: Terminal): void {
	if (notes.length === 0) return;
	terminal.out(`\nTo check, as noted in bibfolio.yaml:\n${notes.map((note) => `  - ${visible(note)}\n`).join('')}`);
}

const nextSteps: readonly Step[] = [
	['npx bibfolio serve', 'preview the lists while you work'],
	['npx bibfolio check', 'find mistakes in the library'],
	['npx bibfolio build', 'build the lists again'],
];
