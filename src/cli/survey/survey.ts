import { frequentAuthors } from '../../people/frequent-authors.ts';
import { builtInLocales } from '../../project/built-in-locales.ts';
import type { Publication } from '../../publications/publication.ts';
import { type Folder, lookAround } from './folder.ts';
import { type Scholar, scholarOf } from './site-owner.ts';
import { type Proposal, proposals } from './sites.ts';

/** A .bib file that was found. */
export interface FoundLibrary {
	/** Relative to the folder. */
	readonly path: string;
	readonly publications: readonly Publication[];
}

/** What a folder contains. */
export interface Survey {
	readonly libraries: readonly FoundLibrary[];
	/** The paths of those that seem to contain one person's publications. */
	readonly own: readonly string[];
	readonly outputs: readonly Proposal[];
	readonly scholar: Scholar | null;
	/** Path for a new library. */
	readonly newLibrary: string;
	/** Language of the site if Bibfolio has a locale for it; null for English and for sites that name none. */
	readonly locale: string | null;
}

/**
 * Looks in a folder for a library, a site and a CV.
 *
 * @param read - gives the works of a .bib file
 */
export function survey(root: string, read: (path: string) => readonly Publication[]): Survey {
	const folder = lookAround(root);
	const libraries = folder.files
		.filter((path) => /\.bib$/i.test(path))
		.slice(0, mostLibraries)
		.map((path) => ({ path, publications: read(path) }));
	const scholar = scholarOf(folder);
	return {
		libraries,
		own: scholar?.library ? [scholar.library] : ownLibraries(libraries),
		outputs: proposals(folder),
		scholar,
		newLibrary: folder.has('_config.yml') ? '_bibliography/papers.bib' : 'publications.bib',
		locale: localeOf(folder),
	};
}

/** A folder with more .bib files is an archive; its owner has to name the library. */
const mostLibraries = 30;

/** The files in which one author wrote most works; all files if no author did. */
function ownLibraries(libraries: readonly FoundLibrary[]): string[] {
	const filled = libraries.filter(({ publications }) => publications.length > 0);
	const shares = filled.map(({ path, publications }) => {
		const [first] = frequentAuthors(publications);
		return { path, family: first?.name.family ?? '', share: (first?.count ?? 0) / publications.length };
	});
	const own = shares.filter(({ share }) => share >= 0.5);
	const [whose] = own.toSorted((one, other) => worksIn(other.path, filled) - worksIn(one.path, filled));
	const same = own.filter(({ family }) => family === whose?.family).map(({ path }) => path);
	return same.length ? same : (filled.length ? filled : libraries).map(({ path }) => path);
}

function worksIn(path: string, libraries: readonly FoundLibrary[]): number {
	return libraries.find((one) => one.path === path)?.publications.length ?? 0;
}

function localeOf({ files, text }: Folder): string | null {
	const languages = files
		.filter((file) => /^(?:_config\.ya?ml|hugo\.(?:toml|ya?ml)|mkdocs\.ya?ml|_quarto\.ya?ml)$/.test(file))
		.map((file) => /^\s*(?:lang|language|languageCode|locale)\s*[:=]\s*["']?([a-z]{2})\b/im.exec(text(file))?.[1]);
	return builtInLocales.find((locale) => locale !== 'en' && languages.includes(locale)) ?? null;
}
