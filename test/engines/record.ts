import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';

/** The folder of this project, whose own library is the reference record. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The record, built from `bib/` with `bibfolio.yaml`. */
export function buildRecord(): BuildResult {
	const problems: Diagnostic[] = [];
	const project = loadProject(`${root}/bibfolio.yaml`, root, {}, (found) => problems.push(found));
	if (!project) throw new Error(JSON.stringify(problems));
	return build(project);
}

/** The contents that the build would write to a path. */
export function contentsOf(result: BuildResult, path: string): string {
	const found = result.outputs.find((one) => one.path === path);
	if (!found) throw new Error(`no output ${path}`);
	return String(found.contents);
}

/** The letters and digits of a text, for comparing across markup, hyphenation and line breaks. */
export function letters(text: string): string {
	return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}
