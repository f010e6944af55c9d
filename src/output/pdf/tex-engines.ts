import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An installed TeX engine. */
export interface TexEngine {
	readonly name: string;
	/** Absolute path. */
	readonly program: string;
}

/** Preferred order if LaTeX's standard fonts have every character: pdflatex is the most common and the fastest. */
const defaultEngines = ['pdflatex', 'lualatex', 'xelatex'] as const;

/** Preferred order for documents that are written from right to left, whose order only LuaTeX knows without more packages. */
const enginesForRightToLeft = ['lualatex', 'xelatex', 'pdflatex'] as const;

/** Preferred order if other scripts need a system font, which pdflatex cannot use. */
const enginesForOtherScripts = ['xelatex', 'lualatex', 'pdflatex'] as const;

const orders = { nothing: defaultEngines, fonts: enginesForOtherScripts, direction: enginesForRightToLeft } as const;

/** MacTeX's folder, which is missing from PATH in programs that were not started in a terminal. */
const extraFolders = ['/Library/TeX/texbin'];

/**
 * The engine to use; null if none is installed.
 *
 * @param needs `fonts` if the document contains characters that LaTeX's standard fonts lack, `direction` if it is written from
 *   right to left
 */
export function findTexEngine(
	needs: 'nothing' | 'fonts' | 'direction',
	env: NodeJS.ProcessEnv = process.env,
): TexEngine | null {
	const folders = [...(env['PATH'] ?? env['Path'] ?? '').split(delimiter), ...extraFolders].filter(Boolean);
	const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
	for (const name of orders[needs]) {
		const candidates = folders.flatMap((folder) => extensions.map((extension) => join(folder, name + extension)));
		const program = candidates.find(isProgram);
		if (program) return { name, program };
	}
	return null;
}

/** The hint if no engine is installed. */
export const installHint =
	'Install TeX: "apt install texlive-latex-recommended lmodern" on Debian and Ubuntu (plus texlive-xetex for other scripts), MacTeX on macOS, MiKTeX or TeX Live on Windows; or compile the .tex file on Overleaf';

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
