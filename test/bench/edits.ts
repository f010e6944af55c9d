import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Runner } from './measure.ts';

/** Number of edits. The first ones are slower, because V8 has not optimized the code yet. */
const edits = 9;

/**
 * Median seconds from an edit of one entry until the last output is on disk, while a library is watched. Null if it takes
 * more than a minute.
 *
 * @param watcher `bibfolio watch`
 * @param library the file that is edited, in the folder
 * @param outputs what it writes, in the folder
 */
export async function secondsOfEdit(
	watcher: Runner,
	folder: string,
	library: string,
	outputs: readonly string[],
): Promise<number | null> {
	const file = join(folder, library);
	const text = readFileSync(file, 'utf8');
	const child = spawn(watcher.command, watcher.args, { cwd: folder, stdio: 'ignore' });
	try {
		const files = outputs.map((output) => join(folder, output));
		if (!(await areWritten(files, 0, child))) return null;
		const times: number[] = [];
		for (let edit = 1; edit <= edits; edit++) {
			await pause(3000);
			const place = text.indexOf('title = {', (text.length / (edits + 1)) * edit) + 'title = {'.length;
			const start = Date.now();
			writeFileSync(file, `${text.slice(0, place)}Edited ${text.slice(place)}`);
			if (!(await areWritten(files, start, child))) return null;
			times.push(Date.now() - start);
		}
		return (times.sort((a, b) => a - b)[(edits - 1) / 2] ?? 0) / 1000;
	} finally {
		child.kill();
		writeFileSync(file, text);
	}
}

/** True once all files are newer than a time; false after a minute, or if the watcher has exited. */
async function areWritten(files: readonly string[], since: number, child: ChildProcess): Promise<boolean> {
	for (const start = Date.now(); Date.now() - start < 60_000; await pause(5)) {
		if (files.every((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > since)) return true;
		if (child.exitCode !== null) return false;
	}
	return false;
}
