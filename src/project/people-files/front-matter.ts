import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { type Source, source } from '../../diagnostics/source.ts';
import { readToml } from '../../text/toml.ts';
import { parseYaml, type Yaml } from '../../text/yaml.ts';

/**
 * The front matter of a page, in YAML or TOML. Null without one, and after reporting that it is not valid. Values in TOML have no
 * place of their own.
 */
export function readFrontMatter(page: Source, report: Report): Yaml | null {
	const [whole = '', open = '', fence, contents = ''] =
		/^(\s*(---|\+\+\+)[ \t]*\r?\n)([\s\S]*?)(?:\r?\n)?\2[ \t]*(?:\r?\n|$)/.exec(page.text) ?? [];
	if (fence === undefined) return null;
	if (fence === '---') {
		const part = { ...source(page.path, contents), origin: { source: page, offset: open.length } };
		return parseYaml(part, report, 'config/syntax');
	}
	const span = { source: page, start: 0, end: whole.length };
	const value = readToml(contents);
	if (value === null) {
		const hint = 'Check the lines between +++ and +++';
		report(diagnostic('config/syntax', `Invalid TOML in ${page.path}`, { span, hint }));
		return null;
	}
	return { value, spanOf: () => span };
}
