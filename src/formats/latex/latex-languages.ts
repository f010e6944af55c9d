import { languageNames } from '../../publications/languages.ts';

/** Scripts from right to left, and those whose lines break between any two characters: `scripts.ts` sets their words. */
const otherScripts = /^(?:ar|fa|he|ur|yi|zh|ja|ko|th)(?:-|$)/;

/**
 * `\bibfoliolanguage{tag}{words}` sets words in the first of the names of a language that babel or polyglossia has loaded, so
 * that hyphenation and punctuation are those of the words. Without one, it does nothing.
 */
const command = String.raw`\providecommand{\bibfoliolanguage}[2]{\def\bibfolioloaded{}%
  \ifdefined\foreignlanguage\ifcsname bibfoliolanguage#1\endcsname
    \expandafter\expandafter\expandafter\bibfolioseekname\csname bibfoliolanguage#1\endcsname,\relax,\fi\fi
  \ifx\bibfolioloaded\empty#2\else\expandafter\foreignlanguage\expandafter{\bibfolioloaded}{#2}\fi}
\def\bibfolioseekname#1,{\ifx\relax#1\else
  \ifcsname date#1\endcsname\ifx\bibfolioloaded\empty\def\bibfolioloaded{#1}\fi\fi\expandafter\bibfolioseekname\fi}
`;

/** The languages of titles in a file, as `language TAG`. */
export function languagesIn(lines: string): string[] {
	return [...new Set([...lines.matchAll(/\\bibfoliolanguage\{([\w-]+)\}/g)].map(([, tag]) => `language ${tag}`))];
}

/**
 * The definitions that the languages in use need; '' if there are none.
 *
 * @param isDocument whether the file loads babel, and can load the languages
 */
export function languageDefinitions(uses: ReadonlySet<string>, isDocument: boolean): string {
	const tags = [...uses].flatMap((use) => /^language (.+)$/.exec(use)?.[1] ?? []).sort();
	if (!tags.length) return '';
	const known = tags.filter((tag) => !otherScripts.test(tag) && languageNames(tag).length > 0);
	const names = known.map(
		(tag) => `\\expandafter\\def\\csname bibfoliolanguage${tag}\\endcsname{${languageNames(tag)}}\n`,
	);
	const loaded = isDocument ? known.map((tag) => loading(tag)).join('') : '';
	return command + names.join('') + loaded;
}

/** Loads a language under its first name. */
function loading(tag: string): string {
	const [name = ''] = languageNames(tag);
	return `\\IfFileExists{babel-${tag}.ini}{\\babelprovide[import=${tag}]{${name}}}{}\n`;
}
