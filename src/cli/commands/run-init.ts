import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from '../../build.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { createFile } from '../../output/create.ts';
import { writeOutputs } from '../../output/write.ts';
import type { ExitCode } from '../command.ts';
import { type Answers, askedAnswers, likelyAnswers } from '../init-answers.ts';
import { listWriters } from '../list-writers.ts';
import { exitCodeOf, load, several } from '../load.ts';
import { asker, Cancelled } from '../prompts.ts';
import { type Beginning, configurationText } from '../survey/configuration.ts';
import { emptyLibraryText } from '../survey/empty-library.ts';
import { type Survey, survey } from '../survey/survey.ts';
import type { Terminal } from '../terminal.ts';
import type { InitOptions } from './init-command.ts';
import { explain } from './run-build.ts';

const name = 'bibfolio.yaml';

/** From a folder to its first lists: looks around, asks where it is not sure, writes the configuration, builds. */
export async function runInit(options: InitOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { cwd } = terminal;
	const old = [name, 'bibfolio.yml'].find((path) => existsSync(join(cwd, path)));
	if (old) {
		terminal.err(`${old} is there already and stays as it is; bibfolio build makes its lists\n`);
		return 1;
	}
	const missing = files.filter((path) => !existsSync(resolve(cwd, path)));
	if (missing.length) {
		terminal.err(`There is no file ${missing.join(', ')}\n`);
		return 2;
	}
	const found = survey(cwd, (path) => worksIn(path, cwd));
	const told = {
		files: files.map((path) => relative(cwd, resolve(cwd, path)).replaceAll('\\', '/')),
		owner: options.owner,
	};
	const asks = terminal.asks && !options.yes;
	const answers = asks ? await asked(found, told) : likelyAnswers(found, told);
	if (!answers) return 1;
	const text = configurationText(beginningOf(answers, found, terminal));
	if (options['dry-run']) {
		terminal.out(text);
		return 0;
	}
	if (!asks && !options.quiet) terminal.out(foundWords(found, answers));
	return perform(answers, text, options, terminal);
}

/** Null when the person gave up: nothing was written then, and they are told so. */
async function asked(found: Survey, told: Parameters<typeof likelyAnswers>[1]): Promise<Answers | null> {
	const ask = await asker();
	try {
		ask.begin('bibfolio init');
		const answers = await askedAnswers(found, told, ask);
		if (answers) ask.end('Making the lists');
		else ask.cancelled('Nothing was written');
		return answers;
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		ask.cancelled('Nothing was written');
		return null;
	}
}

function worksIn(path: string, cwd: string) {
	const { project } = load(undefined, { files: [path] }, cwd);
	return project ? build({ ...project, root: cwd, library: [path], outputs: [] }).publications : [];
}

function beginningOf(answers: Answers, { locale }: Survey, terminal: Terminal): Beginning {
	const { owner, library, outputs } = answers;
	return {
		schema: schemaPlace(terminal),
		library,
		owner: owner?.name ?? null,
		aliases: owner?.aliases ?? [],
		orcid: owner?.orcid ?? null,
		locale,
		outputs,
	};
}

/** The schema of the package that is installed here; else, as for npx, where published packages are served. */
function schemaPlace({ cwd, version }: Terminal): string {
	const path = 'node_modules/bibfolio/dist/bibfolio.schema.json';
	for (let folder = cwd, up = './'; ; folder = dirname(folder), up = up === './' ? '../' : `../${up}`) {
		if (existsSync(join(folder, path))) return up + path;
		if (folder === dirname(folder)) return `https://unpkg.com/bibfolio@${version}/dist/bibfolio.schema.json`;
	}
}

function foundWords({ libraries, outputs }: Survey, { library }: Answers): string {
	const files = libraries
		.filter(({ path }) => library.includes(path))
		.map(({ path, publications }) => `${path} (${several(publications.length, 'work')})`);
	const places = [...new Set(outputs.flatMap((one) => one.found || []))];
	const all = [...files, ...places];
	return all.length ? `Found ${all.join(', ')}\n` : '';
}

/** Writes the configuration, begins a library if there is none, makes the lists, and says how to go on. */
function perform(answers: Answers, text: string, { quiet = false }: InitOptions, terminal: Terminal): ExitCode {
	const { cwd } = terminal;
	const found: Diagnostic[] = [];
	const report: Report = (one) => found.push(one);
	const say = (line: string) => {
		if (!quiet) terminal.out(`${line}\n`);
	};
	const [library = ''] = answers.library;
	const begun = answers.begins ? createFile(library, emptyLibraryText, cwd, report) : 'there';
	if (begun !== 'failed' && createFile(name, text, cwd, report) === 'created') {
		if (begun === 'created') say(`Wrote ${library}, with an example in a comment`);
		const { owner } = answers;
		const whose = owner ? `, the lists of ${owner.name}${owner.count ? ` (${several(owner.count, 'work')})` : ''}` : '';
		say(`Wrote ${name}${whose}`);
		if (!answers.begins) return firstLists(answers, quiet, terminal);
		say(
			`\nNext\n  npx bibfolio add 10.1371/journal.pone.0130140   an entry by its DOI, or paste entries into ${library}`,
		);
		say('  npx bibfolio build   makes the lists');
	}
	const { version, colour } = terminal;
	terminal.err(printDiagnostics(found, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	return exitCodeOf(found);
}

/** So many works are shown. */
const shown = 5;

function firstLists({ outputs }: Answers, quiet: boolean, terminal: Terminal): ExitCode {
	const { project, problems } = load(name, {}, terminal.cwd);
	if (!project) throw new Error(`the configuration it wrote is not one: ${problems[0]?.message}`);
	const result = build(project);
	const found = [...result.diagnostics];
	const written = result.stops
		? []
		: writeOutputs(result.outputs, project.root, (one) => found.push(one), result.files);
	explain(found, { quiet }, terminal);
	if (quiet) return exitCodeOf(found);
	const works = new Map(result.outputs.map(({ path, list }) => [path, list.items.length]));
	for (const { path } of written) terminal.out(`Wrote ${path} (${several(works.get(path) ?? 0, 'work')})\n`);
	const items = (result.lists[0]?.items ?? []).map(({ publication }) => publication);
	terminal.out(`\n${listWriters['table']?.(items.slice(0, shown), result, terminal)}`);
	if (items.length > shown) terminal.out(`… and ${items.length - shown} more: npx bibfolio list\n`);
	const uses = outputs.flatMap(({ use }) => use ?? []);
	const lines = [...new Set(uses), ...nextSteps];
	terminal.out(`\nNext\n${lines.map((line) => `  ${line}\n`).join('')}`);
	return exitCodeOf(found);
}

const nextSteps = [
	'npx bibfolio serve   shows the lists while you work',
	'npx bibfolio check   looks for mistakes in the library',
	'npx bibfolio build   makes the lists again',
];
