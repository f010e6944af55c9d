import { join } from 'node:path';
import fc from 'fast-check';
import { folderWith } from '../folder.ts';
import { configuration, library } from '../preview/watch/library.ts';
import { becomesFresh, pause, start } from '../preview/watch/running.ts';
import { ways } from '../preview/watch/ways-to-save.ts';
import type { Trial } from './trial.ts';

interface Save {
	readonly way: string;
	readonly file: 'a' | 'b';
	readonly entries: number;
	/** Milliseconds before the next save. */
	readonly pause: number;
}

const savesPerWatch = 25;
/** Watches that run at the same time, because most of them wait. */
const watches = 4;

export const noStaleList: Trial<readonly (readonly Save[])[]> = {
	name: 'saves',
	promise: 'While watch is running, no list is stale at the end',
	tries: 2500,
	fewTries: 0,
	triesPerCase: savesPerWatch * watches,
	cases: fc.array(
		fc.array(
			fc.record({
				way: fc.constantFrom(...Object.keys(ways)),
				file: fc.constantFrom('a', 'b'),
				entries: fc.nat(6),
				pause: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(400)),
			}),
			{ minLength: savesPerWatch, maxLength: savesPerWatch },
		),
		{ minLength: watches, maxLength: watches },
	),
	async breach(allSaves) {
		const breaches = await Promise.all(allSaves.map(breachOf));
		return breaches.find((breach) => breach !== null) ?? null;
	},
};

async function breachOf(saves: readonly Save[]): Promise<string | null> {
	const initial = { 'bib/a.bib': library('a', 'last'), 'bib/b.bib': library('b', 'end') };
	const folder = folderWith({ 'bibfolio.yaml': configuration, ...initial });
	const running = await start(folder, ['watch']);
	try {
		for (const [count, { way, file, entries, pause: milliseconds }] of saves.entries()) {
			const keys = Array.from({ length: entries }, (_, index) => `${file}${count}-${index}`);
			await ways[way]?.(join(folder, `bib/${file}.bib`), library(file, ...keys, 'last'));
			await pause(milliseconds);
		}
		await becomesFresh(folder);
		// A delayed check must not bring back an older state.
		await pause(1200);
		await becomesFresh(folder);
		return null;
	} catch (error) {
		return `${(error as Error).message}\nafter ${JSON.stringify(saves)}`;
	} finally {
		await running.stop('SIGKILL');
	}
}
