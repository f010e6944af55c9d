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
