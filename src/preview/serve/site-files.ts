import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { realPlace } from '../../library/files/real-place.ts';
import { valueIn } from '../../text/value-in.ts';

/** The files of a preview: outputs, and other files in their folders. */
export interface Site {
	/** The outputs, absolute. */
	readonly outputs: readonly string[];
	/** The folders of inputs, absolute. An output folder that contains one of them shows only outputs and media. */
	readonly inputs: readonly string[];
}

/** A file to send. */
export interface SiteFile {
	readonly bytes: Buffer;
	/** Content-Type. */
	readonly type: string;
}

/**
 * Content types of files in an output folder. Markdown, LaTeX and BibTeX are shown as plain text, because a browser would
 * download them with their own types.
 */
const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.htm': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.atom': 'application/atom+xml; charset=utf-8',
	'.md': 'text/plain; charset=utf-8',
	'.mdx': 'text/plain; charset=utf-8',
	'.qmd': 'text/plain; charset=utf-8',
	'.tex': 'text/plain; charset=utf-8',
	'.typ': 'text/plain; charset=utf-8',
	'.bib': 'text/plain; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.yaml': 'text/plain; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.gif': 'image/gif',
	'.webp': 'image/webp',
	'.avif': 'image/avif',
	'.svg': 'image/svg+xml',
	'.ico': 'image/x-icon',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2',
	'.mp4': 'video/mp4',
	'.webm': 'video/webm',
};

const media = /^(?:image|font|video)\/|^application\/pdf|^text\/(?:css|javascript)/;

/** The folder that addresses are relative to: the nearest one that contains all outputs. */
export function baseOf({ outputs }: Site): string {
	const [first = sep, ...others] = outputs.map((file) => dirname(file));
	let base = first;
	while (!others.every((folder) => isWithin(folder, base))) base = dirname(base);
	return base;
}

/** The address of an output: its path from the base, percent-encoded. */
export function addressOf(file: string, site: Site): string {
	return file
		.slice(baseOf(site).length)
		.split(sep)
		.filter(Boolean)
		.map((name) => `/${encodeURIComponent(name)}`)
		.join('');
}

/**
 * The file at an address; null if there is none that may be shown. Hidden files and files outside the outputs' folders, also
 * through links, are never shown.
 *
 * @param address the percent-encoded path of a URL
 */
export function fileAt(address: string, site: Site): SiteFile | null {
	const names = namesOf(address);
	if (!names) return null;
	const path = resolve(baseOf(site), ...names);
	const folder = foldersOf(site).find((outputFolder) => isWithin(path, outputFolder));
	if (folder === undefined) return null;
	try {
		const realFolder = realpathSync(folder);
		const file = realpathSync(path);
		if (!isWithin(file, realFolder) || /(?:^|[/\\])\./.test(relative(realFolder, file)) || !statSync(file).isFile())
			return null;
		const type = valueIn(types, extname(file).toLowerCase()) ?? 'application/octet-stream';
		const hasInputs = site.inputs.some((input) => isWithin(input, folder) || isWithin(realPlace(input), realFolder));
		if (hasInputs && !site.outputs.includes(path) && !media.test(type)) return null;
		return { bytes: readFileSync(file), type };
	} catch {
		return null;
	}
}

/** The folders of the outputs, innermost first. */
function foldersOf({ outputs }: Site): string[] {
	return [...new Set(outputs.map((file) => dirname(file)))].sort((first, second) => second.length - first.length);
}

/** The decoded names in a path; null if one of them is not a plain name of a file or folder. */
function namesOf(address: string): string[] | null {
	try {
		const names = address.split('/').filter(Boolean).map(decodeURIComponent);
		// A leading dot means this folder, its parent, or a hidden file.
		return names.some((name) => /^\.|[/\\\0]|^[A-Za-z]:/.test(name)) ? null : names;
	} catch {
		return null;
	}
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
