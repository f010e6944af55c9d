import { valueIn } from '../text/value-in.ts';
import type { CitationNumbers } from './citation-numbers.ts';
import type { ListSpec, LocalText, SectionSpec } from './list.ts';
import { filledNames, namesInBraces } from './part-placeholders.ts';

/** How numbers are written in the language of a list. */
export interface NumberWriter {
	number(value: number): string;
	/** An ISO date in words. */
	date(iso: string): string;
	list(items: readonly string[]): string;
}

type Placeholder = (numbers: CitationNumbers, write: NumberWriter) => string | null;

const ofCitations =
	(read: (numbers: CitationNumbers) => number): Placeholder =>
	(numbers, write) =>
		numbers.date === null ? null : write.number(read(numbers));

/** What placeholders in titles and notes become; null if it is unknown. */
const placeholders: Readonly<Record<string, Placeholder>> = {
	works: ({ works }, write) => write.number(works),
	citations: ofCitations(({ citations }) => citations),
	'h-index': ofCitations(({ hIndex }) => hIndex),
	'i10-index': ofCitations(({ i10Index }) => i10Index),
	'open-access': ({ openAccess, date }, write) => (date === null && openAccess === 0 ? null : write.number(openAccess)),
	'metrics-source': ({ sources }, write) => (sources.length === 0 ? null : write.list(sources)),
	'metrics-date': ({ date }, write) => date && write.date(date),
};

/** The names of these placeholders: `{works}`, `{h-index}` … */
export const numberPlaceholders: readonly string[] = Object.keys(placeholders);

/** Whether a text contains such a placeholder. */
export function asksForNumbers(text: string): boolean {
	return namesInBraces(text).some((name) => valueIn(placeholders, name));
}

/** Whether a text contains a placeholder for something that only services know. */
export function needsMetrics(text: string): boolean {
	return namesInBraces(text).some((name) => name !== 'works' && valueIn(placeholders, name));
}

/** A text with numbers for its placeholders; null if one of them is unknown. Other words in braces stay. */
export function withNumbers(text: string, numbers: CitationNumbers, write: NumberWriter): string | null {
	let isKnown = true;
	const filled = filledNames(text, (name, written) => {
		const value = valueIn(placeholders, name)?.(numbers, write);
		if (value === null) isKnown = false;
		return value ?? written;
	});
	return isKnown ? filled : null;
}

/** All titles and notes of a list and its sections. */
export function textsOf({
	title,
	note,
	sections,
}: Pick<ListSpec | SectionSpec, 'title' | 'note' | 'sections'>): readonly string[] {
	const words = (text: LocalText | null) => (typeof text === 'string' ? [text] : Object.values(text ?? {}));
	return [...words(title), ...words(note), ...(sections ?? []).flatMap(textsOf)];
}
