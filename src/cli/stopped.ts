/**
 * Settles when the user or the system stops the command: Ctrl-C, a closed terminal, `kill`. Writing in progress is
 * finished first. A second Ctrl-C exits at once.
 */
export function stopped(): Promise<void> {
	return new Promise((resolve) => {
		let wasAsked = false;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (wasAsked) process.exit(130);
				wasAsked = true;
				resolve();
			});
		}
	});
}

/** Milliseconds that closing may take. */
const timeLimit = 1500;

/**
 * Waits until a stopped command has closed its watchers and servers, but not for ever: a watcher that is just starting may
 * never report that it closed, or leave a handle open. The process then ends with 0 all the same.
 */
export async function closed(closing: Promise<unknown>): Promise<void> {
	const timer = setTimeout(() => process.exit(0), timeLimit);
	await closing;
	timer.unref();
}
