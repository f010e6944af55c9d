/** Says when to look. Milliseconds. */
const times = {
	/** Quiet after which a burst of events is over: chokidar drops what comes within 50 of a first one. */
	quiet: 75,
	/** At most so long a burst is waited for. */
	burst: 1000,
	/** Between two glances, for what no event told. */
	glancing: 2000,
} as const;

export interface Timers {
	/** An event came: look when it has been quiet for a moment. */
	changed(): void;
	/** Look in so many milliseconds, whatever comes. */
	soon(milliseconds: number): void;
	close(): void;
}

/** Timers that call `look` after bursts of events and when asked to, and `glance` every two seconds. */
export function makeTimers(look: () => void, glance: () => void): Timers {
	const pending = new Set<NodeJS.Timeout>();
	let burst: { readonly since: number; timer: NodeJS.Timeout } | null = null;
	let closed = false;
	const glancing = setInterval(glance, times.glancing);

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
				look();
			});
			burst = { since, timer };
		},
		soon(milliseconds) {
			if (!closed) after(milliseconds, look);
		},
		close() {
			closed = true;
			clearInterval(glancing);
			for (const timer of pending) clearTimeout(timer);
			pending.clear();
		},
	};
}
