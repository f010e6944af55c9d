import { resolve } from 'node:path';
import { type BuildResult, build } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { publishedLibrary } from '../../library/published-bibtex.ts';
import { parseWhere } from '../../lists/parse-where.ts';
import { matches, type Selector } from '../../lists/where.ts';
import { writeOutputs } from '../../output/write.ts';
import { cslItem } from '../../publications/csl/csl-item.ts';
import type { Publication } from '../../publications/publication.ts';
import type { ExitCode } from '../command.ts';
import { exitCodeOf, load, refuse } from '../load.ts';
import type { Terminal } from '../terminal.ts';
import type { ExportOptions } from './export-command.ts';

/** Gives the works selected to standard output or a file. */
export async function runExport(
	options: ExportOptions,
	files: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	const { list, where, selected, out } = options;
	const { project, problems } = load(
		options.config,
		{ files, lists: list === undefined ? undefined : [list], where, selected },
		terminal.cwd,
	);
	if (!project) return refuse(problems, terminal);
	const result = build({ ...project, outputs: [] });
	const found: Diagnostic[] = [...result.diagnostics];
	if (result.stops === null) {
		const format = options.format ?? (out?.endsWith('.bib') ? 'bibtex' : 'csl-json');
		const contents = writers[format](worksOf(result, options), result);
		if (out === undefined) terminal.out(contents);
		else writeOutputs([{ path: out, contents }], terminal.cwd, (one) => found.push(one), absolute(result));
	}
	const errors = found.filter(({ severity }) => severity === 'error');
	const { version, colour } = terminal;
	terminal.err(printDiagnostics(errors, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	return exitCodeOf(found);
}

type Writer = (works: readonly Publication[], result: BuildResult) => string;

const writers: Readonly<Record<NonNullable<ExportOptions['format']>, Writer>> = {
	'csl-json': (works) =>
		`${JSON.stringify(
			works.map((work) => cslItem(work)),
			null,
			2,
		)}\n`,
	bibtex: (works, { library, project }) =>
		publishedLibrary(
			works.map(({ entry }) => entry),
			library,
			project.privateFields,
		),
};

/** The works of a list in its order, each with its versions; without a list those selected, in the order of the files. */
function worksOf({ lists, publications, highlights }: BuildResult, options: ExportOptions): readonly Publication[] {
	if (options.list !== undefined)
		return (lists.find(({ id }) => id === options.list)?.items ?? []).flatMap(({ publication }) => [
			publication,
			...publication.versions,
		]);
	const where = options.where === undefined ? {} : parseWhere(options.where);
	const selector: Selector = 'error' in where ? {} : where;
	return publications.filter(
		(work) => !work.hidden && (!options.selected || work.selected) && matches(selector, work, highlights),
	);
}

/** The files a build read, as absolute paths: an export overwrites none of them. */
function absolute({ files, project }: BuildResult): string[] {
	return files.map((file) => resolve(project.root, file));
}
