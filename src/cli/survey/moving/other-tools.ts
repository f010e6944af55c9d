import type { Folder } from '../folder.ts';
import type { SurveyContext } from '../survey-context.ts';
import { academicpages } from './academicpages.ts';
import { bibBase } from './bibbase.ts';
import { bibtex2html } from './bibtex2html.ts';
import { hugoBlox } from './hugo-blox.ts';
import { jekyllScholar } from './jekyll-scholar.ts';
import type { MovedSettings } from './moved-settings.ts';

/** The tools whose settings Bibfolio reads, the most specific first. */
const tools: readonly ((folder: Folder, context: SurveyContext) => MovedSettings | null)[] = [
	jekyllScholar,
	hugoBlox,
	bibBase,
	academicpages,
	bibtex2html,
];

/** The settings of the tool that makes the lists of a folder now; null if there is none. */
export function movedSettings(folder: Folder, context: SurveyContext): MovedSettings | null {
	for (const read of tools) {
		const moved = read(folder, context);
		if (moved) return moved;
	}
	return null;
}
