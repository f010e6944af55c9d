import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from '../../build.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { formats } from '../../formats/index.ts';
import { defaultList, defaultNumber } from '../../lists/defaults.ts';
import { freeWords } from '../../lists/free-words.ts';
import type { ListSpec } from '../../lists/list.ts';
import { parseWhere } from '../../lists/parse-where.ts';
import type { Selector } from '../../lists/where.ts';
import type { Project } from '../../project/project.ts';
import { outputSpec } from '../../project/project-outputs.ts';
import { nearest } from '../../text/closest-word.ts';
import type { ExitCode } from '../command.ts';
import { listWriters } from '../list-writers.ts';
import { exitCodeOf, loadWithHelpers, refuse, several } from '../load.ts';
import type { Terminal } from '../terminal.ts';
import type { ListOptions } from './list-command.ts';

/** Shows the works that the words take. */
export async function runList(options: ListOptions, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { list, where, selected, sort, limit, quiet } = options;
	const format = options.format ?? 'table';
	const refused = (message: string, hint: string): ExitCode => {
		terminal.err(`${message}\n${hint}\n`);
		return 2;
	};
	const names = [...Object.keys(listWriters), ...rendered()];
	if (!names.includes(format)) {
		const near = nearest(format, names);
		return refused(`Unknown format ${format}`, near ? `Did you mean ${near}?` : `There are ${names.join(', ')}`);
	}
	const { files, sought } = divided(words, terminal.cwd);
	const query = parseWhere(freeWords(sought));
	if ('error' in query) return refused(query.error, query.hint ?? 'See bibfolio list --help');
	const given = { files, lists: list === undefined ? undefined : [list], where, selected, sort, limit };
	const { project, helpers, problems } = await loadWithHelpers(options.config, given, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const result = build(listing(project, list, query, format), { helpers });
	const works = result.lists.flatMap(({ items }) => items.map(({ publication }) => publication));
	const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
	const { version, colour } = terminal;
	terminal.err(printDiagnostics(errors, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	if (result.stops === null) {
		const write = listWriters[format];
		const text = write ? write(works, result, terminal) : (result.outputs[0]?.contents ?? '');
		if (works.length > 0 || format === 'json') terminal.out(text);
		if (!quiet)
			terminal.err(summary(works.length, result.publications.length, format === 'table' && terminal.interactive));
	}
	return exitCodeOf(result.diagnostics);
}

/** Files of the library, and what is sought. A file ends in .bib, or is a path with a folder in it that is there. */
function divided(words: readonly string[], cwd: string): { files: string[]; sought: string } {
	const isFile = (word: string) =>
		word === '-' ||
		/\.bib(?:tex)?$/i.test(word) ||
		(/^[^=<>"]*[\\/][^=<>"]*$/.test(word) && existsSync(resolve(cwd, word)));
	return { files: words.filter(isFile), sought: words.filter((word) => !isFile(word)).join(' ') };
}

/** How many works there are of how many: always worth a line when there are none. */
function summary(found: number, all: number, wanted: boolean): string {
	if (found === 0) return `No work of ${all} matches\n`;
	if (!wanted) return '';
	return found === all ? `${several(all, 'work')}\n` : `${found} of ${several(all, 'work')}\n`;
}

/** Formats in which works can be rendered; a whole page is for a file. */
function rendered(): string[] {
	return Object.values(formats).flatMap(({ name, main }) => (main === 'list' && !(name in listWriters) ? [name] : []));
}

/** The project with one list, of what is sought, and no sections in it. */
function listing(project: Project, id: string | undefined, query: Selector, format: string): Project {
	const named = project.lists.find((list) => list.id === id);
	const [configured = defaultList] = project.lists;
	const { where, sort, limit, names } = configured;
	// Without --list the library is looked through, not the first list of the configuration.
	const base: ListSpec = named ?? { ...defaultList, names, sort, limit, where };
	const spec: ListSpec = {
		...base,
		id: 'found',
		title: null,
		note: null,
		where: { and: [...(base.where ? [base.where] : []), query] },
		sections: null,
		groupBy: [],
		number: { ...defaultNumber, order: 'none' },
		mergeVersions: named?.mergeVersions ?? false,
	};
	const outputs = rendered().includes(format) ? [{ ...outputSpec(spec.id, format, {}), path: '-' }] : [];
	return { ...project, lists: [spec], outputs, checks: { ...project.checks, 'list/empty': 'off' } };
}
