import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';
import { printingTerminal } from './printing-terminal.ts';
import { bibfolio, command, run as runLine } from './run.ts';

const papers =
	'@article{lapuschkin2019, author = {Lapuschkin, S.}, title = {Clever Hans}, journal = {NC}, year = 2019}\n';
const secret = 'PRIVATE KEY hunter2\n';
const isWindows = process.platform === 'win32';

/** A Git work tree `repo/` with a configuration, and private files next to it. Returns the path of `repo/`. */
function repository(configuration: string): string {
	const base = folderWith({
		'repo/.git/HEAD': '',
		'repo/papers.bib': papers,
		'repo/bibfolio.yaml': configuration,
		'private/secret': secret,
		'private/notes.txt': 'a note\n',
		'private/.keep': '',
	});
	return join(base, 'repo');
}

/** All files next to the repository, and their contents. */
function outside(repo: string): string {
	const folder = join(repo, '..');
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('repo'));
	return JSON.stringify(names.sort());
}

/** Runs a command in this process. Returns its exit code and everything it printed. */
async function run(cwd: string, name: string, options: object = {}, files: readonly string[] = []) {
	const terminal = printingTerminal(cwd);
	const code = await commands.find((command) => command.name === name)?.run(options, files, terminal);
	return { code, text: terminal.printed.all };
}

const containing = (text: string): string => expect.stringContaining(text) as string;

describe('A configuration', () => {
	it.each([
		'outputs: ../list.html',
		'outputs: [list.html, ../private/list.md]',
		'outputs: [{path: ../private/works, format: works}]',
		'outputs: [{path: ../private/notes.txt, format: markdown}]',
		'outputs: .git/hooks/post-checkout.html',
		'lists: {"../../private/talks": {}}',
		'templates: ../private',
		'helpers: ../private/secret',
		'lists: {a: {style: ../private/secret.csl}}',
	])('cannot name places outside the project: %s', async (line) => {
		const repo = repository(`library: papers.bib\n${line}\n`);
		const before = outside(repo);
		for (const options of [{}, { check: true }, { json: true }])
			expect(await run(repo, 'build', options)).toEqual({ code: 2, text: containing('config/outside') });
		expect(outside(repo)).toBe(before);
		expect(readdirSync(repo).sort()).toEqual(['.git', 'bibfolio.yaml', 'papers.bib']);
	});

	it.each([
		['out', 'outputs: out/list.html'],
		['out/list.html', 'outputs: out/list.html'],
		['templates', ''],
		['templates/entry.html.hbs', ''],
		['templates/locales/en.yaml', ''],
		['templates/bibfolio.css', ''],
		['style.csl', 'lists: {a: {style: style.csl}}'],
		['helpers.mjs', 'helpers: helpers.mjs'],
	])('cannot leave the project through the link %s', async (path, line) => {
		const repo = repository(`library: papers.bib\n${line}\n`);
		mkdirSync(join(repo, path, '..'), { recursive: true });
		symlinkSync(join(repo, '../private', /\./.test(path) ? 'secret' : ''), join(repo, path));
		const before = outside(repo);
		const { code, text } = await run(repo, 'build');
		expect([code, text]).toEqual([2, containing('a link leads outside the project')]);
		expect(text).not.toContain('hunter2');
		expect([outside(repo), readFileSync(join(repo, '../private/secret'), 'utf8')]).toEqual([before, secret]);
	});

	it('cannot write through a link at the place of a page', async () => {
		const repo = repository('library: papers.bib\noutputs: [{path: works, format: works}, list.md]\n');
		mkdirSync(join(repo, 'works'));
		symlinkSync('../../private/secret', join(repo, 'works/lapuschkin2019.html'));
		expect(await run(repo, 'build')).toEqual({ code: 2, text: containing('a link leads outside the project') });
		expect(readFileSync(join(repo, '../private/secret'), 'utf8')).toBe(secret);
		expect(existsSync(join(repo, 'list.md'))).toBe(false);
	});

	it('cannot make eject write through a link', async () => {
		const repo = repository('library: papers.bib\n');
		mkdirSync(join(repo, 'templates'));
		symlinkSync('../../private', join(repo, 'templates/locales'));
		const before = outside(repo);
		expect(await run(repo, 'eject', {}, ['locales/de'])).toMatchObject({ text: containing('config/outside') });
		expect(outside(repo)).toBe(before);
	});

	it('may be a link to elsewhere only if it is named on the command line', async () => {
		const repo = repository('');
		rmSync(join(repo, 'bibfolio.yaml'));
		symlinkSync('../private/secret', join(repo, 'bibfolio.yaml'));
		const { code, text } = await run(repo, 'build');
		expect([code, text]).toEqual([2, containing('config/outside')]);
		expect(text).not.toContain('hunter2');
		expect((await run(repo, 'build', { config: 'bibfolio.yaml' })).text).toContain('bibfolio.yaml:1:');
	});

	it('cannot switch this check off', async () => {
		const repo = repository('library: papers.bib\noutputs: ../list.html\nchecks: {config/outside: off}\n');
		expect(await run(repo, 'build')).toMatchObject({ code: 2 });
		expect(existsSync(join(repo, '../list.html'))).toBe(false);
	});

	it('may name a library anywhere, but a file that is not BibTeX is not shown', async () => {
		const repo = repository('library: [papers.bib, ../private/secret]\n');
		const calls = [
			['build'],
			['check'],
			['check', { format: 'json' }],
			['fix', { 'dry-run': true }],
			['list'],
		] as const;
		for (const [name, options] of calls) {
			const { code, text } = await run(repo, name, options);
			expect([name, code, text]).toEqual([name, 1, containing('No BibTeX entries in ../private/secret')]);
			expect(text).not.toContain('hunter2');
		}
		writeFileSync(join(repo, '../private/secret'), papers.replace('2019,', '2018,'));
		expect(await run(repo, 'build')).toMatchObject({ code: 0 });
	});

	it('cannot make add change other files of the user', async () => {
		const repo = repository('library: papers.bib\nadd: {to: ../private/notes.txt}\n');
		writeFileSync(join(repo, 'new.txt'), '@misc{new, title = {New}}');
		expect(await run(repo, 'add', {}, ['new.txt'])).toEqual({ code: 2, text: containing('config/outside') });
		expect(readFileSync(join(repo, '../private/notes.txt'), 'utf8')).toBe('a note\n');
		expect(await run(repo, 'add', { to: '../private/notes.txt' }, ['new.txt'])).toMatchObject({ code: 0 });
	});

	it('does not concern commands that write no lists', async () => {
		const repo = repository('library: papers.bib\noutputs: ../list.html\n');
		writeFileSync(join(repo, 'new.txt'), '@misc{new, title = {New}}');
		expect(await run(repo, 'list', { format: 'keys' })).toEqual({ code: 0, text: 'lapuschkin2019\n' });
		expect(await run(repo, 'add', {}, ['new.txt'])).toMatchObject({ code: 0 });
		expect(await run(repo, 'export')).toMatchObject({ code: 0 });
	});
});

