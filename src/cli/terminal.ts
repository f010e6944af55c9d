import { readFileSync } from 'node:fs';

/** What every command can use of the world around it. */
export interface Terminal {
	readonly cwd: string;
	/** Bibfolio's own version. */
	readonly version: string;
	/** Standard output: what was asked for. */
	out(text: string): void;
	/** Standard error: everything else. */
	err(text: string): void;
	/** Whether standard output, or standard error, shows colours. */
	readonly colour: { readonly out: boolean; readonly err: boolean };
	/** Columns of the terminal that standard output is; null when it is none. */
	readonly width: number | null;
	/** Somebody can be asked: standard input and output are a terminal that is wide enough. */
	readonly asks: boolean;
	/** Standard error is a terminal somebody looks at. */
	readonly interactive: boolean;
}

/**
 * The terminal of this process.
 *
 * @param colour what `--color` or `--no-color` says, before the environment is asked
 */
export function terminal(colour: boolean | undefined): Terminal {
	const { stdout, stderr, env } = process;
	const { TERM, CI } = env;
	const coloured = (stream: NodeJS.WriteStream) => colour ?? coloursOf(env) ?? (stream.isTTY && TERM !== 'dumb');
	return {
		cwd: process.cwd(),
		version: ownVersion(),
		out: (text) => void stdout.write(text),
		err: (text) => void stderr.write(text),
		colour: { out: coloured(stdout), err: coloured(stderr) },
		width: stdout.isTTY ? stdout.columns || 80 : null,
		// Standard input is opened when it is first named, which takes some milliseconds.
		get asks() {
			return process.stdin.isTTY && stdout.isTTY && stdout.columns >= 20 && !CI && TERM !== 'dumb';
		},
		interactive: stderr.isTTY && !CI,
	};
}

/** NO_COLOR (no-color.org) and FORCE_COLOR; undefined leaves it to the stream. */
function coloursOf(env: NodeJS.ProcessEnv): boolean | undefined {
	const { NO_COLOR, FORCE_COLOR } = env;
	if (NO_COLOR) return false;
	return FORCE_COLOR ? FORCE_COLOR !== '0' && FORCE_COLOR !== 'false' : undefined;
}

/** The version in package.json, one folder above `src/commands/` or `dist/`. */
export function ownVersion(): string {
	for (const path of ['../package.json', '../../package.json']) {
		try {
			const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
			if (name === 'bibfolio') return version;
		} catch {}
	}
	return 'unknown';
}
