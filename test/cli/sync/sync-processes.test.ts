import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hanging } from '../../sources/behaviours.mjs';
import type { SourceServer } from '../../sources/server.ts';
import { sample } from '../../tools.ts';
import { inTerminal, skipsTerminal } from '../in-terminal.ts';
import { command } from '../run.ts';
import { library, paths, scenarioFolder, scenarioServer } from './scenario.ts';

const read = (folder: string, path = 'papers.bib') => readFileSync(join(folder, path), 'utf8');
const server = await scenarioServer();

function start(
	folder: string,
	...words: string[]
): { child: ChildProcess; ended: Promise<{ code: number | null; out: string }> } {
	const child = spawn(process.execPath, [command, 'sync', ...words], { cwd: folder });
	let out = '';
	child.stdout.on('data', (text) => {
		out += text;
	});
	return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out }))) };
}

async function asked({ asked }: SourceServer, path: RegExp): Promise<void> {
	while (!asked.some((request) => path.test(request.path))) await setTimeout(10);
}

describe('processes', () => {
	it('that sync at the same time add each work once', async () => {
		const folder = scenarioFolder(server.url);
		const runs = await Promise.all([start(folder, '--yes').ended, start(folder, '--yes').ended]);
		expect(runs.map(({ code }) => code)).toEqual([0, 0]);
		const counts = runs.map(({ out }) => Number(/^Added (\d+) works? to papers\.bib/m.exec(out)?.[1] ?? 0));
		expect(counts.sort()).toEqual([0, 8]);
		expect(read(folder).match(/^@/gm)).toHaveLength(38);
		expect(new Set(read(folder).match(/^@\w+\{[^,]+/gm)).size).toBe(38);
	});

	it('that are stopped while a service is asked write nothing', async () => {
		const own = await scenarioServer({ [paths.dblp]: hanging });
		const folder = scenarioFolder(own.url);
		const { child, ended } = start(folder, '--yes');
		await asked(own, /^\/pid\//);
		child.kill('SIGINT');
		expect(await ended).toEqual({ code: null, out: '' });
		expect(read(folder)).toBe(library);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});

	it.each(sample([20, 0, 40], 3))(
		'that are stopped when they write leave the old file or the new one: after %i ms',
		async (delay) => {
			const own = await scenarioServer();
			const folder = scenarioFolder(own.url);
			const { child, ended } = start(folder, '--yes');
			await asked(own, /^\/arxiv\//);
			await setTimeout(delay);
			child.kill('SIGINT');
			await ended;
			expect([30, 38]).toContain(read(folder).match(/^@/gm)?.length);
			expect(read(folder).match(/^\}/gm)?.length).toBe(read(folder).match(/^@/gm)?.length);
		},
	);
});

describe.skipIf(skipsTerminal)('on a terminal', () => {
	const [end, enter, leave, stop] = ['\u001b[F', '\r', '\u001b', '\u0003'];

	it('the user takes works and says which are not theirs', async () => {
		const folder = scenarioFolder(server.url);
		const { code, screen } = await inTerminal(folder, ['sync'], [['not in the library', `${end}n${enter}`]]);
		expect(code).toBe(0);
		expect(screen).toContain('8 taken, 1 not mine, 2 left for the next time');
		expect(screen).toContain('Added 8 works to papers.bib');
		expect(screen).toContain('Remembered 1 work in ignored-works.yaml');
		expect(read(folder).match(/^@/gm)).toHaveLength(38);
		expect(read(folder, 'ignored-works.yaml')).toContain('why: not mine');
	});

	it('the user may take nothing, and ignore all', async () => {
		const folder = scenarioFolder(server.url);
		const keys = `${'i\u001b[B'.repeat(11)}${enter}`;
		const { code } = await inTerminal(folder, ['sync'], [['not in the library', keys]]);
		expect(code).toBe(0);
		expect(read(folder)).toBe(library);
		expect(read(folder, 'ignored-works.yaml').match(/why: ignore/g)).toHaveLength(11);
	});

	it.each([
		['Escape', leave],
		['Ctrl-C', stop],
	])('nothing is written after %s', async (_, key) => {
		const folder = scenarioFolder(server.url);
		const { code, screen } = await inTerminal(folder, ['sync'], [['not in the library', `${end}n${key}`]]);
		expect(code).toBe(1);
		expect(screen).toContain('Nothing was written');
		expect(read(folder)).toBe(library);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});
});
