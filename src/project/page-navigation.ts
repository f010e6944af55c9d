import { formatIn } from '../formats/index.ts';
import type { OutputSpec } from '../output/output.ts';
import type { OtherPage, OtherPages } from '../render/documents/other-pages.ts';
import type { LinkedOutputs } from './linked-outputs.ts';
import { relativeAddress } from './relative-address.ts';

type Navigation = Pick<OtherPages, 'up' | 'previous' | 'next'>;

const nowhere: Navigation = { up: null, previous: null, next: null };

/** Parts whose pages follow each other. */
const orderedKeys: ReadonlySet<string> = new Set(['year', 'decade']);

/**
 * Returns the pages that the page of a part, of a person, or with a table leads to: that of the whole list, else the first page of the
 * project; and those of the neighbours of a year or decade.
 */
export function pageNavigation({ outputs, configured, lists }: LinkedOutputs): (spec: OutputSpec) => Navigation {
	const listsById = new Map(lists.map((list) => [list.id, list]));
	const listOf = ({ list }: OutputSpec) => listsById.get(list ?? '');
	const isPart = (output: OutputSpec) => {
		const list = listOf(output);
		return list !== undefined && (list.spec.part !== null || list.highlights.owner !== null);
	};
	/** The first year of a part; NaN for works without a year, and for parts that do not follow each other. */
	function startOf(output: OutputSpec): number {
		const part = listOf(output)?.spec.part;
		return part && orderedKeys.has(part.key) ? Number.parseInt(part.name, 10) : Number.NaN;
	}
	/** The outputs of the same repeated output in the order of their years. */
	function seriesOf(spec: OutputSpec): readonly OutputSpec[] {
		return outputs
			.filter((output) => configured.get(output) === configured.get(spec) && !Number.isNaN(startOf(output)))
			.sort((first, second) => startOf(first) - startOf(second));
	}
	function pageFrom(spec: OutputSpec, output: OutputSpec | undefined): OtherPage | null {
		if (!output) return null;
		const list = listOf(output)?.spec;
		const title = list?.part?.name ?? output.title ?? list?.title ?? null;
		return { url: relativeAddress(spec.path, output.path), list: output.list, title };
	}
	return (spec) => {
		const { format, flavour, locale } = spec;
		if (!formatIn(format, flavour)?.isPage || (spec.show === 'list' && !isPart(spec))) return nowhere;
		const wholes = outputs.filter(
			(output) => output.format === format && output.locale === locale && output.show === 'list' && !isPart(output),
		);
		const whole = wholes.find(({ list }) => list === configured.get(spec)?.list) ?? wholes[0];
		const series = seriesOf(spec);
		const index = series.indexOf(spec);
		return {
			up: pageFrom(spec, whole),
			previous: pageFrom(spec, index > 0 ? series[index - 1] : undefined),
			next: pageFrom(spec, index >= 0 ? series[index + 1] : undefined),
		};
	};
}
