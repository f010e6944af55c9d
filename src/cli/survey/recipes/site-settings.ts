import type { Folder } from '../folder.ts';
import type { Assets, HostPage } from './recipe.ts';

/** A page with front matter or a heading above the lines that show the list. */
export function newPage(path: string, top: string, lines: readonly string[]): HostPage {
	return { path, text: `${top}${lines.join('\n')}\n`, lines };
}

/** Front matter in YAML. */
export function frontMatter(values: Readonly<Record<string, string | null>>): string {
	const lines = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : `${key}: ${value}\n`));
	return `---\n${lines.join('')}---\n\n`;
}

/** Both lines of a page that load a stylesheet and a script by their addresses. */
export function linked(stylesheet: string, script: string, addressOf: (path: string) => string): Assets {
	return {
		stylesheet: { path: stylesheet, line: `<link rel="stylesheet" href="${addressOf(stylesheet)}">` },
		script: { path: script, line: `<script defer src="${addressOf(script)}"></script>` },
	};
}

/** The lines of a page with a blank line between them, as Markdown needs. */
export function lines({ stylesheet, script }: Assets, include: string): readonly string[] {
	return [stylesheet.line, '', include, '', script.line];
}

/** A value of a site's configuration in YAML, TOML or JavaScript: `baseurl: /lab`, `baseURL = "/"`, `base: '/lab/'`. */
export function setting(text: string, key: string): string | null {
	const quoted = new RegExp(`(?:^|[\\s{,])${key}["']?\\s*[:=]\\s*["']([^"'\\n]*)["']`, 'm').exec(text)?.[1];
	return quoted ?? new RegExp(`^\\s*${key}\\s*:[ \\t]*([^"'#\\s]+)`, 'm').exec(text)?.[1] ?? null;
}

/** The path of a site's address, with a slash at both ends. */
export function basePath(address: string | null): string {
	const path = (address ?? '').replace(/^https?:\/\/[^/]*/i, '').replace(/^\/+|\/+$/g, '');
	return path === '' ? '/' : `/${path}/`;
}

/** The text of the first of these files. */
export function configurationOf({ files, text }: Folder, name: RegExp): string {
	const file = files.find((path) => name.test(path));
	return file === undefined ? '' : text(file);
}

/** The layout that a file of the site names in its front matter. */
export function layoutOf({ files, text }: Folder, file: RegExp): string | null {
	const path = files.find((name) => file.test(name));
	return path === undefined ? null : (/^---\n(?:.*\n)*?layout:\s*["']?([\w./-]+)/.exec(text(path))?.[1] ?? null);
}
