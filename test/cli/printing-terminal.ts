import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal for commands that run in this process, and what they printed on it. */
export interface PrintingTerminal extends Terminal {
	readonly printed: {
		out: string;
		err: string;
		/** Both, in the order in which they were printed. */
		all: string;
	};
}

/** A terminal without colours and questions, whose lines are not wrapped. */
export function printingTerminal(cwd: string, changes: Partial<Terminal> = {}): PrintingTerminal {
	const printed = { out: '', err: '', all: '' };
	const writer = (stream: 'out' | 'err') => (text: string) => {
		printed[stream] += text;
		printed.all += text;
	};
	return {
		...{ cwd, version: '1.2.3', out: writer('out'), err: writer('err'), colour: { out: false, err: false } },
		...{ width: null, asks: false, interactive: false, ...changes, printed },
	};
}
