import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder.ts';

const entry = (key: string, more = '') => `@misc{${key}, title={Work ${key}}, year={2020}${more}}\n`;
const files = {
	'papers.bib': entry('one') + entry('two'),
	'bibfolio.yaml': 'library: papers.bib\noutputs: [{ path: site/works, format: works }]\n',
	'site/works/mine.html': '<p>Mine</p>',
	'site/works/one.html': '<p>Overwritten</p>',
	'site/works/notes.txt': 'Bibfolio work',
};

describe('pages of removed publications', () => {
	it('are removed, and no other files', async () => {
		const folder = folderWith(files);
		const names = () => readdirSync(join(folder, 'site/works')).sort();
		expect((await run(folder, ['build'])).out).toContain('Wrote site/works/ (2 files)');
		expect(names()).toEqual(['mine.html', 'notes.txt', 'one.html', 'two.html']);
		writeFileSync(join(folder, 'papers.bib'), entry('one') + entry('two', ', hidden={true}'));
		const checked = await run(folder, ['build', '--check']);
		expect([checked.code, checked.err]).toEqual([1, expect.stringContaining('Obsolete page site/works/two.html')]);
		expect(names()).toContain('two.html');
		expect((await run(folder, ['build'])).out).toContain('Removed site/works/two.html (no longer in the list)');
		expect(names()).toEqual(['mine.html', 'notes.txt', 'one.html']);
		expect((await run(folder, ['build', '--check'])).code).toBe(0);
	});

	it('stay while the library or the configuration is broken', async () => {
		const folder = folderWith(files);
		await run(folder, ['build']);
		for (const [path, text] of [
			['papers.bib', ''],
			['bibfolio.yaml', `${files['bibfolio.yaml']}locale: xx\n`],
		] as const) {
			const before = readFileSync(join(folder, path));
			writeFileSync(join(folder, path), text);
			expect((await run(folder, ['build'])).code).not.toBe(0);
			expect(existsSync(join(folder, 'site/works/two.html'))).toBe(true);
			writeFileSync(join(folder, path), before);
		}
	});
});
