/**
 * Resolves when the user or the system stops the command: Ctrl-C, a closed terminal, `kill`. Writes in progress are
 * finished first. A second signal exits immediately.
 */
export function stopped(): Promise<void> {
	return new Promise((resolve) => {
		let isStopping = false;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (isStopping) process.exit(130);
				isStopping = true;
				resolve();
			});
		}
	});
}

/** Maximum time for closing, in milliseconds. */
const timeLimit = 1500;

/**
 * Waits until a stopped command has closed its watchers and servers. Exits with 0 after the time limit, because a watcher
 * that is just starting may never report that it closed, or may leave a handle open.
 */
export async function closed(closing: Promise<unknown>): Promise<void> {
	const timer = setTimeout(() => process.exit(0), timeLimit);
	await closing;
	timer.unref();
}
