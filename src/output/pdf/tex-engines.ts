import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A TeX engine on this machine. */
export interface Engine {
	readonly name: string;
	/** The program (absolute). */
	readonly program: string;
}

/** By preference where LaTeX's standard fonts have every character: the first is everywhere and the quickest. */
const usual = ['pdflatex', 'lualatex', 'xelatex'] as const;

/** By preference where other scripts want a font of the machine, which pdflatex cannot use. */
const everyScript = ['xelatex', 'lualatex', 'pdflatex'] as const;

/** MacTeX's programs, which a program that was not started in a terminal does not find. */
const elsewhere = ['/Library/TeX/texbin'];

/** The engine to use; null when none is installed. */
export function findEngine(otherScripts: boolean, env: NodeJS.ProcessEnv = process.env): Engine | null {
	const folders = [...(env['PATH'] ?? env['Path'] ?? '').split(delimiter), ...elsewhere].filter(Boolean);
	const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
	for (const name of otherScripts ? everyScript : usual) {
		const places = folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
		const program = places.find(isProgram);
		if (program) return { name, program };
	}
	return null;
}

/** What to install where there is no engine. */
export const installHint =
	'Install TeX: on Debian and Ubuntu “apt install texlive-latex-recommended lmodern” (and texlive-xetex for other scripts), on macOS MacTeX, on Windows MiKTeX or TeX Live; or compile the .tex on Overleaf';

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
