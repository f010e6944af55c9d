/** The error that stopped a TeX engine. */
export interface TexFailure {
	/** TeX's own message. */
	readonly message: string;
	/** One-based line of the document; null when the log names none. */
	readonly line: number | null;
	/** How to fix it. */
	readonly hint: string;
}

/** The hint when TeX reports nothing more specific. */
export const compileByHand = 'Compile the .tex file by hand to see more';

/** TeX's messages and hints for them. */
const hints: readonly (readonly [pattern: RegExp, hint: (match: RegExpExecArray) => string])[] = [
	[
		/File [`'‘]([\w-]+)\.(?:sty|cls|def|fd|ldf)' not found/,
		([, name]) =>
			`Install the LaTeX package ${name}: "tlmgr install ${name}" with TeX Live or MacTeX; texlive-latex-recommended or texlive-latex-extra on Debian and Ubuntu`,
	],
	[
		/Unicode character|Command .* unavailable in encoding/,
		() => 'Install xelatex or lualatex, which print every character that a font has (Debian: texlive-xetex)',
	],
	[
		/Undefined control sequence/,
		() => 'Define the command in templates/look.tex.hbs (bibfolio eject look), or under "macros" in bibfolio.yaml',
	],
	[
		/[Ff]ont .*(?:not loadable|not found|cannot be found)|Metric \(TFM\)/,
		() => 'Install the fonts: lmodern and texlive-fonts-recommended on Debian and Ubuntu',
	],
	[
		/Missing \$ inserted|Double su(?:per|b)script|Missing [{}] inserted|Extra [}]|Misplaced alignment/,
		() => 'Correct the formula in the library',
	],
];

/** The first error of a log; null if it has none. */
export function firstFailure(log: string): TexFailure | null {
	const error = /^(?:(?:\.[\\/])?[^\s:]+\.\w+:(\d+): |! )(.+)$/m.exec(log);
	if (!error) return null;
	const [, line, text = ''] = error;
	const after = log.slice(error.index + error[0].length, error.index + error[0].length + 600);
	const command = /^Undefined control sequence/.test(text) ? /(\\[A-Za-z@]+)\s*$/m.exec(after)?.[1] : undefined;
	const message = [text.replace(/^(?:LaTeX|TeX|Package) (?:Error: )?/, '').replace(/\.$/, ''), command]
		.filter(Boolean)
		.join(' ');
	const at = line ?? /^l\.(\d+) /m.exec(after)?.[1];
	const lineNumber = at === undefined ? null : Number(at);
	for (const [pattern, hint] of hints) {
		const match = pattern.exec(text);
		if (match) return { message, line: lineNumber, hint: hint(match) };
	}
	return { message, line: lineNumber, hint: compileByHand };
}

/** The distinct characters that no font had. */
export function missingCharacters(log: string): string[] {
	const characters = [...log.matchAll(/^Missing character: There is no (\S+)/gm)].map(
		([, character = '']) => character,
	);
	return [...new Set(characters)];
}
