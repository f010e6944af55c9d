import { createTwoFilesPatch } from 'diff';

/** A unified diff that `patch` and `git apply` accept; '' if nothing changes. */
export function unifiedDiff(path: string, before: string, after: string, colour = false): string {
	if (before === after) return '';
	const name = path.replaceAll('\\', '/');
	const [from, to] = [before === '' ? '/dev/null' : quoted(`a/${name}`), quoted(`b/${name}`)];
	const text = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 })
		.replace(/^=+\n/, '')
		.replace(/^(---|\+\+\+) ([^\t\n]*)\t?$/gm, '$1 $2');
	return colour ? text.replace(/^([-+@]).*$/gm, (line, prefix: keyof typeof colours) => coloured(line, prefix)) : text;
}

/** A file name as in a diff of git: in quotation marks with octal escapes if it contains control characters. */
function quoted(name: string): string {
	const escaped = name.replace(
		/[\p{Cc}"\\]/gu,
		(character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
	);
	return escaped === name ? name : `"${escaped}"`;
}

/** SGR parameters (ECMA-48 §8.3.117). */
const colours = { '-': 31, '+': 32, '@': 36 } as const;

function coloured(line: string, prefix: keyof typeof colours): string {
	return `\u001b[${/^(?:---|\+\+\+) /.test(line) ? 1 : colours[prefix]}m${line}\u001b[0m`;
}
