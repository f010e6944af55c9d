import { basename } from 'node:path/posix';
import type { Recipe, SurveyedSite } from './recipe.ts';
import { basePath, configurationOf, setting } from './site-settings.ts';

/** The list for Astro, which bundles the stylesheet and the script itself. */
export function astro({ folder, name }: SurveyedSite): Recipe {
	const base = basePath(setting(configurationOf(folder, /^astro\.config\./), 'base'));
	const importList = `import publications from "../${name}.html?raw";`;
	const importStylesheet = 'import "../bibfolio.css";';
	const list = '<Fragment set:html={publications} />';
	const script = '<script>import "../bibfolio.js";</script>';
	const layout = pageLayout(folder.files);
	const importLayout = layout === null ? [] : [`import Layout from "../layouts/${basename(layout)}";`];
	const imports = [...importLayout, importList, importStylesheet];
	return {
		path: `src/${name}.html`,
		format: 'html',
		assets: {
			stylesheet: { path: 'src/bibfolio.css', line: importStylesheet },
			script: { path: 'src/bibfolio.js', line: script },
		},
		use: `In the page: ${importList} and ${list}`,
		page: {
			path: 'src/pages/publications.astro',
			text: `---\n${imports.join('\n')}\n---\n${layout === null ? wholePage(list, script) : pageInLayout(list, script)}`,
			lines: ['---', importList, importStylesheet, '---', list, script],
		},
		steps: [
			['npm run dev', `show the list at http://localhost:4321${base}publications`],
			['npm run build', 'build the site to dist/, which you can publish'],
		],
	};
}

/** The layout of pages; null if there is none. */
function pageLayout(files: readonly string[]): string | null {
	const layouts = files.filter((file) => /^src\/layouts\/[\w-]+\.astro$/.test(file));
	return layouts.find((file) => /\/(?:Base|Page)?(?:Layout|Base|Page)\.astro$/i.test(file)) ?? layouts[0] ?? null;
}

function pageInLayout(list: string, script: string): string {
	return `<Layout title="Publications">
  <main>
    <h1>Publications</h1>
    ${list}
  </main>
</Layout>
${script}
`;
}

function wholePage(list: string, script: string): string {
	return `<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Publications</title>
  </head>
  <body>
    <main>
      <h1>Publications</h1>
      ${list}
    </main>
    ${script}
  </body>
</html>
`;
}
