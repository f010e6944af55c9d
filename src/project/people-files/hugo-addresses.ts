/** Files of a Hugo site with its settings, relative to its folder. */
export const hugoConfigurations: readonly string[] = ['config/_default/', ''].flatMap((folder) =>
	['hugo', 'config', 'permalinks'].flatMap((name) =>
		['yaml', 'yml', 'toml'].map((ending) => `${folder}${name}.${ending}`),
	),
);

/**
 * The address of an author's page: by the name of its folder, or by its title as in the `permalinks` of Hugo Blox
 * (`authors: /author/:slug/`).
 *
 * @param texts the settings of the site
 */
export function authorAddress(texts: readonly string[]): (title: string, folder: string) => string {
	const permalink = texts
		.map((text) => /^\s*authors\s*[:=]\s*["']?(\/[\w/-]+\/):(?:slug|title)\/?["']?\s*$/m.exec(text)?.[1])
		.find(Boolean);
	return (title, folder) => (permalink === undefined ? `/authors/${folder}/` : `${permalink}${inAddress(title)}/`);
}

/** A title in an address, as Hugo writes it. */
function inAddress(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_.-]+/gu, '')
		.trim()
		.replace(/[\s-]+/g, '-');
}
