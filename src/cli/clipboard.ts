import { execFileSync } from 'node:child_process';
import { valueIn } from '../text/value-in.ts';

/** Programs that print the text of the clipboard, by platform; the first one installed is used. */
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
		// Windows Subsystem for Linux
		['powershell.exe', '-NoProfile', '-Command', '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw'],
	],
};

/** Maximum number of bytes to read. */
const mostBytes = 10_000_000;

/** The text of the clipboard, or an error message with a hint. */
export function clipboardText(
	platform: string = process.platform,
): string | { readonly error: string; readonly hint: string } {
	const candidates = valueIn(programs, platform) ?? programs['linux'] ?? [];
	let failed = false;
	for (const [program, ...words] of candidates) {
		try {
			const text = execFileSync(program, words, {
				encoding: 'utf8',
				timeout: 5000,
				maxBuffer: mostBytes,
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			if (text.trim() !== '') return text;
			failed = true;
		} catch (error) {
			// An installed program fails without a display, or if the clipboard is empty.
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failed = true;
		}
	}
	return failed
		? {
				error: 'The clipboard contains no text',
				hint: 'Copy a DOI or an entry first',
			}
		: {
				error: 'Cannot read the clipboard: no clipboard program is installed',
				hint: `Install ${candidates[0]?.[0]} (or ${candidates[1]?.[0] ?? 'another'}), or use bibfolio add - < FILE`,
			};
}
