import type { Recipe, SurveyedSite } from './recipe.ts';
import { frontMatter, newPage } from './site-settings.ts';

/** The list for Quarto, which includes text: the list is in a block of HTML. */
export function quarto({ name }: SurveyedSite): Recipe {
	const include = `{{< include _${name}.qmd >}}`;
	const script = '<script defer src="bibfolio.js"></script>';
	const top = frontMatter({ title: 'Publications', css: 'bibfolio.css', resources: 'bibfolio.js' });
	return {
		path: `_${name}.qmd`,
		format: 'html',
		assets: {
			stylesheet: { path: 'bibfolio.css', line: 'css: bibfolio.css' },
			script: { path: 'bibfolio.js', line: script },
		},
		use: `Add ${include} to the page that shows the list`,
		page: newPage('publications.qmd', top, [include, '', '```{=html}', script, '```']),
		steps: [
			['quarto preview publications.qmd', 'show the list in a browser'],
			['quarto publish', 'publish the site'],
		],
	};
}