describe('A user', () => {
	it('can allow folders with options or in the environment', async () => {
		const repo = repository('library: papers.bib\noutputs: [../site/a.html, ../site/deep/b.html]\n');
		expect(await run(repo, 'build', { 'allow-outside': ['../private'] })).toMatchObject({ code: 2 });
		expect(await run(repo, 'build', { 'allow-outside': ['../private', '../site'] })).toMatchObject({ code: 0 });
		expect(readdirSync(join(repo, '../site')).sort()).toEqual(['a.html', 'deep']);
		vi.stubEnv('BIBFOLIO_ALLOW_OUTSIDE', ['../private', join(repo, '../site')].join(delimiter));
		expect(await run(repo, 'build', { check: true })).toMatchObject({ code: 0 });
		vi.unstubAllEnvs();
		expect(await run(repo, 'build', { check: true })).toMatchObject({ code: 2 });
	});

	it('can name any path on the command line', async () => {
		const repo = repository('library: papers.bib\nlists: {"../../private/talks": {}}\n');
		expect(await run(repo, 'build', { out: '../site/' })).toMatchObject({ code: 0 });
		expect(readdirSync(join(repo, '../site')).sort()).toEqual(['talks.html', 'talks.md', 'talks.tex']);
		expect(await run(repo, 'build', { out: '../cv.tex' })).toMatchObject({ code: 0 });
		const options = { config: 'repo/bibfolio.yaml', out: 'x.md' };
		expect(await run(join(repo, '..'), 'build', options)).toMatchObject({ code: 0 });
		expect(existsSync(join(repo, '../x.md'))).toBe(true);
	});

	it('can name a folder of templates and a library outside the project', async () => {
		const repo = repository('library: papers.bib\n');
		writeFileSync(join(repo, '../private/entry.html.hbs'), '{{key}}!');
		const options = { templates: '../private', stdout: true, format: ['html'] };
		expect(await run(repo, 'build', options)).toEqual({ code: 0, text: containing('lapuschkin2019!') });
		writeFileSync(join(repo, '../private/notes.txt'), 'article{typo, title = {The at sign is missing}}\n');
		expect((await run(repo, 'check', {}, ['../private/notes.txt'])).text).toContain('> 1 | article{typo');
	});
});

