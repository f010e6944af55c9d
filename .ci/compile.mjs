// Compiles src/ to dist/: the library and the command as ES modules with the packages they need, the scripts for readers'
// browsers, and the licences of those packages. `npm run compile` then adds the types and the schema.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtIn } from './built-in.mjs';
import { licences } from './licences.mjs';
import { alias } from './packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

const common = {
	absWorkingDir: root,
	bundle: true,
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
};

// Each file of src/browser/ is one script, which pages contain or load.
const browser = await build({
	...common,
	entryPoints: readdirSync(join(root, 'src/browser')).filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => `src/browser/${name}`),
	outdir: 'dist/browser',
	platform: 'browser',
	format: 'iife',
	target: 'es2020',
	tsconfig: 'src/browser/tsconfig.json',
	charset: 'utf8',
	minify: true,
	// A page removes whitespace around line ends, so those in strings stay escaped.
	supported: { 'template-literal': false },
});

const program = await build({
	...common,
	entryPoints: { index: 'src/index.ts', cli: 'src/cli/bin.ts' },
	outdir: 'dist',
	platform: 'node',
	target: 'node20.19',
	format: 'esm',
	mainFields: ['module', 'main'],
	splitting: true,
	// terser, which webpack uses, cannot read the LaTeX in String.raw`\\usepackage`.
	supported: { 'template-literal': false },
	// Names stay readable in stack traces.
	minifySyntax: true,
	minifyWhitespace: true,
	sourcemap: true,
	alias,
	plugins: [builtIn(root)],
});

writeFileSync(join(dist, 'LICENSES.txt'), licences([browser, program].map(({ metafile }) => metafile), root));
linkCommand();

/** Makes `npx bibfolio` in this folder run the compiled command. Otherwise, npm would install the folder into its cache. */
function linkCommand() {
	const bin = join(root, 'node_modules/.bin');
	const link = join(bin, 'bibfolio');
	if (process.platform === 'win32' || existsSync(link)) return;
	rmSync(link, { force: true });
	mkdirSync(bin, { recursive: true });
	symlinkSync(relative(bin, join(dist, 'cli.js')), link);
}
