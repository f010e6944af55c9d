// Compiles the command and the library to dist/. They are bundled because loading the packages file by file takes some
// 400 ms, and bundled as scripts because V8's code can be kept for those (src/cli/script.ts).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtIn } from './built-in.mjs';

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
		'string-width': './src/cli/string-width.ts',
		'node-fetch': './src/publications/csl/no-network.ts',
		'sync-fetch': './src/publications/csl/no-network.ts',
		assert: './src/cli/no-assert.ts',
		'escalade/sync': './src/cli/no-package-search.ts',
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
const scripts = {
	...common,
	format: 'cjs',
	mainFields: ['module', 'main'],
	banner: { js: "const bibfolioUrl=require('node:url').pathToFileURL(__filename).href;" },
	define: { 'import.meta.url': 'bibfolioUrl' },
};
/** Node's own modules that few runs need are loaded when something of them is first used, not where they are named. */
const lateNode = {
	name: 'late-node',
	setup({ onResolve, onLoad }) {
		const seldom = /^(?:node:)?(?:child_process|crypto|fs\/promises|http|net|os|readline|timers\/promises|tty)$/;
		onResolve({ filter: seldom, namespace: 'file' }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'late-node' }));
		onLoad({ filter: /./, namespace: 'late-node' }, async ({ path }) => {
			const names = Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default');
			const getters = names.map((name) => `get ${name}() { return require('node:${path}').${name} }`);
			return { contents: `module.exports = { ${getters.join(', ')} }` };
		});
	},
};
mkdirSync(join(dist, 'browser'), { recursive: true });
// What runs in a reader's browser: each file of `src/browser/` by itself is a script that pages carry or load.
const browser = await build({
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
});
write(browser.outputFiles);

/** Packages that a door asks for only when it needs them, `createRequire(import.meta.url)('name')`: a script for each. */
const late = new Map();
const program = await script(
	'bibfolio',
	"export const library = () => require('./src/index.ts'); export const command = () => require('./src/cli/run.ts');",
	({ onLoad }) => {
		// citation-js's grammar of whole files, which is never asked (src/publications/csl/citation-js.ts), is long to make.
		onLoad({ filter: /[\\/]plugin-bibtex[\\/]lib-mjs[\\/]input[\\/]file\.js$/ }, () => ({ contents: 'export const parse = undefined' }));
		onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
			const text = readFileSync(path, 'utf8');
			const [door, name] = /createRequire\(import\.meta\.url\)\('([^']+)'\)/.exec(text) ?? [];
			if (!door) return null;
			const script = await lateScript(name);
			return { contents: text.replace(door, `require('./${nameOf(script)}')`), loader: 'ts' };
		});
	},
);
const start = { ...scripts.define, programScript: JSON.stringify(nameOf(program)) };
const bundles = [
	program,
	...late.values(),
	await build({ ...scripts, entryPoints: { cli: 'src/cli/start.ts' }, outdir: 'dist', define: start }),
	await build({ ...modules, stdin: { contents: libraryModule(), resolveDir: root }, outfile: 'dist/index.mjs' }),
	browser,
];
const outputFiles = bundles.flatMap((bundle) => bundle.outputFiles);

// New files first and old ones away last: a command that runs meanwhile finds what it began with.
write(outputFiles);
const now = new Date();
for (const name of ['cli.js', 'index.mjs']) utimesSync(join(dist, name), now, now);
// What is .js here is a script, which starts sooner than a module; the types are those of modules.
mkdirSync(join(dist, 'types'), { recursive: true });
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(join(dist, 'types', 'package.json'), '{ "type": "module" }\n');
writeFileSync(join(dist, 'LICENSES.txt'), licences());
const { helpPages } = createRequire(import.meta.url)(join(dist, nameOf(program))).command();
writeFileSync(join(dist, 'help.json'), JSON.stringify(await helpPages()));
const made = new Set(outputFiles.map(({ path }) => relative(dist, path)));
for (const name of readdirSync(dist, { recursive: true })) if (isOld(name)) rmSync(join(dist, name));
linkCommand();

/** Only what changed. */
function write(files) {
	for (const { path, contents } of files) {
		const mode = path.endsWith('cli.js') ? 0o755 : 0o644;
		if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents, { mode });
	}
}

/** A script that is made no more, or V8's code for one. */
function isOld(name) {
	const [, script] = /^(.*?\.[cm]?js)(?:\.\w+\.code)?$/.exec(name) ?? [];
	return script !== undefined && !made.has(script);
}

/** Bundles a package for itself, once. */
async function lateScript(name) {
	const file = name.replace(/[^\w-]+/g, '-').replace(/^-/, '');
	// A module may say what Node's require gives of it.
	const contents = `const it = require('${name}'); module.exports = it['module.exports'] ?? it`;
	if (!late.has(name)) late.set(name, await script(file, contents, () => {}, ['main', 'module']));
	return late.get(name);
}

/** A script in `dist/`. Its name has a hash of its text, so that the code V8 kept for one text is not found by another. */
async function script(name, contents, setup, mainFields = scripts.mainFields) {
	const built = await build({
		...scripts,
		mainFields,
		stdin: { contents, resolveDir: root, loader: 'ts' },
		outdir: 'dist',
		entryNames: `${name}-[hash]`,
		outExtension: { '.js': '.cjs' },
		plugins: [
			lateNode,
			builtIn(root),
			{
				name,
				setup(build) {
					build.onResolve({ filter: /^\.\/[\w-]+-[0-9A-Z]{8}\.cjs$/ }, ({ path }) => ({ path, external: true }));
					return setup(build);
				},
			},
		],
	});
	return { ...built, outputFiles: built.outputFiles.map(inAscii) };
}

/** esbuild escapes what is not ASCII but in regular expressions, and a script is read as ASCII (src/cli/script.ts). */
function inAscii({ path, text }) {
	const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return { path, contents: Buffer.from(escaped, 'latin1'), text: escaped };
}

function nameOf({ outputFiles }) {
	return basename(outputFiles[0].path);
}

/** The library as a module: its names, and where they come from. */
function libraryModule() {
	return `
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScript } from './src/cli/script.ts';
const { library } = loadScript(join(dirname(fileURLToPath(import.meta.url)), ${JSON.stringify(nameOf(program))}), () => false);
export const { ${libraryNames().join(', ')} } = library();`;
}

/** What `src/index.ts` exports besides types. */
function libraryNames() {
	const text = readFileSync(join(root, 'src/index.ts'), 'utf8');
	const names = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list.split(',').map((name) => name.trim()));
	return names.filter((name) => name && !name.startsWith('type '));
}

/** `npx bibfolio` in this folder runs what was compiled here; without the link, npm installs the folder into its cache first. */
function linkCommand() {
	const bin = join(root, 'node_modules/.bin');
	const link = join(bin, 'bibfolio');
	if (process.platform === 'win32' || existsSync(link)) return;
	rmSync(link, { force: true });
	mkdirSync(bin, { recursive: true });
	symlinkSync(relative(bin, join(dist, 'cli.js')), link);
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
