import { createRequire } from 'node:module';
import type * as Diff from 'diff';

let loaded: typeof Diff | null = null;

/** The package, which is loaded when there is a difference to show. */
function diff(): typeof Diff {
	loaded ??= createRequire(import.meta.url)('diff') as typeof Diff;
	return loaded;
}

/** What would change in a file, as a unified diff that `patch` and `git apply` take; '' when nothing would. */
export function unifiedDiff(path: string, before: string, after: string, colour = false): string {
	if (before === after) return '';
	const name = path.replaceAll('\\', '/');
	const [from, to] = before === '' ? ['/dev/null', `b/${name}`] : [`a/${name}`, `b/${name}`];
	const text = diff()
		.createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 })
		.replace(/^=+\n/, '')
		.replace(/^(---|\+\+\+) ([^\t\n]*)\t?$/gm, '$1 $2');
	return colour ? text.replace(/^([-+@]).*$/gm, (line, sign: keyof typeof colours) => painted(line, sign)) : text;
}

/** SGR parameters (ECMA-48 §8.3.117). */
const colours = { '-': 31, '+': 32, '@': 36 } as const;

function painted(line: string, sign: keyof typeof colours): string {
	return `\u001b[${/^(?:---|\+\+\+) /.test(line) ? 1 : colours[sign]}m${line}\u001b[0m`;
}
