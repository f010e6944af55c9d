import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publications/publication.ts';
import { fieldText } from '../publications/publication-fields.ts';
import { closestWord } from '../text/closest-word.ts';
import { groupKeys } from './headings.ts';
import type { ListSpec, SectionSpec } from './list.ts';
import { sortKeys } from './sort.ts';

/** Reports keys of `group-by` and `sort` that are neither built-in nor a field of any publication. */
export function reportUnknownFields(spec: ListSpec, works: readonly Publication[], report: Report): void {
	if (works.length === 0) return;
	const parts = [spec, ...(spec.sections ?? []).flatMap(withInner)];
	const uses = [
		['group-by', groupKeys, parts.flatMap(({ groupBy }) => groupBy)],
		['sort', sortKeys, parts.flatMap(({ sort }) => sort ?? []).map(({ key }) => key)],
	] as const;
	for (const [option, builtInKeys, keys] of uses) {
		for (const key of new Set(keys)) {
			if (builtInKeys.includes(key) || works.some((work) => fieldText(work, key) !== null)) continue;
			const near = closestWord(key, builtInKeys);
			report(
				diagnostic('list/unknown-field', `Unknown field "${key}" in ${option} of list "${spec.id}"`, {
					hint: near ? `Did you mean "${near}"?` : `Use a field of your works, or one of: ${builtInKeys.join(', ')}`,
				}),
			);
		}
	}
}

function withInner(section: SectionSpec): SectionSpec[] {
	return [section, ...(section.sections ?? []).flatMap(withInner)];
}
