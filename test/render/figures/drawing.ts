import { finish } from '../../../src/formats/finish-file.ts';
import type { Format } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
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

/** A statistic of a list of one work, drawn as SVG. */
export function drawn(
	show: string,
	statistic: Statistic,
	{ options = {}, locale = localeOf() }: { options?: Record<string, string | number | boolean>; locale?: Locale } = {},
): string {
	const list = listOf('@article{a, title = {A}, year = 2020}');
	const environment = makeEnvironment(templates, format, locale);
	const entries = makeEntries(environment, entriesContext);
	const view = listView(list, { ...listContext, locale, options, entries, idPrefix: '' });
	const parts = { list, view, show, environment, templates, format, locale, lists: () => [], people: new Map() };
	return finish(format, drawStatistic(statistic, parts));
}
