// Embeds the built-in templates, locales, stylesheets and browser scripts as code, so that dist/ reads no files at run time.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

/**
 * An esbuild plugin that replaces `src/render/engine/built-in-templates.ts` by the embedded files. Compile `src/browser/` to
 * `dist/browser/` first.
 *
 * @param root the folder of the package
 */
export function builtIn(root) {
	return {
		name: 'built-in',
		setup({ onLoad }) {
			onLoad({ filter: /[\\/]engine[\\/]built-in-templates\.ts$/ }, async () => ({ contents: await written(root) }));
		},
	};
}

async function written(root) {
	const files = { ...textsIn(join(root, 'templates'), /\.(?:hbs|css)$/), ...textsIn(join(root, 'templates/locales'), /\.yaml$/, 'locales/') };
	const scripts = Object.entries(textsIn(join(root, 'dist/browser'), /\.js$/)).map(([name, text]) => [name.slice(0, -'.js'.length), text]);
	const precompileBuiltIn = await precompiler(root);
	const templates = Object.entries(files).filter(([name]) => name.endsWith('.hbs'));
	const precompiled = templates.map(([name, text]) => `${JSON.stringify(name)}: ${precompileBuiltIn(name, text)}`);
	const locales = Object.entries(files).filter(([name]) => name.endsWith('.yaml'));
	const terms = locales.map(([name, text]) => [name, parse(text, (_, word) => (typeof word === 'object' && word ? word : String(word ?? '')))]);
	return `export const builtInTemplates = {
	files: ${JSON.stringify(files)},
	scripts: ${JSON.stringify(Object.fromEntries(scripts))},
	precompiled: { ${precompiled.join(',\n')} },
	terms: ${JSON.stringify(Object.fromEntries(terms))},
};`;
}

function textsIn(folder, kept, prefix = '') {
	const names = readdirSync(folder).filter((name) => kept.test(name));
	return Object.fromEntries(names.sort().map((name) => [prefix + name, readFileSync(join(folder, name), 'utf8')]));
}

/** Compiles and loads `precompileBuiltIn` from the sources. */
async function precompiler(root) {
	const outfile = join(root, 'dist', `.precompile-${process.pid}.mjs`);
	try {
		const entry = join(root, 'src/render/engine/environment.ts');
		const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', write: false };
		const { outputFiles } = await build({ ...options, entryPoints: [entry], outfile });
		writeFileSync(outfile, outputFiles[0].contents);
		return (await import(pathToFileURL(outfile))).precompileBuiltIn;
	} finally {
		rmSync(outfile, { force: true });
	}
}
