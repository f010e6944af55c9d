import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './engine.ts';

/** The result of compiling a .tex file. */
export interface Compiled {
	readonly ok: boolean;
	/** The end of the engine's output. */
	readonly output: string;
	/** Visible problems reported in the log. */
	readonly flaws: readonly string[];
}

/** The engines, and what a preamble says to have fonts with every letter of Latin script. */
export const enginesWithFonts: readonly (readonly [engine: string, fonts: string])[] = [
	['pdflatex', '\\usepackage[T1]{fontenc}\\usepackage{lmodern}'],
	['xelatex', '\\usepackage{fontspec}'],
	['lualatex', '\\usepackage{fontspec}'],
];

/** Stand-ins for the fonts of icons that moderncv asks for, half a gigabyte in Debian: for the bullet of lists, and for signs nobody uses here. */
export function standInForIcons(folder: string): void {
	const packages = { fontawesome5: '\\newcommand{\\faCircle}[1][]{\\textbullet}', academicons: '' };
	for (const [name, commands] of Object.entries(packages))
		writeFileSync(join(folder, `${name}.sty`), `\\ProvidesPackage{${name}}${commands}\n`);
}

/** Errors, characters that vanish, text that runs over the margin by more than 10 pt, broken references. */
const flaw = /^! .*|^Missing character.*|^Overfull \\hbox \((?:\d{2,}|1[1-9])\.\d+pt.*|^LaTeX Warning: .*undefined.*/gm;

/** Compiles `NAME.tex` in a folder, as often as its bookmarks and references want. */
export function compile(engine: string, name: string, folder: string, times = 1): Compiled {
	let ended = { ok: true, output: '' };
	for (let time = 0; time < times && ended.ok; time++)
		ended = run(engine, ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', `${name}.tex`], folder);
	return { ok: ended.ok, output: ended.output.slice(-2000), flaws: flawsOf(name, folder) };
}

/** The problems in a log, whose lines are cut at 79 characters. */
export function flawsOf(name: string, folder: string): readonly string[] {
	return readFileSync(join(folder, `${name}.log`), 'latin1').match(flaw) ?? [];
}

/** The addresses of the links in a PDF. */
export function linksOf(name: string, folder: string): Set<string> {
	const { output } = run('pdfinfo', ['-url', `${name}.pdf`], folder);
	return new Set([...output.matchAll(/Annotation\s+(\S+)/g)].map(([, url = '']) => url));
}

/** The text of a PDF. */
export function textOf(name: string, folder: string, layout: '-layout' | '-raw' = '-layout'): string {
	return run('pdftotext', [layout, `${name}.pdf`, '-'], folder).output;
}
