import { build } from '../build.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { type CodesToFix, collectFixes } from '../editing/apply-fixes.ts';
import { type ChangedFile, changeFile } from '../editing/change-file.ts';
import { EditedText } from '../editing/edited-text.ts';
import { mayChangeLibrary } from '../library/files/project-places.ts';
import type { Project } from '../project/project.ts';
import { readProjectSources } from '../project/project-reading.ts';
import type { Reading } from '../publications/normalize.ts';
import type { OnlineChecker } from '../updates/online-checks/index.ts';
import { onlineDiagnostics } from './online-checker.ts';

/** What to fix. */
export interface FixRequest {
	/** Codes to fix; null for every code that is fixed by default. */
	readonly only: readonly string[] | null;
	/** Write nothing. */
	readonly dryRun: boolean;
	/** Creates the checker that asks web services, which only some codes need. */
	createChecker(reading: Reading): OnlineChecker;
}

/** What was fixed, and what was not. */
export interface FixedLibrary {
	/** The files that changed, or would change in a dry run. */
	readonly files: readonly ChangedFile[];
	readonly fixed: readonly Diagnostic[];
	/** Problems that remain. */
	readonly remaining: readonly Diagnostic[];
}

/** Fixes the files of a library. Without a network, nothing is written if a code needs web services. */
export async function fixLibrary(project: Project, request: FixRequest, report: Report): Promise<FixedLibrary> {
	const sources = readProjectSources(project, report, false);
	const { drafts, fixed, remaining } = await fixedTexts(project, sources, request);
	const files: ChangedFile[] = [];
	if (remaining.some(({ code }) => code === 'online/offline')) return { files, fixed: [], remaining };
	for (const [path, draft] of drafts) {
		const file = await changeFile(path, project.root, changeOf(draft, report), report, {
			dryRun: request.dryRun,
			mayChange: (place) => mayChangeLibrary(place, project.places),
		});
		if (file && file.before !== file.after) files.push(file);
	}
	return { files, fixed, remaining };
}

interface FixedTexts {
	/** By path, as named on the command line. */
	readonly drafts: ReadonlyMap<string, EditedText>;
	readonly fixed: readonly Diagnostic[];
	readonly remaining: readonly Diagnostic[];
}

/** A fix can make another one possible. More rounds than this would be a bug. */
const mostRounds = 20;

/**
 * Applies fixes in rounds, reading the library again after each, until none is left. Asks web services only for codes that
 * need them.
 */
async function fixedTexts(
	project: Project,
	sources: readonly Source[],
	{ only, createChecker }: FixRequest,
): Promise<FixedTexts> {
	const wanted: CodesToFix = only && new Set(only);
	const asksServices = only?.some((code) => code.startsWith('online/')) ?? false;
	let checker: OnlineChecker | null = null;
	const drafts = new Map(sources.map(({ path, text }) => [path, new EditedText(text)]));
	const fixed: Diagnostic[] = [];
	let current = sources;
	for (let round = 0; ; round++) {
		const buildOptions = { checks: true, thisYear: new Date().getFullYear(), sources: current };
		const result = build({ ...project, outputs: [] }, buildOptions);
		const diagnostics = [...result.diagnostics];
		if (asksServices) {
			checker ??= createChecker(result.reading);
			diagnostics.push(...(await onlineDiagnostics(checker, result)));
		}
		const fixes = collectFixes(diagnostics, wanted);
		if (fixes.byFile.size === 0 || round === mostRounds) return { drafts, fixed, remaining: diagnostics };
		fixed.push(...fixes.fixed);
		for (const [{ path }, replacements] of fixes.byFile) drafts.get(path)?.replace(replacements);
		current = current.map((file) => {
			const text = drafts.get(file.path)?.text ?? file.text;
			return text === file.text ? file : source(file.path, text);
		});
	}
}

/** Gives the change of a file. Reports a file that another program saved since it was read. */
function changeOf(draft: EditedText, report: Report) {
	return (file: Source) => {
		if (file.text.replaceAll('\0', ' ') === draft.original) return draft.replacements();
		const message = `Cannot change ${file.path}: another program saved it meanwhile`;
		report(diagnostic('edit/unwritable', message, { hint: 'Run bibfolio fix again' }));
		return null;
	};
}
