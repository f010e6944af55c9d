import { isatty } from 'node:tty';
import packageJson from '../../package.json' with { type: 'json' };
import { visibleText } from '../diagnostics/visible.ts';

/** The version of Bibfolio. */
export const bibfolioVersion: string = packageJson.version;

/** The process that a command runs in. */
export interface Terminal {
	readonly cwd: string;
	/** The version of Bibfolio. */
	readonly version: string;
	/** Writes to standard output: the result. */
	out(text: string): void;
	/** Writes to standard error: everything else. */
	err(text: string): void;
	/** Whether standard output and standard error show colors. */
	readonly colour: { readonly out: boolean; readonly err: boolean };
	/** Columns of the terminal on standard output; null if it is not a terminal. */
	readonly width: number | null;
	/** Whether questions are possible: standard input and output are a terminal of at least 20 columns. */
	readonly asks: boolean;
	/** Whether a person sees standard error: it is a terminal, and this is not CI. */
	readonly interactive: boolean;
}

/**
 * The terminal of this process.
 *
 * @param colour the value of `--color`, which overrides the environment
 */
export function terminal(colour: boolean | undefined): Terminal {
	const { stdout, stderr, env } = process;
	const { TERM, CI } = env;
	const coloured = (stream: NodeJS.WriteStream) => colour ?? coloursOf(env) ?? (stream.isTTY && TERM !== 'dumb');
	return {
		cwd: process.cwd(),
		version: bibfolioVersion,
		// What is piped to a file or a program is data, and stays as it is.
		out: (text) => void stdout.write(stdout.isTTY ? visibleText(text) : text),
		err: (text) => void stderr.write(visibleText(text)),
		colour: { out: coloured(stdout), err: coloured(stderr) },
		width: stdout.isTTY ? stdout.columns || 80 : null,
		// Accessing process.stdin opens it, and a later synchronous read could then fail with EAGAIN.
		asks: isatty(0) && stdout.isTTY && stdout.columns >= 20 && !CI && TERM !== 'dumb',
		interactive: stderr.isTTY && !CI,
	};
}

/** NO_COLOR (no-color.org) and FORCE_COLOR; undefined if neither is set. */
function coloursOf(env: NodeJS.ProcessEnv): boolean | undefined {
	const { NO_COLOR, FORCE_COLOR } = env;
	if (NO_COLOR) return false;
	return FORCE_COLOR ? FORCE_COLOR !== '0' && FORCE_COLOR !== 'false' : undefined;
}
