import { latexCharacter } from '../../latex/unicode-latex.ts';
import type { ScriptRun } from '../../latex/write-latex.ts';
import { matchAt } from '../../text/match-at.ts';
import { parseWordTable } from '../../text/word-table.ts';

/** A script that LaTeX's standard fonts lack, and how to typeset it. */
interface Script {
	/** Also the name of the command that a document may define for the script: `\bibfoliocyrillic`. */
	readonly name: string;
	/** The characters of the script, for a character class of a regular expression. */
	readonly letters: string;
	/** Fonts to try in XeTeX and LuaTeX, the best match first. */
	readonly fonts: string;
	readonly fallback?: (run: string) => string | null;
	/** Minimum number of successive letters; fewer are a formula. */
	readonly least?: number;
	/** Characters allowed between words. */
	readonly between?: string;
	/** How to typeset the words in a font that has them. */
	readonly set?: string;
	/** Font features for fontspec. */
	readonly features?: string;
	/** The pdflatex encoding, used if the document loads it (`\usepackage[T2A,T1]{fontenc}`). */
	readonly encoding?: string;
	/** Pattern of what may follow the last word and belongs to it. */
	readonly after?: string;
}

const serif = 'CMU Serif,cmunrm.otf,FreeSerif,Noto Serif,DejaVu Serif,Times New Roman';
const rightToLeft =
	'\\ifdefined\\TeXXeTstate\\TeXXeTstate=1 \\beginR#1\\endR\\else\\ifdefined\\textdir{\\textdir TRT #1}\\else#1\\fi\\fi';
/** A line may break between any two characters. */
const anywhere = '\\bibfolioeach#1\\bibfolioend';

/** Punctuation at the end of a right-to-left sentence appears at its left. */
const ending = '(?:[ \\u00a0]?[.,:;!?0-9]+)*';

const scripts: readonly Script[] = [
	{ name: 'cyrillic', letters: '\\p{sc=Cyrl}', fonts: serif, fallback: transliterated, encoding: 'T2A' },
	{ name: 'greek', letters: '\\p{sc=Grek}', fonts: serif, fallback: greek, least: 2, encoding: 'LGR' },
	{
		name: 'hebrew',
		letters: '\\p{sc=Hebr}',
		fonts: 'David CLM,Frank Ruehl CLM,Noto Serif Hebrew,FreeSerif,DejaVu Sans,Times New Roman',
		set: rightToLeft,
		features: 'Script=Hebrew',
		after: ending,
	},
	{
		name: 'arabic',
		letters: '\\p{sc=Arab}\\u060c\\u061b\\u061f\\u0640\\u066a-\\u066d',
		fonts: 'Amiri,Scheherazade New,Noto Naskh Arabic,DejaVu Sans,Times New Roman',
		set: rightToLeft,
		features: 'Script=Arabic',
		after: ending,
	},
	{
		name: 'han',
		letters: '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\u3000-\\u303f\\u30fb\\u30fc\\uff00-\\uffef',
		fonts:
			'Noto Serif CJK SC,Noto Sans CJK SC,Source Han Serif SC,Songti SC,SimSun,FandolSong,HaranoAjiMincho,Droid Sans Fallback',
		between: '',
		set: anywhere,
	},
	{
		name: 'hangul',
		letters: '\\p{sc=Hang}',
		fonts: 'Noto Serif CJK KR,Noto Sans CJK KR,UnBatang,AppleMyungjo,Batang,Baekmuk Batang',
	},
	{ name: 'devanagari', letters: '\\p{sc=Deva}', fonts: 'Noto Serif Devanagari,FreeSerif,Kohinoor Devanagari,Mangal' },
	{ name: 'thai', letters: '\\p{sc=Thai}', fonts: 'Noto Serif Thai,FreeSerif,Thonburi,Tahoma', set: anywhere },
	{ name: 'georgian', letters: '\\p{sc=Geor}', fonts: 'Noto Serif Georgian,FreeSerif,DejaVu Serif,Sylfaen' },
	{ name: 'armenian', letters: '\\p{sc=Armn}', fonts: 'Noto Serif Armenian,FreeSerif,DejaVu Serif,Sylfaen' },
	{
		name: 'pictograph',
		letters: '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{RI}\\u{1f300}-\\u{1faff}',
		fonts: 'Noto Emoji,Symbola,DejaVu Sans,Segoe UI Symbol,Apple Symbols',
		between: '\\u200d\\ufe0f\\u20e3',
	},
];

