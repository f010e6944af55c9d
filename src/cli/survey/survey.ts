import { frequentAuthors } from '../../people/frequent.ts';
import type { Publication } from '../../publications/publication.ts';
import { type Folder, lookAround } from './folder.ts';
import { type Scholar, scholarOf } from './site-owner.ts';
import { type Proposal, proposals } from './sites.ts';

/** A .bib that was found. */
export interface FoundLibrary {
	/** Relative to the folder. */
	readonly path: string;
	readonly publications: readonly Publication[];
}

/** What a folder is found to hold. */
export interface Survey {
	readonly libraries: readonly FoundLibrary[];
	/** The paths of those that seem to be one person's publications. */
	readonly own: readonly string[];
	readonly outputs: readonly Proposal[];
	readonly scholar: Scholar | null;
	/** Where a new library belongs. */
	readonly newLibrary: string;
	/** Language of the site; null for English, or when nobody says. */
	readonly locale: string | null;
}

/**
 * Looks around in a folder for a library, a site and a CV.
 *
 * @param read gives the works of a .bib
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

/** A folder of more is an archive, and the person says which. */
const mostLibraries = 30;

/** The files in which one author stands in most works; all of them when there is none such. */
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

/** The languages there are locales of; English needs no word. */
function localeOf({ files, text }: Folder): string | null {
	const said = files
		.filter((file) => /^(?:_config\.ya?ml|hugo\.(?:toml|ya?ml)|mkdocs\.ya?ml|_quarto\.ya?ml)$/.test(file))
		.map((file) => /^\s*(?:lang|language|languageCode|locale)\s*[:=]\s*["']?([a-z]{2})\b/im.exec(text(file))?.[1]);
	return said.includes('de') ? 'de' : null;
}
