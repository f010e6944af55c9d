import type { Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { dividedWorks, highlightsIn } from '../lists/group.ts';
import type { ListSpec, Part } from '../lists/list.ts';
import { filledPath } from '../lists/part-placeholders.ts';
import { partsOf } from '../lists/parts.ts';
import type { Selector } from '../lists/selector.ts';
import type { HighlightedWorks } from '../people/highlight.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { shortHash } from '../text/short-hash.ts';
import { missingParts } from './missing-parts.ts';
import type { OutputSpec } from './output.ts';

/** The lists and outputs of a project, one for each part of a repeated output. */
export interface RepeatedOutputs {
	/** The lists of the parts. */
	readonly lists: readonly ListSpec[];
	/** All outputs, in the configured order. */
	readonly outputs: readonly OutputSpec[];
	/** The configured output of each. */
	readonly configured: ReadonlyMap<OutputSpec, OutputSpec>;
}

/**
 * Replaces each output that is configured `for-each` by an output for each part of its list. Reports one without parts.
 *
 * @param spanOf where the configuration has the `for-each` of an output
 */
export function repeatOutputs(
	lists: readonly ListSpec[],
	outputs: readonly OutputSpec[],
	highlights: HighlightedWorks,
	spanOf: (spec: OutputSpec) => Span | undefined,
	report: Report,
): RepeatedOutputs {
	const partLists = new Map<string, ListSpec>();
	const configured = new Map<OutputSpec, OutputSpec>();
	for (const output of outputs) {
		const list = lists.find(({ id }) => id === output.list);
		if (output.forEach === null || !list) {
			configured.set(output, output);
			continue;
		}
		const { people, works } = selectorsOf(output, list);
		const inList = highlightsIn(list, highlights);
		const divided = dividedWorks({ ...list, where: works }, highlights.publications, inList);
		const parts = partsOf(output.forEach, people, divided, { ...highlights, ...inList });
		if (parts.length === 0 && highlights.publications.length > 0)
			report(missingParts(output, highlights, spanOf(output)));
		for (const part of parts) {
			const { list: partList, output: partOutput } = partOf(output, list)(JSON.stringify(part));
			partLists.set(partList.id, partList);
			configured.set(partOutput, output);
		}
	}
	return { lists: [...partLists.values()], outputs: [...configured.keys()], configured };
}

/** The conditions on people and on works. Those of an output are on people if it has a file for each person. */
const selectorsOf = cacheByIdentity(({ forEach, where }: OutputSpec, list: ListSpec) => {
	if (forEach === 'person') return { people: where, works: list.where };
	return { people: null, works: where && list.where ? { and: [list.where, where] } : (where ?? list.where) };
});

/** The list and the output of a part; the same objects for equal parts, so that a further build can reuse their results. */
const partOf = cacheByIdentity((output: OutputSpec, list: ListSpec) =>
	memoize((json): { readonly list: ListSpec; readonly output: OutputSpec } => {
		const part: Part = JSON.parse(json);
		const { works } = selectorsOf(output, list);
		const id = `${list.id}-${part.key}-${part.id}${suffixOf(works, list)}`;
		const isPerson = part.key === 'person';
		return {
			list: { ...list, id, part, where: works, owner: isPerson ? part.value : list.owner },
			output: {
				...output,
				list: id,
				forEach: null,
				where: null,
				title: output.title ?? (output.region === null ? '{name}' : null),
				path: filledPath(output.path, part),
				region: output.region === null ? null : filledPath(output.region, part),
				address: output.address === null ? null : filledPath(output.address, part, encodeURIComponent),
			},
		};
	}),
);

/** Distinguishes the lists of outputs with different conditions on works. */
function suffixOf(works: Selector | null, list: ListSpec): string {
	return works === list.where ? '' : `-${shortHash(JSON.stringify(works))}`;
}
