import type { Report } from '../diagnostics/diagnostic.ts';
import { type CreateResult, createFile } from '../output/create-file.ts';
import type { HostPage, NewFile, Recipe, Step } from './survey/recipes/recipe.ts';

/** What `init` does with the pages of a site. */
export interface SitePages {
	/** Creates the pages that contain a list between markers, which the build reads. */
	createRegions(): void;
	/** Creates the other pages and the files that they need. Returns their paths, with remarks. */
	createRest(): readonly string[];
	/** The lines for pages that were not created, and what else to do, as text. */
	remaining(): string;
}

/**
 * The pages that show the lists. A page is created unless the site has one for publications; then the user adds the lines.
 *
 * @param existingPage returns the path of a page for publications
 */
export function sitePages(
	recipes: readonly Recipe[],
	existingPage: (page: HostPage) => string | null,
	root: string,
	report: Report,
): SitePages {
	const created = new Set<string>();
	const create = ({ path, text }: NewFile): CreateResult => {
		const result = createFile(path, text, root, report);
		if (result === 'created') created.add(path);
		return result;
	};
	const isRegion = ({ path, region, page }: Recipe) => region !== undefined && page?.path === path;
	return {
		createRegions() {
			for (const recipe of recipes) if (recipe.page && isRegion(recipe)) create(recipe.page);
		},
		createRest() {
			for (const { page, parts = [] } of recipes) {
				for (const part of parts) create(part);
				if (page && !created.has(page.path) && existingPage(page) === null) create(page);
			}
			const regions = new Set(recipes.filter(isRegion).map(({ path }) => path));
			const pages = new Set(recipes.map(({ page }) => page?.path));
			const files = [...created].filter((path) => !regions.has(path));
			return files.map((path) => (pages.has(path) ? `${path} (the page; edit it as you like)` : path));
		},
		remaining: () =>
			recipes
				.flatMap((recipe) =>
					recipe.page && !created.has(recipe.page.path) ? linesText(recipe.page, existingPage) : [],
				)
				.join(''),
	};
}

function linesText(page: HostPage, existingPage: (page: HostPage) => string | null): string {
	const path = existingPage(page) ?? 'the page that shows the list';
	return `\nAdd these lines to ${path}:\n${page.lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

/** The next steps: first what has no command, then the commands in a column. */
export function stepsText(sentences: readonly string[], steps: readonly Step[]): string {
	const width = Math.max(...steps.map(([command]) => command.length));
	const rows = steps.map(([command, purpose]) => `${command.padEnd(width)}   ${purpose}`);
	return `\nNext steps:\n${[...sentences, ...rows].map((line) => `  ${line}\n`).join('')}`;
}
