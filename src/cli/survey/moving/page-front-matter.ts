import { readToml } from '../../../text/toml.ts';
import { yamlMapping } from '../site-configuration.ts';

/** The front matter of a page, in YAML or TOML; empty without one, or if it is not valid. */
export function pageFrontMatter(text: string): Readonly<Record<string, unknown>> {
	const [, fence, contents = ''] =
		/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n?\1[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
	if (fence === undefined) return {};
	return (fence === '---' ? yamlMapping(contents) : readToml(contents)) ?? {};
}
