import { basename } from 'node:path/posix';
import type { Recipe, SurveyedSite } from './recipe.ts';
import { configurationOf, lines, linked, newPage, setting } from './site-settings.ts';

/** The list for MkDocs, which has no includes: the list is a region of its page. */
export function mkDocs({ folder, name }: SurveyedSite): Recipe {
	const configuration = configurationOf(folder, /^mkdocs\.ya?ml$/);
	const docs = (setting(configuration, 'docs_dir') ?? 'docs').replace(/^\.\/|\/+$/g, '');
	const up = setting(configuration, 'use_directory_urls') === 'false' ? '' : '../';
	const assets = linked(`${docs}/bibfolio.css`, `${docs}/bibfolio.js`, (path) => `${up}${basename(path)}`);
	const page = `${docs}/${name}.md`;
	const markers = '<!-- bibfolio:publications -->\n<!-- /bibfolio:publications -->';
	return {
		path: page,
		format: 'html',
		region: 'publications',
		assets,
		use: null,
		setting: 'Add the page under nav in mkdocs.yml, if that lists the pages',
		page: newPage(page, '# Publications\n\n', lines(assets, markers)),
		steps: [
			['mkdocs serve', `show the list at http://127.0.0.1:8000/${name}/`],
			['mkdocs gh-deploy', 'publish the site on GitHub Pages'],
		],
	};
}
