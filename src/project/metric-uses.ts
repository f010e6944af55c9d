import type { ListSpec, SectionSpec } from '../lists/list.ts';
import { needsMetrics, textsOf } from '../lists/number-placeholders.ts';
import { allSelectors, type Selector } from '../lists/selector.ts';

type Part = Pick<ListSpec, 'where' | 'title' | 'note' | 'sections'> & { readonly sort: SectionSpec['sort'] };

/** Whether a list has conditions, an order or texts with citations or open access. */
export function usesMetrics(part: Part): boolean {
	const { where, sort, sections } = part;
	return (
		(where !== null && selectsByMetrics(where)) ||
		(sort ?? []).some(({ key }) => key === 'citations') ||
		textsOf(part).some(needsMetrics) ||
		(sections ?? []).some(usesMetrics)
	);
}

function selectsByMetrics(where: Selector): boolean {
	return allSelectors(where).some((each) => each.citations !== undefined || each['open-access'] !== undefined);
}
