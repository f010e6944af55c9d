/** What stopped an engine. */
export interface Failure {
	/** In the engine's words. */
	readonly message: string;
	/** One-based line of the document; null when the log names none. */
	readonly line: number | null;
	/** What to do. */
	readonly hint: string;
}

/** What engines say, and the remedy. */
const remedies: readonly (readonly [pattern: RegExp, remedy: (found: RegExpExecArray) => string])[] = [
	[
		/File [`'‘]([\w-]+)\.(?:sty|cls|def|fd|ldf)' not found/,
		([, name]) =>
			`Install the LaTeX package ${name}: “tlmgr install ${name}” with TeX Live or MacTeX; on Debian and Ubuntu it is in texlive-latex-recommended or texlive-latex-extra`,
	],
	[
		/Unicode character|Command .* unavailable in encoding/,
		() => 'xelatex and lualatex print every character a font has: install one of them (Debian: texlive-xetex)',
	],
	[
		/Undefined control sequence/,
		() => 'Define the command in templates/look.tex.hbs (bibfolio eject look), or under “macros” in bibfolio.yaml',
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

/** The first error of a log; null when it tells of none. */
export function failureIn(log: string): Failure | null {
	const found = /^(?:(?:\.[\\/])?[^\s:]+\.\w+:(\d+): |! )(.+)$/m.exec(log);
	if (!found) return null;
	const [, line, first = ''] = found;
	const after = log.slice(found.index + found[0].length, found.index + found[0].length + 600);
	const command = /^Undefined control sequence/.test(first) ? /(\\[A-Za-z@]+)\s*$/m.exec(after)?.[1] : undefined;
	const message = [first.replace(/^(?:LaTeX|TeX|Package) (?:Error: )?/, '').replace(/\.$/, ''), command]
		.filter(Boolean)
		.join(' ');
	const at = line ?? /^l\.(\d+) /m.exec(after)?.[1];
	for (const [pattern, remedy] of remedies) {
		const match = pattern.exec(first);
		if (match) return { message, line: at === undefined ? null : Number(at), hint: remedy(match) };
	}
	return {
		message,
		line: at === undefined ? null : Number(at),
		hint: 'The .tex is written: compile it by hand to see more',
	};
}

/** The characters that no font had, each once. */
export function missingCharacters(log: string): string[] {
	const found = [...log.matchAll(/^Missing character: There is no (\S+)/gm)].map(([, sign = '']) => sign);
	return [...new Set(found)];
}
