import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { endingsOf, flavourNames, formats } from '../formats/index.ts';
import { fileStatus } from '../library/files/file-status.ts';
import { parseWhere } from '../lists/parse-where.ts';
import { specialFile } from '../output/special-files.ts';
import { lookNames } from '../render/looks.ts';
import { closestWord } from '../text/closest-word.ts';
import type { ListFile, ProjectFile, WhereFile } from './project-file.ts';
import { asArray } from './project-selectors.ts';

/** Options of the command line, which override the configuration. They are merged into its keys before it is read. */
export interface CommandLineOptions {
	/** Files, folders and globs of the library, relative to the current folder; `-` is standard input. */
	readonly files?: readonly string[];
	/** Folder for the outputs, or a single output file. */
	readonly out?: string;
	/** Names of formats. */
	readonly formats?: readonly string[];
	/** Flavour for outputs of a format that has it. */
	readonly flavour?: string;
	readonly look?: string;
	/** Ids of lists. */
	readonly lists?: readonly string[];
	/** People to highlight: 'Family, Given', followed by other names after `=`. */
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
	/** The template folder may be missing, because the command creates it. */
	readonly createsTemplates?: boolean;
	/** Folders outside the project that the configuration may name, too. */
	readonly allowOutside?: readonly string[];
	/** Also make PDFs. */
	readonly pdf?: boolean;
}

/** The options with paths relative to root; null after reporting an invalid option (`config/invalid`). */
export function checkOptions(
	options: CommandLineOptions,
	file: ProjectFile,
	cwd: string,
	root: string,
	report: Report,
): CommandLineOptions | null {
	const lists = Object.keys(listFiles(file));
	const templates =
		options.templates === undefined ? resolve(root, file.templates ?? 'templates') : resolve(cwd, options.templates);
	const problems = [
		...(options.formats ?? []).flatMap((format) => unknownName('format', '--format', format, Object.keys(formats))),
		...(options.flavour === undefined ? [] : unknownName('flavour', '--flavour', options.flavour, flavourNames)),
		...(options.look === undefined ? [] : unknownName('look', '--look', options.look, lookNames(templates))),
		...(options.lists ?? []).flatMap((list) => unknownName('list', '--list', list, lists)),
	];
	for (const words of options.highlight ?? []) {
		if (!/[\p{L}\p{N}]/u.test(words.split('=')[0] ?? ''))
			problems.push(
				diagnostic('config/invalid', 'Missing name after --highlight', {
					hint: 'Add a name, for example --highlight "Lapuschkin, Sebastian"',
				}),
			);
	}
	const where = options.where === undefined ? null : parseWhere(options.where);
	if (where && 'error' in where)
		problems.push(diagnostic('config/invalid', `${where.error} in --where`, { hint: where.hint ?? undefined }));
	if (options.out === '-')
		problems.push(
			diagnostic('config/invalid', 'Cannot write to standard output with --out', {
				hint: 'Use build --stdout to print one list',
			}),
		);
	else if (options.out !== undefined && !(options.pdf && /\.pdf$/i.test(options.out)))
		problems.push(...unknownExtension(options.out, cwd));
	const special =
		options.out === undefined ? null : specialFile(options.out, resolve(cwd, options.out), { isFolder: true });
	if (special) problems.push(special);
	for (const problem of problems) report(problem);
	if (problems.length) return null;
	const fromRoot = (path: string) => slashed(path === '-' || cwd === root ? path : relative(root, resolve(cwd, path)));
	return {
		...options,
		...(options.files && { files: options.files.map(fromRoot) }),
		...(options.out !== undefined && { out: fromRoot(options.out) + (/[\\/]$/.test(options.out) ? '/' : '') }),
		...(options.templates !== undefined && { templates: fromRoot(options.templates) }),
		...(options.allowOutside && { allowOutside: options.allowOutside.map(fromRoot) }),
	};
}

