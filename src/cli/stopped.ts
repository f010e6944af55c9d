/**
 * Settles when a person or the system stops the command: Ctrl-C, a closed terminal, `kill`. What is being written then
 * is finished first. A second Ctrl-C does not wait.
 */
export function stopped(): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (asked) process.exit(130);
				asked = true;
				resolve();
			});
		}
	});
}

/** Milliseconds that closing may take. */
const patience = 1500;

/**
 * Waits until a stopped command has closed what it had open, but not for ever: a watcher that was only just beginning
 * may never say that it closed, or leave something open. Then the process ends with 0 all the same.
 */
export async function closed(closing: Promise<unknown>): Promise<void> {
	const timer = setTimeout(() => process.exit(0), patience);
	await closing;
	timer.unref();
}
