import { build } from '../../build.ts';
import { type Code, codeRow, codes } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { remediesOf, type Wanted } from '../../editing/apply-fixes.ts';
import { changeFile } from '../../editing/change-file.ts';
import { unifiedDiff } from '../../editing/diff.ts';
import { Draft } from '../../editing/edited-text.ts';
import { readSources } from '../../library/files/read-sources.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../text/closest-word.ts';
import type { ExitCode } from '../command.ts';
import { exitCodeOf, load, refuse, refuseStandardInput, several } from '../load.ts';
import type { Terminal } from '../terminal.ts';
import type { FixOptions } from './fix-command.ts';

/** Mends the files of the library, or shows how. */
export async function runFix(options: FixOptions, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	if (files.includes('-')) return refuseStandardInput('fix', terminal);
	const mistake = unknownCode(options.only ?? []);
	if (mistake) {
		terminal.err(`${mistake}\n`);
		return 2;
	}
	const { project, problems } = load(options.config, { files }, terminal.cwd);
	if (!project) return refuse(problems, terminal);
	const found: Diagnostic[] = [];
	const report: Report = (one) => found.push(one);
	const sources = readSources(project.library, project.root, report);
	const { drafts, counts, left } = mended(project, sources, options.only ? new Set(options.only) : null);

	const dry = Boolean(options['dry-run'] || options.check);
	let changed = 0;
	for (const [path, draft] of drafts) {
		const done = await changeFile(path, project.root, changeOf(draft, report), report, { dryRun: dry });
		if (!done || done.before === done.after) continue;
		changed++;
		if (options['dry-run']) terminal.out(unifiedDiff(path, done.before, done.after, terminal.colour.out));
		else if (options.check && !options.quiet) terminal.out(`${path} can be mended\n`);
	}
	const shown = options.quiet ? '' : summary(counts, changed, left, dry);
	if (options['dry-run']) terminal.err(shown);
	else terminal.out(shown);
	const { version, colour } = terminal;
	const errors = found.filter(({ severity }) => severity === 'error');
	terminal.err(printDiagnostics(errors, { format: 'text', colour: colour.err, toolVersion: version, summary: false }));
	return options.check && changed > 0 ? 1 : exitCodeOf(errors);
}

/** The codes that have a remedy. */
const mendable = (Object.keys(codes) as Code[]).filter((code) => codeRow(code).remedy);

function unknownCode(only: readonly string[]): string | null {
	const wrong = only.find((code) => !(mendable as readonly string[]).includes(code));
	if (wrong === undefined) return null;
	const near = nearest(wrong, mendable);
	const remedy = near ? `Did you mean ${near}?` : `There are ${mendable.join(', ')}`;
	return `${wrong in codes ? `Nothing can be mended of ${wrong}` : `Unknown code ${wrong}`}\n${remedy}`;
}

interface Mended {
	/** By path, as named. */
	readonly drafts: ReadonlyMap<string, Draft>;
	/** What was mended, by code. */
	readonly counts: ReadonlyMap<string, number>;
	/** What is found when everything is mended. */
	readonly left: readonly Diagnostic[];
}

/** One remedy may uncover the next; more rounds than that would be a mistake of ours. */
const mostRounds = 20;

/** Mends in rounds, reading the library again after each, until there is nothing more to mend. */
function mended(project: Project, sources: readonly Source[], wanted: Wanted): Mended {
	const drafts = new Map(sources.map(({ path, text }) => [path, new Draft(text)]));
	const counts = new Map<string, number>();
	let now = sources;
	for (let round = 0; ; round++) {
		const options = { checks: true, thisYear: new Date().getFullYear(), sources: now };
		const { diagnostics } = build({ ...project, outputs: [] }, options);
		const { byFile, counts: more } = remediesOf(diagnostics, wanted);
		if (byFile.size === 0 || round === mostRounds) return { drafts, counts, left: diagnostics };
		for (const [code, count] of more) counts.set(code, (counts.get(code) ?? 0) + count);
		for (const [{ path }, replacements] of byFile) drafts.get(path)?.replace(replacements);
		now = now.map((file) => {
			const text = drafts.get(file.path)?.text ?? file.text;
			return text === file.text ? file : source(file.path, text);
		});
	}
}

/** The change of a file that is as it was read; one that another program saved meanwhile is left alone. */
function changeOf(draft: Draft, report: Report) {
	return (file: Source) => {
		if (file.text.replaceAll('\0', ' ') === draft.before) return draft.replacements();
		const hint = 'Run bibfolio fix again';
		report(diagnostic('edit/unwritable', `${file.path} was not changed: it was saved meanwhile`, { hint }));
		return null;
	};
}

function summary(
	counts: ReadonlyMap<string, number>,
	changed: number,
	left: readonly Diagnostic[],
	dry: boolean,
): string {
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const rest = left.filter(({ severity }) => severity !== 'info').length;
	const more = rest ? `${several(rest, 'finding')} left: bibfolio check\n` : '';
	if (changed === 0) return `Nothing to mend\n${more}`;
	const codesInWords = [...counts].map(([code, count]) => `${code}${count === 1 ? '' : ` (${count})`}`).join(', ');
	return `${dry ? 'Would mend' : 'Mended'} ${several(all, 'finding')} in ${several(changed, 'file')}: ${codesInWords}\n${more}`;
}
