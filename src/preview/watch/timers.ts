/** Milliseconds. */
const times = {
	/** Silence after which a burst of events is over. Chokidar drops events within 50 ms of the first. */
	quiet: 75,
	/** Maximum wait for the end of a burst. */
	burst: 1000,
	/** Interval between checks for changes without an event. */
	interval: 2000,
} as const;

/** Decides when to check for changes. */
export interface Timers {
	/** Schedules a check after the current burst of events. */
	changed(): void;
	/** Schedules a check after some milliseconds, independent of events. */
	soon(milliseconds: number): void;
	close(): void;
}

/** Timers that call `check` after bursts of events and on request, and `quickCheck` every two seconds. */
export function makeTimers(check: () => void, quickCheck: () => void): Timers {
	const pending = new Set<NodeJS.Timeout>();
	let burst: { readonly since: number; timer: NodeJS.Timeout } | null = null;
	let closed = false;
	const interval = setInterval(quickCheck, times.interval);

	function after(milliseconds: number, then: () => void): NodeJS.Timeout {
		const timer = setTimeout(() => {
			pending.delete(timer);
			then();
		}, milliseconds);
		pending.add(timer);
		return timer;
	}

	function cancel(timer: NodeJS.Timeout): void {
		clearTimeout(timer);
		pending.delete(timer);
	}

	return {
		changed() {
			if (closed) return;
			const now = performance.now();
			const since = burst?.since ?? now;
			if (burst) cancel(burst.timer);
			const timer = after(Math.max(0, Math.min(times.quiet, since + times.burst - now)), () => {
				burst = null;
				check();
			});
			burst = { since, timer };
		},
		soon(milliseconds) {
			if (!closed) after(milliseconds, check);
		},
		close() {
			closed = true;
			clearInterval(interval);
			for (const timer of pending) clearTimeout(timer);
			pending.clear();
		},
	};
}
