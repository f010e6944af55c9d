import { writeToml } from '../../text/toml.ts';
import { writeYaml } from '../../text/yaml.ts';

/** What a site's engine reads above a list, and the language it is written in. */
export interface FrontMatter {
	readonly values: Readonly<Record<string, unknown>>;
	readonly language: 'yaml' | 'toml';
}

/** Writes front matter between its fences. It contains the list's title unless the values have one or say `null`. */
export function writeFrontMatter({ values, language }: FrontMatter, title: string): string {
	const present = Object.entries({ title, ...values }).filter(([, value]) => value !== null);
	const [fence, write] = languages[language];
	return `${fence}\n${write(Object.fromEntries(present)).trimEnd()}\n${fence}\n\n`;
}

const languages = {
	yaml: ['---', writeYaml],
	toml: ['+++', writeToml],
} as const;
