import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { type ChangedFile, type ChangeOptions, changeFile } from '../editing/change-file.ts';
import { type Replacement, replacedText } from '../editing/replacements.ts';

/** How a file is changed by a plan. */
export interface PlannedChange<Plan> {
	/** The plan for the current text of the file. */
	planFor(current: Source): Plan;
	replacementsOf(plan: Plan): readonly Replacement[];
	/** True if the new text is read as planned; otherwise reports why. */
	isWell(before: Source, after: Source, plan: Plan, report: Report): boolean;
}

/**
 * Changes a file as planned for the text that it has when it is written: if another program saves it meanwhile, the plan is
 * made again. Null, with a report, if it cannot be changed.
 */
export async function changeAsPlanned<Plan>(
	path: string,
	root: string,
	{ planFor, replacementsOf, isWell }: PlannedChange<Plan>,
	report: Report,
	options: ChangeOptions,
): Promise<{ readonly file: ChangedFile | null; readonly plan: Plan | null }> {
	// The last plan counts.
	let last = null as { readonly plan: Plan; readonly problems: readonly Diagnostic[] } | null;
	const file = await changeFile(
		path,
		root,
		(current) => {
			const plan = planFor(current);
			const problems: Diagnostic[] = [];
			last = { plan, problems };
			const replacements = replacementsOf(plan);
			const after = source(current.path, replacedText(current.text, replacements));
			return isWell(current, after, plan, (problem) => problems.push(problem)) ? replacements : null;
		},
		report,
		options,
	);
	last?.problems.forEach(report);
	return { file, plan: last?.plan ?? null };
}
