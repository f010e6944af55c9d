import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bibfolio } from '../cli/run.ts';
import { run } from '../engines/engine.ts';
import { hostileEntries, hostileTitles } from '../engines/hostile.ts';
import { folderWith } from '../folder.ts';

const docs = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
export const packages = fileURLToPath(new URL('node_modules', import.meta.url));

/** The files that a recipe shows, by the path told before each: '`works.html`:'. */
export function recipe(heading: string): Record<string, string> {
	const [, section = ''] = docs.split(new RegExp(`^### ${heading}$`, 'm'));
	const own = section.split(/^##+ /m)[0] ?? '';
	const found = own.matchAll(/`([\w./-]+)`:\n\n(`{3,})\w+\n([\s\S]*?)^\2$/gm);
	return Object.fromEntries([...found].map(([, path = '', , code = '']) => [path, code]));
}

/** A folder with the files of a recipe and the lists that Bibfolio makes in it, of a library with every sign that could hurt. */
export function siteOf(heading: string, more: Record<string, string> = {}, outputs: readonly string[] = []): string {
	const { 'bibfolio.yaml': yaml = '', ...files } = recipe(heading);
	const configuration = yaml + outputs.map((output) => `  - ${output}\n`).join('');
	const library = `${hostileTitles()}\n${hostileEntries()}`;
	const folder = folderWith({ 'papers.bib': library, 'bibfolio.yaml': configuration, ...files, ...more });
	if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'));
	expect(bibfolio(folder, ['build', '--quiet']).code).toBe(0);
	return folder;
}

/** Runs the build of a site. */
export function make(folder: string, program: string, ...words: string[]): void {
	const local = join(packages, '.bin', program);
	const { ok, output } = run(existsSync(local) ? local : program, words, folder);
	expect(ok, output).toBe(true);
}

/** A Quarto file with its includes, which Quarto inserts before Pandoc reads it. */
export function withIncludes(folder: string, path: string): string {
	return read(folder, path).replace(/\{\{< include (\S+) >\}\}/g, (_, included) => read(folder, included));
}

export function read(folder: string, path: string): string {
	return readFileSync(join(folder, path), 'utf8');
}

export function write(folder: string, path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}
