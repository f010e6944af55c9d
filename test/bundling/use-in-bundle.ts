import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { folderWith } from '../folder.ts';

/** The compiled library. */
export const library = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** A program that imports the library by name or path, builds, and prints the outputs. */
export function program(specifier: string): string {
	return `
import { build, loadProject, writeOutputs } from ${JSON.stringify(specifier)};
const report = ({ message }) => console.log(message);
const project = loadProject(null, process.cwd(), {}, report);
const { outputs } = build(project);
console.log(writeOutputs(outputs, project.root, report).map(({ path }) => path).join(' '));
`;
}

/** A folder with the program (`program.mjs`) to bundle. */
export function programFolder(): string {
	return folderWith({ 'package.json': '{"private": true, "type": "module"}', 'program.mjs': program(library) });
}

/**
 * Runs a bundle of the program in a folder without packages, and expects its lists.
 *
 * @param files the bundle's files; `bundle.mjs` is run
 */
export function expectLists(files: Readonly<Record<string, string | Uint8Array>>): void {
	const folder = folderWith({
		...files,
		'papers.bib': readFileSync(new URL('../cli/fixtures/papers.bib', import.meta.url)),
		'bibfolio.yaml': `
library: papers.bib
locale: de
people: ["Lapuschkin, Sebastian"]
outputs: [list.html, { path: page.html, format: html-page }, list.tex, { path: embed/, format: embed }]
`,
	});
	const printed = execFileSync(process.execPath, [join(folder, 'bundle.mjs')], { cwd: folder, encoding: 'utf8' });
	expect(printed).toMatch(/^list\.html page\.html list\.tex embed\/\S+/);
	expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/<style>[\s\S]*Lapuschkin[\s\S]*<script>/);
	expect(readFileSync(join(folder, 'list.tex'), 'utf8')).toContain('Lapuschkin');
}
