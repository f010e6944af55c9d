import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { failureReason } from '../../sources/ask-source.ts';
import type { SyncResult } from '../../updates/sync/find-works.ts';

/**
 * The problems of a sync with one message for each reason, however many profiles it is about. A service that fails is a
 * warning, because the others were read, and an error if none was.
 */
export function profileProblems(
	problems: readonly Diagnostic[],
	{ profiles }: Pick<SyncResult, 'profiles'>,
): readonly Diagnostic[] {
	const failures = problems.filter(({ code }) => code === 'lookup/unavailable');
	const others = problems.filter(({ code }) => code !== 'lookup/unavailable');
	const isFailure = profiles.every(({ count }) => count === null);
	if (isFailure && failures.length > 1 && failures.every(({ message }) => /\bthere is no network\b/.test(message)))
		return [...others, noNetwork()];
	const all = [...others, ...byReason(failures)];
	return isFailure
		? all.map((problem) => (problem.code.startsWith('lookup/') ? { ...problem, severity: 'error' } : problem))
		: all;
}

function noNetwork(): Diagnostic {
	const hint = 'Check your internet connection';
	return diagnostic('lookup/unavailable', 'Cannot read any profile, because there is no network', { hint });
}

function byReason(failures: readonly Diagnostic[]): Diagnostic[] {
	const groups = new Map<string, Diagnostic[]>();
	for (const failure of failures) {
		const reason = failureReason(failure);
		groups.set(reason, [...(groups.get(reason) ?? []), failure]);
	}
	return [...groups].flatMap(([reason, group]) => {
		const [first] = group;
		if (!first || group.length === 1) return group;
		const isProfile = group.every(({ message }) => /^Cannot read .+ profile /.test(message));
		return isProfile ? [{ ...first, message: `Cannot read ${group.length} profiles: ${reason}` }] : group;
	});
}
