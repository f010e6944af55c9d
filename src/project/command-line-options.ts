import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { endingsOf, flavourNames, formats } from '../formats/index.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { parseWhere } from '../lists/parse-where.ts';
import { nearest } from '../text/closest-word.ts';
import type { ListFile, ProjectFile, WhereFile } from './project-file.ts';

/**
 * What the command line may say; what it does not say stays as the configuration has it. All of it becomes the
 * configuration's own keys, so there is one way from there to a project.
 */
export interface CommandLineOptions {
	/** Files, folders and globs of the library, relative to the current folder; `-` is standard input. */
	readonly files?: readonly string[];
	/** A folder for the outputs, or one file to write. */
	readonly out?: string;
	/** Names of formats. */
	readonly formats?: readonly string[];
	/** A flavour of a format, for the outputs of that format. */
	readonly flavour?: string;
	/** Ids of lists. */
	readonly lists?: readonly string[];
	/** People to mark: 'Family, Given', other names of the same person after `=`. */
	readonly highlight?: readonly string[];
	readonly title?: string;
	readonly locale?: string;
	readonly where?: string;
	readonly selected?: boolean;
	readonly groupBy?: readonly string[];
	readonly sort?: readonly string[];
	readonly number?: 'up' | 'down' | 'none';
	readonly limit?: number;
	readonly templates?: string;
	/** PDFs are wanted, too. */
	readonly pdf?: boolean;
}

/** The options with their paths counted from root; null, reported, when one of them names nothing there is. */
export function checkOptions(
	options: CommandLineOptions,
	file: ProjectFile,
	cwd: string,
	root: string,
	report: Report,
): CommandLineOptions | null {
	const lists = Object.keys(file.lists ?? { publications: {} });
	const problems = [
		...(options.formats ?? []).flatMap((format) => unknown('format', '--format', format, Object.keys(formats))),
		...(options.flavour === undefined ? [] : unknown('flavour', '--flavour', options.flavour, flavourNames)),
		...(options.lists ?? []).flatMap((list) => unknown('list', '--list', list, lists)),
	];
	for (const words of options.highlight ?? []) {
		if (/^\s*(?:=|$)/.test(words))
			problems.push(
				diagnostic('config/invalid', 'Missing name after --highlight', {
					hint: 'Add a name, for example --highlight "Lapuschkin, Sebastian"',
				}),
			);
	}
	const where = options.where === undefined ? null : parseWhere(options.where);
	if (where && 'error' in where)
		problems.push(diagnostic('config/invalid', `${where.error} in --where`, { hint: where.hint ?? undefined }));
	if (options.out !== undefined && !(options.pdf && /\.pdf$/i.test(options.out)))
		problems.push(...otherDocument(options.out, cwd));
	for (const problem of problems) report(problem);
	if (problems.length) return null;
	const here = (path: string) => slashed(path === '-' || cwd === root ? path : relative(root, resolve(cwd, path)));
	return {
		...options,
		...(options.files && { files: options.files.map(here) }),
		...(options.out !== undefined && { out: here(options.out) + (/[\\/]$/.test(options.out) ? '/' : '') }),
		...(options.templates !== undefined && { templates: here(options.templates) }),
	};
}

/** Reports the name of a document that no format writes. An existing folder, or a path ending in a slash, may have it. */
function otherDocument(out: string, cwd: string): Diagnostic[] {
	const ending = /\.(?:pdf|docx?|odt|rtf|ya?ml|csv|bib|rst|adoc|org|pptx?|xlsx?)$/i.exec(out)?.[0];
	const endings = [...new Set(Object.values(formats).flatMap(endingsOf))].filter((one) => one !== '/');
	if (!ending || endings.includes(ending.toLowerCase()) || fileStatus(resolve(cwd, out))?.isDirectory()) return [];
	const use = /pdf/i.test(ending) ? 'Add --pdf to make a PDF, or use' : 'Use';
	const hint = `${use} one of: ${endings.join(', ')}; for a folder of this name, use "${out}/"`;
	return [diagnostic('config/invalid', `Unknown file extension "${ending}" in --out`, { hint })];
}

function unknown(what: string, where: string, name: string, known: readonly string[]): Diagnostic[] {
	if (known.includes(name)) return [];
	const near = nearest(name, known);
	const hint = near ? `Did you mean "${near}"?` : `Use one of: ${known.join(', ')}`;
	return [diagnostic('config/invalid', `Unknown ${what} "${name}" in ${where}`, { hint })];
}

/** The configuration with the options put into it. */
export function withOptions(file: ProjectFile, options: CommandLineOptions): ProjectFile {
	const lists = Object.entries(file.lists ?? { publications: {} });
	const people = [...(file.people ?? []), ...(options.highlight ?? []).map(personOf)];
	return {
		...file,
		people,
		...(options.files?.length && { library: [...options.files] }),
		...(options.title !== undefined && { title: options.title }),
		...(options.locale !== undefined && { locale: options.locale }),
		...(options.templates !== undefined && { templates: options.templates }),
		lists: Object.fromEntries(lists.map(([id, list]) => [id, listWith(list, options)])),
	};
}

function listWith(list: ListFile, options: CommandLineOptions): ListFile {
	const and: WhereFile[] = [
		...(list.where === undefined ? [] : [list.where]),
		...(options.where === undefined ? [] : [options.where]),
		...(options.selected ? [{ selected: true }] : []),
	];
	const { sections, ...rest } = list;
	return {
		...rest,
		...(sections && !options.groupBy && { sections }),
		...(options.title !== undefined && { title: options.title }),
		...(and.length && { where: and.length === 1 ? and[0] : { and } }),
		...(options.groupBy && { 'group-by': [...options.groupBy] }),
		...(options.sort && { sort: [...options.sort] }),
		...(options.number && { number: { ...numberOf(list), order: options.number } }),
		...(options.limit !== undefined && { limit: options.limit }),
	};
}

function numberOf({ number }: ListFile): object {
	return typeof number === 'object' ? number : {};
}

/** 'Lapuschkin, Sebastian = Bach, Sebastian': a person and the other names they published under. */
function personOf(words: string): { name: string; aliases: string[]; role: string } {
	const [name = '', ...aliases] = words.split('=').map((part) => part.trim());
	return { name, aliases: aliases.filter(Boolean), role: 'owner' };
}

/** Paths are shown with forward slashes on every system. */
export function slashed(path: string): string {
	return sep === '/' ? path : path.replaceAll(sep, '/');
}
