import type { Terminal } from './terminal.ts';

/** Milliseconds before the first line appears. */
const delay = 400;

/** The current stage of a long run, on the terminal. */
export interface Progress {
	at(stage: string): void;
	end(): void;
}

/** Shows the current stage of a long run on one line of the terminal. Prints nothing in a pipe or in a short run. */
export function progressOf(terminal: Terminal, quiet = false): Progress {
	if (!terminal.interactive || quiet) return { at() {}, end() {} };
	const start = performance.now();
	let isShown = false;
	return {
		at(stage) {
			if (performance.now() - start < delay) return;
			isShown = true;
			terminal.err(`\r\u001b[K${stage} …`);
		},
		end() {
			if (isShown) terminal.err('\r\u001b[K');
			isShown = false;
		},
	};
}
