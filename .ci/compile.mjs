// Compiles the command and the library to dist/. They are bundled because loading the packages file by file takes some
// 400 ms; what a command needs is in chunks of its own, which it loads when it runs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

const { outputFiles, metafile } = await build({
	absWorkingDir: root,
	entryPoints: ['src/cli.ts', 'src/index.ts'],
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	mainFields: ['module', 'main'],
	// Names stay, so that a stack in a report of a mistake can be read.
	minifySyntax: true,
	minifyWhitespace: true,
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
	write: false,
	// CommonJS packages ask for Node's modules by require, and write-file-atomic for a name of its own.
	banner: {
		js: "import{createRequire as bibfolioRequire}from'node:module';const require=bibfolioRequire(import.meta.url);",
	},
	define: { __filename: 'import.meta.url' },
	plugins: [
		{
			// What is loaded only when it is needed goes into the bundle, too: an installed bibfolio has no packages beside it.
			name: 'required-late',
			setup: ({ onLoad }) =>
				onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
					const text = readFileSync(path, 'utf8');
					return { contents: text.replaceAll('createRequire(import.meta.url)(', 'require('), loader: 'ts' };
				}),
		},
	],
	alias: {
		// Each takes as long to load as a good part of Node's own start: see the files.
		'string-width': './src/commands/string-width.ts',
		'node-fetch': './src/publications/no-network.ts',
		'sync-fetch': './src/publications/no-network.ts',
		'source-map': './src/render/no-source-map.ts',
	},
});

// Only what changed, new files first and old ones away last: a command that runs meanwhile finds what it began with.
mkdirSync(dist, { recursive: true });
for (const { path, contents } of outputFiles) {
	const mode = path.endsWith('cli.js') ? 0o755 : 0o644;
	if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents, { mode });
}
const now = new Date();
for (const name of ['cli.js', 'index.js']) utimesSync(join(dist, name), now, now);
writeFileSync(join(dist, 'LICENSES.txt'), licences());
const made = new Set(outputFiles.map(({ path }) => relative(dist, path)));
for (const name of readdirSync(dist)) if (name.endsWith('.js') && !made.has(name)) rmSync(join(dist, name));

/** The licences of the packages whose code stands in dist/, as they ask for. */
function licences() {
	const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? []));
	const parts = [...packages].sort().map((folder) => {
		const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
		const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
		const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
		return `${name} ${version}\n\n${text}\n`;
	});
	return `Bibfolio's compiled code contains these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
