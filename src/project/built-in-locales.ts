import { builtInFiles } from '../render/engine/template-notes.ts';

/** Language tags of the built-in locales: 'de', 'en'. */
export const builtInLocales: readonly string[] = builtInFiles().flatMap(
	(file) => /^locales\/(.+)\.yaml$/.exec(file)?.[1] ?? [],
);
