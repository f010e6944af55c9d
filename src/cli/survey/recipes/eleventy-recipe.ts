import { basename, join } from 'node:path/posix';
import type { Folder } from '../folder.ts';
import type { Recipe, SurveyedSite } from './recipe.ts';
import { basePath, configurationOf, frontMatter, layoutOf, lines, linked, newPage, setting } from './site-settings.ts';

/** The list for Eleventy, whose include is the list. */
export function eleventy({ folder, name }: SurveyedSite): Recipe {
	const configuration = configurationOf(folder, /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/);
	const given = setting(configuration, 'input') ?? (folder.files.some((file) => file.startsWith('src/')) ? 'src' : '');
	const input = given.replace(/^[./]+|\/+$/g, '');
	const at = input === '' ? '' : `${input}/`;
	const copied = copiedFolder(configuration, at, folder);
	const { from, to } = copied ?? { from: `${at}assets`, to: '/assets' };
	const assets = linked(
		`${from}/bibfolio.css`,
		`${from}/bibfolio.js`,
		(path) => `{{ '${to}/${basename(path)}' | url }}`,
	);
	const include = `{% include "${name}.html" %}`;
	const output = (setting(configuration, 'output') ?? '_site').replace(/^\.\//, '');
	const base = basePath(setting(configuration, 'pathPrefix'));
	const layout = layoutOf(folder, new RegExp(`^${at}(?:about|index)\\.(?:md|njk|html|liquid)$`));
	return {
		path: join(at, setting(configuration, 'includes') ?? '_includes', `${name}.html`),
		format: 'html',
		assets,
		use: `Add ${include} to the page that shows the list`,
		...(copied === null && {
			setting: `Add eleventyConfig.addPassthroughCopy("${from}"); to the configuration of Eleventy`,
		}),
		page: newPage(`${at}publications.md`, frontMatter({ title: 'Publications', layout }), lines(assets, include)),
		steps: [
			['npx @11ty/eleventy --serve', `show the list at http://localhost:8080${base}publications/`],
			['npx @11ty/eleventy', `build the site to ${output}/, which you can publish`],
		],
	};
}

/** A folder that Eleventy copies as it is, and its address: of `addPassthroughCopy("public")` or `({ public: "/" })`. */
function copiedFolder(
	configuration: string,
	at: string,
	{ has }: Folder,
): { readonly from: string; readonly to: string } | null {
	const calls = configuration.matchAll(
		/addPassthroughCopy\(\s*(?:\{\s*)?["'`]?(?:\.\/)?([\w-]+(?:\/[\w-]+)*)\/?["'`]?(?:\s*:\s*["'`]([^"'`]*)["'`]|\s*[,)])/g,
	);
	for (const [, from = '', target] of calls) {
		if (has(from)) continue;
		const path = target ?? (from.startsWith(at) ? from.slice(at.length) : from);
		return { from, to: `/${path}`.replace(/\/+/g, '/').replace(/\/$/, '') };
	}
	return null;
}
