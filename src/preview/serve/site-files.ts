import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { realPlace } from '../../library/files/real-place.ts';

/** What a preview shows: outputs, and what stands beside them. */
export interface Site {
	/** The outputs, absolute. */
	readonly outputs: readonly string[];
	/** The folders that inputs stand in, absolute: where outputs stand beside or above them, only these and media are shown. */
	readonly inputs: readonly string[];
}

/** A file to send. */
export interface Found {
	readonly bytes: Buffer;
	/** For Content-Type. */
	readonly type: string;
}

/**
 * The types of what lies in an output folder. Markdown, LaTeX and BibTeX are shown as the text they are: a browser
 * would download them under their own names, and a preview is for looking.
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

/** The folder that addresses start from: the nearest one above all outputs. */
export function baseOf({ outputs }: Site): string {
	const [first = sep, ...others] = outputs.map((file) => dirname(file));
	let base = first;
	while (!others.every((folder) => isWithin(folder, base))) base = dirname(base);
	return base;
}

/** The address of an output: its path from the base, each word encoded. */
export function addressOf(file: string, site: Site): string {
	return file
		.slice(baseOf(site).length)
		.split(sep)
		.filter(Boolean)
		.map((word) => `/${encodeURIComponent(word)}`)
		.join('');
}

/**
 * The file at an address; null when there is none that may be shown. Nothing outside the outputs' folders is, whatever
 * the address says and wherever links lead, and no hidden file.
 *
 * @param address the path of a URL as it came, encoded
 */
export function fileAt(address: string, site: Site): Found | null {
	const words = wordsOf(address);
	if (!words) return null;
	const asked = resolve(baseOf(site), ...words);
	const folder = foldersOf(site).find((one) => isWithin(asked, one));
	if (folder === undefined) return null;
	try {
		const place = realpathSync(folder);
		const file = realpathSync(asked);
		if (!isWithin(file, place) || /(?:^|[/\\])\./.test(relative(place, file)) || !statSync(file).isFile()) return null;
		const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
		const holdsInputs = site.inputs.some((input) => isWithin(input, folder) || isWithin(realPlace(input), place));
		if (holdsInputs && !site.outputs.includes(asked) && !media.test(type)) return null;
		return { bytes: readFileSync(file), type };
	} catch {
		return null;
	}
}

/** The folders of the outputs, inner ones first. */
function foldersOf({ outputs }: Site): string[] {
	return [...new Set(outputs.map((file) => dirname(file)))].sort((one, other) => other.length - one.length);
}

/** The decoded words of a path; null when one of them is no plain name of a file or folder. */
function wordsOf(address: string): string[] | null {
	try {
		const words = address.split('/').filter(Boolean).map(decodeURIComponent);
		// A dot in front: this folder, the one above, and what is hidden.
		return words.some((word) => /^\.|[/\\\0]|^[A-Za-z]:/.test(word)) ? null : words;
	} catch {
		return null;
	}
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
