import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AddOptions } from '../../src/cli/commands/add-command.ts';
import { runAdd } from '../../src/cli/commands/add-command.ts';
import { folderWith } from '../folder.ts';
import { sample } from '../tools.ts';
import { printingTerminal } from './printing-terminal.ts';
import { bibfolio, command, type Ran } from './run.ts';

const noether = `@article{noether1918,
  author = {Noether, Emmy},
  title = {Invariante Variationsprobleme},
  journal = {Nachrichten},
  year = {1918},
}
`;
const galois = 'TY  - JOUR\nAU  - Galois, Évariste\nTI  - Sur les équations\nJO  - Bulletin\nPY  - 1830\nER  - \n';

function read(root: string, path = 'papers.bib'): string {
	return readFileSync(join(root, path), 'utf8');
}

/** Runs the command in this process on a file with this text. */
async function add(root: string, text: string, options: AddOptions = {}, cwd = root): Promise<Ran> {
	writeFileSync(join(cwd, 'input.txt'), text);
	return addWords(cwd, ['input.txt'], options);
}

async function addWords(cwd: string, words: readonly string[], options: AddOptions = {}): Promise<Ran> {
	const terminal = printingTerminal(cwd);
	const code = await runAdd(options, words, terminal);
	const { out, err } = terminal.printed;
	return { code, out, err };
}

