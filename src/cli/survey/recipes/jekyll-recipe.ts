import type { Folder } from '../folder.ts';
import type { Recipe, SurveyedSite } from './recipe.ts';
import { basePath, configurationOf, frontMatter, layoutOf, lines, linked, newPage, setting } from './site-settings.ts';

/** The list for Jekyll, whose include is the list. */
export function jekyll({ folder, name }: SurveyedSite): Recipe {
	const configuration = configurationOf(folder, /^_config\.ya?ml$/);
	const base = basePath(setting(configuration, 'baseurl'));
	const assets = linked('assets/bibfolio.css', 'assets/bibfolio.js', (path) => `{{ '/${path}' | relative_url }}`);
	const pages = folder.files.some((file) => file.startsWith('_pages/')) ? '_pages/' : '';
	const include = `{% include ${name}.html %}`;
	const command = folder.has('Gemfile') ? 'bundle exec jekyll' : 'jekyll';
	const layout = layoutOfPages(folder, configuration);
	const top = frontMatter({ layout, title: 'Publications', permalink: '/publications/' });
	return {
		path: `_includes/${name}.html`,
		format: 'html',
		assets,
		use: `Add ${include} to the page that shows the list`,
		page: newPage(`${pages}publications.md`, top, lines(assets, include)),
		steps: [
			[`${command} serve`, `show the list at http://localhost:4000${base}publications/`],
			['git push', 'publish the site after a commit, if GitHub Pages builds it'],
		],
	};
}

/** The layout of a new page: that of pages, or the only one there is. */
function layoutOfPages(folder: Folder, configuration: string): string | null {
	const has = (name: string) => folder.files.some((file) => new RegExp(`^_layouts/${name}\\.`).test(file));
	if (has('page')) return 'page';
	if (has('default')) return 'default';
	const used = layoutOf(folder, /^about\.(?:md|markdown|html)$/);
	if (used !== null) return used;
	const theme = setting(configuration, 'theme') ?? setting(configuration, 'remote_theme');
	return theme === null ? null : /jekyll-theme-|just-the-docs/.test(theme) ? 'default' : 'page';
}
