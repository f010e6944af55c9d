import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../folder.ts';
import { inTerminal, skipsTerminal } from './in-terminal.ts';
import { run } from './run.ts';

/** File names that a shell, a terminal, an option parser or GitHub Actions could take for something else. */
const names = [
	...['a\nb.bib', 'a\n::error::b.bib', 'a\r::error::b.bib', '::error::b.bib', ' ::error::b.bib', 'a%0A::error::b.bib'],
	...['$(touch x).bib', '`touch x`.bib', '"a\'b.bib', 'a;b&c|d.bib', 'a,b=c:d.bib', 'a\\nb.bib', '#a.bib', '[a]*?.bib'],
	...['-x.bib', '-.bib', '--only.bib', '--config=x.bib', '\u001b[31ma\u001b]0;t\u0007.bib', 'a\u009b31m.bib'],
	...['a\u202eb.bib', 'a\u2028b.bib', '__proto__.bib', 'constructor.bib'],
];
const entry = (name: string) => `@misc{k${names.indexOf(name)}, title = {T}, year = 2000,,}\n`;
const folder = folderWith(Object.fromEntries(names.map((name) => [name, entry(name)])));
/** Two outputs, a list and a person with the same characters. */
const config = `library: "*.bib"
lists: {"a\\e[31m\\n::error::b": {where: {key: "k1*"}}}
outputs: ["o\\e[31m\\n::error::b.md"]
`;
const configured = folderWith({
	...Object.fromEntries(names.map((name) => [name, entry(name)])),
	'bibfolio.yaml': config,
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: it matches control characters
const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/;
/** Lines that GitHub Actions would run as a command. */
const commandsIn = (text: string) => text.split('\n').filter((line) => /^\s*::/.test(line));

describe('Hostile file names', () => {
	it.each([
		['check', []],
		['check', ['--format', 'json']],
		['check', ['--format', 'sarif']],
		['check', ['--', ...names]],
		['build', []],
		['build', ['--json']],
		['build', ['--check', '--json']],
		['list', []],
		['fix', ['--dry-run', '--', ...names]],
		['fix', ['--check', '--', ...names]],
	])('are text in the output of %s %j', async (command, words) => {
		for (const cwd of [folder, ...(words.includes('--') ? [] : [configured])]) {
			const { out, err } = await run(cwd, [command, ...words]);
			expect(out + err).not.toMatch(raw);
			expect(commandsIn(out + err)).toEqual([]);
			expect(out + err).not.toContain('Internal error');
			if (words.includes('json')) {
				const paths = JSON.parse(out).diagnostics.map(({ path }: { path: string }) => path);
				for (const name of names) expect(paths).toContain(name.replaceAll('\\', '/'));
			}
		}
	});

	it('are escaped in annotations of GitHub Actions', async () => {
		const { out } = await run(folder, ['check', '--format', 'github']);
		const lines = out
			.trimEnd()
			.split('\n')
			.filter((line) => line.includes('surplus'));
		expect(commandsIn(out).length).toBe(2 * names.length);
		expect(lines.length).toBe(names.length);
		for (const line of lines) expect(line).toMatch(/^::warning file=[^,:]+(?:,\w+=\d+)+,title=[^,:]+::/);
		expect(out).not.toMatch(raw);
	});

	it('are files and not options for the hook bibfolio-fix', async () => {
		const hooks: { id: string; entry: string; args?: string[]; pass_filenames?: boolean }[] = parse(
			readFileSync('.pre-commit-hooks.yaml', 'utf8'),
		);
		for (const { entry: call, args = [], pass_filenames: passes = true } of hooks) {
			const copy = folderWith(Object.fromEntries(names.map((name) => [name, entry(name)])));
			const { code, err } = await run(copy, [...call.split(' ').slice(1), ...args, ...(passes ? names : [])]);
			expect(err).not.toContain('Unknown option');
			expect(code).not.toBe(2);
			if (call.includes('fix'))
				for (const name of names) expect(readFileSync(join(copy, name), 'utf8')).not.toContain(',,');
		}
	});
});

describe('A key or a title that is a command of GitHub Actions', () => {
	it.each([
		['list', [], '<U+003A>:error::k'],
		['add', ['a.bib', '--to', 'c.bib'], '\n  <U+003A>:warning::T\n'],
		['init', ['--yes'], '<U+003A>:error::k'],
	])('is text in the output of %s %j', async (command, words, expected) => {
		const place = folderWith({ 'a.bib': '@misc{::error::k, title = {::warning::T}, year = 2000}\n' });
		const { out, err } = await run(place, [command, ...words]);
		expect(commandsIn(out + err)).toEqual([]);
		expect(out).toContain(expected);
	});

	it.each([['check'], ['build'], ['list'], ['add', 'a.bib', '--to', 'c.bib']])(
		'is text in the output of %s in its old form, too',
		async (...words) => {
			const place = folderWith({
				'a.bib': '@misc{k, title = {T ##[error]x}, yaer = {##[command]y}, month = {##[group]}, year = 2000}\n',
			});
			const { out, err } = await run(place, words);
			expect(out + err).not.toContain('##[');
			expect(out + err).toMatch(/##<U\+005B>/);
		},
	);
});

describe('Control characters in a library', () => {
	it.skipIf(skipsTerminal)('are visible on a terminal', async () => {
		const place = folderWith({
			'a.bib': '@misc{a, title = {A\u001b]0;title\u0007B \u009b31m}, note = {\u001b[8mC}}\n',
		});
		for (const words of [
			['list', '--format', 'bibtex'],
			['list'],
			['check'],
			['build', '--stdout', '--format', 'text'],
		]) {
			const { screen } = await inTerminal(place, words, []);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours and line breaks of Bibfolio
			const own = screen.replace(/\u001b\[[\d;]*m|\r\u001b\[K|\r\n/g, '');
			expect(own, words.join(' ')).not.toMatch(raw);
			expect(screen).not.toContain('\u001b[8m');
		}
	});
});
