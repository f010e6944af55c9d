import { build } from '../../src/build.ts';
import { bibtexText, cslJsonText, tableText } from '../../src/cli/list-writers.ts';
import { terminal } from '../../src/cli/terminal.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diagnosticFormats, printDiagnostics } from '../../src/diagnostics/print.ts';
import { source } from '../../src/diagnostics/source.ts';
import { collectFixes } from '../../src/editing/apply-fixes.ts';
import { readDrafts } from '../../src/editing/drafts/read-drafts.ts';
import { EditedText } from '../../src/editing/edited-text.ts';
import { planAdditions } from '../../src/editing/plan-additions.ts';
import { loadProject } from '../../src/project/project.ts';
import { memoize } from '../../src/text/memoize.ts';
import { folderWith } from '../folder.ts';
import type { Family } from './families.ts';

const outputs = `outputs:
  - page.html
  - { path: list.md, options: { bibtex: true, abstract: true } }
  - list.tex
  - list.txt
  - list.typ
  - list.json
  - { path: feed.xml, format: atom }
`;
const ordinary =
	'@article{a, author = {Noether, Emmy}, title = {Invariante Variationsprobleme}, journal = {N}, year = 1918}\n';

/**
 * Creates the input of a family with `n` repetitions. The returned function runs all of Bibfolio that reads it and returns the
 * texts it writes: outputs, reports in all formats, fixed files, added entries.
 */
export function prepareFamily({ as = 'library', input, settings = '' }: Family, n: number): () => string[] {
	const text = input(n);
	const isHost = as === 'host';
	const yaml =
		as === 'configuration' ? text : `${settings}\n${isHost ? 'outputs: [{path: host.html, region: a}]\n' : outputs}`;
	const load = () => loadConfiguration(yaml, isHost ? text : '');
	// Compiling the templates of a project takes longer than a small family.
	const loaded = as === 'library' || as === 'drafts' ? ordinaryProject(yaml) : null;
	return () => {
		const { project, reported } = loaded ?? load();
		if (!project) return reports(reported);
		const file = source('a.bib', as === 'library' ? text : ordinary);
		const result = build(project, { sources: [file], checks: true });
		const { diagnostics, publications, library, reading } = result;
		const written = [...result.outputs.map(({ contents }) => contents), ...reports([...reported, ...diagnostics])];
		if (as === 'drafts') {
			const drafts = readDrafts(source('<stdin>', text), () => {}) ?? [];
			const context = { file, library, publications, reading };
			const plan = planAdditions(drafts, context, { key: null, pattern: null, dialect: null });
			return [...written, ...plan.replacements.map((replacement) => replacement.text)];
		}
		const exports = [bibtexText, cslJsonText, tableText].map((write) =>
			write(publications, result, terminal(undefined)),
		);
		return [...written, ...exports, ...fixedFiles(diagnostics)];
	};
}

function loadConfiguration(yaml: string, host: string) {
	const folder = folderWith({ 'bibfolio.yaml': `library: a.bib\n${yaml}`, 'host.html': host });
	const reported: Diagnostic[] = [];
	return { project: loadProject(null, folder, {}, (diagnostic) => reported.push(diagnostic)), reported };
}

const ordinaryProject = memoize((yaml) => loadConfiguration(yaml, ''));

function reports(diagnostics: readonly Diagnostic[]): string[] {
	return diagnosticFormats.map((format) => printDiagnostics(diagnostics, { format, colour: true, toolVersion: '0' }));
}

function fixedFiles(diagnostics: readonly Diagnostic[]): string[] {
	return [...collectFixes(diagnostics, null).byFile].map(([{ text }, replacements]) => {
		const edited = new EditedText(text);
		edited.replace(replacements);
		return edited.text;
	});
}
