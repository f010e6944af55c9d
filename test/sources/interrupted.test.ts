import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { metricSources } from '../../src/sources/metrics/metric-sources.ts';
import { profileSources } from '../../src/sources/profiles/profile-sources.ts';
import { command } from '../cli/run.ts';
import { folderWith } from '../folder.ts';
import { filesIn } from '../torture/files-in.ts';
import type { Behaviour } from './behaviours.mjs';
import { sourceServer } from './server.ts';

const listed = [...profileSources, ...Object.values(metricSources)];
const ids = Object.fromEntries(profileSources.map(({ name, example }) => [name, example]));

describe('Ctrl-C during a request', () => {
	it.each(
		(
			[
				['SIGINT', ['add', '10.1000/x', '1706.03762']],
				['SIGINT', ['sync', '--yes']],
				['SIGTERM', ['sync', '--yes']],
				['SIGINT', ['check', '--online']],
				['SIGINT', ['metrics']],
			] as const
		).map(([signal, words]) => ({ signal, words })),
	)('leaves all files as they were, and no other: $signal, $words', async ({ signal, words }) => {
		let isAsked = () => {};
		const asked = new Promise<void>((resolve) => {
			isAsked = resolve;
		});
		const hanging: Behaviour = () => isAsked();
		const { url } = await sourceServer({ '/*': hanging });
		const addresses = ['doi', 'crossref', 'datacite', 'arxiv', ...listed.map(({ address }) => address)];
		const files = {
			'a.bib': '@misc{a, title = {A}, doi = {10.1000/y}}\n',
			'bibfolio.yaml': JSON.stringify({
				library: 'a.bib',
				people: [{ name: 'Ada Lovelace', ...ids }],
				lookup: Object.fromEntries(addresses.map((name) => [name, `${url}/${name}/{}`])),
			}),
		};
		const folder = folderWith(files);
		const child = spawn(process.execPath, [command, ...words], { cwd: folder, stdio: 'ignore' });
		const ended = once(child, 'exit');
		await Promise.race([asked, ended]);
		child.kill(signal);
		expect(await ended).toEqual([null, signal]);
		expect(filesIn(folder)).toEqual(files);
	});
});
