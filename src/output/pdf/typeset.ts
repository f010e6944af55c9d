import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uninterrupted } from '../write-whole.ts';
import type { Engine } from './tex-engines.ts';

/** What an engine made of a document. */
export interface Typeset {
	/** Null when it failed. */
	readonly pdf: Buffer | null;
	readonly log: string;
	/** It was stopped because it did not end. */
	readonly timedOut: boolean;
}

/** Milliseconds that one run may take; the first of LuaTeX on a machine looks through every font. */
const patience = 240_000;

/** Bookmarks and references settle in the second run, or the third. */
const mostRuns = 4;

const flags = ['-interaction=nonstopmode', '-halt-on-error', '-file-line-error', '-no-shell-escape'];

/**
 * Compiles a document in a folder of its own, which is gone afterwards. Nothing in the document can run a program, or
 * read or write files outside of that folder and the TeX installation. The same document at the same time gives the
 * same bytes.
 *
 * @param seconds since 1970: when the PDF says that it was made
 */
export function typeset(engine: Engine, document: string, seconds: number): Typeset {
	return uninterrupted(() => {
		const folder = mkdtempSync(join(tmpdir(), 'bibfolio-pdf-'));
		try {
			writeFileSync(join(folder, `${job}.tex`), document);
			return runs(engine, folder, seconds);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
}

const job = 'document';

function runs(engine: Engine, folder: string, seconds: number): Typeset {
	const env = {
		...process.env,
		SOURCE_DATE_EPOCH: String(seconds),
		FORCE_SOURCE_DATE: '1',
		openin_any: 'p',
		openout_any: 'p',
		max_print_line: '10000',
		// A font that is looked for and not there is not drawn by METAFONT.
		MKTEXTFM: '0',
	};
	for (let left = mostRuns; ; left--) {
		const { status, error } = spawnSync(engine.program, [...flags, `${job}.tex`], {
			cwd: folder,
			env,
			stdio: 'ignore',
			timeout: patience,
			killSignal: 'SIGKILL',
			shell: /\.(?:cmd|bat)$/i.test(engine.program),
		});
		const log = textOf(join(folder, `${job}.log`));
		if (status !== 0) return { pdf: null, log: log || (error?.message ?? ''), timedOut: isTimeout(error) };
		if (left > 1 && /Rerun to get|Label\(s\) may have changed|has changed\.$/m.test(log)) continue;
		return { pdf: readFileSync(join(folder, `${job}.pdf`)), log, timedOut: false };
	}
}

function isTimeout(error: Error | undefined): boolean {
	return (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
}

/** A log; engines write what they cannot show in no encoding at all. */
function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
