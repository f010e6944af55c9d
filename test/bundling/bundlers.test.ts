import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import * as vite from 'vite';
import { describe, it } from 'vitest';
import { expectLists, programFolder } from './use-in-bundle.ts';

describe('the library in a bundle', () => {
	it('runs after bundling with esbuild', async () => {
		const folder = programFolder();
		const { outputFiles } = await esbuild.build({
			entryPoints: [join(folder, 'program.mjs')],
			bundle: true,
			platform: 'node',
			format: 'esm',
			outfile: join(folder, 'bundle.mjs'),
			write: false,
			logLevel: 'error',
		});
		expectLists({ 'bundle.mjs': outputFiles[0]?.text ?? '' });
	});

	it('runs after bundling with Vite', async () => {
		const folder = programFolder();
		await vite.build({
			root: folder,
			configFile: false,
			logLevel: 'error',
			build: {
				ssr: 'program.mjs',
				outDir: 'out',
				rollupOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
			},
			ssr: { noExternal: true },
		});
		expectLists({ 'bundle.mjs': readFileSync(join(folder, 'out/bundle.mjs'), 'utf8') });
	});
});
