import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from '../../build.ts';
import { formats } from '../../formats/index.ts';
import type { ListSpec } from '../../lists/list.ts';
import { defaultList, defaultNumber } from '../../lists/list-defaults.ts';
import { parseWhere } from '../../lists/parse-where.ts';
import { searchQuery } from '../../lists/search-query.ts';
import type { Selector } from '../../lists/selector.ts';
import type { Project } from '../../project/project.ts';
import { defaultOutput } from '../../project/project-outputs.ts';
import { valueIn } from '../../text/value-in.ts';
import type { Command, ExitCode, OptionsOf, OptionTable } from '../command.ts';
import { listWriters } from '../list-writers.ts';
import { loadWithHelpers } from '../load.ts';
import { pluralize } from '../pluralize.ts';
import { exitCodeOf, printErrors, refuse } from '../problems.ts';
import { libraryOptions, messageOptions, selectOptions, sortOption } from '../shared-options.ts';
import type { Terminal } from '../terminal.ts';
import { suggestion, UsageError } from '../usage-error.ts';

/** Formats that templates render, without those of whole pages and documents. */
const renderedFormats = Object.values(formats).flatMap(({ name, main }) =>
	main === 'list' && !Object.hasOwn(listWriters, name) ? [name] : [],
);
const formatNames = [...Object.keys(listWriters), ...renderedFormats];

const options = {
	...libraryOptions,
	format: {
		type: 'string',
		alias: 'f',
		group: 'Output:',
		suggestions: formatNames,
		describe: `Output format: ${formatNames.join(', ')}`,
	},
	list: { type: 'string', alias: 'l', group: 'Lists:', describe: 'Only works of this list' },
	...selectOptions,
	...sortOption,
	limit: { type: 'number', group: 'Lists:', describe: 'Maximum number of works' },
	...messageOptions,
} as const satisfies OptionTable;

/** `bibfolio list`: searches the library in the terminal. */
export const listCommand: Command<typeof options> = {
	name: 'list',
	usage: '[words..]',
	summary: 'Search the library by words or conditions',
	files: 'Words, conditions such as year=2019.. or venue=journal, and .bib files (default: list all works)',
	options,
	examples: [
		['bibfolio list gait 2020', 'works that contain both words'],
		['bibfolio list venue=journal year=2019..', 'works that match both conditions'],
		['bibfolio list mine not keyword=xai --format keys', 'print one key per line'],
	],
	run: runList,
};

async function runList(
	{ list, where, selected, sort, limit, quiet, format = 'table', ...shared }: OptionsOf<typeof options>,
	words: readonly string[],
	terminal: Terminal,
): Promise<ExitCode> {
	if (!formatNames.includes(format)) {
		throw new UsageError(`Unknown format "${format}"`, suggestion(format, formatNames, 'Formats'));
	}
	const { files, query } = separateFiles(words, terminal.cwd);
	const selector = parseWhere(searchQuery(query));
	if ('error' in selector) throw new UsageError(selector.error, selector.hint ?? 'See bibfolio list --help');
	const projectOptions = { files, lists: list === undefined ? undefined : [list], where, selected, sort, limit };
	const { project, helpers, problems } = await loadWithHelpers(shared, projectOptions, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const result = build(withOneList(project, list, selector, format), { helpers });
	const works = result.lists.flatMap(({ items }) => items.map(({ publication }) => publication));
	printErrors(result.diagnostics, terminal);
	if (result.stops === null) {
		const write = valueIn(listWriters, format);
		const text = write ? write(works, result, terminal) : String(result.outputs[0]?.contents ?? '');
		if (works.length > 0 || format === 'json') terminal.out(text);
		const isCounted = format === 'table' && terminal.interactive;
		if (!quiet) terminal.err(summary(works.length, result.publications.length, isCounted));
	}
	return exitCodeOf(result.diagnostics);
}

/** Separates the files of the library from the query. A file ends in .bib, or is a path with a folder that exists. */
function separateFiles(words: readonly string[], cwd: string): { files: string[]; query: string } {
	const isFile = (word: string) =>
		word === '-' ||
		/\.bib(?:tex)?$/i.test(word) ||
		(/^[^=<>"]*[\\/][^=<>"]*$/.test(word) && existsSync(resolve(cwd, word)));
	return { files: words.filter(isFile), query: words.filter((word) => !isFile(word)).join(' ') };
}

/** The number of matches. A search without matches is always reported. */
function summary(matches: number, all: number, isCounted: boolean): string {
	if (matches === 0) return `No matches among ${pluralize(all, 'work')}\n`;
	if (!isCounted) return '';
	return matches === all ? `${pluralize(all, 'work')}\n` : `${matches} of ${pluralize(all, 'work')}\n`;
}

/** The project with a single list of the matching works, without sections. */
function withOneList(project: Project, id: string | undefined, query: Selector, format: string): Project {
	const named = project.lists.find((list) => list.id === id);
	const [configured = defaultList] = project.lists;
	const { where, sort, limit, names } = configured;
	// Without --list, the whole library is searched, not the first list of the configuration.
	const base: ListSpec = named ?? { ...defaultList, names, sort, limit, where };
	const spec: ListSpec = {
		...base,
		id: 'matches',
		title: null,
		note: null,
		where: { and: [...(base.where ? [base.where] : []), query] },
		sections: null,
		groupBy: [],
		number: { ...defaultNumber, order: 'none' },
		mergeVersions: named?.mergeVersions ?? false,
	};
	const outputs = renderedFormats.includes(format) ? [{ ...defaultOutput(spec.id, format, {}), path: '-' }] : [];
	return { ...project, lists: [spec], outputs, checks: { ...project.checks, 'list/empty': 'off' } };
}
