import { resolve } from 'node:path';
import { type BuildResult, build } from '../../build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseWhere } from '../../lists/parse-where.ts';
import { matches, type Selector } from '../../lists/selector.ts';
import { writeOutputs } from '../../output/write-outputs.ts';
import type { Publication } from '../../publications/publication.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { bibtexText, cslJsonText } from '../list-writers.ts';
import { load } from '../load.ts';
import { exitCodeOf, printErrors, refuse } from '../problems.ts';
import { libraryOptions, messageOptions, selectOptions } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
	...libraryOptions,
	format: {
		type: 'string',
		alias: 'f',
		choices: ['csl-json', 'bibtex'],
		group: 'Output:',
		describe: 'Output format (default: csl-json; bibtex if --out ends in .bib)',
	},
	out: { type: 'string', alias: 'o', group: 'Output:', describe: 'Output file (default: standard output)' },
	list: { type: 'string', alias: 'l', group: 'Lists:', describe: 'Only works of this list, in its order' },
	...selectOptions,
	...messageOptions,
} as const satisfies OptionTable;

type ExportOptions = OptionsOf<typeof options>;

/** `bibfolio export`: writes works as data for other programs. */
export const exportCommand: Command<typeof options> = {
	name: 'export',
	usage: '[files..]',
	summary: 'Export works as CSL-JSON, or as BibTeX without private fields',
	files: 'Library: .bib files, folders, globs, or - for standard input (overrides the configuration)',
	options,
	examples: [
		['bibfolio export papers.bib > papers.json', 'write CSL-JSON for pandoc, Zotero or citeproc'],
		[
			'bibfolio export --format bibtex --where "person=lapuschkin-sebastian"',
			'write the entries as they are in the library',
		],
	],
	run: runExport,
};

async function runExport(options: ExportOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { list, where, selected, out } = options;
	if (out === '-') throw new UsageError('Cannot write to standard output with --out', 'Omit --out');
	const projectOptions = { files, lists: list === undefined ? undefined : [list], where, selected };
	const { project, problems } = load(options, projectOptions, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const result = build({ ...project, outputs: [] });
	const reported: Diagnostic[] = [...result.diagnostics];
	if (result.stops === null) {
		const format = options.format ?? (out?.endsWith('.bib') ? 'bibtex' : 'csl-json');
		const works = worksOf(result, options);
		const contents = format === 'bibtex' ? bibtexText(works, result) : cslJsonText(works, result);
		// The export must not overwrite a file that the build read.
		const inputs = result.files.map((file) => resolve(project.root, file));
		if (out === undefined) terminal.out(contents);
		else writeOutputs([{ path: out, contents }], terminal.cwd, (diagnostic) => reported.push(diagnostic), inputs);
	}
	printErrors(reported, terminal);
	return exitCodeOf(reported);
}

/** The works of `--list` in its order, each followed by its versions; otherwise all matching works in file order. */
function worksOf({ lists, publications, highlights }: BuildResult, options: ExportOptions): readonly Publication[] {
	if (options.list !== undefined) {
		const items = lists.find(({ id }) => id === options.list)?.items ?? [];
		return items.flatMap(({ publication }) => [publication, ...publication.versions]);
	}
	const where = options.where === undefined ? {} : parseWhere(options.where);
	const selector: Selector = 'error' in where ? {} : where;
	return publications.filter(
		(work) => !work.hidden && (!options.selected || work.selected) && matches(selector, work, highlights),
	);
}
