import { spawn, spawnSync } from 'node:child_process';
import { command } from './run.ts';

const found = spawnSync('script', ['--version'], { encoding: 'utf8' });

/** Whether there is no `script` (util-linux) to make a terminal with; on CI that is a failure. */
export const terminalToSkip = !process.env['CI'] && !/util-linux/.test(found.stdout ?? '');

/**
 * Runs the compiled command on a real pseudo-terminal. Each answer is typed when its question is on the screen.
 *
 * @param keys questions and what is typed then
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
	const left = [...keys];
	let screen = '';
	let seen = 0;
	terminal.stdout.on('data', (shown: Buffer) => {
		screen += shown.toString();
		const [next] = left;
		if (!next || !screen.slice(seen).includes(next[0])) return;
		left.shift();
		seen = screen.length;
		// Once the question listens: it is drawn before that.
		setTimeout(() => terminal.stdin.write(next[1]), 30);
	});
	return new Promise((resolve) => terminal.on('close', (code) => resolve({ code, screen })));
}
