import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { ListSpec, SectionSpec } from '../lists/list.ts';
import { needsMetrics, textsOf } from '../lists/number-placeholders.ts';
import { allSelectors, type Selector } from '../lists/selector.ts';

type Part = Pick<ListSpec, 'where' | 'title' | 'note' | 'sections'> & { readonly sort: SectionSpec['sort'] };

/** Reports lists that show or need metrics although none are read: `metrics/off`. */
export function reportMetricsOff(
	lists: readonly ListSpec[],
	spanOf: (list: string) => Span | undefined,
	report: Report,
): void {
	for (const { id } of lists.filter(usesMetrics)) {
		const message = `List "${id}" uses citations or open access, but no metrics are read`;
		const hint = 'Run "bibfolio metrics", and add "metrics: true" to bibfolio.yaml';
		report(diagnostic('metrics/off', message, { span: spanOf(id), hint }));
	}
}

/** Whether a list has conditions, an order or texts with citations or open access. */
function usesMetrics(part: Part): boolean {
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
