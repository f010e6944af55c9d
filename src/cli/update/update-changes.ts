import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PlannedProposal, Proposal } from '../../updates/proposals.ts';
import { type FoundWork, isProposed } from '../../updates/sync/found-work.ts';
import { noticeCodes, type UpdateOutcome } from './update-library.ts';

/** A new entry and the work that it describes. */
export interface AddedFound {
	readonly key: string;
	readonly path: string;
	readonly found: FoundWork;
}

/** The works that an update added. */
export function addedWorksOf({ sync }: UpdateOutcome): readonly AddedFound[] {
	return (sync?.additions ?? []).flatMap(({ file, added }) =>
		added.flatMap(({ key }) => {
			const found = sync?.foundByKey.get(key);
			return found ? [{ key, path: file.path, found }] : [];
		}),
	);
}

/** The changed entries, by the kind of their change. */
export function changedEntriesOf({ sync }: UpdateOutcome, kind: Proposal['kind']): readonly PlannedProposal[] {
	return (sync?.updatedFiles ?? []).flatMap(({ planned }) => planned.filter(({ proposal }) => proposal.kind === kind));
}

/** The entries of preprints that became their publications, or were linked with them. */
export function appearedEntriesOf(outcome: UpdateOutcome): readonly PlannedProposal[] {
	return [...changedEntriesOf(outcome, 'upgrade'), ...changedEntriesOf(outcome, 'link')];
}

/** Works of profiles that were not added, because a person has to decide. */
export function unsureWorksOf({ sync }: UpdateOutcome): readonly FoundWork[] {
	return (sync?.works ?? []).filter((found) => isProposed(found) && !sync?.decision.taken.includes(found));
}

/** What services say about works, and their entries did not, whether it was written or not. */
export function noticesOf({ check }: UpdateOutcome, code: Code): readonly Diagnostic[] {
	return [...(check?.fixed ?? []), ...(check?.remaining ?? [])].filter((problem) => problem.code === code);
}

/** What services say about entries, and only a person can change. */
export function onlineProblemsOf({ check, sync }: UpdateOutcome): readonly Diagnostic[] {
	const isShown = ({ code }: Diagnostic) => !noticeCodes.includes(code) && !(sync && code === 'online/published');
	return (check?.remaining ?? []).filter(isShown);
}
