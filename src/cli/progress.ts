import type { Terminal } from './terminal.ts';

/** Milliseconds before the first line appears. */
const delay = 400;

/** A line on a terminal with the current stage of a long run. Prints nothing in a pipe or in a quick run. */
export function progressOf(terminal: Terminal, quiet = false): { at(stage: string): void; end(): void } {
	if (!terminal.interactive || quiet) return { at() {}, end() {} };
	const started = performance.now();
	let shown = false;
	return {
		at(stage) {
			if (performance.now() - started < delay) return;
			shown = true;
			terminal.err(`\r\u001b[K${stage} …`);
		},
		end() {
			if (shown) terminal.err('\r\u001b[K');
			shown = false;
		},
	};
}
