import { finish } from '../../../src/formats/finish-file.ts';
import type { Format } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { viewWith } from '../../../src/render/documents/document-parts.ts';
import { drawStatistic } from '../../../src/render/documents/figure-document.ts';
import { makeEnvironment } from '../../../src/render/engine/environment.ts';
import { loadTemplates } from '../../../src/render/engine/templates.ts';
import type { Locale } from '../../../src/render/locale.ts';
import { makeEntries } from '../../../src/render/views/entries.ts';
import { listView } from '../../../src/render/views/list-view.ts';
import type { Statistic } from '../../../src/statistics/statistic.ts';
import { listOf, locale as localeOf } from '../library.ts';
import { entriesContext, listContext } from '../view-contexts.ts';

const format = formats['figure'] as Format;
const templates = loadTemplates(null, () => {});

/** A statistic drawn as SVG. The number of works is that of its first column, and does not matter for the drawing. */
export function drawn(
	show: string,
	statistic: Statistic,
	{ options = {}, locale = localeOf() }: { options?: Record<string, string | number | boolean>; locale?: Locale } = {},
): string {
	const list = listOf('@article{a, title = {A}, year = 2020}');
	const environment = makeEnvironment(templates, format, locale);
	const entries = makeEntries(environment, entriesContext);
	const view = viewWith(listView(list, { ...listContext, locale, options, entries, idPrefix: '' }), {
		count: countOf(statistic),
	});
	const parts = {
		list,
		view,
		show,
		environment,
		templates,
		format,
		locale,
		lists: () => [],
		people: new Map(),
		outputTitle: null,
	};
	return finish(format, drawStatistic(statistic, parts));
}

function countOf(statistic: Statistic): number {
	if (statistic.form === 'table' && statistic.totals) return statistic.totals[0] ?? 0;
	const works =
		statistic.form === 'table'
			? statistic.rows.map(({ values: [works = 0] }) => works)
			: statistic.nodes.map((node) => node.works);
	return Math.max(0, ...works);
}
