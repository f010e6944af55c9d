// Bundles the benchmarks with the built-in templates, as `.ci/compile.mjs` bundles the program, and runs them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { builtIn } from '../../.ci/built-in.mjs';
import { alias } from '../../.ci/packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-bench-'));
const outfile = join(folder, 'bench.mjs');
await build({
	absWorkingDir: root,
	entryPoints: ['test/bench/bench.ts'],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node20.19',
	mainFields: ['module', 'main'],
	logLevel: 'warning',
	alias,
	plugins: [builtIn(root)],
});
// Temporary files of the benchmarks go into this folder, too.
for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
try {
	await import(pathToFileURL(outfile));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
