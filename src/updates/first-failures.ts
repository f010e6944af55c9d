import type { Report } from '../diagnostics/diagnostic.ts';
import { failureReason } from '../sources/ask-source.ts';

/** Reports the first failure of a look-up of each kind: the others have the same reason. Unknown DOIs are not reported. */
export function firstFailures(report: Report): Report {
	const reported = new Set<string>();
	return (problem) => {
		const reason = failureReason(problem);
		if (problem.code === 'lookup/unknown' || reported.has(reason)) return;
		reported.add(reason);
		report(problem);
	};
}
