import { writeToml } from '../../text/toml.ts';
import { writeYaml } from '../../text/yaml.ts';

/** Front matter that a site generator reads above a list, and its language. */
export interface FrontMatter {
	readonly values: Readonly<Record<string, unknown>>;
	readonly language: 'yaml' | 'toml';
}

/** Writes front matter between fences. It contains the list's title unless `values` have a title or `title: null`. */
export function writeFrontMatter({ values, language }: FrontMatter, title: string): string {
	const present = Object.entries({ title, ...values }).filter(([, value]) => value !== null);
	const [fence, write] = languages[language];
	return `${fence}\n${write(Object.fromEntries(present)).trimEnd()}\n${fence}\n\n`;
}

const languages = {
	yaml: ['---', writeYaml],
	toml: ['+++', writeToml],
} as const;
