import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWith } from '../tools.ts';
import { expectLists, library, program, programFolder } from './use-in-bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sitePackage = createRequire(new URL('../sites/package.json', import.meta.url));

describeWith('npm:webpack')('the library in a webpack bundle', () => {
	it('runs', async () => {
		const { default: webpack } = await import(sitePackage.resolve('webpack'));
		const folder = programFolder();
		const settings = {
			...{ mode: 'production', target: 'node20', context: folder, entry: './program.mjs' },
			output: { path: folder, filename: 'bundle.mjs', module: true, chunkFormat: 'module' },
			experiments: { outputModule: true },
		};
		const errors = await new Promise((resolve, reject) => {
			webpack(settings, (error: Error | null, stats: { toJson(): { errors: unknown[] } }) => {
				if (error) reject(error);
				else resolve(stats.toJson().errors);
			});
		});
		expect(errors).toEqual([]);
		expectLists({ 'bundle.mjs': readFileSync(join(folder, 'bundle.mjs'), 'utf8') });
	}, 120_000);
});

describeWith('npm:@vercel/nft')('the files traced by @vercel/nft', () => {
	it('are sufficient to run the library', async () => {
		const { nodeFileTrace } = await import(sitePackage.resolve('@vercel/nft'));
		const folder = programFolder();
		cpSync(dirname(library), join(folder, 'node_modules/bibfolio/dist'), { recursive: true });
		cpSync(join(root, 'package.json'), join(folder, 'node_modules/bibfolio/package.json'));
		writeFileSync(join(folder, 'bundle.mjs'), program('bibfolio'));
		const { fileList, warnings } = await nodeFileTrace([join(folder, 'bundle.mjs')], { base: folder });
		// fdir tries to load picomatch, which tinyglobby passes to it.
		const messages = [...warnings].map(({ message }: Error) => message);
		expect(messages.filter((message) => !message.includes('"picomatch"'))).toEqual([]);
		expectLists(
			Object.fromEntries([...fileList].map((path: string) => [path, readFileSync(join(folder, path))] as const)),
		);
	}, 120_000);
});
