import type { ListSpec, LocalText, Part } from '../lists/list.ts';
import { partsOf } from '../lists/parts.ts';
import { matches } from '../lists/selector.ts';
import type { HighlightedWorks } from '../people/highlight.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { memoize } from '../text/memoize.ts';
import { valueIn } from '../text/value-in.ts';
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

/** Replaces each output that is configured `for-each` by an output for each part of its list. */
export function repeatOutputs(
	lists: readonly ListSpec[],
	outputs: readonly OutputSpec[],
	highlights: HighlightedWorks,
): RepeatedOutputs {
	const partLists = new Map<string, ListSpec>();
	const configured = new Map<OutputSpec, OutputSpec>();
	for (const output of outputs) {
		const list = lists.find(({ id }) => id === output.list);
		if (output.forEach === null || !list) {
			configured.set(output, output);
			continue;
		}
		for (const part of partsOf(output.forEach, output.where, worksOf(list, highlights), highlights)) {
			const { list: partList, output: partOutput } = partOf(output, list)(JSON.stringify(part));
			partLists.set(partList.id, partList);
			configured.set(partOutput, output);
		}
	}
	return { lists: [...partLists.values()], outputs: [...configured.keys()], configured };
}

function worksOf({ where }: ListSpec, highlights: HighlightedWorks) {
	return highlights.publications.filter(
		(publication) => !publication.hidden && (where === null || matches(where, publication, highlights)),
	);
}

/** The list and the output of a part; the same objects for equal parts, so that a further build can reuse their results. */
const partOf = cacheByIdentity((output: OutputSpec, list: ListSpec) =>
	memoize((json): { readonly list: ListSpec; readonly output: OutputSpec } => {
		const part: Part = JSON.parse(json);
		const owner = part.key === 'person' ? part.value : list.owner;
		const title = output.title === null ? part.name : filled(output.title, part);
		const id = `${list.id}-${part.key}-${part.id}`;
		return {
			list: { ...list, id, part, owner, title },
			output: {
				...output,
				list: id,
				forEach: null,
				path: filledText(output.path, { ...part, name: part.id, value: part.id }),
				address: output.address && filledAddress(output.address, part),
			},
		};
	}),
);

function filled(text: LocalText, part: Part): LocalText {
	if (typeof text === 'string') return filledText(text, part);
	return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, filledText(words, part)]));
}

/** An address with its placeholders replaced, whose braces are percent-encoded. */
function filledAddress(address: string, { id }: Part): string {
	return address.replace(/%7B(?:id|name|value|year)%7D/g, encodeURIComponent(id));
}

/** A text with its placeholders replaced: `{id}`, `{name}`, `{value}`, `{year}`. */
function filledText(text: string, { id, name }: Part): string {
	const values: Readonly<Record<string, string>> = { id, name, value: name, year: name };
	return text.replace(/\{(id|name|value|year)\}/g, (_, placeholder: string) => valueIn(values, placeholder) ?? '');
}
