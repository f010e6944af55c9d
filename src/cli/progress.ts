import type { Terminal } from './terminal.ts';

/** Milliseconds after which a person wonders. */
const patience = 400;

/** A line on a terminal that says what a long run is at; nothing in a pipe, and nothing when it is quick. */
export function progressOf(terminal: Terminal, quiet: boolean): { at(stage: string): void; end(): void } {
	if (!terminal.interactive || quiet) return { at() {}, end() {} };
	const started = performance.now();
	let shown = false;
	return {
		at(stage) {
			if (performance.now() - started < patience) return;
			shown = true;
			terminal.err(`\r\u001b[K${stage} …`);
		},
		end() {
			if (shown) terminal.err('\r\u001b[K');
			shown = false;
		},
	};
}