describe('bibfolio add', () => {
	it('adds an entry from standard input and shows its place in the lists', () => {
		const root = folderWith({ 'papers.bib': noether, 'bibfolio.yaml': 'people: ["Galois, Évariste"]\n' });
		const { code, out, err } = bibfolio(root, ['add'], { input: galois });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toBe(
			'Added galois1830 to papers.bib, line 8\n  Sur les équations\n  Journal Articles · Bulletin · 1830\n  Highlighted: Évariste Galois (owner)\n'.replace(
				'galois1830',
				'galoisEquations1830',
			),
		);
		expect(read(root)).toBe(
			`${noether}\n@article{galoisEquations1830,\n  author = {Galois, Évariste},\n  title = {Sur les équations},\n  journal = {Bulletin},\n  year = {1830},\n}\n`,
		);
	});

	it('refuses a duplicate with its place and does not change the file', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const { code, err } = await add(root, noether.replace('noether1918', 'other'));
		expect(code).toBe(1);
		expect(err).toContain(
			'papers.bib:1:10: error: Duplicate publication "Invariante Variationsprobleme": shares title and first author with noether1918',
		);
		expect(read(root)).toBe(noether);
	});

	it('adds the new entries of a file and exits with 1 because of a duplicate', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const { code, out } = await add(root, `${noether}@book{weyl, author={Weyl, H.}, title={Raum}, year=1918}`);
		expect(code).toBe(1);
		expect(out).toContain('Added weyl to papers.bib');
		expect(read(root)).toContain('@book{weyl,');
	});

	it('refuses the key of another work and accepts a new one', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const other = noether.replace('Invariante Variationsprobleme', 'Idealtheorie');
		const refused = await add(root, other);
		expect(refused.code).toBe(1);
		expect(refused.err).toContain('--key noether1918a');
		expect(await add(root, other, { key: 'noether1918a', quiet: true })).toEqual({ code: 0, out: '', err: '' });
		expect(read(root)).toContain('@article{noether1918a,');
	});

	it('shows the change in a dry run and writes nothing', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const { code, out } = await add(root, galois, { 'dry-run': true });
		expect(code).toBe(0);
		expect(out).toMatch(/^--- a\/papers\.bib\n\+\+\+ b\/papers\.bib\n@@ -4,3 \+4,10 @@\n/);
		expect(out).toContain('\n+  year = {1830},\n+}\n');
		expect(read(root)).toBe(noether);
	});

	it('prints a JSON summary', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const { out } = await add(root, galois, { json: true });
		expect(JSON.parse(out)).toMatchObject({
			exitCode: 0,
			file: 'papers.bib',
			written: true,
			added: [
				{ key: 'galoisEquations1830', path: 'papers.bib', line: 8, kind: 'journal', sections: ['Journal Articles'] },
			],
			diagnostics: [],
		});
	});

	it('creates a missing library, or the one named in the configuration', async () => {
		const root = folderWith({ 'in/.keep': '' });
		expect((await add(root, galois)).code).toBe(0);
		expect(read(root, 'publications.bib')).toMatch(/^@article\{galoisEquations1830,\n/);
		expect((await add(root, galois)).err).toContain('with galoisEquations1830');
		const named = folderWith({ 'bibfolio.yaml': 'library: bib/mine.bib\n' });
		expect((await add(named, galois)).code).toBe(0);
		expect(existsSync(join(named, 'bib/mine.bib'))).toBe(true);
	});

	it('writes to the file with similar entries, to the configured file or to the one in --to', async () => {
		const files = {
			'bib/journals.bib': noether,
			'bib/books.bib': '@book{a, author={A, B}, title={C}, year=1900}\n@book{b, author={A, B}, title={D}, year=1901}\n',
		};
		const root = folderWith(files);
		expect((await add(root, galois)).out).toContain('to bib/journals.bib');
		const configured = folderWith({ ...files, 'bibfolio.yaml': 'add: { to: bib/books.bib }\n' });
		expect((await add(configured, galois)).out).toContain('to bib/books.bib');
		mkdirSync(join(configured, 'sub'));
		const other = galois.replace('équations', 'permutations');
		expect((await add(configured, other, { to: 'new.bib' }, join(configured, 'sub'))).out).toContain('to sub/new.bib');
	});

	it('does not treat the file to add from as part of the library', async () => {
		const root = folderWith({
			'papers.bib': noether,
			'new.bib': '@book{weyl, author={Weyl, H.}, title={Raum}, year=1918}\n',
		});
		const { code, out, err } = await addWords(root, ['new.bib']);
		expect([code, out.split('\n', 1)[0]]).toEqual([0, 'Added weyl to papers.bib, line 8']);
		expect(err).toContain('new.bib is still part of the library: delete it');
	});

	it('uses the configured key pattern and dialect', async () => {
		const root = folderWith({
			'papers.bib': noether,
			'bibfolio.yaml': 'add: { key: "[auth:upper]-[year]", dialect: biblatex }\n',
		});
		expect((await add(root, galois)).code).toBe(0);
		expect(read(root)).toContain('@article{GALOIS-1830,');
		expect(read(root)).toContain('  journaltitle = {Bulletin},\n  date = {1830},');
		writeFileSync(join(root, 'bibfolio.yaml'), 'add: { key: auth + yaer }\n');
		const { code, err } = await add(root, galois);
		expect(code).toBe(2);
		expect(err).toContain('bibfolio.yaml:1:13: error: Unknown function "yaer" in key pattern');
		expect(err).toContain('Did you mean "year"?');
	});

	it('does not change a read-only file or a file with an unclosed entry', async () => {
		const broken = '@article{open,\n  title = {Never closed,\n';
		const root = folderWith({ 'papers.bib': noether });
		chmodSync(join(root, 'papers.bib'), 0o444);
		expect((await add(root, galois)).err).toContain('Cannot change papers.bib: the file is read-only');
		const other = folderWith({ 'papers.bib': broken });
		const { code, err } = await add(other, galois);
		expect(code).toBe(1);
		expect(err).toContain('an unclosed entry would contain the new one');
		expect(read(other)).toBe(broken);
	});

	it('reports input without entries', async () => {
		const root = folderWith({ 'papers.bib': noether });
		expect((await add(root, ' ')).err).toContain('input.txt is empty');
		expect((await add(root, 'Dear Emmy')).err).toContain('contains no entries or identifiers');
		expect((await addWords(root, ['nothing.ris'])).code).toBe(1);
		expect((await add(root, '[{"type":')).err).toContain('Invalid JSON');
	});

	it('reads the clipboard with an installed program', () => {
		const root = folderWith({ 'papers.bib': noether, 'bin/xclip': `#!/bin/sh\ncat <<'E'\n${galois}E\n` });
		chmodSync(join(root, 'bin/xclip'), 0o755);
		symlinkSync('/bin/cat', join(root, 'bin/cat'));
		symlinkSync('/bin/sh', join(root, 'bin/sh'));
		const run = (path: string) => bibfolio(root, ['add', '--clipboard'], { env: { PATH: path } });
		expect(run(join(root, 'none')).err).toMatch(/Cannot read the clipboard[\s\S]*hint: Install wl-paste \(or xclip\)/);
		expect(run([join(root, 'bin'), '/bin'].join(delimiter)).out).toContain('Added galoisEquations1830');
	});

	it('loses no entry when several processes add at once', async () => {
		const root = folderWith({ 'papers.bib': noether });
		const numbers = sample([0, 1, 2, 3, 4, 5], 2);
		const codes = await Promise.all(
			numbers.map((number) => {
				const child = spawn(process.execPath, [command, 'add', '-'], {
					cwd: root,
					stdio: ['pipe', 'ignore', 'ignore'],
				});
				child.stdin.end(galois.replace('Sur', `Sur ${number}`));
				return new Promise((resolve) => child.on('exit', resolve));
			}),
		);
		expect(codes).toEqual(numbers.map(() => 0));
		const text = read(root);
		expect(text.startsWith(noether)).toBe(true);
		for (const number of numbers) expect(text).toContain(`{Sur ${number} les équations}`);
		expect(new Set(bibfolio(root, ['list', '--format', 'keys']).out.trim().split('\n')).size).toBe(numbers.length + 1);
		expect(readdirSync(root)).toEqual(['papers.bib']);
	});
});
