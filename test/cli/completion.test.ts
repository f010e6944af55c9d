import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';
import { run } from './run.ts';

const folder = folderWith({ 'papers.bib': '' });
const script = async (shell: string) => (await run(folder, ['completion', shell])).out;

/** A command line that ends where a user presses Tab, and what completes its last word. */
const cases: readonly (readonly [line: string, words: readonly string[]])[] = [
	['bibfolio ch', ['check']],
	['bibfolio check --stri', ['--strict']],
	['bibfolio papers.bib --group-by dec', ['decade']],
	['bibfolio check --format s', ['sarif']],
	['bibfolio build --format html,markd', ['html,markdown']],
	['bibfolio eject locales/de', ['locales/de.yaml']],
	['bibfolio completion ', ['bash', 'fish', 'zsh']],
	['bibfolio check papers.bib --high', []],
];

describe('bibfolio completion', () => {
	it.each(['bash', 'zsh', 'fish'])('prints a script for %s with every command, option and value', async (shell) => {
		const text = await script(shell);
		expect(text).toMatch(
			{ bash: /^complete -o/m, zsh: /^#compdef bibfolio\n/, fish: /^complete -c/m }[shell] as RegExp,
		);
		for (const { name, options } of commands) {
			expect(text).toContain(name);
			for (const [option, { choices = [], suggestions = [] }] of Object.entries(options)) {
				for (const word of [option, ...choices, ...suggestions]) expect(text, `${name} --${option}`).toContain(word);
			}
		}
	});

	it('uses the shell of the user, or bash', async () => {
		const { out } = await run(folder, ['completion'], { SHELL: '/usr/bin/fish' });
		expect(out).toBe(await script('fish'));
		expect((await run(folder, ['completion'], { SHELL: '/bin/tcsh' })).out).toBe(await script('bash'));
	});

	it('refuses an unknown shell and lists the others', async () => {
		const { code, out, err } = await run(folder, ['completion', 'tcsh']);
		expect([code, out, err]).toEqual([2, '', 'error: Unknown shell "tcsh"\n  hint: Shells: bash, zsh, fish\n']);
		expect((await run(folder, ['completion', 'fihs'])).err).toContain('Did you mean "fish"?');
	});

	itWith('bash')('completes in bash', async () => {
		const lines = cases.map(([line]) => {
			const words = line.split(' ').map((word) => `'${word}'`);
			return `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _bibfolio; echo "\${COMPREPLY[*]}"`;
		});
		writeFileSync(join(folder, 'try.bash'), `${await script('bash')}${lines.join('\n')}\n`);
		expect(completed('bash', 'try.bash')).toEqual(expected);
	});

	itWith('fish')('completes in fish', async () => {
		const lines = cases.map(([line]) => `echo (complete -C '${line}' | string replace -r '\\t.*' '')`);
		writeFileSync(join(folder, 'try.fish'), `${await script('fish')}${lines.join('\n')}\n`);
		expect(completed('fish', 'try.fish')).toEqual(expected);
	});

	itWith('zsh')('is valid in zsh', async () => {
		writeFileSync(join(folder, 'try.zsh'), await script('zsh'));
		const { status, stderr } = spawnSync('zsh', ['-n', 'try.zsh'], { cwd: folder, encoding: 'utf8' });
		expect([status, stderr]).toEqual([0, '']);
	});
});

const expected = cases.map(([, words]) => words);

/** The sorted completions that a shell script prints, one line per case. */
function completed(shell: string, file: string): string[][] {
	const { stdout } = spawnSync(shell, [file], { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } });
	const lines = stdout.split('\n').slice(0, cases.length);
	return lines.map((line) => line.split(' ').filter(Boolean).sort());
}
