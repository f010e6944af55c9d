import type { Script } from './template-runtime.ts';

/** The built-in locales as data, and the built-in templates as code, by language (`html`, `md`, `tex`) and name. */
export interface BuiltInCode {
	/** The texts of all built-in templates they were made of, by file name. */
	readonly texts: Readonly<Record<string, string>>;
	readonly languages: Readonly<Record<string, Readonly<Record<string, BuiltInTemplate>>>>;
	/** The terms of the built-in locale files, by file name, good as long as the file has this text. */
	readonly locales: Readonly<
		Record<string, { readonly text: string; readonly terms: Readonly<Record<string, string>> }>
	>;
	/** SHA-256 of what built-in pages have in them, as base64, by the text. */
	readonly hashes: Readonly<Record<string, string>>;
}

/** One of them. */
export interface BuiltInTemplate {
	readonly script: Script;
	readonly usesData: boolean;
	/** File names of the texts that it, and what it calls, was made of: it is good where all are still the same. */
	readonly files: readonly string[];
}

/**
 * None when Bibfolio runs from its sources. The compiled command has them in this file's place (`.ci/compile.mjs`), so
 * that it loads no compiler and reads no YAML, which takes longer than a short list.
 */
export const builtInCode: BuiltInCode = { texts: {}, languages: {}, locales: {}, hashes: {} };
