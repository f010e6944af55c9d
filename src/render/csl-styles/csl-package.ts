import { createRequire } from 'node:module';
import { join } from 'node:path';

/** citeproc-js, as far as it is used here. */
export interface CiteProc {
	readonly Engine: new (
		system: { retrieveLocale(tag: string): unknown; retrieveItem(id: string): unknown },
		style: string,
		language: string,
		force: boolean,
	) => CiteProcEngine;
	/** The usual region of a language: pl_PL. */
	readonly LANG_BASES: Readonly<Record<string, string>>;
	readonly Output: { readonly Formats: Record<string, Record<string, unknown>> };
}

/** One style in one language. */
export interface CiteProcEngine {
	setOutputFormat(name: string): void;
	getTerm(term: string): string;
	updateItems(ids: readonly string[]): void;
	makeBibliography(): readonly [parameters: unknown, entries: readonly string[]] | false;
}

interface Register {
	has(name: string): boolean;
	get(name: string): string;
	list(): string[];
}

/** What formats references in CSL styles. */
export interface CslPackage {
	readonly citeproc: CiteProc;
	/** The styles and locales that come with it. */
	readonly styles: Register;
	readonly locales: Register;
}

/**
 * The package `@citation-js/plugin-csl` with citeproc-js in it, from the project's own packages or from beside
 * Bibfolio; null when it is in neither. It is no part of Bibfolio, for citeproc-js's licence (CPAL or AGPL) binds
 * whoever ships it.
 *
 * @param root the project's folder (absolute)
 */
export function loadCslPackage(root: string): CslPackage | null {
	for (const place of [join(root, 'package.json'), import.meta.url]) {
		try {
			const ask = createRequire(place);
			const beside = createRequire(ask.resolve('@citation-js/plugin-csl'));
			const citeproc = beside('citeproc') as CiteProc;
			const { plugins } = beside('@citation-js/core') as { plugins: { config: { get(name: string): CslPackage } } };
			ask('@citation-js/plugin-csl');
			const { styles, locales } = plugins.config.get('@csl');
			return { citeproc, styles, locales };
		} catch {
			// Not here: the next place, or nowhere.
		}
	}
	return null;
}
