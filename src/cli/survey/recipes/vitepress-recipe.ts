import type { Recipe, SurveyedSite } from './recipe.ts';
import { basePath, configurationOf, newPage, setting } from './site-settings.ts';

/**
 * The list for VitePress, which bundles the stylesheet and the script itself. `v-html` shows a fresh copy at each visit: Vue would
 * clone an included list together with the changes of the script.
 */
export function vitePress({ at: place, folder, name }: SurveyedSite): Recipe {
	const at = place.replace(/\.vitepress\/$/, '');
	const base = basePath(setting(configurationOf(folder, /\.vitepress\/config\./), 'base'));
	const include = '<div v-html="publications"></div>';
	const style = '<style src="./parts/bibfolio.css"></style>';
	const script = [
		'<script setup>',
		'import { onMounted } from "vue"',
		`import publications from "./parts/${name}.html?raw"`,
		'onMounted(() => import("./parts/bibfolio.js"))',
		'</script>',
	];
	const docs = at === '' ? '' : ` ${at.replace(/\/$/, '')}`;
	return {
		path: `${at}parts/${name}.html`,
		format: 'html',
		assets: {
			stylesheet: { path: `${at}parts/bibfolio.css`, line: style },
			script: { path: `${at}parts/bibfolio.js`, line: 'onMounted(() => import("./parts/bibfolio.js"))' },
		},
		use: `In the page: import publications from "./parts/${name}.html?raw" and ${include}`,
		page: newPage(`${at}publications.md`, '# Publications\n\n', [include, '', style, '', ...script]),
		steps: [
			[`npx vitepress dev${docs}`, `show the list at http://localhost:5173${base}publications`],
			[`npx vitepress build${docs}`, `build the site to ${at}.vitepress/dist/, which you can publish`],
		],
	};
}
