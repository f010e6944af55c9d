import { spawn, spawnSync } from 'node:child_process';
import { command } from './run.ts';

const script = spawnSync('script', ['--version'], { encoding: 'utf8' });

/** Whether to skip tests on a terminal because `script` (util-linux) is missing. In CI, they fail instead. */
export const skipsTerminal = !process.env['CI'] && !/util-linux/.test(script.stdout ?? '');

/**
 * Runs the compiled command on a real pseudo-terminal. Types each answer when its question is on the screen.
 *
 * @param keys questions and the keys to type
 */
export function inTerminal(
	folder: string,
	words: readonly string[],
	keys: readonly (readonly [question: string, typed: string])[],
): Promise<{ readonly code: number | null; readonly screen: string }> {
	const call = [process.execPath, command, ...words].map((word) => `'${word}'`).join(' ');
	const line = `stty cols 100 rows 40; exec ${call}`;
	const { CI: _CI, ...env } = process.env;
	const terminal = spawn('script', ['-qefc', line, '/dev/null'], { cwd: folder, env: { ...env, TERM: 'xterm' } });
	const remaining = [...keys];
	let screen = '';
	let seen = 0;
	terminal.stdout.on('data', (shown: Buffer) => {
		screen += shown.toString();
		const [next] = remaining;
		if (!next || !screen.slice(seen).includes(next[0])) return;
		remaining.shift();
		seen = screen.length;
		// A question is drawn shortly before it accepts keys.
		setTimeout(() => terminal.stdin.write(next[1]), 30);
	});
	return new Promise((resolve) => terminal.on('close', (code) => resolve({ code, screen })));
}
