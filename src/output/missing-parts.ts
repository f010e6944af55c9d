import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { groupKeys } from '../lists/headings.ts';
import type { HighlightedWorks } from '../people/highlight.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { closestWord } from '../text/closest-word.ts';
import type { OutputSpec } from './output.ts';

/**
 * The diagnostic for a repeated output without any part: `list/unknown-field` if no publication has its field, else
 * `list/empty`.
 *
 * @param span where the configuration has the `for-each`
 */
export function missingParts(
	{ forEach, path, list }: OutputSpec,
	{ publications, matcher: { people } }: HighlightedWorks,
	span: Span | undefined,
): Diagnostic {
	const key = forEach ?? '';
	const empty = (message: string, hint?: string) => diagnostic('list/empty', message, { span, hint });
	if (key === 'person' && people.length === 0)
		return empty(`No people are declared for ${path}`, 'Add them under "people" in the configuration');
	if (key === 'person') return empty(`No person matches the condition of ${path}`);
	if (groupKeys.includes(key) || publications.some((publication) => fieldText(publication, key) !== null))
		return empty(`No work of list "${list}" has a ${key} for ${path}`);
	const fields = new Set(publications.flatMap(({ entry }) => [...entry.fields.keys()]));
	const near = closestWord(key, [...groupKeys, ...fields]);
	return diagnostic('list/unknown-field', `Unknown field "${key}" in for-each of ${path}`, {
		span,
		hint: near ? `Did you mean "${near}"?` : `Use a field of your works, or one of: ${groupKeys.join(', ')}`,
	});
}
