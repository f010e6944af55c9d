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
