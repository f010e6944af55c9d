import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build.ts';
import { runFix } from '../../src/cli/commands/fix-command.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { isFixable } from '../../src/editing/apply-fixes.ts';
import { loadProject } from '../../src/project/project.ts';
import { cslItem } from '../../src/publications/csl/csl-item.ts';
import { printingTerminal } from '../cli/printing-terminal.ts';

/** The publications and diagnostics of a library. */
export interface LibraryState {
	/** The publications as CSL-JSON, in file order. */
	readonly works: readonly unknown[];
	/** Codes that are fixed by default. */
	readonly fixable: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
}

/** A fixed file: its diagnostics before and after, and its bytes after one run and after two. */
export async function fixed(bytes: Uint8Array, only?: readonly string[]) {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bibfolio-fix-')));
	try {
		const file = join(folder, 'a.bib');
		writeFileSync(file, bytes);
		const before = stateOf(folder);
		const first = await run(folder, only);
		const once = readFileSync(file);
		const after = stateOf(folder);
		const second = await run(folder, only);
		return { before, after, once, twice: readFileSync(file), first, second };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function stateOf(folder: string): LibraryState {
	const project = loadProject(null, folder, { files: ['a.bib'] }, () => {});
	if (!project) throw new Error('no project');
	const { publications, diagnostics } = build({ ...project, outputs: [] }, { checks: true });
	return {
		works: publications.map((work) => cslItem(work)),
		fixable: diagnostics.filter((one) => isFixable(one)).map(({ code }) => code),
		diagnostics,
	};
}

async function run(folder: string, only?: readonly string[]) {
	const terminal = printingTerminal(folder);
	const code = await runFix({ ...(only && { only }) }, ['a.bib'], terminal);
	return { ...terminal.printed, code };
}