describe.skipIf(isWindows)('Pipes and devices', () => {
	itWith('cat')('are read as a library once', () => {
		const folder = folderWith({ 'papers.bib': papers });
		for (const script of [
			'cat papers.bib | "$0" "$1" build --stdout /dev/stdin',
			'"$0" "$1" build --stdout - < papers.bib',
		]) {
			const ran = spawnSync('sh', ['-c', script, process.execPath, command], { cwd: folder, encoding: 'utf8' });
			expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('Clever Hans')]);
		}
	});

	itWith('bash', 'cat')('are read from the process substitution of a shell', () => {
		const folder = folderWith({ 'papers.bib': papers });
		const script = '"$0" "$1" build --stdout <(cat papers.bib)';
		const ran = spawnSync('bash', ['-c', script, process.execPath, command], { cwd: folder, encoding: 'utf8' });
		expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('Clever Hans')]);
	});

	it.each([
		[['build', '/dev/zero'], 1, 'Cannot read /dev/zero: it is a device'],
		[['build', 'papers.bib', '--out', '/dev/stdout', '--format', 'html'], 2, 'build --stdout'],
		[['build', 'papers.bib', '--out', '/dev/null'], 2, 'it is a device'],
		[['build', 'papers.bib', '--out', '-'], 2, 'build --stdout'],
		[['export', 'papers.bib', '--out', '-'], 2, 'Omit --out'],
		[['export', 'papers.bib', '--out', '/dev/null'], 1, 'it is a device'],
	])('are refused: %j', async (words, code, message) => {
		const folder = folderWith({ 'papers.bib': papers });
		const ran = await runLine(folder, words);
		expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(message)]);
		expect(readdirSync(folder)).toEqual(['papers.bib']);
	});

	it.runIf(existsSync('/proc/self'))('do not include folders in which the system allows no files', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		expect(await runLine(folder, ['build', 'papers.bib', '--out', '/proc/x'])).toMatchObject({ code: 1 });
	});

	itWith('mkfifo')('do not block a command that writes or watches', async () => {
		const folder = folderWith({ 'papers.bib': papers });
		spawnSync('mkfifo', [join(folder, 'pipe.html'), join(folder, 'pipe.bib')]);
		expect(await runLine(folder, ['build', 'papers.bib', '--out', 'pipe.html'])).toMatchObject({ code: 2 });
		expect(await runLine(folder, ['fix', 'pipe.bib'])).toMatchObject({ code: 1 });
		const watch = spawn(process.execPath, [command, 'watch', 'pipe.bib'], { cwd: folder });
		await new Promise((watching) => watch.stdout.once('data', watching));
		watch.kill('SIGINT');
		expect(await new Promise((ended) => watch.once('exit', ended))).toBe(0);
	});
});

describe.skipIf(isWindows)('add on a full disk', () => {
	// A file size limit fails like a full disk: first a short write, then an error.
	it('says so and leaves nothing', () => {
		const library = papers.repeat(40);
		const folder = folderWith({ 'papers.bib': library });
		const shell = 'trap "" XFSZ; ulimit -f 2; exec "$0" "$@"';
		const options = { cwd: folder, encoding: 'utf8', input: '@misc{new, title = {New}}' } as const;
		const ran = spawnSync('sh', ['-c', shell, process.execPath, command, 'add'], options);
		expect([ran.status, ran.stderr]).toEqual([
			1,
			expect.stringContaining('Cannot change papers.bib: the file is larger'),
		]);
		expect([readdirSync(folder), readFileSync(join(folder, 'papers.bib'), 'utf8')]).toEqual([['papers.bib'], library]);
	});

	it('says so and leaves nothing on a file system without space', (test) => {
		const folder = folderWith({ 'disk/.keep': '' });
		const disk = join(folder, 'disk');
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'none', disk]);
		if (mounted.status !== 0) test.skip('needs the permission to mount a file system');
		try {
			writeFileSync(join(disk, 'papers.bib'), papers);
			expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(65_536))).toThrow('ENOSPC');
			const ran = bibfolio(disk, ['add'], { input: '@misc{new, title = {New}}' });
			expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('Cannot change papers.bib: the disk is full')]);
			expect(readdirSync(disk).sort()).toEqual(['filler', 'papers.bib']);
			expect(readFileSync(join(disk, 'papers.bib'), 'utf8')).toBe(papers);
		} finally {
			spawnSync('umount', [disk]);
		}
	});
});
