import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Entry, Field } from '../../library/entry.ts';
import { decodeAddress, looksLikeAddress } from '../identifiers/url-safety.ts';
import { splitLinks } from './link-values.ts';

/** The folder of the files that fields name, and its address on the site. */
export interface FileRow {
	/** Lower-case field names; `*` as a suffix (`url_*`) is allowed. */
	readonly fields: readonly string[];
	/** Relative to the project's root, without a slash at the end. */
	readonly folder: string;
	/** With a slash at the end: `/assets/pdf/`. */
	readonly url: string;
}

/** Whether a value is an address by itself: it has a scheme, a host, or starts like a path. */
export function isAddress(target: string): boolean {
	return looksLikeAddress(target) || /^[a-z][a-z\d+.-]*:|^\/|^\.\.?\//i.test(target);
}

/** False for words such as `presentation = {Oral}`: a relative address has a path, an extension or a fragment. */
export function isTarget(target: string): boolean {
	return isAddress(target) || /[/#?]|\.[a-z\d]{1,5}$/i.test(target);
}

/** The address of a file that a field names without its folder; any other value as it is. */
export function withFolder(target: string, field: string, rows: readonly FileRow[]): string {
	const row = isAddress(target) || !isTarget(target) ? null : rowOf(field, rows);
	return row ? row.url + target : target;
}

function rowOf(field: string, rows: readonly FileRow[]): FileRow | null {
	const isMatch = (name: string) => (name.endsWith('*') ? field.startsWith(name.slice(0, -1)) : field === name);
	return rows.find(({ fields }) => fields.some(isMatch)) ?? null;
}

/** A file that a field names, relative to the folder of its row. */
interface NamedFile {
	readonly field: Field;
	readonly row: FileRow;
	readonly name: string;
}

/**
 * Reports the files that fields name and that do not exist (`link/missing-file`). A missing folder is reported once, at the
 * first field.
 *
 * @param exists tells whether a path exists, relative to the project's root
 */
export function reportMissingFiles(
	entries: readonly Entry[],
	rows: readonly FileRow[],
	exists: (path: string) => boolean,
	report: Report,
): void {
	if (rows.length === 0) return;
	const files = entries.flatMap(({ fields }) => [...fields.values()].flatMap((field) => filesIn(field, rows)));
	for (const row of rows) {
		const named = files.filter((file) => file.row === row);
		const [first] = named;
		if (first && !exists(row.folder)) {
			const count = named.length === 1 ? 'a file' : `${named.length} files`;
			const hint = 'Create the folder, or correct "folder" under "files" in bibfolio.yaml';
			report(
				diagnostic('link/missing-file', `Missing folder ${row.folder}, which should contain ${count}`, {
					span: first.field.span,
					hint,
				}),
			);
			continue;
		}
		for (const { field, name } of named) {
			if (spellings(name).some((spelling) => exists(`${row.folder}/${spelling}`))) continue;
			const hint = 'Add the file, or correct its name';
			report(diagnostic('link/missing-file', `Missing file ${row.folder}/${name}`, { span: field.span, hint }));
		}
	}
}

function filesIn(field: Field, rows: readonly FileRow[]): NamedFile[] {
	const row = field.inheritedFrom ? null : rowOf(field.name, rows);
	if (!row) return [];
	return splitLinks(field.value).flatMap(({ target }) => {
		const address = withFolder(decodeAddress(target), field.name, rows);
		if (!address.startsWith(row.url)) return [];
		const name = address.slice(row.url.length).replace(/[?#].*$/, '');
		// A name with '..' leads to another folder, which the site may publish elsewhere.
		return name === '' || name.split(/[\\/]/).includes('..') ? [] : [{ field, row, name }];
	});
}

/** A name as written, and without percent-encoding: `my%20paper.pdf`. */
function spellings(name: string): readonly string[] {
	try {
		return [name, decodeURIComponent(name)];
	} catch {
		return [name];
	}
}
