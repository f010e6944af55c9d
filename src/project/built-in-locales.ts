import { builtInFiles } from '../render/engine/template-notes.ts';
import { closestTag } from '../render/language/scripts.ts';

/** Language tags of the built-in locales: 'de', 'en'. */
export const builtInLocales: readonly string[] = builtInFiles().flatMap(
	(file) => /^locales\/(.+)\.yaml$/.exec(file)?.[1] ?? [],
);

/** The built-in locale for a language tag: that of its region, else of its language and script. Null without one. */
export function closestLocale(tag: string): string | null {
	const written = tag.replace('_', '-').replace(/-[a-z]{2}$/, (region) => region.toUpperCase());
	const language = written.split('-')[0] ?? written;
	return closestTag(written, builtInLocales) ?? closestTag(language, builtInLocales);
}
