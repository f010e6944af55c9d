import { findDoi } from '../../../publications/identifiers/doi.ts';
import { pluralize } from '../../pluralize.ts';
import type { Folder } from '../folder.ts';
import { mappingIn, siteConfiguration, textIn } from '../site-configuration.ts';
import { type MovedSettings, noSettings } from './moved-settings.ts';
import { pageFrontMatter } from './page-front-matter.ts';

/** Reads a site of academicpages, which has a page in `_publications` for each work; null for other folders. */
export function academicpages(folder: Folder): MovedSettings | null {
	const site = siteConfiguration(folder);
	const pages = folder.files.filter((file) => /^_publications\/[^/]+\.(?:md|markdown|html)$/.test(file));
	if (!site || pages.length === 0) return null;
	const author = mappingIn(site.value, 'author');
	const dois = pages.flatMap((file) => doiOf(pageFrontMatter(folder.text(file))) ?? []);
	const addition = dois.length
		? `add the works with a DOI: npx bibfolio add ${[...new Set(dois)].join(' ')}`
		: 'add the works to a .bib file';
	return {
		...noSettings,
		tool: `academicpages (${site.file})`,
		owner: author && textIn(author, 'name'),
		orcid: /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec((author && textIn(author, 'orcid')) ?? '')?.[0] ?? null,
		notes: [
			`The ${pluralize(pages.length, 'page')} in _publications ${pages.length === 1 ? 'is' : 'are'} not BibTeX; ${addition}`,
			...loops(folder),
		],
	};
}

/** The pages that list the works. */
function loops(folder: Folder): string[] {
	return folder.files
		.filter((file) => /^_pages\/.*\.(?:md|html)$/.test(file))
		.flatMap((file) => {
			const text = folder.text(file);
			const at = text.search(/\{%-?\s*for\s+\w+\s+in\s+site\.publications\b/);
			if (at < 0) return [];
			const line = text.slice(0, at).split('\n').length;
			return `Replace the loop over site.publications in ${file}:${line} with {% include publications.html %}`;
		});
}

function doiOf(page: Readonly<Record<string, unknown>>): string | null {
	const words = ['doi', 'paperurl', 'link', 'citation'].flatMap((key) => textIn(page, key) ?? []);
	return words.flatMap((text) => findDoi(text) ?? [])[0] ?? null;
}
