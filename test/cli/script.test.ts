import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { command } from './run.ts';

const folder = folderWith({ 'package.json': '{"name": "bibfolio", "version": "1.2.3"}' });
const dist = join(folder, 'dist');
const papers = readFileSync(new URL('fixtures/papers.bib', import.meta.url));

/** Runs an installation of our own, and gives the list that it prints. */
function list(): string {
	const words = [join(dist, 'cli.js'), 'build', '-', '--stdout', '--format', 'html', '--quiet'];
	const { status, stdout, stderr } = spawnSync(process.execPath, words, {
		input: papers,
		cwd: folder,
		encoding: 'utf8',
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return stdout;
}

const kept = () => readdirSync(dist).filter((name) => name.endsWith('.code'));

describe("V8's code of the command", () => {
	let first = '';
	beforeAll(() => {
		cpSync(dirname(command), dist, { recursive: true, filter: (path) => !path.endsWith('.code') });
		for (const words of [['--get-yargs-completions', 'build'], ['build', '--help', '--quiet'], ['schema']])
			spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], { cwd: folder });
	});

	it('is not kept by what builds nothing', () => {
		expect(kept()).toEqual([]);
		first = list();
	});

	it('is kept by the first build, and used by the next', () => {
		expect(first).toContain('class="bibfolio"');
		expect(kept().map((name) => name.replace(/-.*/, ''))).toEqual(['bibfolio']);
		expect(list()).toBe(first);
	});

	it('is made again where a file of it was cut short or holds something else', () => {
		for (const name of kept()) {
			const path = join(dist, name);
			const code = readFileSync(path);
			for (const broken of [code.subarray(0, 100_000), Buffer.from(code).fill(0, 2000, 9000), Buffer.from('{}')]) {
				writeFileSync(path, broken);
				expect(list()).toBe(first);
				expect(readFileSync(path).equals(broken)).toBe(false);
			}
		}
	});

	it('is done without where it cannot be kept', () => {
		for (const name of kept()) {
			rmSync(join(dist, name));
			mkdirSync(join(dist, name, 'in-the-way'), { recursive: true });
		}
		expect(list()).toBe(first);
		expect(readdirSync(dist).filter((name) => name.endsWith('~'))).toEqual([]);
	});
});

describe('the compiled scripts', () => {
	it('are ASCII, as they are read', () => {
		const scripts = readdirSync(dirname(command)).filter((name) => name.endsWith('.cjs'));
		expect(scripts.length).toBeGreaterThan(5);
		const foreign = scripts.filter((name) => readFileSync(join(dirname(command), name)).some((byte) => byte > 127));
		expect(foreign).toEqual([]);
	});

	it('know signs beyond ASCII in their patterns', () => {
		const input =
			'@article{a, author = {Curie†, Marie}, title = {A}, journal = {J}, pages = {10–19}, date = {2020年5月}}';
		const words = [command, 'build', '-', '--stdout', '--format', 'text', '--quiet'];
		const { stdout } = spawnSync(process.execPath, words, { input, cwd: folder, encoding: 'utf8' });
		expect(stdout).toContain('Curie M (2020).');
		expect(stdout).toContain('J 10–19');
	});
});
