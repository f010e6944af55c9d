import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page of the documentation; the path is relative to the project. */
export interface Page {
	readonly path: string;
	readonly text: string;
}

/** A fenced block of a page. */
export interface Example {
	readonly page: string;
	readonly language: string;
	readonly code: string;
}

export function readPage(path: string): Page {
	return { path, text: readFileSync(join(root, path), 'utf8') };
}

const documentation = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
	.map((path) => `docs/${path.replaceAll('\\', '/')}`)
	.filter((path) => path.endsWith('.md'))
	.sort();

/** All pages, including decisions. */
export const pages: readonly Page[] = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'src/README.md',
	...documentation,
].map(readPage);

/** The fenced blocks of all pages, also those indented in a list. */
export const examples: readonly Example[] = pages.flatMap(({ path, text }) =>
	[...text.matchAll(/^( *)(`{3,})([^\n`]*)\n([\s\S]*?)^\1\2$/gm)].map(
		([, indent = '', , language = '', code = '']) => ({
			page: path,
			language,
			code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
		}),
	),
);

/** The text of a page without its fenced blocks. */
export function prose(text: string): string {
	return text.replace(/^( *)(`{3,})[^\n`]*\n[\s\S]*?^\1\2$/gm, '');
}

/** The part of a page under a heading, up to the next heading of any level. */
export function section(text: string, heading: string): string {
	const lines = prose(text).split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
	if (start < 0) throw new Error(`no heading “${heading}”`);
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => /^#+ /.test(line));
	return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** The cells of each row of the tables in a text, without their headers. */
export function rows(text: string): string[][] {
	return text
		.split(/\n(?=\|[^\n]*\n\|[ :|-]+\|(?:\n|$))/)
		.flatMap((part) =>
			part
				.split('\n')
				.filter((line) => /^\|.*\|$/.test(line))
				.slice(2),
		)
		.map((line) =>
			line
				.slice(1, -1)
				.split(/(?<!\\)\|/)
				.map((cell) => cell.trim()),
		);
}

/** The code spans in a text: `--out`, `-o`. */
export function codes(text: string): string[] {
	return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The code spans in the first column of the tables under a heading. */
export function column(page: Page, heading: string, index = 0): string[] {
	return rows(section(page.text, heading)).flatMap((cells) => codes(cells[index] ?? ''));
}
