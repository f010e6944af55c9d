import type { Definitions } from '../format.ts';
import { languageDefinitions, languagesIn } from './latex-languages.ts';
import { letterDefinitions, lettersIn } from './latex-letters.ts';
import { scriptDefinitions, scriptsIn } from './scripts.ts';

/** Commands that a fragment defines itself, so that it needs no preamble and no package. Only those in use are written. */
const fragmentCommands: readonly (readonly [name: string, definition: string])[] = [
	['bibfoliolink', '[2]{\\ifdefined\\href\\href{#1}{#2}\\else#2\\fi}'],
	['bibfoliostrike', '[1]{\\ifdefined\\sout\\sout{#1}\\else#1\\fi}'],
	['bibfolioquote', '{\\ifcsname\\encodingdefault\\string\\textquotedbl\\endcsname\\textquotedbl\\else\\char34 \\fi}'],
	[
		'bibfolioletter',
		'[2]{\\bibfoliochoose{#1}{\\ifdefined\\UnicodeEncodingName#1\\else#2\\fi}{%\n' +
			'  \\ifdefined\\UnicodeEncodingName\\iffontchar\\font`#1 #1\\else#2\\fi\\else\\bibfolioactual{#1}{#2}\\fi}}',
	],
	[
		'bibfoliocluster',
		'[2]{\\bibfoliochoose{#1}{#2}{\\ifdefined\\UnicodeEncodingName#2\\else\\bibfolioactual{#1}{#2}\\fi}}',
	],
	['bibfolioltr', '[1]{\\ifdefined\\LR\\LR{#1}\\else\\ifdefined\\babelsublr\\babelsublr{#1}\\else#1\\fi\\fi}'],
	['bibfoliortl', '[1]{#1}'],
	['bibfolioturned', '[1]{\\ifdefined\\rotatebox\\rotatebox[origin=c]{180}{#1}\\else#1\\fi}'],
	[
		'bibfoliocedilla',
		'[1]{\\ifdefined\\UnicodeEncodingName{\\ooalign{#1\\crcr\\hidewidth¸\\hidewidth\\crcr}}\\else\\c{#1}\\fi}',
	],
	[
		'bibfoliohook',
		'[1]{{\\setbox0\\hbox{#1}\\ooalign{\\hidewidth\\raise\\ht0\\hbox{$\\scriptscriptstyle\\rhook$}\\hidewidth\\crcr\\unhcopy0\\crcr}}}',
	],
	['bibfoliohorn', "[1]{{\\setbox0\\hbox{#1}\\unhcopy0\\kern-.08em\\raise.3\\ht0\\hbox{\\scriptsize'}\\kern-.08em}}"],
	[
		'bibfoliostroke',
		'[1]{{\\setbox0\\hbox{#1}\\ooalign{\\unhcopy0\\crcr\\hidewidth\\raise.35\\ht0\\hbox{-}\\hidewidth\\crcr}}}',
	],
];

/** Commands of amsmath and amssymb that titles use, for documents that load neither package before or after the list. */
const mathematics: typeof fragmentCommands = [
	['text', '[1]{\\mbox{##1}}'],
	['mathbb', '[1]{\\mathbf{##1}}'],
	['mathfrak', '[1]{\\mathbf{##1}}'],
	['boldsymbol', '[1]{\\mathbf{##1}}'],
	['operatorname', '[1]{\\mathop{\\mathrm{##1}}\\nolimits}'],
	['tfrac', '[2]{{\\textstyle\\frac{##1}{##2}}}'],
	['dfrac', '[2]{{\\displaystyle\\frac{##1}{##2}}}'],
	['binom', '[2]{{##1\\choose##2}}'],
	['lvert', '{\\mathopen|}'],
	['rvert', '{\\mathclose|}'],
	['lVert', '{\\mathopen\\|}'],
	['rVert', '{\\mathclose\\|}'],
];

/**
 * `\bibfoliochoose{string}{moving}{typeset}`: the text for PDF bookmarks and metadata, where hyperref needs plain text; the
 * text for a table of contents, which is read before the list defines its commands; the typeset text.
 */
const choose = String.raw`\def\bibfolioone#1#2#3{#1}\def\bibfoliotwo#1#2#3{#2}\def\bibfoliothree#1#2#3{#3}
\def\bibfoliochoose{\expandafter\ifx\csname ifHy@pdfstring\expandafter\endcsname\csname iftrue\endcsname\expandafter\bibfolioone
  \else\expandafter\ifx\csname @typeset@protect\endcsname\protect\expandafter\expandafter\expandafter\bibfoliothree
  \else\expandafter\expandafter\expandafter\bibfoliotwo\fi\fi}
`;

/** In a preamble, packages that define the same commands may follow, so the definitions wait for the document. */
const afterPackages = `\\expandafter\\ifx\\csname @notprerr\\endcsname\\AtBeginDocument
  \\bibfoliomathematics\\else\\AtBeginDocument{\\bibfoliomathematics}\\fi
`;

const names = [...fragmentCommands, ...mathematics].map(([name]) => name);
/** Uses of these commands, except definitions in a template: `\def\bibfolioletter##1`. */
const definable = new RegExp(`\\\\(${names.join('|')})(?![A-Za-z#])`, 'g');
const defining = new RegExp(`command\\*?\\s*\\{?\\\\(${names.join('|')})\\b`, 'g');

/**
 * The definitions of the commands that a file uses and does not define itself.
 *
 * @param before matches the beginning of the line before which they are inserted
 * @param isDocument whether the file is a document of its own
 */
export function latexDefinitions(before: RegExp, isDocument: boolean): Definitions {
	return { write: (file) => writeDefinitions(new Set(usesIn(file)), isDocument), before };
}

/** The commands as `uses NAME` and `defines NAME`, then scripts, letters and languages. */
function usesIn(lines: string): string[] {
	return [...commandsIn(lines), ...scriptsIn(lines), ...lettersIn(lines), ...languagesIn(lines)];
}

function commandsIn(lines: string): string[] {
	const used = [...lines.matchAll(definable)].map(([, name]) => `uses ${name}`);
	const defined = lines.includes('command') ? [...lines.matchAll(defining)].map(([, name]) => `defines ${name}`) : [];
	return [...new Set([...used, ...defined])];
}

function writeDefinitions(uses: ReadonlySet<string>, isDocument: boolean): string {
	const ofScripts = scriptDefinitions(uses);
	const ofLetters = letterDefinitions(uses);
	const used = new Set([...uses, ...commandsIn(ofScripts)]);
	const needed = (all: typeof fragmentCommands): string =>
		all
			.filter(([name]) => used.has(`uses ${name}`) && !uses.has(`defines ${name}`))
			.map(([name, definition]) => `\\providecommand{\\${name}}${definition}\n`)
			.join('');
	const ofMathematics = needed(mathematics);
	return `${ofScripts || ofLetters ? choose : ''}${ofScripts}${ofLetters}${languageDefinitions(uses, isDocument)}${needed(fragmentCommands)}${ofMathematics && `\\def\\bibfoliomathematics{\n${ofMathematics}}\n${afterPackages}`}`;
}
