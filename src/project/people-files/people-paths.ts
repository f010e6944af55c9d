import { basename, dirname, resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { fileStatus } from '../../library/files/file-status.ts';
import { filesMatching, isGlob } from '../../library/files/read-sources.ts';

const extensions = ['md', 'yaml', 'yml', 'csv', 'tsv'];
const fileName = new RegExp(`\\.(?:${extensions.join('|')})$`, 'i');

/** A row of `people` that names files. */
export interface PeopleSource {
	/** The path or glob to read and to watch, relative to root. */
	readonly pattern: string;
	/** Relative to root, by name. */
	readonly files: readonly string[];
}

/**
 * The files that a text under `people` names: a file of a known kind, a glob, or a folder, whose pages and data are read. Null for
 * the name of a person. Reports a glob or folder without files at `span`.
 */
export function peopleSource(text: string, root: string, span: Span | undefined, report: Report): PeopleSource | null {
	const isFolder = fileStatus(resolve(root, text))?.isDirectory() ?? false;
	if (!isFolder && !fileName.test(text) && !/^\S*\/\S*$/.test(text)) return null;
	if (!isFolder && !isGlob(text)) return { pattern: text, files: [text] };
	const folder = text.replace(/[/\\]+$/, '');
	const pattern = isFolder ? `${folder}/{*,*/_index,*/index}.{${extensions.join(',')}}` : text;
	const files = filesMatching(pattern, root, report) ?? [];
	const people = files.filter((file) => isPeopleFile(file, isFolder ? folder : null));
	if (people.length === 0) report(noFiles(text, isFolder, span));
	return { pattern, files: people };
}

function noFiles(text: string, isFolder: boolean, span: Span | undefined): Diagnostic {
	const message = isFolder ? `Folder "${text}" contains no files with people` : `Pattern "${text}" matches no files`;
	const hint = isFolder
		? 'Use a folder with .md, .yaml or .csv files'
		: 'Check the pattern, which is relative to bibfolio.yaml';
	return diagnostic('file/missing', message, { span, hint });
}

/** A folder may also contain a page about itself, and one for developers. */
function isPeopleFile(file: string, folder: string | null): boolean {
	if (!fileName.test(file) || /^readme\./i.test(basename(file))) return false;
	return folder === null || dirname(file) !== folder || !/^_?index\.md$/i.test(basename(file));
}
