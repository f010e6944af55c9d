import type { Recipe, Step, SurveyedSite } from './recipe.ts';
import { frontMatter, newPage } from './site-settings.ts';

/** The list for Docusaurus, as Markdown that takes the look of the site. */
export function docusaurus({ name }: SurveyedSite): Recipe {
	const importList = `import Publications from "./_${name}.mdx";`;
	return {
		path: `docs/_${name}.mdx`,
		format: 'markdown',
		use: `In the page: ${importList} and <Publications />`,
		page: newPage('docs/publications.mdx', frontMatter({ title: 'Publications' }), [
			importList,
			'',
			'<Publications />',
		]),
		steps: [
			['npm start', 'show the list at http://localhost:3000/docs/publications'],
			['npm run build', 'build the site to build/, which you can publish'],
		],
	};
}

/** The list for Sphinx, as an HTML file for a directive. */
export function sphinx({ at, name }: SurveyedSite): Recipe {
	return {
		path: `${at}${name}.html`,
		format: 'html',
		use: `In the page: .. raw:: html with :file: ${name}.html`,
	};
}

/** The list for a page with a script of BibBase, as a script that takes its place. */
export function bibBase({ at, name }: SurveyedSite): Recipe {
	const folder = name.replace('publications', 'bibfolio');
	return {
		path: `${at}${folder}`,
		format: 'embed',
		use: `Replace the script of BibBase with <script src="${folder}/bibfolio.js"></script>`,
	};
}

/** A whole page for a site of HTML files. */
export function website({ name }: SurveyedSite): Recipe {
	return {
		path: `${name}.html`,
		format: 'html-page',
		use: `Link to ${name}.html`,
		steps: [openStep(`${name}.html`), ['git push', `publish the page after a commit, or upload ${name}.html`]],
	};
}

/** The list for a CV in LaTeX. */
export function cv({ at, name }: SurveyedSite): Recipe {
	return { path: `${at}${name}.tex`, format: 'latex', use: `Add \\input{${name}} to the CV` };
}

/** Opens a file in a browser, on this operating system. */
export function openStep(path: string): Step {
	const command = { darwin: 'open', win32: 'start' }[process.platform as string] ?? 'xdg-open';
	return [`${command} ${path}`, 'show the page in a browser'];
}
