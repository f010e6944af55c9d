import { dirname } from 'node:path/posix';
import type { Folder } from '../folder.ts';
import type { HostPage } from './recipe.ts';

/** A page for publications in the folder of the new page, if the site has one. */
export function existingPage({ files }: Folder, page: HostPage): string | null {
	const folder = dirname(page.path) === '.' ? '' : `${dirname(page.path).replace(/^_pages$/, '')}/`.replace(/^\/$/, '');
	return files.find((file) => file.startsWith(folder) && isPublicationsPage(file.slice(folder.length))) ?? null;
}

function isPublicationsPage(path: string): boolean {
	return (
		/(?:^|\/)publications?(?:\/_?index)?\.(?:md|markdown|mdx|html?|njk|liquid|astro|qmd)$/i.test(path) &&
		!/(?:^|\/)(?:_(?!pages\/|index\.)[^/]*|layouts|partials|parts|templates|out|themes)(?:\/|$)/.test(path)
	);
}
