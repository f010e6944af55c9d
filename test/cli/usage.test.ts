import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { operandOf } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';
import { bibfolio, run } from './run.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url));
const broken = readFileSync(new URL('fixtures/broken.bib', import.meta.url));
const good = papers.toString().replace(/^ {2}file = .*\n/m, '');
const folder = folderWith({ 'papers.bib': papers, 'broken.bib': broken, 'good/good.bib': good });

describe('help', () => {
	it.each([
		[['--help'], ['build', 'check', 'export', '--highlight', 'Examples:']],
		[
			['check', '--help'],
			['--format', 'sarif', 'Examples:'],
		],
		[
			['export', '-h'],
			['csl-json', 'bibtex'],
		],
	])('lists options and examples: %j', async (words, expected) => {
		const { code, out, err } = await run(folder, words);
		expect([code, err]).toEqual([0, '']);
		for (const word of expected) expect(out).toContain(word);
	});

	it.each([
		[['help'], ['--help']],
		[
			['help', 'add'],
			['add', '--help'],
		],
	])('%j is the same as %j', async (words, option) => {
		expect(await run(folder, words)).toEqual(await run(folder, option));
	});

	it.each([[['--version']], [['build', '--version']]])('prints the version: %j', async (words) => {
		expect(await run(folder, words)).toEqual({ code: 0, out: `${version}\n`, err: '' });
	});

	it('describes the operands of each command, apart from its options', async () => {
		for (const command of commands) {
			const { out } = await run(folder, [command.name, '--help']);
			if (command.files !== null)
				expect(out.replace(/\s+/g, ' ')).toContain(`Positionals: ${operandOf(command)} ${command.files}`);
			expect(Object.keys(command.options)).not.toContain(operandOf(command));
			expect(out).not.toMatch(/\[array\]|default: \[/);
		}
	});

	it('is in English for every system language', () => {
		expect(bibfolio(folder, ['--help'], { env: { LC_ALL: 'de_DE.UTF-8' } }).out).toContain('Examples:');
	});
});

describe('wrong usage', () => {
	it.each([
		[['build', '--formt', 'html'], 'error: Unknown option --formt\n  hint: Did you mean --format?\n'],
		[['build', '-x'], 'Unknown option -x'],
		[['biuld'], 'error: Unknown command or file "biuld"\n  hint: Did you mean "build"?\n'],
		[['chek', 'papers.bib'], 'Did you mean "check"?'],
		[['help', 'biuld'], 'error: Unknown command "biuld"\n  hint: Did you mean "build"?\n'],
		[['build', '--out'], 'error: Missing value after --out\n  hint: Output folder, or one file such as cv.tex\n'],
		[['build', '--group', 'year'], 'Did you mean --group-by?'],
		[['--versoin'], 'Did you mean --version?'],
		[['version'], 'Did you mean --version?'],
		[['highlight', 'Samek'], 'Did you mean --highlight?'],
		[['papers'], 'Unknown command or file "papers"\n  hint: Did you mean "papers.bib"?'],
		[['papers.bib', '--sort', 'year', 'desc'], 'Use a minus for descending order: --sort -year\n'],
		[['papers.bib', '--format', 'pdf'], 'hint: Use --pdf to make a PDF'],
		[['papers.bib', '--format', 'tex'], 'hint: Did you mean "latex"?'],
		[['build', '--limit', 'many'], 'error: Expected a positive integer after --limit, found "many"\n'],
		[
			['build', '--number', 'sideways'],
			'error: Unknown value "sideways" after --number\n  hint: Choose from: up, down, none\n',
		],
		[['build', '--stdout', '--check'], 'Cannot combine --stdout with --check'],
		[['build', '--stdout', '--format', 'html,markdown'], 'Name one format'],
		[['check', '--format', 'xml'], 'sarif'],
		[['build', '--config', 'nowhere.yaml'], 'Cannot find the configuration'],
		[['build', '--where', 'year>>'], '--where'],
		[['build', '--highlight', ''], 'Missing name after --highlight'],
		[['schema', 'papers.bib'], 'takes no files'],
		[['papers.bib', '--highlight', 'Lapuschkin,', 'Sebastian'], '--highlight "Lapuschkin, Sebastian"'],
		[['--title', 'My', 'own', 'papers', 'papers.bib'], '--title "My own papers"'],
		[['papers.bib', '--out', 'papers.docx'], 'Use one of: .html, .md, .qmd, .mdx, .tex'],
	])('is refused with a hint: %j', async (words, expected) => {
		const { code, out, err } = await run(folder, words);
		expect(err).toContain(expected);
		expect([code, out]).toEqual([2, '']);
		expect(err).not.toMatch(/^\s+at /m);
	});
});

describe('bibfolio check', () => {
	it('reports no problems in a good library and exits with 0', async () => {
		expect(await run(folder, ['check', 'good/good.bib'])).toEqual({
			code: 0,
			out: 'No problems in 2 entries\n',
			err: '',
		});
	});

	it('lists what published BibTeX omits, and exits with 0', async () => {
		const { code, out } = await run(folder, ['check', '--strict', 'papers.bib']);
		expect([code, out]).toEqual([0, expect.stringMatching(/info: .*"file" in montavon2017 \[field\/private\]/)]);
	});

	it('shows the place of a mistake and exits with 1', async () => {
		const { code, out } = await run(folder, ['check', 'broken.bib']);
		expect(code).toBe(1);
		expect(out).toMatch(/broken\.bib:(8|10):\d+: error: .*\[bib\//);
	});

	it.each([
		['json', (out: string) => JSON.parse(out).diagnostics.length > 0],
		['sarif', (out: string) => JSON.parse(out).version === '2.1.0'],
		['github', (out: string) => out.startsWith('::error ')],
	])('prints %s', async (format, holds) => {
		const { code, out, err } = await run(folder, ['check', 'broken.bib', '--format', format]);
		expect([code, err]).toEqual([1, '']);
		expect(holds(out)).toBe(true);
	});

	it('reports only the missing file if it is missing', async () => {
		const configured = folderWith({
			'papers.bib': papers,
			'bibfolio.yaml':
				'people: ["Lapuschkin, Sebastian", "Nobody, N."]\nlists: {a: {where: "person=Samek", group-by: shelf}}\n',
		});
		const { code, out } = await run(configured, ['check', 'paper.bib']);
		expect(code).toBe(1);
		expect(out).toBe(
			'error: File "paper.bib" does not exist [file/missing]\n  hint: Did you mean "papers.bib"?\n\n1 error\n',
		);
	});

	it('uses the configured severities, and fails on warnings with --strict', async () => {
		const configured = folderWith({
			'papers.bib': '@article{a, author = {Ada, A.}, title = {T}, year = {2020}}',
			'bibfolio.yaml': 'checks: {}',
			'off.yaml': 'checks: {field/missing: off}',
			'error.yaml': 'checks: {field/missing: error}',
		});
		const code = async (...words: string[]) => (await run(configured, ['check', ...words])).code;
		const runs = [code(), code('--strict'), code('--strict', '-c', 'off.yaml'), code('-c', 'error.yaml')];
		expect(await Promise.all(runs)).toEqual([0, 1, 0, 1]);
	});
});

describe('bibfolio export', () => {
	it('prints CSL-JSON to standard output', async () => {
		const { code, out, err } = await run(folder, ['export', 'papers.bib']);
		expect([code, err]).toEqual([0, '']);
		expect(JSON.parse(out).map(({ id, type }: { id: string; type: string }) => [id, type])).toEqual([
			['montavon2017', 'article-journal'],
			['bach2015', 'paper-conference'],
		]);
	});

	it('prints the entries as written, with their macros and without private fields', async () => {
		const { out } = await run(folder, ['export', 'papers.bib', '--format', 'bibtex', '--where', 'key=montavon2017']);
		expect(out).toContain("author = {Montavon, Gr{\\'e}goire and Lapuschkin, Sebastian and Samek, Wojciech}");
		expect(out).toContain('@string{pr = "Pattern Recognition"}');
		expect(out).not.toContain('private.pdf');
		expect(out).not.toContain('bach2015');
	});

	it('includes the entry sets whose members are all exported', async () => {
		const own = folderWith({
			'sets.bib':
				'@set{s, entryset = {a, b}}\n@set{t, entryset = {b, c}}\n@misc{a, title = {A}, year = 2001}\n@misc{b, title = {B}}\n@misc{c, title = {C}}',
		});
		const where = ['--where', 'not key=c'];
		const items = JSON.parse((await run(own, ['export', 'sets.bib', ...where])).out);
		expect(items.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 's']);
		expect(items[2]).toMatchObject({ 'citation-key': 's', title: 'A', custom: { 'entry-set': ['a', 'b'] } });
		const { out } = await run(own, ['export', 'sets.bib', '--format', 'bibtex', ...where]);
		expect(out.match(/^@\w+\{\w/gm)).toEqual(['@set{s', '@misc{a', '@misc{b']);
	});

	it('writes a file but does not overwrite the library', async () => {
		const own = folderWith({ 'papers.bib': papers });
		expect((await run(own, ['export', '--out', 'public/mine.bib'])).code).toBe(0);
		const refused = await run(own, ['export', '--out', 'papers.bib']);
		expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Cannot overwrite')]);
	});
});

describe('the terminal', () => {
	it('shows no colors in a pipe unless they are forced', async () => {
		const coloured = async (env: Record<string, string>, ...words: string[]) =>
			(await run(folder, ['check', 'broken.bib', ...words], env)).out.includes('\u001b[');
		expect(await coloured({})).toBe(false);
		expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
		expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
		expect(await coloured({ NO_COLOR: '1' }, '--color')).toBe(true);
		expect(await coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
	});

	(process.platform === 'win32' ? it.skip : itWith('bash'))('ignores a reader that closes the pipe early', () => {
		const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
		const line = `"${process.execPath}" "${cli}" schema | read -n 1; exit "\${PIPESTATUS[0]}"`;
		// Bash would report a locale that is not installed.
		const env = { ...process.env, LC_ALL: 'C' };
		const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env });
		expect([status, stderr]).toEqual([0, '']);
	});

	it('prints the schema of the configuration', async () => {
		const { properties, additionalProperties } = JSON.parse((await run(folder, ['schema'])).out);
		expect(additionalProperties).toBe(false);
		for (const [key, row] of Object.entries<{ description?: string }>(properties))
			expect(row.description, key).toBeTruthy();
	});
});
