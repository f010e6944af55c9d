import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { run } from './run.ts';

const wrong = '% mine\n@article{a,\n  author = {Ada, A.},\n  title = {T},\n  pages = {1-2},\n}\n';
const right = wrong.replace('1-2', '1--2');
const read = (folder: string, path = 'a.bib') => readFileSync(join(folder, path), 'utf8');

describe('bibfolio fix', () => {
	it('fixes the configured library and counts the remaining problems', async () => {
		const folder = folderWith({ 'bib/a.bib': wrong, 'bib/b.bib': right, 'bibfolio.yaml': 'library: bib/*.bib' });
		expect(await run(folder, ['fix'])).toEqual({
			code: 0,
			out: 'Fixed 1 problem in 1 file: field/page-dash\n2 problems left: run bibfolio check\n',
			err: '',
		});
		expect([read(folder, 'bib/a.bib'), read(folder, 'bib/b.bib')]).toEqual([right, right]);
	});

	it('prints a diff with --dry-run and writes nothing', async () => {
		const folder = folderWith({ 'a.bib': wrong });
		const { code, out, err } = await run(folder, ['fix', '--dry-run']);
		expect(out).toBe(
			'--- a/a.bib\n+++ b/a.bib\n@@ -2,5 +2,5 @@\n @article{a,\n   author = {Ada, A.},\n   title = {T},\n-  pages = {1-2},\n+  pages = {1--2},\n }\n',
		);
		expect([code, err.split('\n')[0], read(folder)]).toEqual([
			0,
			'Would fix 1 problem in 1 file: field/page-dash',
			wrong,
		]);
		expect((await run(folder, ['fix', '-n', '--color'])).out).toContain('\u001b[32m+  pages = {1--2},\u001b[0m');
	});

	it('exits with 1 with --check only if there is something to fix', async () => {
		const folder = folderWith({ 'a.bib': wrong });
		const { code, out } = await run(folder, ['fix', '--check']);
		expect([code, out.split('\n')[0], read(folder)]).toEqual([1, 'a.bib can be fixed', wrong]);
		await run(folder, ['fix']);
		expect(await run(folder, ['fix', '--check', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
	});

	it('is suggested by bibfolio check', async () => {
		const { out } = await run(folderWith({ 'a.bib': wrong }), ['check']);
		expect(out).toContain('hint: Use two hyphens, "--" (fixable with bibfolio fix)');
		expect(out).toMatch(/; 1 fixable with bibfolio fix\n$/);
	});

	it('does not fix a code that is off', async () => {
		const folder = folderWith({ 'a.bib': wrong, 'bibfolio.yaml': 'checks: {field/page-dash: off}' });
		await run(folder, ['fix']);
		expect(read(folder)).toBe(wrong);
	});

	it('keeps Latin-1, and does not change a file whose encoding lacks a character', async () => {
		const latin = Buffer.from(wrong.replace('mine', 'Müller'), 'latin1');
		const folder = folderWith({ 'a.bib': latin });
		expect((await run(folder, ['fix'])).code).toBe(0);
		expect(readFileSync(join(folder, 'a.bib')).toString('latin1')).toBe(right.replace('mine', 'Müller'));
		const greek = latin.toString('latin1').replace('{T}', '{&alpha; T}');
		writeFileSync(join(folder, 'a.bib'), greek, 'latin1');
		const { code, err } = await run(folder, ['fix']);
		expect([code, readFileSync(join(folder, 'a.bib')).toString('latin1')]).toEqual([1, greek]);
		expect(err).toContain('Save it as UTF-8');
	});

	it.skipIf(process.platform === 'win32')(
		'skips read-only files and files with conflict markers, and fixes the others',
		async () => {
			const conflict = `${wrong}<<<<<<< HEAD\n=======\n>>>>>>> other\n`;
			const folder = folderWith({ 'a.bib': wrong, 'b.bib': conflict, 'c.bib': wrong.replace('{a,', '{c,') });
			chmodSync(join(folder, 'a.bib'), 0o444);
			const { code, err } = await run(folder, ['fix']);
			expect([code, read(folder), read(folder, 'b.bib')]).toEqual([1, wrong, conflict]);
			expect(read(folder, 'c.bib')).toContain('1--2');
			expect(err).toMatch(/Cannot change a\.bib: the file is read-only[\s\S]*conflict marker in b\.bib/);
		},
	);

	it.each([
		[['--only', 'field/page-dsah'], 'Did you mean "field/page-dash"?'],
		[['--only', 'bib/syntax'], 'No automatic fix for "bib/syntax"'],
		[['-'], 'cannot read standard input'],
	])('refuses wrong usage with a hint: %j', async (words, expected) => {
		const { code, err } = await run(folderWith({ 'a.bib': wrong }), ['fix', ...words]);
		expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
	});
});
