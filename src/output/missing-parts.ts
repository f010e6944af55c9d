import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { groupKeys } from '../lists/headings.ts';
import { allSelectors, type Selector } from '../lists/selector.ts';
import type { HighlightedWorks } from '../people/highlight.ts';
import type { Person } from '../people/person.ts';
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
	{ forEach, where, path, list }: OutputSpec,
	{ publications, matcher: { people } }: HighlightedWorks,
	span: Span | undefined,
): Diagnostic {
	const key = forEach ?? '';
	const empty = (message: string, hint?: string) => diagnostic('list/empty', message, { span, hint });
	if (key === 'person' && people.length === 0)
		return empty(`No people are declared for ${path}`, 'Add them under "people" in the configuration');
	if (key === 'person') {
		const near = where && nearestWord(where, people);
		return empty(`No person matches the condition of ${path}`, near ? `Did you mean "${near}"?` : undefined);
	}
	if (groupKeys.includes(key) || publications.some((publication) => fieldText(publication, key) !== null))
		return empty(`No work of list "${list}" has a ${key} for ${path}`);
	const fields = new Set(publications.flatMap(({ entry }) => [...entry.fields.keys()]));
	const near = closestWord(key, [...groupKeys, ...fields]);
	return diagnostic('list/unknown-field', `Unknown field "${key}" in for-each of ${path}`, {
		span,
		hint: near ? `Did you mean "${near}"?` : `Use a field of your works, or one of: ${groupKeys.join(', ')}`,
	});
}

/** The role or group of a person that resembles one in the conditions, if those name one that nobody has. */
function nearestWord(where: Selector, people: readonly Person[]): string | null {
	const spells = people.flatMap((person) => person.spells);
	const [roles, groups] = [spells.map(({ role }) => role), spells.flatMap((spell) => spell.groups)];
	const nearest = (words: readonly string[] = [], names: readonly string[]) =>
		words.flatMap((word) => (names.includes(word) ? [] : (closestWord(word, names) ?? [])));
	return (
		allSelectors(where).flatMap(({ role, group }) => [...nearest(role, roles), ...nearest(group, groups)])[0] ?? null
	);
}
