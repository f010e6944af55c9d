import { namePartsOf } from '../editing/drafts/draft-names.ts';
import { parseNames } from '../publications/names/read-names.ts';

/** Before the next name, but not before 'Jr.' or 'III'. */
const separator = /,\s+(?!(?:[JS]r\b|[IVX]+\b))/;

/** CSL names of people whose names are in the order of speech: 'Ada van Lovelace'. A text may contain several, with commas. */
export function namesInOrder(texts: readonly string[]): Readonly<Record<string, unknown>>[] {
	return texts
		.flatMap((text) => text.split(separator))
		.flatMap((text) => parseNames(text).names)
		.map((name) => {
			const { particle = '', ...parts } = namePartsOf(name);
			return { ...parts, 'dropping-particle': particle };
		});
}