/** All other characters: rare symbols, and letters with marks that LaTeX's fonts lack. */
const other: Script = {
	name: 'other',
	letters: '',
	fonts: 'FreeSerif,Noto Sans Symbols,Noto Sans Symbols 2,DejaVu Sans,Segoe UI Symbol,Apple Symbols',
};

/** Marks, and the joiner and non-joiner between letters of a word. */
const joiners = '\\p{M}\\u200c\\u200d';

const patterns = scripts.map(({ letters, least = 1, after = '', between = ' \\u00a0,.:;()!?0-9\\-' }) => {
	const word = `[${letters}]{${least},}[${letters}${joiners}]*`;
	return between === '' ? word : `${word}(?:[${between}]*[${letters}][${letters}${joiners}]*)*${after}`;
});

/** A run of words in one of the scripts, each a group; © and ® are pictographs that every font has. */
const scriptRun = new RegExp(`(?![©®])(?:${patterns.map((pattern) => `(${pattern})`).join('|')})`, 'uy');

/**
 * Writes the words of one script at an offset of a text as a command that finds a font (in pdflatex, an encoding) and
 * shows a replacement if there is none; null if the character at the offset belongs to none of the scripts.
 */
export function scriptAt(text: string, offset: number): ScriptRun | null {
	// Compiling the expression takes as long as writing 50 works, and most libraries have only Latin letters.
	if (text.charCodeAt(offset) < 0x300) return null;
	const [words = '', ...groups] = matchAt(scriptRun, text, offset) ?? [];
	const script = scripts[groups.findIndex((group) => group !== undefined)];
	return script ? { words, latex: writeScript(words, script) } : null;
}

function writeScript(run: string, { name, fallback }: Script): string {
	const words = run
		.normalize('NFC')
		.replaceAll('\u00a0', '~')
		.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/g, '');
	return `\\bibfolioscript{${name}}{${words}}{${fallback?.(words) ?? `\\bibfoliomissing{${name}}`}}`;
}

