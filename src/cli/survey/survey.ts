import { frequentAuthors } from '../../people/frequent-authors.ts';
import { closestLocale } from '../../project/built-in-locales.ts';
import type { Publication } from '../../publications/publication.ts';
import { type Folder, scanFolder } from './folder.ts';
import { type Grouping, likelyGrouping } from './grouping.ts';
import type { MovedSettings } from './moving/moved-settings.ts';
import { movedSettings } from './moving/other-tools.ts';
import { type PeopleSources, peopleSources } from './people-sources.ts';
import { existingPage } from './recipes/host-page.ts';
import type { HostPage } from './recipes/recipe.ts';
import { type Proposal, proposals } from './sites.ts';
import type { SurveyContext } from './survey-context.ts';

/** A `.bib` file in the folder. */
export interface SurveyedLibrary {
	/** Relative to the folder. */
	readonly path: string;
	readonly publications: readonly Publication[];
}

/** The contents of a folder, as far as `bibfolio init` uses them. */
export interface Survey {
	readonly libraries: readonly SurveyedLibrary[];
	/** Paths of the libraries that seem to contain the publications of one person. */
	readonly likelyLibraries: readonly string[];
	readonly outputs: readonly Proposal[];
	/** The grouping that the site or the works suggest. */
	grouping(works: readonly Publication[]): Grouping;
	/** A page for publications that the site has. */
	existingPage(page: HostPage): string | null;
	/** Files with people. */
	readonly people: PeopleSources;
	/** The settings of another tool; null if there is none. */
	readonly moved: MovedSettings | null;
	/** Path for a new library. */
	readonly newLibrary: string;
	/** Language of the site, else of the user, if Bibfolio has a locale for it; null for English. */
	readonly locale: string | null;
}

/**
 * Looks in a folder for a library, a site and a CV.
 *
 * @param read returns the works of a .bib file, or of all that match a pattern
 */
export function survey(root: string, read: (path: string) => readonly Publication[], context: SurveyContext): Survey {
	const folder = scanFolder(root);
	const moved = movedSettings(folder, context);
	const paths = folder.files.filter((path) => /\.bib$/i.test(path)).slice(0, mostLibraries);
	const library = moved?.library ?? [];
	const libraries = (library.some((path) => path.includes('*')) ? library : [...new Set([...library, ...paths])]).map(
		(path) => ({ path, publications: read(path) }),
	);
	const [, ...furtherLists] = (moved?.lists ?? []).map(({ id }) => id);
	return {
		libraries,
		likelyLibraries: library.length ? library : personalLibraries(libraries),
		outputs: moved?.outputs ?? proposals(folder, furtherLists),
		grouping: (works) => likelyGrouping(works, folder),
		existingPage: (page) => existingPage(folder, page),
		people: peopleSources(folder),
		moved,
		newLibrary: folder.has('_config.yml') ? '_bibliography/papers.bib' : 'publications.bib',
		locale: localeOf(folder, context.userLanguage),
	};
}

/** A folder with more .bib files is an archive; only the first ones are considered. */
const mostLibraries = 30;

/** The files in which the same author wrote at least half of the works; all files if there are none. */
function personalLibraries(libraries: readonly SurveyedLibrary[]): string[] {
	const filled = libraries.filter(({ publications }) => publications.length > 0);
	const shares = filled.map(({ path, publications }) => {
		const [first] = frequentAuthors(publications);
		return { path, family: first?.name.family ?? '', share: (first?.count ?? 0) / publications.length };
	});
	const personal = shares.filter(({ share }) => share >= 0.5);
	const [largest] = personal.toSorted((left, right) => worksIn(right.path, filled) - worksIn(left.path, filled));
	const paths = personal.filter(({ family }) => family === largest?.family).map(({ path }) => path);
	return paths.length ? paths : (filled.length ? filled : libraries).map(({ path }) => path);
}

function worksIn(path: string, libraries: readonly SurveyedLibrary[]): number {
	return libraries.find((library) => library.path === path)?.publications.length ?? 0;
}

function localeOf({ files, text }: Folder, userLanguage: string | null): string | null {
	const languages = files
		.filter((file) => /^(?:_config\.ya?ml|hugo\.(?:toml|ya?ml)|mkdocs\.ya?ml|_quarto\.ya?ml)$/.test(file))
		.map(
			(file) =>
				/^\s*(?:lang|language|languageCode|locale)\s*[:=]\s*["']?([a-z]{2,3}(?:[-_][a-z]{2})?)\b/im.exec(
					text(file),
				)?.[1],
		);
	const [language] = languages.flatMap((tag) => (tag === undefined ? [] : (closestLocale(tag) ?? [])));
	const locale = language ?? (userLanguage === null ? null : closestLocale(userLanguage));
	return locale === 'en' ? null : locale;
}
