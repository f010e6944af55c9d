import type { Report } from '../diagnostics/diagnostic.ts';
import type { Client } from '../sources/http/client.ts';
import { unavailable } from '../sources/http/request.ts';

/** Failures in a row after which a host is not asked again. */
const maxFailures = 3;

/**
 * A client that stops asking a host after several failures in a row, and all hosts without a network. Otherwise, a library
 * of a thousand works would wait for a thousand time-outs.
 */
export function sparingFailingHosts(client: Client): Client {
	const failures = new Map<string, number>();
	let isOffline = false;
	return {
		...client,
		ask: async (source, address, accept) => {
			const { host } = new URL(address);
			const count = failures.get(host) ?? 0;
			if (isOffline || count >= maxFailures) return unavailable('failed before', null, isOffline);
			const answer = await client.ask(source, address, accept);
			failures.set(host, answer.kind === 'unavailable' ? count + 1 : 0);
			isOffline = answer.kind === 'unavailable' && answer.offline;
			return answer;
		},
	};
}

/** Reports the first failure of a look-up of each kind: the others have the same reason. Unknown DOIs are not reported. */
export function firstFailures(report: Report): Report {
	const reported = new Set<string>();
	return (problem) => {
		const reason = problem.message.slice(problem.message.lastIndexOf(': ') + 1);
		if (problem.code === 'lookup/unknown' || reported.has(reason) || reason.includes('failed before')) return;
		reported.add(reason);
		report(problem);
	};
}
