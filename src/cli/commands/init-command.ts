import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from '../../build.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { visible, visibleText } from '../../diagnostics/visible.ts';
import { createFile } from '../../output/create-file.ts';
import { writeOutputs } from '../../output/write-outputs.ts';
import { worksByPath } from '../build-summary.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { type Answers, askedAnswers, likelyAnswers, type PresetAnswers } from '../init-answers.ts';
import { type SitePages, sitePages, stepsText } from '../init-pages.ts';
import { tableText } from '../list-writers.ts';
import { load } from '../load.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printFindings, printProblems } from '../problems.ts';
import { asker, Cancelled } from '../prompts.ts';
import { messageOptions } from '../shared-options.ts';
import { configurationText } from '../survey/configuration.ts';
import { type Grouping, groupings } from '../survey/grouping.ts';
import { newLibraryText } from '../survey/new-library.ts';
import type { Step } from '../survey/recipes/recipe.ts';
import { type Survey, survey } from '../survey/survey.ts';
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
	const surveyed = survey(cwd, (path) => worksIn(path, cwd));
	const paths = files.map((path) => relative(cwd, resolve(cwd, path)).replaceAll('\\', '/'));
	const presets = { files: paths, owner: options.owner, grouping: options['group-by'] };
	const asks = terminal.asks && !options.yes;
	const answers = asks ? await ask(surveyed, presets) : likelyAnswers(surveyed, presets);
	if (!answers) return 1;
	const text = configurationText({ ...answers, schema: schemaAddress(terminal), locale: surveyed.locale });
	if (options['dry-run']) {
		terminal.out(text);
		return 0;
	}
	if (!asks && !options.quiet) terminal.out(foundLine(surveyed, answers));
	const { quiet = false } = options;
	return write(answers, text, surveyed, { quiet, asked: asks || options['group-by'] !== undefined }, terminal);
}

/** Asks the questions. Returns null if the user cancels. */
async function ask(surveyed: Survey, presets: PresetAnswers): Promise<Answers | null> {
	const prompts = asker();
	try {
		prompts.begin('bibfolio init');
		const answers = await askedAnswers(surveyed, presets, prompts);
		if (answers) prompts.end('Building the lists');
		else prompts.cancelled('Nothing was written');
		return answers;
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		prompts.cancelled('Nothing was written');
		return null;
	}
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
	readonly asked: boolean;
}

/** Writes the configuration, creates a missing library, builds the lists, and prints the next steps. */
function write(
	answers: Answers,
	text: string,
	{ existingPage }: Survey,
	{ quiet, asked }: Printing,
	terminal: Terminal,
): ExitCode {
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
		if (!asked) print(groupingLines[answers.grouping]);
		const pages = sitePages(answers.outputs, existingPage, cwd, report);
		pages.createRegions();
		if (!answers.isNew) return firstLists(answers, pages, quiet, terminal);
		if (!quiet) terminal.out(visibleText(pages.remaining()));
		const add = 'npx bibfolio add 10.1371/journal.pone.0130140';
		const steps: Step[] = [
			[add, `add an entry by its DOI, or paste entries into ${library}`],
			['npx bibfolio build', 'build the lists'],
			...answers.outputs.flatMap(({ steps = [] }) => steps),
		];
		if (!quiet) terminal.out(visibleText(stepsText(sentencesOf(answers), steps)));
	}
	printProblems(reported, terminal);
	return exitCodeOf(reported);
}

/** Works of the first list that are printed. */
const mostShown = 5;

function firstLists(answers: Answers, pages: SitePages, quiet: boolean, terminal: Terminal): ExitCode {
	const { project, problems } = load({ config: configurationName }, {}, terminal.cwd);
	if (!project) throw new Error(`the new configuration is invalid: ${problems[0]?.message}`);
	const result = build(project);
	const reported = [...result.diagnostics];
	const report: Report = (diagnostic) => reported.push(diagnostic);
	const written = result.stops ? [] : writeOutputs(result.outputs, project.root, report, result.files);
	// A page without its list would break the site.
	const created = written.length > 0 ? pages.createRest() : [];
	printFindings(reported, quiet, terminal);
	if (quiet) return exitCodeOf(reported);
	const works = worksByPath(result);
	const lists = written.map(({ path }) => (works.get(path) ? `${path} (${works.get(path)})` : path));
	for (const line of [...lists, ...created]) terminal.out(`Wrote ${visible(line)}\n`);
	const items = (result.lists[0]?.items ?? []).map(({ publication }) => publication);
	terminal.out(`\n${tableText(items.slice(0, mostShown), result, terminal)}`);
	if (items.length > mostShown) terminal.out(`… and ${items.length - mostShown} more: npx bibfolio list\n`);
	terminal.out(visibleText(pages.remaining()));
	const steps = [...answers.outputs.flatMap(({ steps = [] }) => steps), ...nextSteps];
	terminal.out(visibleText(stepsText(sentencesOf(answers), steps)));
	return exitCodeOf(reported);
}

/** What the user must do by hand, beyond the pages. */
function sentencesOf({ outputs }: Answers): string[] {
	return [...new Set(outputs.flatMap(({ page, use, setting }) => [page ? [] : (use ?? []), setting ?? []].flat()))];
}

const nextSteps: readonly Step[] = [
	['npx bibfolio serve', 'preview the lists while you work'],
	['npx bibfolio check', 'find mistakes in the library'],
	['npx bibfolio build', 'build the lists again'],
];
