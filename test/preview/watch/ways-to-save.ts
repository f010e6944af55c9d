import { closeSync, openSync, renameSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { pause } from './running.ts';

/** Saves a text to a file. */
export type Save = (file: string, text: string) => unknown;

/** The ways in which programs save a file. */
export const ways: Readonly<Record<string, Save>> = {
	'in place': (file, text) => writeFileSync(file, text),
	'Vim: the old file renamed to a backup, a new one written': (file, text) => {
		renameSync(file, `${file}~`);
		writeFileSync(file, text);
		unlinkSync(`${file}~`);
	},
	'write-file-atomic: a temporary file renamed': (file, text) => writeFileAtomic.sync(file, text),
	'JabRef: a backup copied, a temporary file of another name renamed': (file, text) => {
		writeFileSync(`${file}.sav`, 'backup');
		const temporary = join(file, '..', 'jabref-123.tmp');
		writeFileSync(temporary, text);
		renameSync(temporary, file);
	},
	'truncated, a pause, written': async (file, text) => {
		writeFileSync(file, '');
		await pause(300);
		writeFileSync(file, text);
	},
	'in slow pieces, some of which end after an entry': async (file, text) => {
		const handle = openSync(file, 'w');
		const firstEnd = text.indexOf('\n\n') + 1;
		for (const [from, to] of [
			[0, firstEnd - 30],
			[firstEnd - 30, firstEnd],
			[firstEnd, firstEnd + 12],
			[firstEnd + 12, text.length],
		] as const) {
			writeSync(handle, text.slice(from, to));
			await pause(160);
		}
		closeSync(handle);
	},
	'deleted and made again': async (file, text) => {
		unlinkSync(file);
		await pause(200);
		writeFileSync(file, text);
	},
	'git: deleted and written at once': (file, text) => {
		unlinkSync(file);
		writeFileSync(file, text);
	},
	'twice within a moment': async (file, text) => {
		writeFileSync(file, text.replace('Version', 'Draft'));
		await pause(5);
		writeFileSync(file, text);
	},
	'as another file put in its place': (file, text) => {
		const other = `${file}.new`;
		writeFileSync(other, text);
		renameSync(other, file);
	},
};
