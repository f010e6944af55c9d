import type { ListFile, ProjectFile } from '../../../project/project-file.ts';
import type { Proposal } from '../sites.ts';

/** The settings that another tool left in a folder, as settings of Bibfolio. */
export interface MovedSettings {
	/** The tool and its configuration: 'jekyll-scholar (_config.yml)'. */
	readonly tool: string;
	/** Files and globs; empty if the tool names none that exists. */
	readonly library: readonly string[];
	/** 'Family, Given'; null if no owner is named. */
	readonly owner: string | null;
	readonly aliases: readonly string[];
	readonly orcid: string | null;
	/** Further keys of `bibfolio.yaml`. */
	readonly settings: readonly Setting[];
	/** The lists by id; the first is the default. Empty for Bibfolio's own list. */
	readonly lists: readonly MovedList[];
	/** The outputs that take the place of those of the tool; null for the usual ones of the site. */
	readonly outputs: readonly Proposal[] | null;
	/** Parts of the user's files to replace. */
	readonly replacements: readonly MovedPart[];
	/** What has no counterpart, and what remains to be done: one sentence each, without a full stop. */
	readonly notes: readonly string[];
}

/** A value with a comment that explains it: one line. */
export interface Commented<Value> {
	readonly comment: string;
	readonly value: Value;
}

/** A key of `bibfolio.yaml`. */
export interface Setting extends Commented<unknown> {
	readonly key: keyof ProjectFile;
}

/** A list of `bibfolio.yaml`. */
export interface MovedList extends Commented<ListFile> {
	readonly id: string;
}

/** A part of a user's file that a list replaces, or a text to insert. */
export interface MovedPart {
	/** Relative to the folder. */
	readonly file: string;
	/** One-based. */
	readonly line: number;
	/** UTF-16 offsets, end exclusive. */
	readonly start: number;
	readonly end: number;
	/** The text there now. */
	readonly written: string;
	/** Id of the list that the new text includes; null if it includes none. */
	readonly list: string | null;
	/** The new text, from the lines that show the list. */
	write(lines: readonly string[]): string;
}

/** The empty settings, to be completed by a tool. */
export const noSettings: Omit<MovedSettings, 'tool'> = {
	library: [],
	owner: null,
	aliases: [],
	orcid: null,
	settings: [],
	lists: [],
	outputs: null,
	replacements: [],
	notes: [],
};
