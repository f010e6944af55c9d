import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { sample } from '../../tools.ts';
import { library } from './library.ts';
import { output, outputNames, pause, start, stopAll } from './running.ts';

const keys = Array.from({ length: 100 }, (_, index) => `work${index}`);
const names = ['publications.html', 'publications.md', 'publications.tex'];

// Many processes run at the same time, so each may be slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterAll(stopAll);

describe.concurrent('an interrupted build', () => {
	it.each(sample(['SIGINT', 'SIGTERM'] as const, 2))(
		'leaves old files or new ones, whole, and nothing else: %s',
		async (signal) => {
			const folder = folderWith({ 'papers.bib': library(...keys) });
			await (await start(folder, ['build'], 'Wrote')).ended();
			const ends = names.map((name) => output(folder, `out/${name}`).slice(-30));
			const watching = await start(folder, ['watch', '--title', 'Watched']);
			for (let count = 0; count < 2; count++) {
				const building = await start(folder, ['build', '--title', `Title ${count}`], /^/);
				writeFileSync(join(folder, 'papers.bib'), library(...keys, `more${count}`));
				await pause(150 + Math.random() * 450);
				await building.stop(signal);
				// A temporary file that the watcher is writing at this moment does not come from the build.
				const left = outputNames(folder).filter((name) => !names.includes(name) && !name.endsWith(`.${watching.pid}~`));
				expect(left).toEqual([]);
			}
			expect(await watching.stop(signal)).toBe(0);
			expect(outputNames(folder)).toEqual(names);
			expect(names.map((name) => output(folder, `out/${name}`).slice(-30))).toEqual(ends);
		},
	);
});
