import type { Unavailable } from './answer.ts';
import { isThisMachine } from './private-addresses.ts';

/** The turns of requests: one at a time to each service, after its pause. */
export interface HostTurns {
	/** Runs a task when it is its turn, unless the host is closed by then. */
	take<Result>(host: string, task: () => Promise<Result>): Promise<Result | Closed>;
	/** Starts no task for the host before some milliseconds have passed. */
	hold(host: string, milliseconds: number): void;
	/** Asks a host no more, because it would not answer either; null closes all hosts. */
	close(host: string | null, reason: Unavailable): void;
	/** Counts a failed attempt, null a good one. A host that fails several times in succession is closed. */
	count(host: string, failure: Unavailable | null): void;
}

/** A host that is not asked any more. */
export interface Closed {
	readonly kind: 'closed';
	readonly reason: Unavailable;
}

/** Failed attempts in succession, of one request or of several, before a host is closed. */
const maxFailures = 6;

/**
 * @param pauseOf milliseconds from the end of an answer of a host to the next request
 * @param wait waits some milliseconds for a host
 */
export function createTurns(
	pauseOf: (host: string) => number,
	wait: (milliseconds: number, host: string) => Promise<unknown>,
): HostTurns {
	/** For each service, the end of its last task, and the time when the next one may start. */
	const queues = new Map<string, { last: Promise<unknown>; ready: number }>();
	const queueOf = (host: string) => {
		const name = serviceName(host);
		const queue = queues.get(name) ?? { last: Promise.resolve(), ready: 0 };
		queues.set(name, queue);
		return queue;
	};
	const failures = new Map<string, number>();
	const closed = new Map<string | null, Unavailable>();
	const hold = (host: string, milliseconds: number) => {
		const queue = queueOf(host);
		queue.ready = Math.max(queue.ready, performance.now() + milliseconds);
	};
	const close = (host: string | null, reason: Unavailable) => void closed.set(host, reason);
	return {
		take(host, task) {
			const queue = queueOf(host);
			const turn = queue.last.then(async () => {
				// This machine answers without a network.
				const reason = closed.get(host) ?? (isThisMachine(host) ? undefined : closed.get(null));
				if (reason) return { kind: 'closed', reason } as const;
				// The wait is at the beginning of a turn, so that there is none after the last one.
				const left = Math.ceil(queue.ready - performance.now());
				if (left > 0) await wait(left, host);
				queue.ready = 0;
				try {
					return await task();
				} finally {
					hold(host, pauseOf(host));
				}
			});
			queue.last = turn.catch(() => {});
			return turn;
		},
		hold,
		close,
		count(host, failure) {
			const number = failure ? (failures.get(host) ?? 0) + 1 : 0;
			failures.set(host, number);
			if (failure && number >= maxFailures) close(host, failure);
		},
	};
}

/** The hosts of a service share their turns: arXiv wants one request at a time at `arxiv.org` and `export.arxiv.org`. */
function serviceName(host: string): string {
	return host.replace(/^(?:api|export|pub|www)\./, '');
}
