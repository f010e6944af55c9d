import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The parts of citeproc-js that Bibfolio uses. */
export interface CiteProc {
	readonly Engine: new (
		system: { retrieveLocale(tag: string): unknown; retrieveItem(id: string): unknown },
		style: string,
		language: string,
		force: boolean,
	) => CiteProcEngine;
	/** The default region of each language: pl_PL. */
	readonly LANG_BASES: Readonly<Record<string, string>>;
	readonly Output: { readonly Formats: Record<string, Record<string, unknown>> };
}

/** The engine of citeproc-js for one style in one language. */
export interface CiteProcEngine {
	setOutputFormat(name: string): void;
	getTerm(term: string): string;
	updateItems(ids: readonly string[]): void;
	makeBibliography(): readonly [parameters: unknown, entries: readonly string[]] | false;
}

interface Registry {
	has(name: string): boolean;
	get(name: string): string;
	list(): string[];
}

/** citeproc-js with the CSL styles and locales of `@citation-js/plugin-csl`. */
export interface CslPackage {
	readonly citeproc: CiteProc;
	/** The packaged styles and locales, as XML by name or tag. */
	readonly styles: Registry;
	readonly locales: Registry;
}

/**
 * Loads `@citation-js/plugin-csl`, which contains citeproc-js, from the packages of the project or those installed next to
 * Bibfolio; null when neither has it. Bibfolio does not bundle it, because citeproc-js's licence (CPAL or AGPL) binds
 * everybody who distributes it.
 *
 * @param root the project's folder (absolute)
 */
export function loadCslPackage(root: string): CslPackage | null {
	for (const place of [join(root, 'package.json'), import.meta.url]) {
		try {
			const requireThere = createRequire(place);
			const requireFromPlugin = createRequire(requireThere.resolve('@citation-js/plugin-csl'));
			const citeproc = requireFromPlugin('citeproc') as CiteProc;
			const { plugins } = requireFromPlugin('@citation-js/core') as {
				plugins: { config: { get(name: string): CslPackage } };
			};
			requireThere('@citation-js/plugin-csl');
			const { styles, locales } = plugins.config.get('@csl');
			return { citeproc, styles, locales };
		} catch {
			// Not installed here: try the next place.
		}
	}
	return null;
}
