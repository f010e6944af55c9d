import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deferSignals } from '../atomic-write.ts';
import type { TexEngine } from './tex-engines.ts';

/** The result of compiling a document. */
export interface Typeset {
	/** Null if TeX failed. */
	readonly pdf: Buffer | null;
	readonly log: string;
	/** True if TeX was stopped because it took too long. */
	readonly timedOut: boolean;
}

/** Milliseconds that one run may take. The first run of LuaTeX on a machine indexes every font. */
const runTimeout = 240_000;

/** Bookmarks and references settle in the second or third run. */
const maxRuns = 4;

const flags = ['-interaction=nonstopmode', '-halt-on-error', '-file-line-error', '-no-shell-escape'];

/**
 * Compiles a document in a temporary folder. The document cannot run programs, nor read or write files outside that folder
 * and the TeX installation. The same document and time give the same bytes.
 *
 * @param seconds creation time of the PDF, in seconds since 1970
 */
export function typeset(engine: TexEngine, document: string, seconds: number): Typeset {
	return deferSignals(() => {
		const folder = mkdtempSync(join(tmpdir(), 'bibfolio-pdf-'));
		try {
			writeFileSync(join(folder, `${job}.tex`), document);
			return runTex(engine, folder, seconds);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
}

const job = 'document';

function runTex(engine: TexEngine, folder: string, seconds: number): Typeset {
	const env = {
		...process.env,
		SOURCE_DATE_EPOCH: String(seconds),
		FORCE_SOURCE_DATE: '1',
		openin_any: 'p',
		openout_any: 'p',
		max_print_line: '10000',
		// Do not let METAFONT draw missing fonts.
		MKTEXTFM: '0',
	};
	for (let run = 1; ; run++) {
		const { status, error } = spawnSync(engine.program, [...flags, `${job}.tex`], {
			cwd: folder,
			env,
			stdio: 'ignore',
			timeout: runTimeout,
			killSignal: 'SIGKILL',
			shell: /\.(?:cmd|bat)$/i.test(engine.program),
		});
		const log = textOf(join(folder, `${job}.log`));
		if (status !== 0) return { pdf: null, log: log || (error?.message ?? ''), timedOut: isTimeout(error) };
		if (run < maxRuns && /Rerun to get|Label\(s\) may have changed|has changed\.$/m.test(log)) continue;
		return { pdf: readFileSync(join(folder, `${job}.pdf`)), log, timedOut: false };
	}
}

function isTimeout(error: Error | undefined): boolean {
	return (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
}

/** The text of a log, which may contain bytes that are invalid in any encoding; '' if there is none. */
function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