/** Reports an extension of another kind of document. Folders (existing, or with a slash at the end) may have any name. */
function unknownExtension(out: string, cwd: string): Diagnostic[] {
	const extension = /\.(?:pdf|docx?|odt|rtf|ya?ml|csv|bib|rst|adoc|org|pptx?|xlsx?)$/i.exec(out)?.[0];
	const extensions = [...new Set(Object.values(formats).flatMap(endingsOf))].filter((name) => name !== '/');
	if (!extension || extensions.includes(extension.toLowerCase()) || fileStatus(resolve(cwd, out))?.isDirectory())
		return [];
	const use = /pdf/i.test(extension) ? 'Add --pdf to make a PDF, or use' : 'Use';
	const hint = `${use} one of: ${extensions.join(', ')}; for a folder of this name, use "${out}/"`;
	return [diagnostic('config/invalid', `Unknown file extension "${extension}" in --out`, { hint })];
}

/** The format of files with an ending: 'markdown' for 'md' and '.md'. */
function sameEnding(noun: string, name: string): string | null {
	const ending = `.${name.replace(/^\./, '').toLowerCase()}`;
	const format =
		noun === 'format' ? Object.values(formats).find((each) => endingsOf(each).includes(ending)) : undefined;
	return format?.name ?? null;
}

function unknownName(noun: string, option: string, name: string, knownNames: readonly string[]): Diagnostic[] {
	if (knownNames.includes(name)) return [];
	const near = sameEnding(noun, name) ?? closestWord(name, knownNames);
	const hint =
		option === '--format' && /^pdf$/i.test(name)
			? 'Use --pdf to make a PDF'
			: near
				? `Did you mean "${near}"?`
				: `Use one of: ${knownNames.join(', ')}`;
	return [diagnostic('config/invalid', `Unknown ${noun} "${name}" in ${option}`, { hint })];
}

/** The list of all works, which an output can name without configuring it. */
export const listOfAll = 'all';

/** The configured lists, or a default one; and the list of all works if an output names it. */
function listFiles({ lists = { publications: {} }, outputs = [] }: ProjectFile): Record<string, ListFile> {
	const isNamed = asArray(outputs).some((output) => typeof output !== 'string' && output.list === listOfAll);
	return isNamed && !Object.hasOwn(lists, listOfAll) ? { ...lists, [listOfAll]: {} } : lists;
}

/** Merges the options into the configuration. */
export function withOptions(file: ProjectFile, options: CommandLineOptions): ProjectFile {
	const lists = Object.entries(listFiles(file));
	return {
		...file,
		...(options.files?.length && { library: [...options.files] }),
		...(options.title !== undefined && { title: options.title }),
		...(options.locale !== undefined && { locale: options.locale }),
		...(options.templates !== undefined && { templates: options.templates }),
		lists: Object.fromEntries(lists.map(([id, list]) => [id, listWith(list, options)])),
	};
}

function listWith(list: ListFile, options: CommandLineOptions): ListFile {
	const selectors: WhereFile[] = [
		...(list.where === undefined ? [] : [list.where]),
		...(options.where === undefined ? [] : [options.where]),
		...(options.selected ? [{ selected: true }] : []),
	];
	const { sections, ...rest } = list;
	return {
		...rest,
		...(sections && !options.groupBy && { sections }),
		...(options.title !== undefined && { title: options.title }),
		...(selectors.length && { where: selectors.length === 1 ? selectors[0] : { and: selectors } }),
		...(options.groupBy && { 'group-by': [...options.groupBy] }),
		...(options.sort && { sort: [...options.sort] }),
		...(options.number && { number: { scope: 'list', ...numberOf(list), order: options.number } }),
		...(options.limit !== undefined && { limit: options.limit }),
	};
}

function numberOf({ number }: ListFile): object {
	return typeof number === 'object' ? number : {};
}

/** A path with forward slashes, as shown on all systems. */
export function slashed(path: string): string {
	return sep === '/' ? path : path.replaceAll(sep, '/');
}
