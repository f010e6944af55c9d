// Compiles the command and the library to dist/. They are bundled because loading the packages file by file takes some
// 400 ms; what a command needs is in chunks of its own, which it loads when it runs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

const common = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	target: 'node20',
	// Names stay, so that a stack in a report of a mistake can be read.
	minifySyntax: true,
	minifyWhitespace: true,
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
	write: false,
	alias: {
		// Each takes as long to load as a good part of Node's own start: see the files.
		'string-width': './src/commands/string-width.ts',
		'node-fetch': './src/publications/no-network.ts',
		'sync-fetch': './src/publications/no-network.ts',
		'source-map': './src/render/no-source-map.ts',
	},
};
const modules = {
	...common,
	format: 'esm',
	mainFields: ['module', 'main'],
	// CommonJS packages ask for Node's modules by require, and some for a name of their own.
	banner: {
		js: "import{createRequire as bibfolioRequire}from'node:module';const require=bibfolioRequire(import.meta.url);",
	},
	define: { __filename: 'import.meta.url' },
};

mkdirSync(dist, { recursive: true });
const builtInCode = await madeBy('src/render/write-built-in-code.ts', 'writeBuiltInCode');

/** Packages that a door asks for only when it needs them, `createRequire(import.meta.url)('name')`: a file for each. */
const late = new Map();
const main = await build({
	...modules,
	entryPoints: ['src/cli.ts', 'src/index.ts'],
	outdir: 'dist',
	splitting: true,
	plugins: [
		{
			name: 'bibfolio',
			setup({ onLoad }) {
				onLoad({ filter: /[\\/]render[\\/]built-in-code\.ts$/ }, () => ({ contents: builtInCode }));
				onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
					const text = readFileSync(path, 'utf8');
					if (!text.includes("createRequire(import.meta.url)('")) return null;
					const contents = text.replace(/(createRequire\(import\.meta\.url\)\(')([^']+)'/g, (_, call, name) => {
						late.set(name, `${name.replace(/[^\w-]+/g, '-').replace(/^-/, '')}.cjs`);
						return `${call}./${late.get(name)}'`;
					});
					return { contents, loader: 'ts' };
				});
			},
		},
	],
});
const bundles = [main];
for (const [name, file] of late)
	bundles.push(
		await build({
			...common,
			format: 'cjs',
			stdin: { contents: `module.exports = require('${name}')`, resolveDir: root },
			outfile: `dist/${file}`,
		}),
	);
bundles.push(
	// What runs in a reader's browser: each file of `src/browser/` by itself is a script that pages carry or load.
	await build({
		...common,
		entryPoints: readdirSync(join(root, 'src/browser')).flatMap((name) => (/(?<!\.d)\.ts$/.test(name) ? `src/browser/${name}` : [])),
		outdir: 'dist/browser',
		platform: 'browser',
		format: 'iife',
		target: 'es2020',
		tsconfig: 'src/browser/tsconfig.json',
		charset: 'utf8',
		minify: true,
		// Line ends stay escaped: a page strips the blanks around real ones.
		supported: { 'template-literal': false },
		alias: {},
	}),
);
const outputFiles = bundles.flatMap((bundle) => bundle.outputFiles);

// Only what changed, new files first and old ones away last: a command that runs meanwhile finds what it began with.
mkdirSync(join(dist, 'browser'), { recursive: true });
for (const { path, contents } of outputFiles) {
	const mode = path.endsWith('cli.js') ? 0o755 : 0o644;
	if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents, { mode });
}
const now = new Date();
for (const name of ['cli.js', 'index.js']) utimesSync(join(dist, name), now, now);
writeFileSync(join(dist, 'LICENSES.txt'), licences());
const made = new Set(outputFiles.map(({ path }) => relative(dist, path)));
for (const name of readdirSync(dist, { recursive: true })) if (/\.c?js$/.test(name) && !made.has(name)) rmSync(join(dist, name));
linkCommand();

/** `npx bibfolio` in this folder runs what was compiled here; without the link, npm installs the folder into its cache first. */
function linkCommand() {
	const bin = join(root, 'node_modules/.bin');
	const link = join(bin, 'bibfolio');
	if (process.platform === 'win32' || existsSync(link)) return;
	rmSync(link, { force: true });
	mkdirSync(bin, { recursive: true });
	symlinkSync(relative(bin, join(dist, 'cli.js')), link);
}

/** What a function of a source file gives: it is compiled by itself, and run. */
async function madeBy(file, name) {
	const { outputFiles } = await build({ ...modules, entryPoints: [file], outdir: 'dist' });
	const path = join(dist, `.${name}-${process.pid}.mjs`);
	try {
		writeFileSync(path, outputFiles[0].contents);
		return (await import(pathToFileURL(path)))[name]();
	} finally {
		rmSync(path, { force: true });
	}
}

/** The licences of the packages whose code stands in dist/, as they ask for. */
function licences() {
	const packages = new Set(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)).flatMap((path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? []));
	const parts = [...packages].sort().map((folder) => {
		const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
		const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
		const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
		return `${name} ${version}\n\n${text}\n`;
	});
	return `Bibfolio's compiled code contains these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
