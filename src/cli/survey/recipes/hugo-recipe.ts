import { basename } from 'node:path/posix';
import type { Recipe, SurveyedSite } from './recipe.ts';
import { basePath, configurationOf, frontMatter, linked, newPage, setting } from './site-settings.ts';

/** The list for Hugo, whose Markdown has no HTML: a shortcode includes the list. */
export function hugo({ folder, name }: SurveyedSite): Recipe {
	const configuration = configurationOf(folder, /^(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/);
	const base = basePath(setting(configuration, 'baseURL'));
	const assets = linked('static/bibfolio.css', 'static/bibfolio.js', (path) => `{{ "${basename(path)}" | relURL }}`);
	const include = `{{< ${name} >}}`;
	return {
		path: `layouts/partials/${name}.html`,
		format: 'html',
		assets,
		use: `Add ${include} to the page that shows the list`,
		parts: [
			{
				path: `layouts/shortcodes/${name}.html`,
				text: `${[assets.stylesheet.line, `{{ partial "${name}.html" . }}`, assets.script.line].join('\n')}\n`,
			},
		],
		page: newPage('content/publications.md', frontMatter({ title: 'Publications' }), [include]),
		steps: [
			['hugo server', `show the list at http://localhost:1313${base}publications/`],
			['hugo', 'build the site to public/, which you can publish'],
		],
	};
}
