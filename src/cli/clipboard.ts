import { execFileSync } from 'node:child_process';

/** Programs that print the clipboard's text, by platform; the first that is there is asked. */
const programs: Readonly<Record<string, readonly (readonly [program: string, ...words: string[]])[]>> = {
	darwin: [['pbpaste']],
	win32: [
		['powershell.exe', '-NoProfile', '-Command', '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw'],
	],
	linux: [
		['wl-paste', '--no-newline'],
		['xclip', '-selection', 'clipboard', '-o'],
		['xsel', '--clipboard', '--output'],
		['termux-clipboard-get'],
		// Windows' Subsystem for Linux
		['powershell.exe', '-NoProfile', '-Command', '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw'],
	],
};

/** Bytes that a clipboard may hold. */
const most = 10_000_000;

/** The clipboard's text; an error says why there is none, and what to do. */
export function clipboardText(
	platform: string = process.platform,
): string | { readonly error: string; readonly hint: string } {
	const known = programs[platform] ?? programs['linux'] ?? [];
	let failed = false;
	for (const [program, ...words] of known) {
		try {
			const text = execFileSync(program, words, {
				encoding: 'utf8',
				timeout: 5000,
				maxBuffer: most,
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			if (text.trim() !== '') return text;
			failed = true;
		} catch (error) {
			// Without a display, or with nothing copied, a program that is there fails.
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failed = true;
		}
	}
	return failed
		? { error: 'The clipboard holds no text', hint: 'Copy a DOI or an entry first, or pipe it: bibfolio add - < FILE' }
		: {
				error: 'There is no program that reads the clipboard',
				hint: `Install ${known[0]?.[0]} (or ${known[1]?.[0] ?? 'another'}), or pipe it: bibfolio add - < FILE`,
			};
}
