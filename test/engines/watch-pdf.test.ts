import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { start, stopAll } from '../preview/watch/running.ts';
import { describeWith } from '../tools.ts';
import { textOf } from './tex.ts';

afterAll(stopAll);

const entry = (key: string, title: string) =>
	`@article{${key}, author = {Weber, Marie}, title = {${title}}, journal = {Nature}, year = {2020}}\n\n`;

describeWith('pdflatex', 'pdftotext')('watch --pdf', () => {
	it('rebuilds the PDF when its list changes, and reports a TeX error once', async () => {
		const folder = folderWith({ 'papers.bib': entry('a', 'Pulsars') });
		const watch = await start(folder, ['watch', 'papers.bib', '--pdf', '--out', 'cv.pdf']);
		expect(watch.printed()).toMatch(/Wrote cv\.tex, cv\.pdf from 1 entry/);
		const add = (key: string, title: string) => () => appendFileSync(join(folder, 'papers.bib'), entry(key, title));
		await watch.prints(/Added b: wrote cv\.tex, cv\.pdf/, add('b', 'Quasars'));
		expect(textOf('cv', folder)).toContain('Quasars');
		const printed = await watch.prints(/Added c: wrote cv\.tex in/, add('c', '$\\nosuchthing$'));
		expect(printed).toContain('Cannot create cv.pdf');
		expect(textOf('cv', folder)).toContain('Quasars');
		expect(await watch.stop()).toBe(0);
	}, 120_000);
});