/** Writes a single character in the same way; its replacement is the letter without marks, or its code point. */
export function writeSign(sign: string): string {
	const [base = ''] = sign;
	const number = `U+${(base.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	const instead = (base === sign ? null : latexCharacter(base)) ?? `\\bibfoliomissing{${number}}`;
	return `\\bibfolioscript{${other.name}}{${sign}}{${instead}}`;
}

/**
 * `\bibfolioscript{script}{words}{replacement}` uses the first of these that is available: the document's own
 * `\bibfolioSCRIPT`; the current font, if it has all letters (Latin Modern has Π, but no α); the first installed font of
 * the list that has them, or at least those beyond ASCII; the replacement. The font that matched last is tried first.
 */
const command = String.raw`\def\bibfolioeach#1{\ifx\bibfolioend#1\else#1\hskip0pt plus.03em\relax\expandafter\bibfolioeach\fi}
\def\bibfoliolacks#1{\ifx\bibfolioend#1\else\ifnum${'`'}#1>\bibfoliofloor\iffontchar\font${'`'}#1 \else1\fi\fi\expandafter\bibfoliolacks\fi}
\chardef\bibfoliofloor32
\def\bibfolioifhas#1#2#3{\if\relax\bibfoliolacks#1\bibfolioend\relax#2\else#3\fi}
\def\bibfoliofeatures#1{\ifcsname bibfoliofeatures#1\endcsname\csname bibfoliofeatures#1\endcsname\fi}
\providecommand{\bibfoliomissing}[1]{\textsf{[#1]}}
\def\bibfolioset#1#2{\ifcsname bibfolioset#1\endcsname\csname bibfolioset#1\endcsname{#2}\else#2\fi}
\def\bibfolioask#1{\ifcsname bibfolioasked#1\endcsname\else\IfFontExistsTF{#1}%
  {\expandafter\gdef\csname bibfolioasked#1\endcsname{1}}{\expandafter\gdef\csname bibfolioasked#1\endcsname{0}}\fi}
\def\bibfoliouse#1#2{\edef\bibfolionext{\noexpand\fontspec{#1}[\bibfoliofeatures{#2}]}\bibfolionext}
\def\bibfoliolast#1\relax,{}
\def\bibfoliootherfont#1#2#3{\gdef\bibfoliofound{0}\ifdefined\IfFontExistsTF
  \def\bibfolioseek##1,{\let\bibfolionext\bibfolioseek\ifx\relax##1\let\bibfolionext\relax\else\bibfolioask{##1}%
    \if1\csname bibfolioasked##1\endcsname
      {\bibfoliouse{##1}{#1}\bibfolioifhas{#2}{}{\upshape\mdseries}%
        \bibfolioifhas{#2}{\gdef\bibfoliofound{1}\bibfolioset{#1}{#2}}{}}\fi
    \if1\bibfoliofound\expandafter\gdef\csname bibfoliofont#1\endcsname{##1}\let\bibfolionext\bibfoliolast\fi
    \fi\bibfolionext}%
  \edef\bibfolionext{\ifcsname bibfoliofont#1\endcsname\csname bibfoliofont#1\endcsname,\fi
    \csname bibfoliofonts#1\endcsname,\noexpand\relax,}\let\bibfolioall\bibfolionext\expandafter\bibfolioseek\bibfolioall
  \if0\bibfoliofound{\chardef\bibfoliofloor127 \expandafter\bibfolioseek\bibfolioall}\fi
  \fi\if0\bibfoliofound#3\fi}
\def\bibfoliosetscript#1#2#3{\ifcsname bibfolio#1\endcsname\csname bibfolio#1\endcsname{#2}\else
  \ifdefined\UnicodeEncodingName
    \bibfolioifhas{#2}{\bibfolioset{#1}{#2}}{\bibfoliootherfont{#1}{#2}{#3}}%
  \else\ifcsname bibfolioencoding#1\endcsname
    \ifcsname T@\csname bibfolioencoding#1\endcsname\endcsname
      {\fontencoding{\csname bibfolioencoding#1\endcsname}\selectfont#2}\else#3\fi
  \else#3\fi\fi\fi}
\providecommand{\bibfolioscript}[3]{%
  \bibfoliochoose{#2}{\ifdefined\UnicodeEncodingName#2\else#3\fi}{\bibfoliosetscript{#1}{#2}{#3}}}
`;

/** The scripts in a file, as `script NAME`. */
export function scriptsIn(lines: string): string[] {
	return [...new Set([...lines.matchAll(/\\bibfolioscript\{([a-z]+)\}/g)].map(([, name]) => `script ${name}`))];
}

/** The definitions that the scripts in use need; '' if there are none. */
export function scriptDefinitions(uses: ReadonlySet<string>): string {
	const used = [...scripts, other].filter(({ name }) => uses.has(`script ${name}`));
	if (!used.length) return '';
	const own = used.flatMap(({ name, fonts, set, features, encoding }) => [
		`\\providecommand{\\bibfoliofonts${name}}{${fonts}}\n`,
		...(set === undefined ? [] : [`\\providecommand{\\bibfolioset${name}}[1]{${set}}\n`]),
		...(features === undefined ? [] : [`\\providecommand{\\bibfoliofeatures${name}}{${features}}\n`]),
		...(encoding === undefined ? [] : [`\\providecommand{\\bibfolioencoding${name}}{${encoding}}\n`]),
	]);
	return command + own.join('');
}

const cyrillic: ReadonlyMap<string, string> = new Map(
	parseWordTable(`
	а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
	ъ ␣ ы y ь ␣ э e ю yu я ya і i ї yi є ye ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz ѣ e ѳ f ѵ i
	ә a ғ g қ q ң n ө o ұ u ү u һ h
	`),
);

/** Transliterates Cyrillic to Latin letters; null if a letter has no equivalent. */
function transliterated(run: string): string | null {
	let result = '';
	for (const sign of run) {
		const lower = sign.toLowerCase();
		const latin =
			cyrillic.get(lower) ?? cyrillic.get(lower.normalize('NFD')[0] ?? '') ?? (sign < '\u0080' ? sign : null);
		if (latin === null) return null;
		result += lower === sign ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
	}
	return result;
}

/** Writes Greek letters as mathematical symbols without breathings; null if a letter has none. */
function greek(run: string): string | null {
	const written = [...run].map((sign) => {
		if (sign < '\u0080') return sign;
		return latexCharacter(sign) ?? latexCharacter(sign.normalize('NFD')[0] ?? '');
	});
	return written.includes(null) ? null : written.join('');
}
